/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-error.h"
#include "nb-field-def.h"

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
} NbRawCell;

typedef struct
{
  GArray *cells;   /* of NbRawCell */
  gsize end;       /* behind its line end */
  gboolean open;   /* no separator behind its last cell: the next line may go on with it */
  gboolean joined; /* went on with the cell of an earlier row, and is part of it now */
  guint line;      /* from 1 */
} NbRawRow;

/* A table as text, taken apart and nothing more: rows, and cells where the text is between separators.
 * The text belongs to the caller. */
typedef struct
{
  const char *text;
  gsize size;
  char separator;  /* '|' or tab */
  GPtrArray *rows; /* of NbRawRow */
} NbRawTable;

/* Takes @text (UTF-8, checked here) apart. NB_ERROR_INVALID with a place, and a sentence on what it is
 * instead, where it is no text; NB_ERROR_REFUSED where it has more cells than a report file could keep. */
NbRawTable *nb_raw_table_new (const char *text, gsize size, GError **error);
void nb_raw_table_free (NbRawTable *table);

NbRawRow *nb_raw_table_get_row (const NbRawTable *table, guint index);
NbRawCell *nb_raw_row_get_cell (const NbRawRow *row, guint index);
/* The characters of @cell as they stand. Free with g_free(). */
char *nb_raw_table_dup_cell (const NbRawTable *table, const NbRawCell *cell);
gboolean nb_raw_cell_is_empty (const NbRawCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbRawTable, nb_raw_table_free)

G_END_DECLS
