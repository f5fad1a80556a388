/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ink.h"
#include "nb-page-list-private.h"

G_BEGIN_DECLS

/* Where each character of a run goes: as far as the metric table says, and what is left spread between
 * the characters so that the run fills its box. */
typedef struct
{
  const NbPageBox *box;
  const NbMetrics *metrics;
  int spare;       /* µm over the characters' own widths */
  guint n_gaps;    /* it goes into */
  guint gap;       /* the next one */
  gint64 placed;   /* per mille of an em that the characters before take */
  gunichar before; /* the last of them */
} NbRunSpacing;

void nb_run_spacing_init (NbRunSpacing *spacing, const NbPageBox *box, const NbMetrics *metrics);
/* Where the next character, @c, goes, in points from the run's beginning; with 0 the end of what is
 * placed. */
double nb_run_spacing_get_place (const NbRunSpacing *spacing, gunichar c);
/* How much is spread into each gap, in points. */
double nb_run_spacing_get_spread (const NbRunSpacing *spacing);
/* Goes on to @to, over the characters from @from on. */
void nb_run_spacing_pass (NbRunSpacing *spacing, const char *from, const char *to);
/* Whether @c stands over, under or inside the character before it. */
gboolean nb_run_spacing_joins (const NbRunSpacing *spacing, gunichar c);

G_END_DECLS
