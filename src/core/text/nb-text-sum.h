/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* 共办件5632件，其中线上评价事项2412件，线下评价事项3220件: a total and its parts in one sentence. */
typedef struct
{
  NbSpan total;
  gint64 total_value; /* in hundredths of the unit */
  gint64 parts_sum;
  GArray *parts; /* of NbSpan, in order; owned */
} NbSumFault;

/* Finds the totals whose parts after 其中 (same unit, until the end of the sentence) do not add up,
 * and appends an NbSumFault for each. Stays silent where the parts need not be complete (a single part,
 * other units, percentages, 余/多/近/约 numbers). Linear. Rule R46. */
void nb_text_scan_sums (const NbText *text, GArray *faults);

/* GDestroyNotify for the elements of such an array. */
void nb_sum_fault_clear (NbSumFault *fault);

G_END_DECLS
