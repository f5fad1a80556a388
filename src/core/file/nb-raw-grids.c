/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nb-grid.h"
#include "nb-raw-table.h"
#include "nb-text-clean.h"
#include "nb-width.h"

/* So many further labels make another table part of the report. */
#define MIN_FURTHER 2
/* So many make a report of tables; with fewer the words outside of them are looked at too. */
#define MIN_IN_TABLES 4

typedef struct
{
  const NbForm *form;
  gboolean clean;
  GString *text;
  GPtrArray *grids; /* of NbGrid, those that are written */
  NbRawTable *table;
} Writing;

static char *
dup_without (const char *text, char unwanted)
{
  GString *kept = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text++)
    if (*text != unwanted)
      g_string_append_c (kept, *text);
  return g_string_free (kept, FALSE);
}

/* The fields whose labels stand in @grid and not yet in @known; adds them to it. */
static guint
count_further (const NbGrid *grid, const NbForm *form, GHashTable *known, gboolean add)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer def;

  for (guint row = 0; row < nb_grid_get_n_rows (grid); row++)
    for (guint i = 0; i < nb_grid_get_n_cells (grid, row); i++)
      {
        const char *cell = nb_grid_get_cell (grid, row, i);
        g_autofree char *line = NULL;

        /* No label is longer. */
        if (*cell == '\0' || strlen (cell) > 240)
          continue;
        line = dup_without (cell, '\n');
        def = (gpointer) nb_form_lookup_label (form, line, NULL);
        if (def != NULL && !g_hash_table_contains (known, def))
          g_hash_table_add (found, def);
      }
  g_hash_table_iter_init (&iter, found);
  while (add && g_hash_table_iter_next (&iter, &def, NULL))
    g_hash_table_add (known, def);
  return g_hash_table_size (found);
}

/* The table with the most labels, and those that add others; the words outside of them, the last grid, only where
 * they do not make a report. In the order of the file. */
static void
choose (Writing *writing, GPtrArray *grids)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autofree gboolean *chosen = g_new0 (gboolean, grids->len + 1);
  guint n_tables = grids->len - 1;
  guint best = 0;
  guint most = 0;

  for (guint i = 0; i < n_tables; i++)
    {
      guint n = count_further (g_ptr_array_index (grids, i), writing->form, known, FALSE);

      if (n > most)
        {
          most = n;
          best = i;
        }
    }
  if (most > 0)
    {
      chosen[best] = TRUE;
      count_further (g_ptr_array_index (grids, best), writing->form, known, TRUE);
    }
  for (guint i = 0; i < n_tables; i++)
    {
      NbGrid *grid = g_ptr_array_index (grids, i);

      if (chosen[i] || count_further (grid, writing->form, known, FALSE) < MIN_FURTHER)
        continue;
      chosen[i] = TRUE;
      count_further (grid, writing->form, known, TRUE);
    }
  if (g_hash_table_size (known) < MIN_IN_TABLES)
    for (guint i = 0; i < grids->len; i++)
      chosen[i] = TRUE;
  for (guint i = 0; i < grids->len; i++)
    if (chosen[i])
      g_ptr_array_add (writing->grids, g_ptr_array_index (grids, i));
}

/* What was cleaned, as the nicks of its kinds with spaces between; NULL for nothing. */
static const char *
add_nicks (Writing *writing, const NbTextCleaned *cleaned)
{
  g_autoptr (GString) nicks = g_string_new (NULL);

  for (guint i = 0; i < NB_N_CLEAN_KINDS; i++)
    if (cleaned->counts[i] > 0 && i != NB_CLEAN_LINE_ENDS)
      g_string_append_printf (nicks, "%s%s", nicks->len > 0 ? " " : "",
                              nb_clean_kind_get_nick ((NbCleanKind) i));
  return nicks->len > 0 ? g_string_chunk_insert_const (writing->table->strings, nicks->str) : NULL;
}

/* Blank lines at the ends of a cell are its layout, not its text. */
static char *
dup_trimmed (const char *text)
{
  const char *end;

  while (*text == '\n')
    text++;
  end = text + strlen (text);
  while (end > text && end[-1] == '\n')
    end--;
  return g_strndup (text, (gsize) (end - text));
}

/* The cell as one line in which nothing divides cells. */
static void
append_line (GString *line, const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '|')
      g_string_append (line, "｜");
    else if (*text != '\n' && *text != '\r')
      g_string_append_c (line, *text);
}

static void
write_cell (Writing *writing, NbRawRow *row, const char *text)
{
  NbTextCleaned cleaned = { { 0 } };
  g_autofree char *clean = writing->clean ? nb_text_clean (text, &cleaned) : g_strdup (text);
  g_autofree char *value = dup_trimmed (clean);
  NbRawCell cell = { 0 };

  if (row->cells->len > 0)
    g_string_append (writing->text, *value != '\0' ? " | " : " |");
  cell.start = writing->text->len;
  append_line (writing->text, value);
  cell.end = writing->text->len;
  if (strpbrk (value, "|\n\r") != NULL)
    cell.value = g_string_chunk_insert (writing->table->strings, value);
  cell.cleaned = *value != '\0' ? add_nicks (writing, &cleaned) : NULL;
  g_array_append_val (row->cells, cell);
}

static void
write_row (Writing *writing, const NbGrid *grid, guint index)
{
  NbRawRow *row = nb_raw_table_add_row (writing->table, nb_grid_get_line (grid, index));

  for (guint i = 0; i < nb_grid_get_n_cells (grid, index); i++)
    write_cell (writing, row, nb_grid_get_cell (grid, index, i));
  /* A label alone in its row stands above its value, which an empty cell beside it would hide. */
  g_string_append (writing->text, row->cells->len > 1 ? " |\n" : "\n");
  row->end = writing->text->len;
}

static gboolean
has_title (const Writing *writing, const NbGrid *grid, guint row)
{
  g_autofree char *title = nb_width_fold_label (nb_form_get_title (writing->form));
  g_autofree char *words = NULL;

  if (nb_grid_get_n_cells (grid, row) != 1 || strlen (nb_grid_get_cell (grid, row, 0)) > 240)
    return FALSE;
  words = nb_width_fold_label (nb_grid_get_cell (grid, row, 0));
  return strstr (words, title) != NULL;
}

/* The title above a table often says the year. */
static void
write_titles (Writing *writing, const NbGrid *outside)
{
  for (guint row = 0; row < nb_grid_get_n_rows (outside); row++)
    if (has_title (writing, outside, row))
      write_row (writing, outside, row);
}

NbRawTable *
nb_raw_table_new_from_grids (GPtrArray *grids, const NbForm *form, gboolean clean)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  Writing writing = { form, clean, g_string_new (NULL), chosen, nb_raw_table_begin (nothing) };
  NbGrid *outside = g_ptr_array_index (grids, grids->len - 1);

  choose (&writing, grids);
  if (!g_ptr_array_find (chosen, outside, NULL))
    write_titles (&writing, outside);
  for (guint i = 0; i < chosen->len; i++)
    for (guint row = 0; row < nb_grid_get_n_rows (g_ptr_array_index (chosen, i)); row++)
      write_row (&writing, g_ptr_array_index (chosen, i), row);

  g_bytes_unref (writing.table->bytes);
  writing.table->bytes = g_string_free_to_bytes (writing.text);
  writing.table->text = g_bytes_get_data (writing.table->bytes, &writing.table->size);
  writing.table->separator = '|';
  return writing.table;
}
