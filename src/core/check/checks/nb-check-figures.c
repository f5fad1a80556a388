/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

static gboolean
is_figure (const NbFigure *figure)
{
  if ((figure->flags & NB_FIGURE_DATE) != 0)
    return FALSE;
  /* 一个, 一项 say nothing of how much. */
  return (figure->flags & NB_FIGURE_HAN) == 0 ? figure->unit != 0 : figure->value > 100;
}

/* An account of a year without a single number (R33). */
static void
look (NbCheck *check, const char *field)
{
  const NbText *text = nb_check_get_text (check, field);
  const NbProse *prose;

  if (nb_text_get_length (text) < nb_check_get_number (check, "min", 100))
    return;
  for (guint i = 0; (prose = nb_check_get_prose (check, field, i)) != NULL; i++)
    for (guint j = 0; j < prose->n_figures; j++)
      if (is_figure (&prose->figures[j]))
        return;
  nb_check_add_fault (check, field, NULL, 0, 0, 0);
}

static char *
describe (NbFinding *finding)
{
  return g_strdup_printf (
      _ ("“%s” holds no figures. Say how many, how often, for how many people."),
      nb_finding_get_label (finding));
}

const NbProseCheck nb_check_figures = { .text = look, .describe = describe };
