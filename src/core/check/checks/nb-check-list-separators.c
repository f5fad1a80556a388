/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-prose-run.h"
#include "nb-text-class.h"

typedef enum
{
  SEPARATOR_NONE, /* cannot be told */
  SEPARATOR_STOP,
  SEPARATOR_SEMICOLON,
  SEPARATOR_COMMA,
} Separator;

static Separator
classify (gunichar c)
{
  if (nb_text_ends_sentence (c))
    return SEPARATOR_STOP;
  if (c == 0xFF1B || c == ';')
    return SEPARATOR_SEMICOLON;
  return c == 0xFF0C || c == ',' || c == 0x3001 ? SEPARATOR_COMMA : SEPARATOR_NONE;
}

/* The mark in front of @item, at the end of the paragraph before where the item begins one. */
static Separator
find_separator (const NbText *text, const NbRunItem *item, NbSpan *span)
{
  const NbParagraph *before;
  const NbProse *prose;

  if (item->item->before != 0)
    {
      *span = (NbSpan){ item->paragraph, item->item->before_at, item->item->before_at + 1 };
      return classify (item->item->before);
    }
  if (item->paragraph == 0)
    return SEPARATOR_NONE;
  before = nb_text_get_paragraph (text, item->paragraph - 1);
  prose = nb_paragraph_get_prose (before);
  if (prose->n_marks == 0 || prose->marks[prose->n_marks - 1].at + 1 != before->length)
    return SEPARATOR_NONE;
  *span = (NbSpan){ item->paragraph - 1, before->length - 1, before->length };
  return classify (prose->marks[prose->n_marks - 1].c);
}

/* The items of one run, from @first to before @end; @spans is room for their separators. */
static void
look_at_run (
    NbCheck *check, const char *field, const GArray *items, guint first, guint end, GArray *spans)
{
  const NbText *text = nb_check_get_text (check, field);
  guint kinds = 0;

  g_array_set_size (spans, 0);
  for (guint i = first + 1; i < end; i++)
    {
      NbSpan span;
      Separator separator = find_separator (text, &g_array_index (items, NbRunItem, i), &span);

      if (separator == SEPARATOR_NONE)
        continue;
      kinds |= 1u << separator;
      g_array_append_val (spans, span);
    }
  if ((kinds & (kinds - 1)) != 0)
    nb_check_add_fault (check, field, (const NbSpan *) spans->data, spans->len, 0, 0);
}

/* The items of one list are divided by one kind of mark (R39). */
static void
look (NbCheck *check, const char *field)
{
  const GArray *items = nb_check_get_runs (check, field, NB_ITEM_IS);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (NbSpan));
  guint first = 0;

  for (guint i = 1; i <= items->len; i++)
    if (i == items->len
        || g_array_index (items, NbRunItem, i).run != g_array_index (items, NbRunItem, first).run)
      {
        look_at_run (check, field, items, first, i, spans);
        first = i;
      }
}

static char *
describe (NbFinding *finding)
{
  return g_strdup (_ ("The items of this list are divided by different marks: use one of them."));
}

/* To full stops, since an item may hold some itself. */
static void
fix (NbFinding *finding)
{
  const NbText *text = nb_finding_get_text (finding);

  for (guint i = 0; i < nb_finding_get_n_spans (finding); i++)
    {
      NbSpan span = nb_finding_get_spans (finding)[i];
      g_autofree char *mark = nb_text_dup_span (text, span);

      if (classify (g_utf8_get_char (mark)) != SEPARATOR_STOP)
        nb_finding_add_edit (finding, span, "。");
    }
}

const NbProseCheck nb_check_list_separators = { .text = look, .describe = describe, .fix = fix };
