/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form.h"

G_BEGIN_DECLS

typedef enum
{
  NB_RAW_WORDS, /* of no field: kept as they are */
  NB_RAW_HEADING,
  NB_RAW_LABEL,
  NB_RAW_VALUE,
  NB_RAW_REPEATED, /* a further value of a field that has one */
} NbRawRole;

/* A cell: bytes of the table's text, without the blanks around them. */
typedef struct
{
  gsize start;
  gsize end;
  NbRawRole role;
  const NbFieldDef *field; /* label, value, repeated */
  gboolean official;       /* label: as the form has it */
  gboolean glued;          /* label: its value, the next cell here, stood in the same cell */
  gboolean quoted;         /* stands between quotation marks: one inside it is written twice */
  const char
      *value; /* what it says where the bytes do not (paragraphs run on), or NULL; the table's */
  const char *cleaned; /* what was cleaned, by the nicks of NbCleanKind with spaces, or NULL */
} NbRawCell;

typedef struct
{
  GArray *cells;   /* of NbRawCell */
  gsize end;       /* behind its line end */
  gboolean open;   /* no separator behind its last cell: the next line may go on with it */
  gboolean joined; /* went on with the cell of an earlier row, and is part of it now */
  guint line;      /* from 1 */
} NbRawRow;

/* A table as text, taken apart and nothing more: rows, and cells where the text is between separators. */
typedef struct
{
  const char *text;
  gsize size;
  char separator;        /* '|' or tab */
  GPtrArray *rows;       /* of NbRawRow */
  GBytes *bytes;         /* the text */
  GStringChunk *strings; /* value and cleaned of the cells */
  const char *encoding;  /* it was in, where that was not UTF-8 */
} NbRawTable;

/* Takes @text (UTF-8) apart. NB_ERROR_INVALID with a place for zero bytes; NB_ERROR_REFUSED where it has more
 * cells than a report file could keep. */
NbRawTable *nb_raw_table_new (GBytes *text, GError **error);
/* Writes those of @grids that hold the report out as pipe text: the table with the most labels of @form, those
 * that add others to it, and titles outside of them. @clean: what came from an office program or a page is
 * cleaned. */
NbRawTable *nb_raw_table_new_from_grids (GPtrArray *grids, const NbForm *form, gboolean clean);
/* A table in whatever @bytes hold: pipe or tab text, CSV, HTML, .docx, .xlsx. Errors as nb_table_import(). */
NbRawTable *nb_raw_table_read (GBytes *bytes, const NbForm *form, GError **error);
/* An empty one over @text, and a row at its end: for those who make tables. */
NbRawTable *nb_raw_table_begin (GBytes *text);
NbRawRow *nb_raw_table_add_row (NbRawTable *table, guint line);
void nb_raw_table_free (NbRawTable *table);

NbRawRow *nb_raw_table_get_row (const NbRawTable *table, guint index);
NbRawCell *nb_raw_row_get_cell (const NbRawRow *row, guint index);
/* The characters of @cell as they stand. Free with g_free(). */
char *nb_raw_table_dup_cell (const NbRawTable *table, const NbRawCell *cell);
gboolean nb_raw_cell_is_empty (const NbRawCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbRawTable, nb_raw_table_free)

G_END_DECLS
