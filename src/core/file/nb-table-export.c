/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-table.h"

#include <string.h>

#include "nb-table-cell-text.h"

/* The columns of a published table: two labels, each with its value. */
#define N_COLUMNS 4

/* What stands in the table for @field: what was typed, its paragraphs run on. */
static char *
dup_typed (const NbReportData *data, const char *field)
{
  g_autofree char *text = nb_text_dup_string (nb_report_data_get_text (data, field));

  return nb_table_cell_text_join_lines (text, "");
}

/* Whether a published table may show @field: what is published, and the year and the code, which some
 * registries put there. Who filled in the report, and his telephone, it never shows. */
static gboolean
may_show (const NbReportData *data, const char *field)
{
  const NbFieldDef *def = nb_form_lookup_field (nb_report_data_get_form (data), field);

  return def->published || def->certificate || def->type == NB_FIELD_YEAR;
}

/* Appends @text in which nothing can be taken for a separator. */
static void
append_cell (GString *table, const char *text, char separator)
{
  for (const char *c = text; *c != '\0'; c++)
    if (*c != separator)
      g_string_append_c (table, *c);
    else
      g_string_append (table, separator == '|' ? "｜" : " ");
}

/* The separator that the record's rows have. */
static char
find_separator (const NbImportRecord *record)
{
  guint n_rows = nb_import_record_get_n_rows (record);

  for (guint row = 0; row < n_rows; row++)
    {
      guint n_pieces = nb_import_record_get_n_pieces (record, row);

      for (guint i = 0; i < n_pieces; i++)
        {
          const NbImportPiece *piece = nb_import_record_get_piece (record, row, i);

          if (piece->kind == NB_PIECE_SEPARATOR && strchr (piece->text, '|') != NULL)
            return '|';
        }
    }
  return '\t';
}

/* Whether the cell @text, quoted or not, says what the field says @now. */
static gboolean
is_unchanged (const char *text, const char *now)
{
  g_autofree char *unquoted = nb_table_cell_text_unquote (text);
  g_autofree char *plain_line = nb_table_cell_text_join_lines (text, "");
  g_autofree char *unquoted_line = nb_table_cell_text_join_lines (unquoted, "");

  return strcmp (now, plain_line) == 0 || strcmp (now, unquoted_line) == 0;
}

/* A value's cell: as it stood while the field still says that, else what the field says now; empty where
 * it may not be shown. */
static void
append_value (GString *table, const NbReportData *data, const NbImportPiece *piece, char separator)
{
  g_autofree char *now = dup_typed (data, piece->field);

  if (!may_show (data, piece->field))
    return;
  if (is_unchanged (piece->text, now))
    g_string_append (table, piece->text);
  else
    append_cell (table, now, separator);
  /* Where the cell was empty, one blank served both its sides. */
  if (*piece->text == '\0' && *now != '\0' && separator == '|')
    g_string_append_c (table, ' ');
}

static void
append_record (GString *table,
               const NbReportData *data,
               const NbImportRecord *record,
               GHashTable *shown)
{
  guint n_rows = nb_import_record_get_n_rows (record);
  char separator = find_separator (record);

  for (guint row = 0; row < n_rows; row++)
    {
      guint n_pieces = nb_import_record_get_n_pieces (record, row);

      for (guint i = 0; i < n_pieces; i++)
        {
          const NbImportPiece *piece = nb_import_record_get_piece (record, row, i);

          if (piece->field == NULL)
            {
              g_string_append (table, piece->text);
              continue;
            }
          append_value (table, data, piece, separator);
          g_hash_table_add (shown, piece->field);
        }
    }
}

/* A row of @cells, empty columns at its end included. */
static void
append_row (GString *table, const char *const *cells, guint n_cells, char separator)
{
  for (guint i = 0; i < MAX (n_cells, N_COLUMNS); i++)
    {
      const char *cell = i < n_cells ? cells[i] : "";

      if (separator == '\t')
        g_string_append (table, i > 0 ? "\t" : "");
      else
        g_string_append (table, i == 0 ? "" : *cell != '\0' ? " | " : " |");
      append_cell (table, cell, separator);
    }
  g_string_append_c (table, '\n');
}

/* What was filled in since the import, and had no row in the table. */
static void
append_missing (GString *table, const NbReportData *data, GHashTable *shown)
{
  const NbForm *form = nb_report_data_get_form (data);
  guint n_fields = nb_form_get_n_fields (form);
  char separator = find_separator (nb_report_data_get_import (data));

  for (guint i = 0; i < n_fields; i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);
      g_autofree char *value = NULL;

      if (!def->published || g_hash_table_contains (shown, def->id))
        continue;
      value = dup_typed (data, def->id);
      if (*value == '\0')
        continue;
      if (table->len > 0 && table->str[table->len - 1] != '\n')
        g_string_append_c (table, '\n');
      append_row (table, (const char *[]){ def->label, value }, 2, separator);
    }
}

static char *
dup_table_cell (const NbReportData *data, const NbTableCell *cell)
{
  const NbForm *form = nb_report_data_get_form (data);

  switch (cell->kind)
    {
    case NB_TABLE_LABEL:
      return g_strdup (nb_form_lookup_field (form, cell->field)->label);
    case NB_TABLE_VALUE:
      return may_show (data, cell->field) ? dup_typed (data, cell->field) : g_strdup ("");
    case NB_TABLE_HEADING:
      return g_strdup (cell->words);
    }
  g_return_val_if_reached (NULL);
}

/* The table as the edition has it. */
static void
append_edition (GString *table, const NbReportData *data)
{
  const NbForm *form = nb_report_data_get_form (data);
  guint n_rows = nb_form_get_n_table_rows (form);

  for (guint row = 0; row < n_rows; row++)
    {
      const GArray *cells = nb_form_get_table_row (form, row);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < cells->len; i++)
        g_ptr_array_add (texts, dup_table_cell (data, &g_array_index (cells, NbTableCell, i)));
      append_row (table, (const char *const *) texts->pdata, texts->len, '|');
    }
}

char *
nb_table_export (const NbReportData *data)
{
  const NbImportRecord *record = nb_report_data_get_import (data);
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);

  if (record == NULL)
    append_edition (table, data);
  else
    {
      append_record (table, data, record, shown);
      append_missing (table, data, shown);
    }
  return g_string_free (g_steal_pointer (&table), FALSE);
}
