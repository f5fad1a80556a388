/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-value.h"

#include <string.h>

#include "nb-width.h"

#define COUNT_DIGITS 9

static gboolean
is_digits (const char *text, gsize at_most)
{
  gsize length = strspn (text, "0123456789");

  return length > 0 && length <= at_most && text[length] == '\0';
}

/* 二〇二二 as 2022, digit by digit; others stay as they are. */
static char *
fold_chinese_digits (const char *text)
{
  static const char *const digits[] = {
    "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"
  };
  GString *string = g_string_new (text);

  g_string_replace (string, "零", "0", 0);
  for (int i = 0; i < 10; i++)
    {
      char digit[] = { (char) ('0' + i), '\0' };

      g_string_replace (string, digits[i], digit, 0);
    }
  return g_string_free (string, FALSE);
}

static void
parse_money (const NbFieldDef *def, const char *text, NbValue *out)
{
  NbMoneyUnit unit = g_strcmp0 (def->unit, "元") == 0 ? NB_MONEY_YUAN : NB_MONEY_WAN;
  NbMoney money;

  if (!nb_money_parse (text, unit, def->negative, &money))
    return;
  out->state = NB_VALUE_READ;
  out->number = money.fen;
  out->spelling = money.spelling;
  out->canonical = nb_money_format (money.fen);
}

static void
parse_count (const char *text, NbValue *out)
{
  g_autofree char *folded = g_strstrip (nb_width_fold (text));

  if (!is_digits (folded, COUNT_DIGITS))
    return;
  out->state = NB_VALUE_READ;
  out->number = g_ascii_strtoll (folded, NULL, 10);
  out->canonical = g_strdup_printf ("%" G_GINT64_FORMAT, out->number);
}

static void
parse_year (const char *text, NbValue *out)
{
  g_autofree char *folded = g_strstrip (nb_width_fold (text));
  g_autofree char *digits = NULL;
  gint64 year;

  if (g_str_has_suffix (folded, "年度"))
    folded[strlen (folded) - strlen ("年度")] = '\0';
  else if (g_str_has_suffix (folded, "年"))
    folded[strlen (folded) - strlen ("年")] = '\0';
  digits = fold_chinese_digits (folded);
  if (!is_digits (digits, 4))
    return;
  year = g_ascii_strtoll (digits, NULL, 10);
  if (year < 1900 || year > 2999)
    return;
  out->state = NB_VALUE_READ;
  out->number = year;
  out->canonical = g_strdup_printf ("%d", (int) year);
}

static void
parse_date (const char *text, NbValue *out)
{
  if (!nb_date_parse (text, &out->date))
    return;
  out->state = NB_VALUE_READ;
  out->canonical = nb_date_format_iso (out->date);
}

void
nb_value_parse (const NbFieldDef *def, const char *text, NbValue *out)
{
  memset (out, 0, sizeof *out);
  if (*text == '\0')
    {
      out->state = NB_VALUE_EMPTY;
      out->canonical = g_strdup ("");
      return;
    }

  out->state = NB_VALUE_UNREADABLE;
  switch (def->type)
    {
    case NB_FIELD_MONEY:
      parse_money (def, text, out);
      break;
    case NB_FIELD_COUNT:
      parse_count (text, out);
      break;
    case NB_FIELD_YEAR:
      parse_year (text, out);
      break;
    case NB_FIELD_DATE:
      parse_date (text, out);
      break;
    case NB_FIELD_LINE:
    case NB_FIELD_LONG:
    case NB_FIELD_CODE:
    case NB_FIELD_CHOICE:
      out->state = NB_VALUE_READ;
      return;
    }
  if (out->canonical == NULL)
    out->canonical = g_strdup ("");
  if (def->type != NB_FIELD_MONEY)
    out->spelling = strcmp (out->canonical, text) != 0;
}

void
nb_value_read (const NbFieldDef *def, const NbText *text, NbValue *out)
{
  if (def->type == NB_FIELD_LONG)
    *out = (NbValue){ .state = nb_text_is_empty (text) ? NB_VALUE_EMPTY : NB_VALUE_READ };
  else
    nb_value_parse (def, nb_text_get_paragraph (text, 0)->text, out);
}

void
nb_value_clear (NbValue *value)
{
  g_clear_pointer (&value->canonical, g_free);
}
