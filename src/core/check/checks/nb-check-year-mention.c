/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

/* Whether the text names @year, or any year where that is 0: 2022年, 二〇二二年, 2022.3.5. */
static gboolean
names_year (const NbProse *prose, int year)
{
  for (guint i = 0; i < prose->n_figures; i++)
    {
      const NbFigure *figure = &prose->figures[i];
      gboolean date = (figure->flags & NB_FIGURE_DATE) != 0 || (figure->flags & NB_FIGURE_HAN) == 0;

      if (date && figure->value >= 1900 * 100 && figure->value < 3000 * 100
          && (year == 0 || figure->value / 100 == year))
        return TRUE;
    }
  return FALSE;
}

/* The text names the report year, unless it is the registry's word for nothing (R26). */
static void
look (NbCheck *check, const char *field)
{
  const NbText *text = nb_check_get_text (check, field);
  int year = nb_check_get_report_year (check->data);
  const NbProse *prose;

  if (nb_check_stands_for_nothing (text, nb_registry_get_none_word (check->context->registry)))
    return;
  for (guint i = 0; (prose = nb_check_get_prose (check, field, i)) != NULL; i++)
    if (names_year (prose, year))
      return;
  nb_check_add_fault (check, field, NULL, 0, year, 0);
}

static char *
describe (NbFinding *finding)
{
  int year = (int) nb_finding_get_a (finding);

  if (year == 0)
    return g_strdup_printf (_ ("“%s” names no year."), nb_finding_get_label (finding));
  return g_strdup_printf (_ ("“%s” does not name the report year, %d."),
                          nb_finding_get_label (finding), year);
}

const NbProseCheck nb_check_year_mention = { .text = look, .describe = describe };
