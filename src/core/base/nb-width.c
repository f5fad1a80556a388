/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-width.h"

#define FULL_WIDTH_FIRST  0xFF01
#define FULL_WIDTH_LAST   0xFF5E
#define FULL_WIDTH_OFFSET 0xFEE0
#define IDEOGRAPHIC_SPACE 0x3000

static gunichar
fold_character (gunichar c)
{
  if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
    return c - FULL_WIDTH_OFFSET;
  return c == IDEOGRAPHIC_SPACE ? ' ' : c;
}

static char *
fold (const char *text, gboolean keep_space)
{
  GString *folded = g_string_sized_new (64);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = fold_character (g_utf8_get_char (at));

      if (keep_space || !g_unichar_isspace (c))
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

char *
nb_width_fold (const char *text)
{
  return fold (text, TRUE);
}

char *
nb_width_fold_label (const char *text)
{
  return fold (text, FALSE);
}
