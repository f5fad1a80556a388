/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-report-data.h"

G_BEGIN_DECLS

/* Details of an import repair that are words of ours, not text of the table. */
#define NB_REPAIR_MISSING "missing" /* R07: the table has no row for a published field */
#define NB_REPAIR_REPEATED                                                                         \
  "repeated" /* R07: a further value of the field, kept in the record only */
#define NB_REPAIR_LINE_BREAK                                                                       \
  "line-break" /* R55: line breaks inside the cell became paragraph breaks */

#define NB_REPAIR_ENCODING                                                                         \
  "encoding:" /* R55: and the name of the encoding that the table was in, where it was not UTF-8 */
#define NB_REPAIR_CLEANED                                                                          \
  "cleaned:" /* R55: and nicks of NbCleanKind with spaces between: what the page or the office program had \
                put into the cell */

/* Reads a published table: pipe or tab text, CSV, an HTML page or what was copied from one, a .docx or .xlsx file;
 * text in UTF-8 with or without BOM, UTF-16 with one, or GB 18030. Changes no cell's text in pipe, tab and comma
 * text; labels are mapped, glued cells taken apart, and each such repair recorded. @year: 0 to take it from the text (its
 * first 20xx年 in the change field or the narrative). Fewer than four known labels, or no table at all:
 * NB_ERROR_INVALID; over a limit: NB_ERROR_REFUSED.
 *
 * The whole table stands in the import record: every row, separator and cell, also those that are of no
 * field. The repairs in it, in the order of the table, then those of the report as a whole:
 *   R07 field, the label as it stood   a label that is not the official one
 *   R07 field, the cell as it stood    label and value stood in one cell (R17 for fields of type count)
 *   R07 field, NB_REPAIR_…             see above
 *   R07 NULL, the words                words that are neither label, value nor heading
 *   R55 field or NULL, "U+0001 …"      characters that XML cannot hold, now U+FFFD
 *   R55 NULL, "encoding:GB 18030"      the table was not in UTF-8
 *   R55 field, "cleaned:tabs indents"  see above
 *   R04 year, "2022"                   the year was taken from the text */
NbReportData *
nb_table_import (GBytes *bytes, NbForm *form, const char *registry, int year, GError **error);

/* The published table of @data: byte for byte the imported one where fields are unchanged, else the
 * edition's rows and labels. Paragraph breaks are dropped. Free with g_free(). */
char *nb_table_export (const NbReportData *data);

/* One field a line, "label\tvalue", as pasted into a portal: published fields, canonical. */
char *nb_text_export (const NbReportData *data);

/* A header of field ids and a row per report, RFC 4180, CR LF, UTF-8 with BOM, canonical values.
 * All of one edition. */
char *nb_csv_export (const NbReportData *const *reports, guint n_reports);

/* formats.md, export json. */
char *nb_json_export (const NbReportData *const *reports, guint n_reports);

G_END_DECLS
