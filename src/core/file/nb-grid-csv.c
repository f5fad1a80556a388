/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-grid.h"

#include <string.h>

/* Where a file is read. */
typedef struct
{
  const char *at;
  const char *end;
  guint line;
  char separator;
} Reading;

static char
find_separator (const char *text, gsize size)
{
  gsize n_commas = 0;
  gsize n_semicolons = 0;

  for (gsize i = 0; i < size; i++)
    {
      n_commas += text[i] == ',';
      n_semicolons += text[i] == ';';
    }
  return n_semicolons > n_commas ? ';' : ',';
}

static gboolean
at_line_end (const Reading *reading)
{
  return reading->at == reading->end || *reading->at == '\n' || *reading->at == '\r';
}

/* The line ends inside a quoted cell divide paragraphs, however they are written. */
static void
append_quoted (Reading *reading, GString *cell)
{
  reading->at++;
  while (reading->at < reading->end)
    {
      char c = *reading->at++;

      if (c == '"')
        {
          if (reading->at == reading->end || *reading->at != '"')
            return;
          reading->at++;
        }
      if (c == '\r')
        {
          if (reading->at < reading->end && *reading->at == '\n')
            continue;
          c = '\n';
        }
      reading->line += c == '\n';
      g_string_append_c (cell, c);
    }
}

static void
read_cell (Reading *reading, GString *cell)
{
  g_string_set_size (cell, 0);
  if (reading->at < reading->end && *reading->at == '"')
    append_quoted (reading, cell);
  /* What stands behind a closing quotation mark against the rule is kept. */
  while (!at_line_end (reading) && *reading->at != reading->separator)
    g_string_append_c (cell, *reading->at++);
}

static gboolean
read_row (Reading *reading, NbGrid *grid, GString *cell, GError **error)
{
  nb_grid_begin_row (grid, reading->line);
  for (;;)
    {
      read_cell (reading, cell);
      if (!nb_grid_add_cell (grid, cell->str, 1, 1, error))
        return FALSE;
      if (at_line_end (reading))
        break;
      reading->at++;
    }
  if (reading->at < reading->end && *reading->at == '\r')
    reading->at++;
  if (reading->at < reading->end && *reading->at == '\n')
    reading->at++;
  reading->line++;
  return TRUE;
}

GPtrArray *
nb_grid_read_csv (const char *text, gsize size, GError **error)
{
  g_autoptr (GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_grid_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  NbGrid *grid = nb_grid_new ();
  Reading reading = { text, text + size, 1, find_separator (text, size) };

  g_ptr_array_add (grids, grid);
  g_ptr_array_add (grids, nb_grid_new ());
  if (size >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    reading.at += 3;
  while (reading.at < reading.end)
    if (!read_row (&reading, grid, cell, error))
      return NULL;
  return g_steal_pointer (&grids);
}
