/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The table a report was imported from, kept so that it can be given back byte for byte: rows of
 * pieces in order. Immutable once it is in report data, atomically counted. */
typedef struct _NbImportRecord NbImportRecord;

typedef struct
{
  enum
  {
    NB_PIECE_SEPARATOR, /* bytes between cells, kept as they were */
    NB_PIECE_CELL,      /* a cell's text */
  } kind;
  char *text;  /* the text, as it stood */
  char *field; /* cell: the field whose value it is (then an edit shows), or NULL */
} NbImportPiece;

/* A repair the importer made: its finding is advice. */
typedef struct
{
  char *rule;   /* "R07" */
  char *field;  /* or NULL */
  char *detail; /* what stood there, for the message */
} NbImportRepair;

NbImportRecord *nb_import_record_new (void);
NbImportRecord *nb_import_record_ref (NbImportRecord *record);
void nb_import_record_unref (NbImportRecord *record);

void nb_import_record_begin_row (NbImportRecord *record);
void
nb_import_record_add_piece (NbImportRecord *record, int kind, const char *text, const char *field);
void nb_import_record_add_repair (NbImportRecord *record,
                                  const char *rule,
                                  const char *field,
                                  const char *detail);

guint nb_import_record_get_n_rows (const NbImportRecord *record);
guint nb_import_record_get_n_pieces (const NbImportRecord *record, guint row);
const NbImportPiece *
nb_import_record_get_piece (const NbImportRecord *record, guint row, guint index);
guint nb_import_record_get_n_repairs (const NbImportRecord *record);
const NbImportRepair *nb_import_record_get_repair (const NbImportRecord *record, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbImportRecord, nb_import_record_unref)

G_END_DECLS
