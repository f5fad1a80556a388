/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-grid.h"

#include <glib/gi18n-lib.h>

#include "nb-xml-limits.h"

typedef struct
{
  GPtrArray *cells; /* of char */
  guint n_cells;    /* without the places that merged cells cover at its end */
  guint line;
} Row;

struct _NbGrid
{
  GPtrArray *rows; /* of Row */
  GArray *covered; /* of guint, by column: up to which row a cell above covers it */
  guint n_items;   /* rows and places */
};

static void
free_row (void *data)
{
  Row *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

NbGrid *
nb_grid_new (void)
{
  NbGrid *grid = g_new0 (NbGrid, 1);

  grid->rows = g_ptr_array_new_with_free_func (free_row);
  grid->covered = g_array_new (FALSE, TRUE, sizeof (guint));
  return grid;
}

void
nb_grid_free (NbGrid *grid)
{
  if (grid == NULL)
    return;
  g_ptr_array_unref (grid->rows);
  g_array_unref (grid->covered);
  g_free (grid);
}

static Row *
get_row (const NbGrid *grid, guint row)
{
  return g_ptr_array_index (grid->rows, row);
}

void
nb_grid_begin_row (NbGrid *grid, guint line)
{
  Row *row = g_new0 (Row, 1);

  row->cells = g_ptr_array_new_with_free_func (g_free);
  row->line = line;
  g_ptr_array_add (grid->rows, row);
  grid->n_items++;
}

static gboolean
append_cell (NbGrid *grid, Row *row, const char *text, GError **error)
{
  if (++grid->n_items > NB_LIMIT_TABLE)
    {
      nb_error_set (
          error, NB_ERROR_REFUSED, (NbPlace){ row->line, 0 },
          _ ("The text has more than %u lines and cells. It cannot be a published report; copy "
             "the table of one report only."),
          NB_LIMIT_TABLE);
      return FALSE;
    }
  g_ptr_array_add (row->cells, g_strdup (text));
  return TRUE;
}

gboolean
nb_grid_skip (NbGrid *grid, guint n_columns, GError **error)
{
  Row *row = get_row (grid, grid->rows->len - 1);

  for (guint i = 0; i < n_columns; i++)
    if (!append_cell (grid, row, "", error))
      return FALSE;
  return TRUE;
}

static gboolean
is_covered (const NbGrid *grid, guint column)
{
  return column < grid->covered->len
         && g_array_index (grid->covered, guint, column) >= grid->rows->len;
}

static void
cover_below (NbGrid *grid, guint column, guint n_columns, guint n_rows)
{
  guint last = grid->rows->len + n_rows - 1;

  if (grid->covered->len < column + n_columns)
    g_array_set_size (grid->covered, column + n_columns);
  for (guint i = column; i < column + n_columns; i++)
    g_array_index (grid->covered, guint, i) = last;
}

gboolean
nb_grid_add_cell (NbGrid *grid, const char *text, guint n_columns, guint n_rows, GError **error)
{
  Row *row = get_row (grid, grid->rows->len - 1);
  guint column;

  while (is_covered (grid, row->cells->len))
    if (!append_cell (grid, row, "", error))
      return FALSE;
  column = row->cells->len;
  if (!append_cell (grid, row, text, error))
    return FALSE;
  row->n_cells = row->cells->len;
  if (n_columns > 1 && !nb_grid_skip (grid, n_columns - 1, error))
    return FALSE;
  /* No table has more rows than that. */
  if (n_rows > 1)
    cover_below (grid, column, MAX (n_columns, 1), MIN (n_rows, NB_LIMIT_TABLE));
  return TRUE;
}

guint
nb_grid_get_n_rows (const NbGrid *grid)
{
  return grid->rows->len;
}

guint
nb_grid_get_line (const NbGrid *grid, guint row)
{
  return get_row (grid, row)->line;
}

guint
nb_grid_get_n_cells (const NbGrid *grid, guint row)
{
  return get_row (grid, row)->n_cells;
}

const char *
nb_grid_get_cell (const NbGrid *grid, guint row, guint index)
{
  return g_ptr_array_index (get_row (grid, row)->cells, index);
}
