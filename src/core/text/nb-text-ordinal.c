/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-ordinal.h"

#include "nb-text-class.h"

#define SHI    0x662F /* 是 */
#define DUNHAO 0x3001 /* 、 */

/* Characters that make another word of a following 一: 统一是, 之一是, 第一是. */
static const char *const word_heads = "统唯第之单同专万不逐初周期十百千零每某其任任合";

typedef struct
{
  GArray *ordinals;
  NbOrdinal glued; /* a 一是 behind a Han character: a start only if 二是 follows */
  gboolean glued_waits;
  gboolean open; /* a run goes on */
  guint n_runs;
} Scan;

static void
append (Scan *scan, NbOrdinal ordinal)
{
  ordinal.run = scan->n_runs - 1;
  g_array_append_val (scan->ordinals, ordinal);
}

static void
begin_run (Scan *scan, NbOrdinal first)
{
  scan->n_runs++;
  scan->open = TRUE;
  scan->glued_waits = FALSE;
  append (scan, first);
}

static void
end_run (Scan *scan)
{
  scan->open = FALSE;
  scan->glued_waits = FALSE;
}

static void
take_ordinal (Scan *scan, NbOrdinal ordinal, gunichar before)
{
  if (!nb_text_is_item_boundary (before))
    {
      if (ordinal.number == 1 && g_utf8_strchr (word_heads, -1, before) == NULL)
        {
          scan->glued = ordinal;
          scan->glued_waits = TRUE;
        }
      return;
    }
  if (ordinal.number == 1)
    begin_run (scan, ordinal);
  else if (ordinal.number == 2 && scan->glued_waits)
    {
      begin_run (scan, scan->glued);
      append (scan, ordinal);
    }
  else if (scan->open)
    append (scan, ordinal);
}

/* A numeral, Chinese or Arabic, that a heading begins with; its length in characters, 0 for none. */
static guint
read_heading_number (const char *at)
{
  guint number;
  guint length = nb_text_read_numeral (at, &number);

  if (length == 0)
    while (length < 2 && g_ascii_isdigit (at[length]))
      length++;
  return length;
}

/* 一、 1. 1． 1、 behind a boundary; （一） (1) wherever it stands. */
static gboolean
is_heading (const char *at, gunichar before)
{
  gunichar c = g_utf8_get_char (at);
  gboolean bracket = c == '(' || c == 0xFF08;
  const char *number = bracket ? g_utf8_next_char (at) : at;
  guint length = read_heading_number (number);
  gunichar behind, next;
  const char *end;

  if (length == 0)
    return FALSE;
  end = g_utf8_offset_to_pointer (number, length);
  behind = g_utf8_get_char (end);
  if (bracket)
    return behind == ')' || behind == 0xFF09;
  if (!nb_text_is_item_boundary (before))
    return FALSE;
  if (behind == DUNHAO)
    return TRUE;
  next = behind == '.' ? g_utf8_get_char (end + 1) : 0;
  return behind == 0xFF0E || (behind == '.' && !g_unichar_isdigit (next));
}

static void
scan_paragraph (Scan *scan, const NbParagraph *paragraph, guint index)
{
  gunichar before = 0;
  guint offset = 0;

  for (const char *c = paragraph->text; *c != '\0';)
    {
      guint number;
      guint length = nb_text_read_numeral (c, &number);
      const char *behind = g_utf8_offset_to_pointer (c, length);

      if (length > 0 && g_utf8_get_char (behind) == SHI)
        {
          take_ordinal (scan, (NbOrdinal){ { index, offset, offset + length + 1 }, number, 0 },
                        before);
          length++;
        }
      else
        {
          if (is_heading (c, before))
            end_run (scan);
          length = MAX (length, 1);
        }
      for (; length > 0; length--, offset++, c = g_utf8_next_char (c))
        before = g_utf8_get_char (c);
    }
}

void
nb_text_scan_ordinals (const NbText *text, GArray *ordinals)
{
  Scan scan = { .ordinals = ordinals };

  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    scan_paragraph (&scan, nb_text_get_paragraph (text, i), i);
}

char *
nb_text_format_ordinal (guint number)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  g_return_val_if_fail (number >= 1 && number <= 99, NULL);
  if (number < 10)
    return g_strdup (digits[number]);
  return g_strconcat (number < 20 ? "" : digits[number / 10], "十", digits[number % 10], NULL);
}
