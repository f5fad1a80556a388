/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-raw-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-xml-limits.h"

/* Where the text is read. */
typedef struct
{
  NbRawTable *table;
  gsize at;
  guint line;
  guint n_items; /* rows and cells so far */
  gboolean has_line_feeds;
} Reading;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* A lone carriage return ends a line only in texts that know no line feed. */
static gboolean
is_line_end (const Reading *reading, gsize at)
{
  const char *text = reading->table->text;

  if (at >= reading->table->size || text[at] == '\n')
    return TRUE;
  if (text[at] != '\r')
    return FALSE;
  return !reading->has_line_feeds || (at + 1 < reading->table->size && text[at + 1] == '\n');
}

static gsize
skip_line_end (const Reading *reading, gsize at)
{
  const NbRawTable *table = reading->table;

  if (at < table->size && table->text[at] == '\r')
    at++;
  if (at < table->size && table->text[at] == '\n')
    at++;
  return at;
}

/* Spreadsheets put a cell with line breaks between quotation marks. The end of what stands between
 * them, 0 where the cell at @start is not such a one. */
static gsize
find_quoted_end (const Reading *reading, gsize start)
{
  const NbRawTable *table = reading->table;
  gboolean has_break = FALSE;

  if (table->separator != '\t' || start >= table->size || table->text[start] != '"')
    return 0;
  for (gsize at = start + 1; at < table->size; at++)
    {
      if (table->text[at] == '\n' || table->text[at] == '\r')
        has_break = TRUE;
      if (table->text[at] != '"')
        continue;
      if (at + 1 < table->size && table->text[at + 1] == '"')
        {
          at++;
          continue;
        }
      if (has_break && (is_line_end (reading, at + 1) || table->text[at + 1] == '\t'))
        return at;
      return 0;
    }
  return 0;
}

static void
trim (const NbRawTable *table, NbRawCell *cell)
{
  gsize from = cell->start;

  while (cell->start < cell->end && is_blank (table->text[cell->start]))
    cell->start++;
  while (cell->end > cell->start && is_blank (table->text[cell->end - 1]))
    cell->end--;
  /* An empty cell between blanks keeps one of them before it, as a filled one has. */
  if (cell->start == cell->end && cell->start > from)
    cell->start = cell->end = from + 1;
}

/* Reads the cell at the reading place; leaves that behind it, on a separator or a line end. */
static void
read_cell (Reading *reading, NbRawRow *row)
{
  NbRawTable *table = reading->table;
  NbRawCell cell = { .start = reading->at };
  gsize first = reading->at;
  gsize quoted;

  while (first < table->size && table->text[first] == ' ')
    first++;
  quoted = find_quoted_end (reading, first);
  if (quoted > 0)
    {
      for (gsize at = first; at < quoted; at++)
        reading->line += table->text[at] == '\n';
      cell.start = first + 1;
      cell.end = quoted;
      cell.quoted = TRUE;
      reading->at = quoted + 1;
    }
  else
    {
      while (!is_line_end (reading, reading->at) && table->text[reading->at] != table->separator)
        reading->at++;
      cell.end = reading->at;
    }
  trim (table, &cell);
  g_array_append_val (row->cells, cell);
  row->open = cell.end > cell.start;
}

static gboolean
count_item (Reading *reading, GError **error)
{
  if (++reading->n_items <= NB_LIMIT_TABLE)
    return TRUE;
  nb_error_set (
      error, NB_ERROR_REFUSED, (NbPlace){ reading->line, 1 },
      _ ("The text has more than %u lines and cells. It cannot be a published report; copy "
         "the table of one report only."),
      NB_LIMIT_TABLE);
  return FALSE;
}

static gboolean
read_row (Reading *reading, GError **error)
{
  NbRawRow *row = nb_raw_table_add_row (reading->table, reading->line);

  if (!count_item (reading, error))
    return FALSE;

  read_cell (reading, row);
  while (!is_line_end (reading, reading->at))
    {
      if (!count_item (reading, error))
        return FALSE;
      reading->at++;
      read_cell (reading, row);
    }
  reading->at = skip_line_end (reading, reading->at);
  reading->line++;
  row->end = reading->at;
  return TRUE;
}

/* The separator that stands in more lines. */
static char
find_separator (const char *text, gsize size)
{
  guint n_pipes = 0;
  guint n_tabs = 0;
  gsize at = 0;

  while (at < size)
    {
      const char *end = memchr (text + at, '\n', size - at);
      gsize length = (end != NULL ? (gsize) (end - text) : size) - at;

      n_pipes += memchr (text + at, '|', length) != NULL;
      n_tabs += memchr (text + at, '\t', length) != NULL;
      at += length + 1;
    }
  return n_tabs > n_pipes ? '\t' : '|';
}

static void
row_free (gpointer data)
{
  NbRawRow *row = data;

  g_array_unref (row->cells);
  g_free (row);
}

NbRawRow *
nb_raw_table_add_row (NbRawTable *table, guint line)
{
  NbRawRow *row = g_new0 (NbRawRow, 1);

  row->cells = g_array_new (FALSE, FALSE, sizeof (NbRawCell));
  row->line = line;
  g_ptr_array_add (table->rows, row);
  return row;
}

NbRawTable *
nb_raw_table_begin (GBytes *text)
{
  NbRawTable *table = g_new0 (NbRawTable, 1);

  table->bytes = g_bytes_ref (text);
  table->text = g_bytes_get_data (text, &table->size);
  table->rows = g_ptr_array_new_with_free_func (row_free);
  table->strings = g_string_chunk_new (256);
  return table;
}

NbRawTable *
nb_raw_table_new (GBytes *text, GError **error)
{
  g_autoptr (NbRawTable) table = nb_raw_table_begin (text);
  Reading reading = { .line = 1, .table = table };
  gsize size = table->size;

  table->separator = find_separator (table->text, size);
  reading.has_line_feeds = memchr (table->text, '\n', size) != NULL;
  if (size >= 3 && memcmp (table->text, "\xEF\xBB\xBF", 3) == 0)
    reading.at = 3;
  while (reading.at < size)
    if (!read_row (&reading, error))
      return NULL;
  return g_steal_pointer (&table);
}

void
nb_raw_table_free (NbRawTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->rows);
  g_string_chunk_free (table->strings);
  g_bytes_unref (table->bytes);
  g_free (table);
}

NbRawRow *
nb_raw_table_get_row (const NbRawTable *table, guint index)
{
  return g_ptr_array_index (table->rows, index);
}

NbRawCell *
nb_raw_row_get_cell (const NbRawRow *row, guint index)
{
  return &g_array_index (row->cells, NbRawCell, index);
}

char *
nb_raw_table_dup_cell (const NbRawTable *table, const NbRawCell *cell)
{
  return g_strndup (table->text + cell->start, cell->end - cell->start);
}

gboolean
nb_raw_cell_is_empty (const NbRawCell *cell)
{
  return cell->start == cell->end;
}
