/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* One 一是, 二是 … of a run. */
typedef struct
{
  NbSpan span;  /* the numeral and its 是 */
  guint number; /* what the numeral says */
  guint run;    /* runs are counted from 0 through the text */
} NbOrdinal;

/* Finds the runs 一是 / 二是 … of @text and appends their NbOrdinal in order. A run begins with 一是 and ends
 * where the next one begins, and at each heading (一、 （一） 1. （1）). Only what stands where an item
 * can stand counts: at the start, behind punctuation, or, for a 一是 glued to its heading, where a 二是
 * follows; 统一是 and 星期二是 are none. One left-to-right pass. Rule R35. */
void nb_text_scan_ordinals (const NbText *text, GArray *ordinals);

/* The Chinese numeral of @number (1 to 99: 一 … 九十九) as it stands in an ordinal. Free with g_free(). */
char *nb_text_format_ordinal (guint number);

G_END_DECLS
