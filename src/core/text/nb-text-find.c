/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-find.h"

#include "nb-text-class.h"

#define FIRST_WIDE       0xFF01
#define LAST_WIDE        0xFF5E
#define WIDE_SPACE       0x3000
#define FULL_STOP        0x3002 /* 。 */
#define HALF_WIDTH_STOP  0xFF61 /* ｡ */
#define HALF_WIDTH_COMMA 0xFF64 /* ､ */
#define DUNHAO           0x3001 /* 、 */

static gunichar
fold (gunichar c)
{
  if (c >= FIRST_WIDE && c <= LAST_WIDE)
    c = c - FIRST_WIDE + '!';
  else if (c == WIDE_SPACE)
    c = ' ';
  else if (c == HALF_WIDTH_STOP)
    c = FULL_STOP;
  else if (c == HALF_WIDTH_COMMA)
    c = DUNHAO;
  return c < 0x2E80 ? g_unichar_tolower (c) : c;
}

static gunichar *
fold_words (const char *words, guint *length)
{
  gunichar *folded = g_utf8_to_ucs4_fast (words, -1, NULL);

  for (*length = 0; folded[*length] != 0; (*length)++)
    folded[*length] = fold (folded[*length]);
  return folded;
}

static gboolean
stands_at (const char *at, const gunichar *words)
{
  for (; *words != 0; words++, at = g_utf8_next_char (at))
    if (*at == '\0' || fold (nb_text_get_character (at)) != *words)
      return FALSE;
  return TRUE;
}

GArray *
nb_text_find (const NbText *text, const char *words)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (NbSpan));
  guint length;
  g_autofree gunichar *folded = fold_words (words, &length);

  for (guint i = 0; length > 0 && i < nb_text_get_n_paragraphs (text); i++)
    {
      const char *at = nb_text_get_paragraph (text, i)->text;

      for (guint offset = 0; *at != '\0';)
        {
          NbSpan span = { i, offset, offset + length };

          if (fold (nb_text_get_character (at)) != folded[0] || !stands_at (at, folded))
            {
              at = g_utf8_next_char (at);
              offset++;
              continue;
            }
          g_array_append_val (found, span);
          at = g_utf8_offset_to_pointer (at, (glong) length);
          offset += length;
        }
    }
  return found;
}
