/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-grid.h"
#include "nb-raw-decode.h"
#include "nb-raw-kind.h"
#include "nb-raw-label.h"
#include "nb-raw-table.h"

/* Fewer labels than these are a coincidence, not a table. */
#define MIN_LABELS 4

static void
refuse (GError **error, NbPlace place, const char *sentence)
{
  nb_error_set (error, NB_ERROR_INVALID, place, "%s", sentence);
}

/* How many fields' labels stand in @table, alone in their cells or with their values. */
static guint
count_labels (const NbRawTable *table, const NbForm *form)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const NbRawRow *row = nb_raw_table_get_row (table, i);

      for (guint j = 0; j < row->cells->len; j++)
        {
          const NbRawCell *cell = nb_raw_row_get_cell (row, j);
          const NbFieldDef *def = nb_raw_label_lookup (table, cell, form, NULL);
          gsize end, start;
          gboolean official;

          if (def == NULL)
            def = nb_raw_label_lookup_glued (table, cell, form, &end, &start, &official);
          if (def != NULL)
            g_hash_table_add (found, (gpointer) def);
        }
    }
  return g_hash_table_size (found);
}

/* Or semicolons, which some offices' programs write for them. */
static gboolean
has_commas (const NbRawTable *table)
{
  return memchr (table->text, ',', table->size) != NULL
         || memchr (table->text, ';', table->size) != NULL;
}

/* Text with separators: pipes or tabs, and where that gives no table, commas. */
static NbRawTable *
read_text (GBytes *text, const NbForm *form, GError **error)
{
  g_autoptr (NbRawTable) table = nb_raw_table_new (text, error);
  g_autoptr (NbRawTable) other = NULL;
  g_autoptr (GPtrArray) grids = NULL;

  if (table == NULL || count_labels (table, form) >= MIN_LABELS || !has_commas (table))
    return g_steal_pointer (&table);
  grids = nb_grid_read_csv (table->text, table->size, NULL);
  other = grids != NULL ? nb_raw_table_new_from_grids (grids, form, FALSE) : NULL;
  if (other != NULL && count_labels (other, form) >= MIN_LABELS)
    return g_steal_pointer (&other);
  return g_steal_pointer (&table);
}

static NbRawTable *
read_html (GBytes *text, gsize start, const NbForm *form, GError **error)
{
  gsize size;
  const char *html = g_bytes_get_data (text, &size);
  g_autoptr (GPtrArray) grids = nb_grid_read_html (html + start, size - start, error);

  return grids != NULL ? nb_raw_table_new_from_grids (grids, form, TRUE) : NULL;
}

static NbRawTable *
read_office (GBytes *bytes, const NbForm *form, GError **error)
{
  g_autoptr (GPtrArray) grids = nb_grid_read_office (bytes, error);

  return grids != NULL ? nb_raw_table_new_from_grids (grids, form, TRUE) : NULL;
}

static NbRawTable *
read_decoded (GBytes *text, const NbForm *form, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  const char *zero = size > 0 ? memchr (data, '\0', size) : NULL;
  gsize start = 0;

  if (zero != NULL)
    {
      refuse (error, nb_raw_decode_find_place (data, (gsize) (zero - data)),
              _ ("The file is no text: it holds bytes that text never has. Save the table as text "
                 "(UTF-8)."));
      return NULL;
    }
  switch (nb_raw_kind_of_text (data, size, &start))
    {
    case NB_RAW_TEXT_EMPTY:
      refuse (
          error, (NbPlace){ 0, 0 },
          _ ("The file is empty. Save the published table in it as text, one row a line, with | "
             "or tabs between the cells."));
      return NULL;
    case NB_RAW_TEXT_REPORT:
      refuse (error, (NbPlace){ 1, 1 },
              _ ("This is a report file, not a published table. A report file is opened, not "
                 "imported."));
      return NULL;
    case NB_RAW_TEXT_XML:
      refuse (error, (NbPlace){ 1, 1 },
              _ ("This is an XML file, not a published table. Open it in the program that made it, "
                 "copy "
                 "the table and save the copy as text."));
      return NULL;
    case NB_RAW_TEXT_HTML:
      return read_html (text, start, form, error);
    case NB_RAW_TEXT_TABLE:
      return read_text (text, form, error);
    }
  g_return_val_if_reached (NULL);
}

NbRawTable *
nb_raw_table_read (GBytes *bytes, const NbForm *form, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  const char *encoding;
  NbRawTable *table;

  if (!nb_raw_kind_check (bytes, error))
    return NULL;
  if (nb_raw_kind_is_office (bytes))
    return read_office (bytes, form, error);
  text = nb_raw_decode (bytes, &encoding, error);
  if (text == NULL)
    return NULL;
  table = read_decoded (text, form, error);
  if (table != NULL)
    table->encoding = encoding;
  return table;
}
