/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

#define STOP 0x3002 /* 。 */

/* @next: the first figure not before the sentence, which moves on with the sentences. */
static gboolean
is_year (const NbProse *prose, const NbSentence *sentence, guint *next)
{
  const NbFigure *figure;

  while (*next < prose->n_figures && prose->figures[*next].start < sentence->start)
    (*next)++;
  if (*next == prose->n_figures)
    return FALSE;
  figure = &prose->figures[*next];
  return figure->start == sentence->start && figure->end == sentence->end
         && (figure->flags & NB_FIGURE_DATE) != 0 && figure->n_digits == 4;
}

/* A sentence that is nothing but a year: 2022年。能遵守, where a comma was meant (R27). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  guint next = 0;

  for (guint i = 0; i + 1 < prose->n_sentences; i++)
    {
      const NbSentence *sentence = &prose->sentences[i];
      NbSpan span = { index, sentence->end, sentence->end + 1 };

      if (sentence->stop == STOP && sentence->words == sentence->start
          && is_year (prose, sentence, &next))
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
