/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-prose-heading.h"
#include "nb-report-parts.h"

#define NO_PROBLEM 0
#define NOTHING    8 /* characters that 无。 and its like have at most */

/* How many items stand between two headings, as a run of 一是 or of headings below @kind; 0: cannot be
 * told. */
static guint
count_items (const NbText *text, const GArray *headings, guint index, guint end)
{
  const NbHeading *from = &g_array_index (headings, NbHeading, index);
  const NbHeading *to = end < headings->len ? &g_array_index (headings, NbHeading, end) : NULL;
  guint last = to != NULL ? to->paragraph : nb_text_get_n_paragraphs (text) - 1;
  guint n_ordinals = 0, n_headings = 0;

  for (guint i = from->paragraph; i <= last; i++)
    {
      const NbProse *prose = nb_paragraph_get_prose (nb_text_get_paragraph (text, i));

      for (guint j = 0; j < prose->n_items; j++)
        {
          const NbItem *item = &prose->items[j];

          if ((i == from->paragraph && item->start <= from->item->start)
              || (to != NULL && i == last && item->start >= to->item->start))
            continue;
          n_ordinals += item->kind == NB_ITEM_IS || item->kind == NB_ITEM_NTH;
          n_headings += NB_ITEM_IS_HEADING (item) && item->kind == from->item->kind + 1;
        }
    }
  return n_headings > 0 ? (n_ordinals == 0 ? n_headings : 0) : n_ordinals;
}

/* The next heading of the same level or a higher one. */
static guint
find_end (const GArray *headings, guint index)
{
  NbItemKind kind = g_array_index (headings, NbHeading, index).item->kind;

  for (index++; index < headings->len; index++)
    if (g_array_index (headings, NbHeading, index).item->kind <= kind)
      break;
  return index;
}

/* Whether the part says 无, or that there are no problems, and that is all. */
static gboolean
says_nothing (const NbText *text, const NbHeading *heading, const NbHeading *next)
{
  g_autofree char *words = NULL;
  guint paragraph = heading->paragraph;
  guint from = heading->item->title_end;
  NbSpan span;

  if (heading->item->title_stop == 0)
    {
      if (next != NULL && next->paragraph == paragraph)
        return FALSE;
      paragraph++;
      from = 0;
    }
  else
    from++;
  if (paragraph >= nb_text_get_n_paragraphs (text))
    return FALSE;
  span = (NbSpan){ paragraph, from, nb_text_get_paragraph (text, paragraph)->length };
  if (next != NULL && next->paragraph == paragraph)
    span.end = next->item->start;
  if (span.end <= span.start || span.end - span.start > NOTHING)
    return FALSE;
  words = g_strstrip (nb_text_dup_span (text, span));
  return g_str_has_prefix (words, "无") || g_str_has_prefix (words, "没有")
         || g_str_has_prefix (words, "暂无") || g_str_has_prefix (words, "不存在");
}

/* Problems and measures under headings of their own inside one part are counted and compared. */
static void
look_at_part (NbCheck *check, const char *field, const GArray *headings, guint index)
{
  const NbText *text = nb_check_get_text (check, field);
  guint end = find_end (headings, index);
  guint problems = 0, measures = 0;
  NbSpan spans[2] = { { 0, 0, 0 }, { 0, 0, 0 } };

  for (guint i = index + 1; i < end; i = find_end (headings, i))
    {
      const NbHeading *heading = &g_array_index (headings, NbHeading, i);
      guint parts = nb_heading_get_parts (heading->prose, heading->item);
      guint which = parts == NB_PART_PROBLEM ? 0 : 1;

      /* 整改问题 and the like speak of both: nothing can be counted. */
      if (parts != NB_PART_PROBLEM && (parts & ~(guint) NB_PART_PLAN) != NB_PART_MEASURE)
        continue;
      *(which == 0 ? &problems : &measures) =
          count_items (text, headings, i, find_end (headings, i));
      spans[which] = (NbSpan){ heading->paragraph, heading->item->start, heading->item->title_end };
    }
  /* In the order of the text, whichever comes first. */
  if (spans[0].paragraph > spans[1].paragraph
      || (spans[0].paragraph == spans[1].paragraph && spans[0].start > spans[1].start))
    {
      NbSpan first = spans[1];

      spans[1] = spans[0];
      spans[0] = first;
    }
  if (measures > 0 && problems > measures)
    nb_check_add_fault (check, field, spans, 2, problems, measures);
}

/* The part about problems names at least one, and for each a measure (R32). */
static void
look (NbCheck *check, const char *field)
{
  const NbText *text = nb_check_get_text (check, field);
  const GArray *headings = nb_check_get_headings (check, field);

  for (guint i = 0; i < headings->len; i++)
    {
      const NbHeading *heading = &g_array_index (headings, NbHeading, i);
      const NbHeading *next =
          i + 1 < headings->len ? &g_array_index (headings, NbHeading, i + 1) : NULL;
      NbSpan span = { heading->paragraph, heading->item->start, heading->item->title_end };

      if (heading->item->kind > NB_ITEM_HAN_BRACKETED
          || (nb_heading_get_parts (heading->prose, heading->item) & NB_PART_PROBLEM) == 0)
        continue;
      if (says_nothing (text, heading, next))
        nb_check_add_fault (check, field, &span, 1, NO_PROBLEM, 0);
      else if (heading->item->kind == NB_ITEM_HAN)
        look_at_part (check, field, headings, i);
    }
}

static char *
describe (NbFinding *finding)
{
  guint problems = (guint) nb_finding_get_a (finding);

  if (problems == NO_PROBLEM)
    return g_strdup (_ ("No problem is named here. Name at least one, and what is done about it."));
  return g_strdup_printf (
      _ ("Problems: %u, measures: %u. Say for each problem what is done about it."), problems,
      (guint) nb_finding_get_b (finding));
}

const NbProseCheck nb_check_problems = { .text = look, .describe = describe };
