/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-raw-roles.h"
#include "nb-table-cell-text.h"
#include "nb-table-year.h"

/* Fewer labels than these are a coincidence, not a table. */
#define MIN_LABELS 4
/* So many code points of unknown words are enough to find them again. */
#define MAX_DETAIL 40

typedef struct
{
  NbRawTable *table;
  NbForm *form;
  NbReportDataBuilder *builder;
  NbImportRecord *record;
  gsize at;       /* bytes of the table that are in the record */
  int title_year; /* the year that the words around the table name, 0 for none */
} Importing;

/* @detail may be words of the table, which hold what XML cannot. */
static void
add_repair (Importing *importing, const char *rule, const NbFieldDef *field, const char *detail)
{
  g_autofree char *replaced = NULL;
  g_autofree char *safe = nb_table_cell_text_dup_safe (detail, &replaced);

  nb_import_record_add_repair (importing->record, rule, field != NULL ? field->id : NULL, safe);
}

/* The bytes of the table up to @end as XML can hold them, with a repair of @field where it could not. */
static char *
take_text (Importing *importing, gsize end, const NbFieldDef *field)
{
  g_autofree char *text = g_strndup (importing->table->text + importing->at, end - importing->at);
  g_autofree char *replaced = NULL;
  char *safe = nb_table_cell_text_dup_safe (text, &replaced);

  if (replaced != NULL)
    add_repair (importing, "R55", field, replaced);
  importing->at = end;
  return safe;
}

static void
add_separator (Importing *importing, gsize end)
{
  g_autofree char *text = NULL;

  if (end <= importing->at)
    return;
  text = take_text (importing, end, NULL);
  nb_import_record_add_piece (importing->record, NB_PIECE_SEPARATOR, text, NULL);
}

static gboolean
set_field (Importing *importing,
           const NbFieldDef *field,
           const char *cell_text,
           guint line,
           GError **error)
{
  gboolean is_long = field->type == NB_FIELD_LONG;
  g_autofree char *joined = nb_table_cell_text_join_lines (cell_text, is_long ? "\n" : "");
  g_autoptr (NbText) text = nb_text_new (joined);
  g_autoptr (GError) fault = NULL;

  if (strpbrk (cell_text, "\r\n") != NULL)
    add_repair (importing, "R55", field, NB_REPAIR_LINE_BREAK);
  if (nb_report_data_builder_set_text (importing->builder, field->id, text, &fault))
    return TRUE;
  nb_error_set (error, NB_ERROR_INVALID, (NbPlace){ line, 0 },
                _ ("The cell of “%s” cannot be imported: %s"), field->label, fault->message);
  return FALSE;
}

static void
add_label_repairs (Importing *importing, const NbRawRow *row, guint index)
{
  const NbRawCell *cell = nb_raw_row_get_cell (row, index);
  NbRawCell whole = *cell;
  g_autofree char *label = nb_raw_table_dup_cell (importing->table, cell);
  g_autofree char *glued = NULL;

  if (!cell->official)
    add_repair (importing, "R07", cell->field, label);
  if (!cell->glued)
    return;
  whole.end = nb_raw_row_get_cell (row, index + 1)->end;
  glued = nb_raw_table_dup_cell (importing->table, &whole);
  add_repair (importing, cell->field->type == NB_FIELD_COUNT ? "R17" : "R07", cell->field, glued);
}

/* Words of no field. Of several cells side by side the first is named: the rest are what it says. */
static void
add_words_repair (Importing *importing, const NbRawRow *row, guint index, const char *words)
{
  glong length = g_utf8_strlen (words, -1);
  g_autofree char *beginning = NULL;
  g_autofree char *detail = NULL;

  for (guint before = index; before > 0; before--)
    {
      const NbRawCell *cell = nb_raw_row_get_cell (row, before - 1);

      if (nb_raw_cell_is_empty (cell))
        continue;
      if (cell->role == NB_RAW_WORDS)
        return;
      break;
    }
  beginning = g_utf8_substring (words, 0, MIN (length, MAX_DETAIL));
  detail = g_strconcat (beginning, length > MAX_DETAIL ? "…" : "", NULL);
  add_repair (importing, "R07", NULL, detail);
}

static void
note_title_year (Importing *importing, const NbRawCell *cell, const char *text)
{
  if (importing->title_year == 0 && (cell->role == NB_RAW_HEADING || cell->role == NB_RAW_WORDS))
    importing->title_year = nb_table_year_find (text, "年度");
}

/* What a cell says where that is not the bytes of the table: what stood between quotation marks, or in paragraphs. */
static char *
dup_said (const NbRawCell *cell, const char *text)
{
  g_autofree char *replaced = NULL;

  if (cell->value != NULL)
    return nb_table_cell_text_dup_safe (cell->value, &replaced);
  return cell->quoted ? nb_table_cell_text_unquote (text) : g_strdup (text);
}

static gboolean
import_value (
    Importing *importing, const NbRawCell *cell, const char *text, guint line, GError **error)
{
  g_autofree char *said = dup_said (cell, text);
  g_autofree char *detail = NULL;

  if (cell->cleaned != NULL)
    {
      detail = g_strconcat (NB_REPAIR_CLEANED, cell->cleaned, NULL);
      add_repair (importing, "R55", cell->field, detail);
    }
  return set_field (importing, cell->field, said, line, error);
}

