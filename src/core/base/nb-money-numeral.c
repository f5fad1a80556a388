/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-money-numeral.h"

#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

/* Longer than any amount below 10^13: 壹仟贰佰… with all its places has fewer. */
#define NUMERAL_LENGTH 64
#define NUMERAL_LIMIT  G_GINT64_CONSTANT (10000000000000)

static const char *const digits[][2] = { { "零", "〇" }, { "一", "壹" }, { "二", "贰" },
                                         { "三", "叁" }, { "四", "肆" }, { "五", "伍" },
                                         { "六", "陆" }, { "七", "柒" }, { "八", "捌" },
                                         { "九", "玖" } };

int
nb_money_numeral_parse_digit (const char *text, const char **next)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (digits); i++)
    for (int j = 0; j < 2; j++)
      if (g_str_has_prefix (text, digits[i][j]))
        {
          *next = text + strlen (digits[i][j]);
          return i;
        }
  return -1;
}

/* ICU knows each way of writing, but not both in one number as people mix them. */
static char *
to_everyday (const char *text)
{
  static const char *const places[][2] = { { "拾", "十" }, { "佰", "百" }, { "仟", "千" },
                                           { "萬", "万" }, { "億", "亿" }, { "两", "二" },
                                           { "〇", "零" } };
  GString *string = g_string_new (text);

  for (gsize i = 1; i < G_N_ELEMENTS (digits); i++)
    g_string_replace (string, digits[i][1], digits[i][0], 0);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_string_replace (string, places[i][0], places[i][1], 0);
  return g_string_free (string, FALSE);
}

/* Only characters of a numeral: ICU would also read ASCII digits and stop at what it does not know. */
static gboolean
is_numeral (const char *text)
{
  static const char *const known = "零一二三四五六七八九十百千万亿";

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_utf8_strchr (known, -1, g_utf8_get_char (c)) == NULL)
      return FALSE;
  return *text != '\0';
}

gboolean
nb_money_numeral_parse (const char *text, gint64 *out)
{
  g_autofree char *everyday = to_everyday (text);
  UErrorCode status = U_ZERO_ERROR;
  UChar spelled[NUMERAL_LENGTH];
  UNumberFormat *format;
  int32_t length = 0;
  int32_t position = 0;
  gint64 number;

  if (!is_numeral (everyday))
    return FALSE;
  u_strFromUTF8 (spelled, NUMERAL_LENGTH, &length, everyday, -1, &status);
  if (U_FAILURE (status))
    return FALSE;

  format = unum_open (UNUM_SPELLOUT, NULL, 0, "zh", NULL, &status);
  number = U_SUCCESS (status) ? unum_parseInt64 (format, spelled, length, &position, &status) : 0;
  unum_close (format);
  if (U_FAILURE (status) || position != length || number < 0 || number >= NUMERAL_LIMIT)
    return FALSE;
  *out = number;
  return TRUE;
}
