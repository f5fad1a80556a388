/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-error.h"

G_BEGIN_DECLS

/* A table as rows of cells, whatever it was written in. Merged cells stand in their first place; the places that
 * they cover besides are empty, those at the end of a row are left out. */
typedef struct _NbGrid NbGrid;

NbGrid *nb_grid_new (void);
void nb_grid_free (NbGrid *grid);

/* @line: of the file, 0 where it has none. */
void nb_grid_begin_row (NbGrid *grid, guint line);
/* Adds a cell at the next free place of the row: @text with LF between its paragraphs; it covers @n_columns and
 * @n_rows (0 and 1 alike: itself). NB_ERROR_REFUSED beyond NB_LIMIT_TABLE. */
gboolean
nb_grid_add_cell (NbGrid *grid, const char *text, guint n_columns, guint n_rows, GError **error);
/* A place that holds nothing, behind what a program left out. */
gboolean nb_grid_skip (NbGrid *grid, guint n_columns, GError **error);

guint nb_grid_get_n_rows (const NbGrid *grid);
guint nb_grid_get_line (const NbGrid *grid, guint row);
guint nb_grid_get_n_cells (const NbGrid *grid, guint row);
const char *
nb_grid_get_cell (const NbGrid *grid, guint row, guint index); /* borrowed, never NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbGrid, nb_grid_free)

/* The readers: arrays of NbGrid, the tables in the order of the file and last the words outside of tables, a row a
 * paragraph (nothing where there can be none). Free with g_ptr_array_unref(). Errors as nb_table_import(). */

/* HTML: a saved page, a copied table. @text is UTF-8; what it says of its encoding does not count any more. */
GPtrArray *nb_grid_read_html (const char *text, gsize size, GError **error);
/* RFC 4180; of comma and semicolon what stands oftener. */
GPtrArray *nb_grid_read_csv (const char *text, gsize size, GError **error);
/* word/document.xml of a .docx file, with word/numbering.xml (or NULL). */
GPtrArray *nb_grid_read_word (GBytes *document, GBytes *numbering, GError **error);
/* A worksheet of an .xlsx file, with xl/sharedStrings.xml (or NULL). */
NbGrid *nb_grid_read_sheet (GBytes *sheet, GBytes *strings, GError **error);
/* A .docx or .xlsx file as a whole. */
GPtrArray *nb_grid_read_office (GBytes *bytes, GError **error);

G_END_DECLS
