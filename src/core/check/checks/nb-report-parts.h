/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-prose.h"

G_BEGIN_DECLS

/* The parts that an account of the year has: what was done, what came of it, problems and measures, the
 * plan. Bits, since one heading can speak of several. */
typedef enum
{
  NB_PART_ACTIVITY = 1 << 0,
  NB_PART_BENEFIT = 1 << 1,
  NB_PART_PROBLEM = 1 << 2,
  NB_PART_MEASURE = 1 << 3, /* stands with the problems */
  NB_PART_PLAN = 1 << 4,
} NbPart;

/* What the words from byte @from to byte @to speak of. @weak: words that also mean other things count. */
guint nb_prose_get_parts (const NbProse *prose, guint from, guint to, gboolean weak);
/* The same for the title of @heading. */
guint nb_heading_get_parts (const NbProse *prose, const NbItem *heading);

G_END_DECLS
