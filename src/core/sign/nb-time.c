/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-time.h"

#include <string.h>

#define NB_TIME_PATTERN "0000-00-00T00:00:00Z"

/* The number in the @n digits at @text. */
static int
read_digits (const char *text, guint n)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    number = number * 10 + (text[i] - '0');
  return number;
}

gboolean
nb_time_parse (const char *text, gint64 *time)
{
  const char *pattern = NB_TIME_PATTERN;
  g_autoptr (GDateTime) date = NULL;

  if (strlen (text) != strlen (pattern))
    return FALSE;
  for (gsize i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  if (read_digits (text, 4) < 1970)
    return FALSE;

  date = g_date_time_new_utc (read_digits (text, 4), read_digits (text + 5, 2),
                              read_digits (text + 8, 2), read_digits (text + 11, 2),
                              read_digits (text + 14, 2), read_digits (text + 17, 2));
  if (date == NULL)
    return FALSE;
  *time = g_date_time_to_unix (date);
  return TRUE;
}

char *
nb_time_format (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);

  if (date == NULL || g_date_time_get_year (date) < 1970 || g_date_time_get_year (date) > 9999)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year (date),
                          g_date_time_get_month (date), g_date_time_get_day_of_month (date),
                          g_date_time_get_hour (date), g_date_time_get_minute (date),
                          g_date_time_get_second (date));
}
