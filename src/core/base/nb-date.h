/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day of the Gregorian calendar; all zero: no date. */
typedef struct
{
  int year;
  int month;
  int day;
} NbDate;

/* Reads an xsd:date without a zone ("2023-03-05"), nothing else. */
gboolean nb_date_parse_iso (const char *text, NbDate *out);

/* Reads a date as people write it: 2023-3-5, 2023.3.5, 2023/3/5, 2023年3月5日, full-width digits
 * included. */
gboolean nb_date_parse (const char *text, NbDate *out);

/* "2023-03-05". Free with g_free(). */
char *nb_date_format_iso (NbDate date);

/* "2023年3月5日". Free with g_free(). */
char *nb_date_format_chinese (NbDate date);

gboolean nb_date_is_set (NbDate date);

/* How many days @b is after @a; negative where it is before. Both are set. */
int nb_date_days_between (NbDate a, NbDate b);

/* Negative, zero or positive as @a is before, on or after @b. */
int nb_date_compare (NbDate a, NbDate b);

G_END_DECLS
