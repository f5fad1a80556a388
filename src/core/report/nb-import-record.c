/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-import-record.h"

struct _NbImportRecord
{
  gatomicrefcount references;
  GPtrArray *rows; /* of GArray of NbImportPiece */
  GArray *repairs; /* of NbImportRepair */
};

static void
clear_piece (void *data)
{
  NbImportPiece *piece = data;

  g_free (piece->text);
  g_free (piece->field);
}

static void
clear_repair (void *data)
{
  NbImportRepair *repair = data;

  g_free (repair->rule);
  g_free (repair->field);
  g_free (repair->detail);
}

NbImportRecord *
nb_import_record_new (void)
{
  NbImportRecord *record = g_new0 (NbImportRecord, 1);

  g_atomic_ref_count_init (&record->references);
  record->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  record->repairs = g_array_new (FALSE, FALSE, sizeof (NbImportRepair));
  g_array_set_clear_func (record->repairs, clear_repair);
  return record;
}

NbImportRecord *
nb_import_record_ref (NbImportRecord *record)
{
  g_atomic_ref_count_inc (&record->references);
  return record;
}

void
nb_import_record_unref (NbImportRecord *record)
{
  if (record == NULL || !g_atomic_ref_count_dec (&record->references))
    return;
  g_ptr_array_unref (record->rows);
  g_array_unref (record->repairs);
  g_free (record);
}

void
nb_import_record_begin_row (NbImportRecord *record)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (NbImportPiece));

  g_array_set_clear_func (row, clear_piece);
  g_ptr_array_add (record->rows, row);
}

void
nb_import_record_add_piece (NbImportRecord *record, int kind, const char *text, const char *field)
{
  NbImportPiece piece = { kind, g_strdup (text), g_strdup (field) };

  g_return_if_fail (record->rows->len > 0);
  g_array_append_val ((GArray *) g_ptr_array_index (record->rows, record->rows->len - 1), piece);
}

void
nb_import_record_add_repair (NbImportRecord *record,
                             const char *rule,
                             const char *field,
                             const char *detail)
{
  NbImportRepair repair = { g_strdup (rule), g_strdup (field), g_strdup (detail) };

  g_array_append_val (record->repairs, repair);
}

guint
nb_import_record_get_n_rows (const NbImportRecord *record)
{
  return record->rows->len;
}

guint
nb_import_record_get_n_pieces (const NbImportRecord *record, guint row)
{
  return ((const GArray *) g_ptr_array_index (record->rows, row))->len;
}

const NbImportPiece *
nb_import_record_get_piece (const NbImportRecord *record, guint row, guint index)
{
  return &g_array_index ((GArray *) g_ptr_array_index (record->rows, row), NbImportPiece, index);
}

guint
nb_import_record_get_n_repairs (const NbImportRecord *record)
{
  return record->repairs->len;
}

const NbImportRepair *
nb_import_record_get_repair (const NbImportRecord *record, guint index)
{
  return &g_array_index (record->repairs, NbImportRepair, index);
}
