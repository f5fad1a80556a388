/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-date.h"

#include <string.h>

#include "nb-width.h"

static gboolean
make_date (guint year, guint month, guint day, NbDate *out)
{
  if (year < 1000 || year > 9999
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  *out = (NbDate){ (int) year, (int) month, (int) day };
  return TRUE;
}

/* Reads at most @at_most digits, at least one. */
static gboolean
read_number (const char **at, guint at_most, guint *out)
{
  guint n = 0;

  for (*out = 0; n < at_most && g_ascii_isdigit (**at); n++, (*at)++)
    *out = *out * 10 + (guint) (**at - '0');
  return n > 0 && !g_ascii_isdigit (**at);
}

static gboolean
read_word (const char **at, const char *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

static gboolean
read_date (const char *at, const char *const separators[3], NbDate *out)
{
  guint year, month, day;

  return read_number (&at, 4, &year) && read_word (&at, separators[0])
         && read_number (&at, 2, &month) && read_word (&at, separators[1])
         && read_number (&at, 2, &day) && read_word (&at, separators[2]) && *at == '\0'
         && make_date (year, month, day, out);
}

gboolean
nb_date_parse_iso (const char *text, NbDate *out)
{
  static const char *const separators[] = { "-", "-", "" };

  return strlen (text) == strlen ("2023-03-05") && read_date (text, separators, out);
}

gboolean
nb_date_parse (const char *text, NbDate *out)
{
  static const char *const spellings[][3] = {
    { "-", "-", "" }, { ".", ".", "" }, { "/", "/", "" }, { "年", "月", "日" }
  };
  g_autofree char *folded = nb_width_fold_label (text);

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (read_date (folded, spellings[i], out))
      return TRUE;
  return FALSE;
}

char *
nb_date_format_iso (NbDate date)
{
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

char *
nb_date_format_chinese (NbDate date)
{
  return g_strdup_printf ("%d年%d月%d日", date.year, date.month, date.day);
}

gboolean
nb_date_is_set (NbDate date)
{
  return date.year != 0;
}

int
nb_date_compare (NbDate a, NbDate b)
{
  if (a.year != b.year)
    return a.year - b.year;
  if (a.month != b.month)
    return a.month - b.month;
  return a.day - b.day;
}

int
nb_date_days_between (NbDate a, NbDate b)
{
  GDate first, second;

  g_date_clear (&first, 1);
  g_date_clear (&second, 1);
  g_date_set_dmy (&first, (GDateDay) a.day, (GDateMonth) a.month, (GDateYear) a.year);
  g_date_set_dmy (&second, (GDateDay) b.day, (GDateMonth) b.month, (GDateYear) b.year);
  return g_date_days_between (&first, &second);
}
