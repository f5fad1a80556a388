/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-run-spacing.h"

#include <string.h>

static guint
get_advance (const NbRunSpacing *spacing, gunichar c)
{
  return spacing->box->vertical ? 1000 : nb_metrics_get_advance (spacing->metrics, c);
}

/* How far a mark begins inside the one before it. */
static guint
get_overlap (const NbRunSpacing *spacing, gunichar before, gunichar after)
{
  if (spacing->box->vertical || before == 0 || after == 0)
    return 0;
  return nb_metrics_get_overlap (spacing->metrics, before, after);
}

void
nb_run_spacing_init (NbRunSpacing *spacing, const NbPageBox *box, const NbMetrics *metrics)
{
  gint64 width = 0;
  guint n_characters = 0;
  gsize length = strlen (box->text);
  gunichar before = 0;

  *spacing = (NbRunSpacing){ .box = box, .metrics = metrics };
  /* Spaces at the end hang out of the box. */
  while (length > 0 && box->text[length - 1] == ' ')
    length--;
  for (const char *at = box->text; at < box->text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint advance = get_advance (spacing, c);

      width += advance;
      width -= get_overlap (spacing, before, c);
      n_characters += advance > 0;
      before = c;
    }
  spacing->spare =
      (box->vertical ? box->rect.height : box->rect.width) - (int) (width * box->size / 1000);
  /* The empty half of a mark at the end hangs out as well. */
  if (spacing->spare < 0 && before != 0 && nb_metrics_get_blank_after (metrics, before) > 0)
    spacing->spare = 0;
  spacing->n_gaps = n_characters > 1 ? n_characters - 1 : 0;
}

double
nb_run_spacing_get_place (const NbRunSpacing *spacing, gunichar c)
{
  guint gaps = MIN (spacing->gap, spacing->n_gaps);
  double spread = spacing->n_gaps > 0 ? (double) spacing->spare * gaps / spacing->n_gaps : 0;
  gint64 placed = spacing->placed - get_overlap (spacing, spacing->before, c);

  return NB_POINTS ((double) placed * spacing->box->size / 1000 + spread);
}

double
nb_run_spacing_get_spread (const NbRunSpacing *spacing)
{
  return spacing->n_gaps > 0 ? NB_POINTS ((double) spacing->spare / spacing->n_gaps) : 0;
}

void
nb_run_spacing_pass (NbRunSpacing *spacing, const char *from, const char *to)
{
  for (; from < to; from = g_utf8_next_char (from))
    {
      gunichar c = g_utf8_get_char (from);
      guint advance = get_advance (spacing, c);

      spacing->placed += advance;
      spacing->placed -= get_overlap (spacing, spacing->before, c);
      spacing->gap += advance > 0;
      spacing->before = c;
    }
}

gboolean
nb_run_spacing_joins (const NbRunSpacing *spacing, gunichar c)
{
  return nb_metrics_get_advance (spacing->metrics, c) == 0;
}
