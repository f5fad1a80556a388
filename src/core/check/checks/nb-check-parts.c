/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-prose-heading.h"
#include "nb-report-parts.h"

#define OUT_OF_ORDER 100 /* the fault's first number, where it is no part that is missing */

/* The parts in their order, measures counted with the problems. */
static guint
get_rank (guint part)
{
  return part == NB_PART_PLAN ? 4 : part == NB_PART_BENEFIT ? 2 : part == NB_PART_ACTIVITY ? 1 : 3;
}

static guint
get_lowest_rank (guint parts)
{
  return get_rank (parts & -parts);
}

static guint
get_highest_rank (guint parts)
{
  guint highest = 0;

  for (guint part = NB_PART_ACTIVITY; part <= NB_PART_PLAN; part <<= 1)
    if ((parts & part) != 0)
      highest = MAX (highest, get_rank (part));
  return highest;
}

/* What the text speaks of: by its headings where it has at least three of the first level, else anywhere. */
static guint
get_all_parts (const NbText *text, const GArray *headings)
{
  guint n_first = 0, parts = 0;

  for (guint i = 0; i < headings->len; i++)
    {
      const NbHeading *heading = &g_array_index (headings, NbHeading, i);

      n_first += heading->item->kind == NB_ITEM_HAN;
      parts |= nb_heading_get_parts (heading->prose, heading->item);
    }
  if (n_first >= 3)
    return parts;
  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    parts |= nb_prose_get_parts (nb_paragraph_get_prose (nb_text_get_paragraph (text, i)), 0,
                                 G_MAXUINT, FALSE);
  return parts;
}

static void
look_at_order (NbCheck *check, const char *field, const GArray *headings)
{
  guint highest = 0;

  for (guint i = 0; i < headings->len; i++)
    {
      const NbHeading *heading = &g_array_index (headings, NbHeading, i);
      guint parts = nb_heading_get_parts (heading->prose, heading->item);
      NbSpan span = { heading->paragraph, heading->item->start, heading->item->title_end };

      if (heading->item->kind != NB_ITEM_HAN || parts == 0)
        continue;
      if (get_highest_rank (parts) < highest)
        {
          nb_check_add_fault (check, field, &span, 1, OUT_OF_ORDER, 0);
          return;
        }
      highest = MAX (highest, get_lowest_rank (parts));
    }
}

/* The account speaks of what was done, what came of it, problems with measures, and the plan, in that order
 * (R31). The guide asks for the first three; that the plan is missing is advice. */
static void
look (NbCheck *check, const char *field)
{
  const NbText *text = nb_check_get_text (check, field);
  const GArray *headings;
  guint parts;

  if (nb_text_get_length (text) < nb_check_get_number (check, "min", 300))
    return;
  headings = nb_check_get_headings (check, field);
  parts = get_all_parts (text, headings);
  if ((parts & NB_PART_BENEFIT) == 0)
    nb_check_add_fault (check, field, NULL, 0, NB_PART_BENEFIT, 0);
  if ((parts & (NB_PART_PROBLEM | NB_PART_MEASURE)) == 0)
    nb_check_add_fault (check, field, NULL, 0, NB_PART_PROBLEM, 0);
  if ((parts & NB_PART_PLAN) == 0)
    nb_finding_set_severity (nb_check_add_fault (check, field, NULL, 0, NB_PART_PLAN, 0),
                             NB_SEVERITY_ADVICE);
  look_at_order (check, field, headings);
}

static char *
describe (NbFinding *finding)
{
  const char *label = nb_finding_get_label (finding);

  switch (nb_finding_get_a (finding))
    {
    case NB_PART_BENEFIT:
      return g_strdup_printf (_ ("“%s” does not say what social or economic benefit there was."),
                              label);
    case NB_PART_PROBLEM:
      return g_strdup_printf (_ ("“%s” speaks of no problems and of no measures against them."),
                              label);
    case NB_PART_PLAN:
      return g_strdup_printf (_ ("“%s” does not say what is planned for the next year."), label);
    default:
      return g_strdup (
          _ ("This part stands behind one that usually follows it. The usual order: what was "
             "done, its benefit, problems and measures, next year’s plan."));
    }
}

const NbProseCheck nb_check_parts = { .text = look, .describe = describe };