static gboolean
import_cell (Importing *importing, const NbRawRow *row, guint index, GError **error)
{
  const NbRawCell *cell = nb_raw_row_get_cell (row, index);
  const NbFieldDef *value = cell->role == NB_RAW_VALUE ? cell->field : NULL;
  g_autofree char *text = NULL;

  if (nb_raw_cell_is_empty (cell) && value == NULL)
    return TRUE;
  add_separator (importing, cell->start);
  text = take_text (importing, cell->end, value);
  nb_import_record_add_piece (importing->record, NB_PIECE_CELL, text,
                              value != NULL ? value->id : NULL);
  note_title_year (importing, cell, text);

  switch (cell->role)
    {
    case NB_RAW_VALUE:
      return import_value (importing, cell, text, row->line, error);
    case NB_RAW_LABEL:
      add_label_repairs (importing, row, index);
      break;
    case NB_RAW_REPEATED:
      add_repair (importing, "R07", cell->field, NB_REPAIR_REPEATED);
      break;
    case NB_RAW_WORDS:
      add_words_repair (importing, row, index, text);
      break;
    case NB_RAW_HEADING:
      break;
    }
  return TRUE;
}

static gboolean
import_rows (Importing *importing, GError **error)
{
  for (guint i = 0; i < importing->table->rows->len; i++)
    {
      const NbRawRow *row = nb_raw_table_get_row (importing->table, i);

      if (row->joined)
        continue;
      nb_import_record_begin_row (importing->record);
      for (guint cell = 0; cell < row->cells->len; cell++)
        if (!import_cell (importing, row, cell, error))
          return FALSE;
      add_separator (importing, row->end);
    }
  return TRUE;
}

/* The text of @field as it was imported, "" where there is none. Free with g_free(). */
static char *
dup_imported (const Importing *importing, const char *field)
{
  guint n_rows = nb_import_record_get_n_rows (importing->record);

  for (guint row = 0; row < n_rows; row++)
    {
      guint n_pieces = nb_import_record_get_n_pieces (importing->record, row);

      for (guint i = 0; i < n_pieces; i++)
        {
          const NbImportPiece *piece = nb_import_record_get_piece (importing->record, row, i);

          if (g_strcmp0 (piece->field, field) == 0)
            return g_strdup (piece->text);
        }
    }
  return g_strdup ("");
}

/* The year in the words around the table, in the change field, in the narrative. */
static int
find_year (const Importing *importing)
{
  static const char *const fields[] = { "registration-changes", "activities" };
  int year = importing->title_year;

  for (gsize i = 0; i < G_N_ELEMENTS (fields) && year == 0; i++)
    {
      g_autofree char *text = dup_imported (importing, fields[i]);

      year = nb_table_year_find (text, "年");
    }
  return year;
}

static gboolean
set_year (Importing *importing, int year, GError **error)
{
  const NbFieldDef *field = nb_form_lookup_field (importing->form, "year");
  g_autofree char *digits = NULL;
  g_autofree char *imported = NULL;

  if (field == NULL)
    return TRUE;
  imported = dup_imported (importing, field->id);
  if (year == 0 && *imported != '\0')
    return TRUE;
  if (year == 0)
    {
      year = find_year (importing);
      if (year == 0)
        return TRUE;
      digits = g_strdup_printf ("%d", year);
      add_repair (importing, "R04", field, digits);
    }
  else
    digits = g_strdup_printf ("%d", year);
  return set_field (importing, field, digits, 0, error);
}

static void
add_missing_repairs (Importing *importing, GPtrArray *found)
{
  guint n_fields = nb_form_get_n_fields (importing->form);

  for (guint i = 0; i < n_fields; i++)
    {
      const NbFieldDef *field = nb_form_get_field (importing->form, i);

      if (field->published && !g_ptr_array_find (found, field, NULL))
        add_repair (importing, "R07", field, NB_REPAIR_MISSING);
    }
}

static gboolean
check_labels (GPtrArray *found, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (found->len >= MIN_LABELS)
    return TRUE;
  if (found->len == 0)
    {
      nb_error_set (error, NB_ERROR_INVALID, (NbPlace){ 0, 0 },
                    _ ("No label of the annual report was found in this text. Copy the whole "
                       "published table, a row on each line with | or tabs between the cells."));
      return FALSE;
    }
  for (guint i = 0; i < found->len; i++)
    {
      const NbFieldDef *field = g_ptr_array_index (found, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", field->label);
    }
  nb_error_set (
      error, NB_ERROR_INVALID, (NbPlace){ 0, 0 },
      _ ("Only these labels of the annual report were found in this text: %s. A published "
         "table has more. Copy the whole table, a row on each line with | or tabs between "
         "the cells."),
      names->str);
  return FALSE;
}

NbReportData *
nb_table_import (GBytes *bytes, NbForm *form, const char *registry, int year, GError **error)
{
  g_autoptr (NbRawTable) table = nb_raw_table_read (bytes, form, error);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (NbReportDataBuilder) builder = NULL;
  g_autoptr (NbImportRecord) record = NULL;
  Importing importing;

  if (table == NULL)
    return NULL;
  found = nb_raw_table_assign_roles (table, form);
  if (!check_labels (found, error))
    return NULL;

  builder = nb_report_data_builder_new (form);
  record = nb_import_record_new ();
  importing = (Importing){ .table = table, .form = form, .builder = builder, .record = record };
  nb_report_data_builder_set_registry (builder, registry);
  if (table->encoding != NULL)
    {
      g_autofree char *detail = g_strconcat (NB_REPAIR_ENCODING, table->encoding, NULL);

      add_repair (&importing, "R55", NULL, detail);
    }
  if (!import_rows (&importing, error) || !set_year (&importing, year, error))
    return NULL;
  add_missing_repairs (&importing, found);
  nb_report_data_builder_set_import (builder, record);
  return nb_report_data_builder_finish (g_steal_pointer (&builder));
}
