/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds of characters that every scan asks for. */

/* The character at @c, in text that is known to be UTF-8; 0 at its end. As g_utf8_get_char(), but inline: a
 * scan asks it for every character. */
static inline gunichar
nb_text_get_character (const char *c)
{
  const guchar *at = (const guchar *) c;

  if (at[0] < 0x80)
    return at[0];
  if (at[0] < 0xE0)
    return (gunichar) (at[0] & 0x1F) << 6 | (at[1] & 0x3F);
  if (at[0] < 0xF0)
    return (gunichar) (at[0] & 0x0F) << 12 | (gunichar) (at[1] & 0x3F) << 6 | (at[2] & 0x3F);
  return (gunichar) (at[0] & 0x07) << 18 | (gunichar) (at[1] & 0x3F) << 12
         | (gunichar) (at[2] & 0x3F) << 6 | (at[3] & 0x3F);
}

/* A Han character (any code point of that script, 〇 and 々 too). */
gboolean nb_text_is_han (gunichar c);
/* Punctuation of Chinese text: the CJK block, full-width forms, “ ” ‘ ’ … — ·. */
gboolean nb_text_is_cjk_mark (gunichar c);
/* A mark behind which another sentence begins: 。 ！ ？ and their half-width twins but the full stop. */
static inline gboolean
nb_text_ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == '!' || c == '?';
}
/* A mark, half-width or not, behind which an item can begin; 0 (no character) too. */
gboolean nb_text_is_item_boundary (gunichar c);
/* The same for a heading, which needs more: the start, or the end of a sentence or of its larger parts. */
gboolean nb_text_is_heading_boundary (gunichar c);
/* The full-width twin of a half-width punctuation mark of Chinese text, 0 where it has none. */
gunichar nb_text_get_full_width (gunichar c);

/* The value of one Chinese digit 一 to 九, 0 for others. */
guint nb_text_get_chinese_digit (gunichar c);
/* Reads a Chinese numeral from 1 to 99 at @text; returns how many characters it has, 0 for none. */
guint nb_text_read_numeral (const char *text, guint *number);
/* The Chinese numeral of @number, 1 to 99: 一 … 九十九. Free with g_free(). */
char *nb_text_format_numeral (guint number);

G_END_DECLS
