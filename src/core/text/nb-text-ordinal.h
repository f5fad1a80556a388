/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* An ordinal of a run that does not follow the one before: 一是 二是 三是 *五是*. */
typedef struct
{
  NbSpan span;     /* the numeral and its 是 */
  guint found;     /* 5 */
  guint expected;  /* 4 */
} NbOrdinalFault;

/* Finds the runs 一是 / 二是 … of @text and appends an NbOrdinalFault for each break. A run ends
 * where 一是 starts the next one and at each heading (一、 （一） 1. （1）). One left-to-right pass.
 * Rule R35. */
void nb_text_scan_ordinals (const NbText *text, GArray *faults);

/* A Chinese numeral from 1 to 99 (一 … 九十九) as it stands in an ordinal; empty for others.
 * Static storage is not used: free with g_free(). */
char *nb_text_format_ordinal (guint number);

G_END_DECLS
