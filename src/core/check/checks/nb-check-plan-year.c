/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include <string.h>

#include "nb-report-parts.h"

/* What makes an account of a plan: 2022年工作计划完成情况. */
static gboolean
tells_of_the_past (const char *title, gsize size)
{
  static const char *const words[] = { "完成", "执行", "落实", "实施情况",
                                       "总结", "回顾", "五年", "十四五" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (memmem (title, size, words[i], strlen (words[i])) != NULL)
      return TRUE;
  return FALSE;
}

/* The only year of the title; NULL where there is none, or more than one, as in 2023—2025年. */
static const NbFigure *
find_only_year (const NbProse *prose, const NbItem *heading)
{
  const NbFigure *year = NULL;

  for (guint i = 0; i < prose->n_figures && prose->figures[i].byte < heading->title_end_byte; i++)
    {
      const NbFigure *figure = &prose->figures[i];

      if (figure->byte < heading->end_byte || figure->n_digits != 4)
        continue;
      if (year != NULL)
        return NULL;
      year = figure;
    }
  return year != NULL && (year->flags & NB_FIGURE_DATE) != 0 ? year : NULL;
}

/* The heading of the plan names the year after the report year (R34). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  const char *text = nb_text_get_paragraph (nb_check_get_text (check, field), index)->text;
  int year = nb_check_get_report_year (check->data);

  for (guint i = 0; year != 0 && i < prose->n_items; i++)
    {
      const NbItem *item = &prose->items[i];
      const NbFigure *figure;
      guint parts;

      if (item->kind > NB_ITEM_HAN_BRACKETED)
        continue;
      parts = nb_heading_get_parts (prose, item);
      if ((parts & NB_PART_PLAN) == 0 || (parts & NB_PART_BENEFIT) != 0
          || tells_of_the_past (text + item->end_byte, item->title_end_byte - item->end_byte))
        continue;
      figure = find_only_year (prose, item);
      if (figure != NULL && figure->value / 100 != year + 1)
        {
          NbSpan span = { index, figure->start, figure->digits_end };

          nb_check_add_fault (check, field, &span, 1, year + 1, figure->flags & NB_FIGURE_HAN);
        }
    }
}

static char *
describe (NbFinding *finding)
{
  g_autofree char *words = nb_finding_dup_words (finding, 0);

  return g_strdup_printf (
      _ ("The plan is one for %d, the year after the report’s; “%s” stands here."),
      (int) nb_finding_get_a (finding), words);
}

static void
fix (NbFinding *finding)
{
  g_autofree char *year = g_strdup_printf ("%d", (int) nb_finding_get_a (finding));

  if (nb_finding_get_b (finding) == 0)
    nb_finding_add_edit (finding, nb_finding_get_spans (finding)[0], year);
}

const NbProseCheck nb_check_plan_year = { .paragraph = look, .describe = describe, .fix = fix };
