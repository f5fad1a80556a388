/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds of characters that every scan asks for. */

/* A Han character (any code point of that script, 〇 too). */
gboolean nb_text_is_han (gunichar c);
/* Punctuation of Chinese text: the CJK block, full-width forms, “ ” ‘ ’ … — ·. */
gboolean nb_text_is_cjk_mark (gunichar c);
/* A mark, half-width or not, behind which an item or a heading can begin; 0 (no character) too. */
gboolean nb_text_is_item_boundary (gunichar c);
/* The value of one Chinese digit 一 to 九, 0 for others. */
guint nb_text_get_chinese_digit (gunichar c);
/* Reads a Chinese numeral from 1 to 99 at @text; returns how many characters it has, 0 for none. */
guint nb_text_read_numeral (const char *text, guint *number);

G_END_DECLS
