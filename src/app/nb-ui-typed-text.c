/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-typed-text.h"

#include <string.h>

#include "nb-xml.h"

#define REPLACEMENT_CHARACTER 0xFFFD

char *
nb_ui_typed_text_clean (const char *text, gssize size, gboolean one_line, guint *n_lost)
{
  const char *end = text + (size < 0 ? strlen (text) : (gsize) size);
  GString *clean = g_string_sized_new ((gsize) (end - text));
  gboolean same = TRUE;

  *n_lost = 0;
  for (const char *c = text; c < end; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gunichar kept = character;

      if (character == '\r' && c + 1 < end && c[1] == '\n')
        {
          same = FALSE;
          continue;
        }
      if (character == '\r' || character == '\n')
        kept = one_line ? ' ' : '\n';
      else if (!nb_xml_is_char (character))
        {
          kept = REPLACEMENT_CHARACTER;
          (*n_lost)++;
        }
      same = same && kept == character;
      g_string_append_unichar (clean, kept);
    }
  return g_string_free (clean, same);
}
