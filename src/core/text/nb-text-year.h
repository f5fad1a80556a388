/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* A year that a text names. */
typedef struct
{
  NbSpan span; /* its four digits */
  int year;
} NbYearMention;

/* Finds the years 1900 to 2999 that @text names and appends an NbYearMention for each, in order:
 * 2022年, ２０２２年度, 二〇二二年, the years of 2020—2022年 and 2021、2022年, of a date (2022-03-05,
 * 2022.3.5), and in brackets (〔2022〕15号). Other numbers of four digits are none. One pass. */
void nb_text_scan_years (const NbText *text, GArray *years);

G_END_DECLS
