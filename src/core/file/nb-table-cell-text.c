/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-table-cell-text.h"

#include <string.h>

#include "nb-xml.h"

#define MAX_NAMED 8

/* Adds the name of @c to @names, once. */
static void
note_character (GString *names, guint *n_named, gunichar c)
{
  g_autofree char *name = g_strdup_printf ("U+%04X", c);

  if (*n_named > MAX_NAMED || strstr (names->str, name) != NULL)
    return;
  if (names->len > 0)
    g_string_append_c (names, ' ');
  g_string_append (names, *n_named < MAX_NAMED ? name : "…");
  (*n_named)++;
}

char *
nb_table_cell_text_dup_safe (const char *text, char **replaced)
{
  g_autoptr (GString) safe = g_string_sized_new (strlen (text));
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_named = 0;
  const char *from = text;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (nb_xml_is_char (g_utf8_get_char (c)))
        continue;
      note_character (names, &n_named, g_utf8_get_char (c));
      g_string_append_len (safe, from, c - from);
      g_string_append (safe, "\xEF\xBF\xBD");
      from = g_utf8_next_char (c);
    }
  g_string_append (safe, from);
  *replaced = names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
  return g_string_free (g_steal_pointer (&safe), FALSE);
}

/* The first line end of @text, its end where there is none; @next receives where the next line begins,
 * NULL for the last one. */
static const char *
find_line_end (const char *text, const char **next)
{
  const char *end = text + strcspn (text, "\r\n");

  if (*end == '\0')
    *next = NULL;
  else
    *next = end[0] == '\r' && end[1] == '\n' ? end + 2 : end + 1;
  return end;
}

char *
nb_table_cell_text_join_lines (const char *text, const char *joint)
{
  g_autoptr (GString) joined = NULL;
  const char *line = text;

  if (text[strcspn (text, "\r\n")] == '\0')
    return g_strdup (text);

  joined = g_string_new (NULL);
  while (line != NULL)
    {
      const char *next;
      const char *end = find_line_end (line, &next);

      while (line < end && (*line == ' ' || *line == '\t'))
        line++;
      while (end > line && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
      g_string_append_len (joined, line, end - line);
      if (next != NULL)
        g_string_append (joined, joint);
      line = next;
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

char *
nb_table_cell_text_unquote (const char *text)
{
  GString *unquoted = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0'; c++)
    {
      g_string_append_c (unquoted, *c);
      if (c[0] == '"' && c[1] == '"')
        c++;
    }
  return g_string_free (unquoted, FALSE);
}
