/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

#define STOP 0x3002 /* 。 */

static gboolean
is_year (const NbProse *prose, const NbSentence *sentence)
{
  for (guint i = 0; i < prose->n_figures; i++)
    {
      const NbFigure *figure = &prose->figures[i];

      if (figure->start == sentence->start)
        return figure->end == sentence->end && (figure->flags & NB_FIGURE_DATE) != 0
               && figure->n_digits == 4;
      if (figure->start > sentence->start)
        return FALSE;
    }
  return FALSE;
}

/* A sentence that is nothing but a year: 2022年。能遵守, where a comma was meant (R27). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);

  for (guint i = 0; i + 1 < prose->n_sentences; i++)
    {
      const NbSentence *sentence = &prose->sentences[i];
      NbSpan span = { index, sentence->end, sentence->end + 1 };

      /* Nothing longer can be one year, so that looking for it stays linear. */
      if (sentence->stop == STOP && sentence->words == sentence->start
          && sentence->end - sentence->start <= 8 && is_year (prose, sentence))
        nb_check_add_fault (check, field, &span, 1, 0, 0);
    }
}

static char *
describe (NbFinding *finding)
{
  return g_strdup (_ ("A full stop stands right behind the year: a comma was meant."));
}

static void
fix (NbFinding *finding)
{
  nb_finding_add_edit (finding, nb_finding_get_spans (finding)[0], "，");
}

const NbProseCheck nb_check_year_stop = { .paragraph = look, .describe = describe, .fix = fix };
