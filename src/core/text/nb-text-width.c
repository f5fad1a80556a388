/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-width.h"

#include "nb-text-class.h"

/* What stands around a mark: the nearest characters that are no space. */
typedef struct
{
  gunichar before;
  gunichar at;
  gunichar after;
  guint offset;
} Context;

static gboolean
is_chinese (gunichar c)
{
  return nb_text_is_han (c) || nb_text_is_cjk_mark (c);
}

static gboolean
is_separator (gunichar c)
{
  return c == ',' || c == ';' || c == ':' || c == '!' || c == '?';
}

/* A mark between two figures belongs to a number or a time, one before a slash to an address. */
static gboolean
belongs_to_latin (const Context *context)
{
  return context->after == '/'
         || (g_unichar_isdigit (context->before) && g_unichar_isdigit (context->after));
}

static void
append_span (GArray *spans, guint paragraph, guint offset)
{
  NbSpan span = { paragraph, offset, offset + 1 };

  g_array_append_val (spans, span);
}

static gunichar
get_next_visible (const char *at, const char *end)
{
  /* One look past a single space: more of them are no typing slip but a gap. */
  if (at < end && *at == ' ')
    at++;
  return at < end ? g_utf8_get_char (at) : 0;
}

typedef struct
{
  guint offset;
  gboolean touches; /* the opening bracket has Chinese beside it */
} Bracket;

static int
compare_spans (const void *a, const void *b)
{
  const NbSpan *one = a, *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

static void
close_bracket (GArray *open, const Context *context, guint paragraph, GArray *spans)
{
  Bracket bracket;

  if (open->len == 0)
    return;
  bracket = g_array_index (open, Bracket, open->len - 1);
  g_array_set_size (open, open->len - 1);
  if (!bracket.touches && !nb_text_is_han (context->before) && !nb_text_is_han (context->after))
    return;
  append_span (spans, paragraph, bracket.offset);
  append_span (spans, paragraph, context->offset);
}

static void
scan_mark (const Context *context, guint paragraph, GArray *open, GArray *spans)
{
  gboolean touches = is_chinese (context->before) || is_chinese (context->after);

  if (context->at == '(')
    {
      /* A full stop behind says nothing about what a bracket belongs to: only Han beside it does. */
      Bracket bracket = { context->offset,
                          nb_text_is_han (context->before) || nb_text_is_han (context->after) };

      g_array_append_val (open, bracket);
    }
  else if (context->at == ')')
    close_bracket (open, context, paragraph, spans);
  else if (is_separator (context->at) && touches && !belongs_to_latin (context))
    append_span (spans, paragraph, context->offset);
}

void
nb_text_scan_half_width (const NbParagraph *paragraph, guint index, GArray *spans)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Bracket));
  const char *end = paragraph->text + paragraph->size;
  Context context = { 0, 0, 0, 0 };
  guint first = spans->len;

  for (const char *c = paragraph->text; c < end; c = g_utf8_next_char (c), context.offset++)
    {
      context.at = g_utf8_get_char (c);
      if (context.at < 0x80 && g_ascii_ispunct ((char) context.at))
        {
          context.after = get_next_visible (g_utf8_next_char (c), end);
          scan_mark (&context, index, open, spans);
        }
      if (context.at != ' ')
        context.before = context.at;
    }
  /* A pair is known when it closes, which may be behind marks that stand inside it. */
  if (spans->len > first)
    qsort (&g_array_index (spans, NbSpan, first), spans->len - first, sizeof (NbSpan),
           compare_spans);
}

gunichar
nb_text_get_full_width (gunichar c)
{
  return is_separator (c) || c == '(' || c == ')' ? c + 0xFEE0 : 0;
}
