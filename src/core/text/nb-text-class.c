/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-class.h"

gboolean
nb_text_is_han (gunichar c)
{
  return c >= 0x2E80 && g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

gboolean
nb_text_is_cjk_mark (gunichar c)
{
  return (c >= 0x3000 && c <= 0x303F && c != 0x3007) || (c >= 0xFF00 && c <= 0xFFEF) || c == 0x2018
         || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026 || c == 0x2014 || c == 0x00B7;
}

gboolean
nb_text_is_item_boundary (gunichar c)
{
  return c == 0 || g_unichar_isspace (c) || nb_text_is_cjk_mark (c)
         || (c < 0x80 && g_ascii_ispunct ((char) c));
}

guint
nb_text_get_chinese_digit (gunichar c)
{
  static const gunichar digits[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                     0x516D, 0x4E03, 0x516B, 0x4E5D };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (digits[i] == c)
      return i + 1;
  return 0;
}

#define TEN 0x5341 /* 十 */

guint
nb_text_read_numeral (const char *text, guint *number)
{
  gunichar c = g_utf8_get_char (text);
  guint tens = nb_text_get_chinese_digit (c);
  guint length = 0;

  if (tens != 0)
    {
      length = 1;
      text = g_utf8_next_char (text);
      c = g_utf8_get_char (text);
      if (c != TEN)
        {
          *number = tens;
          return length;
        }
    }
  if (c != TEN)
    return 0;
  length++;
  *number = (tens != 0 ? tens : 1) * 10;
  tens = nb_text_get_chinese_digit (g_utf8_get_char (g_utf8_next_char (text)));
  if (tens == 0)
    return length;
  *number += tens;
  return length + 1;
}
