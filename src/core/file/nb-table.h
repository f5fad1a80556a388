/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-report-data.h"

G_BEGIN_DECLS

/* Reads a published table: pipe or tab text, UTF-8 with or without BOM. Changes no cell's text; labels are
 * mapped, glued cells taken apart, and each such repair recorded. @year: 0 to take it from the text (its
 * first 20xx年 in the change field or the narrative). Fewer than four known labels: NB_ERROR_INVALID.
 * A missing row is an R07 repair of its field with the detail "missing". */
NbReportData *nb_table_import (GBytes *bytes, NbForm *form, const char *registry, int year, GError **error);

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
