/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-class.h"

#define TEN 0x5341 /* 十 */

gboolean
nb_text_is_han (gunichar c)
{
  if (c >= 0x4E00 && c <= 0x9FFF)
    return TRUE;
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

gboolean
nb_text_is_heading_boundary (gunichar c)
{
  return c == 0 || nb_text_ends_sentence (c) || c == 0xFF1B || c == ';' || c == 0xFF1A || c == ':';
}

gunichar
nb_text_get_full_width (gunichar c)
{
  return c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '(' || c == ')'
             ? c + 0xFEE0
             : 0;
}

guint
nb_text_get_chinese_digit (gunichar c)
{
  switch (c)
    {
    case 0x4E00:
      return 1;
    case 0x4E8C:
      return 2;
    case 0x4E09:
      return 3;
    case 0x56DB:
      return 4;
    case 0x4E94:
      return 5;
    case 0x516D:
      return 6;
    case 0x4E03:
      return 7;
    case 0x516B:
      return 8;
    case 0x4E5D:
      return 9;
    default:
      return 0;
    }
}

guint
nb_text_read_numeral (const char *text, guint *number)
{
  gunichar c = nb_text_get_character (text);
  guint tens = nb_text_get_chinese_digit (c);
  guint length = 0;

  if (tens != 0)
    {
      length = 1;
      text = g_utf8_next_char (text);
      c = nb_text_get_character (text);
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
  tens = nb_text_get_chinese_digit (nb_text_get_character (g_utf8_next_char (text)));
  if (tens == 0)
    return length;
  *number += tens;
  return length + 1;
}

char *
nb_text_format_numeral (guint number)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  g_return_val_if_fail (number >= 1 && number <= 99, NULL);
  if (number < 10)
    return g_strdup (digits[number]);
  return g_strconcat (number < 20 ? "" : digits[number / 10], "十", digits[number % 10], NULL);
}
