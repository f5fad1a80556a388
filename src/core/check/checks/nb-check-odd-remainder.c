/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

#define YU 0x4F59 /* 余 */

/* 18余万 is 180,000 and some: 余 is right before a power of ten. */
static gboolean
is_before_power (const char *text, const NbFigure *figure)
{
  const char *behind = g_utf8_next_char (text + figure->digits_end_byte);
  gunichar c = g_utf8_get_char (behind);

  return c != 0 && g_utf8_strchr ("万亿千百", -1, c) != NULL;
}

static gboolean
is_round (const NbFigure *figure)
{
  if ((figure->flags & NB_FIGURE_HAN) != 0 && figure->n_digits < 2)
    return TRUE;
  return (figure->flags & (NB_FIGURE_DECIMAL | NB_FIGURE_LONG)) == 0 && figure->value % 1000 == 0;
}

/* 18余次: 余 behind a number that is not round (R44). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  const char *text = nb_text_get_paragraph (nb_check_get_text (check, field), index)->text;

  for (guint i = 0; i < prose->n_figures; i++)
    {
      const NbFigure *figure = &prose->figures[i];
      NbSpan span = { index, figure->start, figure->end };

      if (figure->behind == YU && figure->unit != 0 && !is_round (figure)
          && !is_before_power (text, figure))
        nb_check_add_fault (check, field, &span, 1, 0, 0);
    }
}

static char *
describe (NbFinding *finding)
{
  g_autofree char *words = nb_finding_dup_words (finding, 0);

  return g_strdup_printf (
      _ ("“%s”: 余 goes with round numbers only. Give the number, or round it."), words);
}

const NbProseCheck nb_check_odd_remainder = { .paragraph = look, .describe = describe };
