/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-package.h"
#include "nb-report-data.h"

G_BEGIN_DECLS

/* The package of formats.md as bytes, unsigned: the same data gives the same bytes under any locale.
 * NB_ERROR_INVALID for what the reader would refuse. */
GBytes *nb_report_file_write (const NbReportData *data, GError **error);

/* Reads @package: the edition and the registry are looked up in @catalog (an unknown edition or field:
 * NB_ERROR_INVALID with a place; an unknown registry falls back to "national" only in checking, the id is
 * kept). Values are compared with typed: a value that typed does not give is NB_ERROR_INVALID. */
NbReportData *nb_report_file_read (NbPackage *package, NbCatalog *catalog, GError **error);

/* The certificate root: registered facts, field id -> text. @schema as for the package. */
GBytes *nb_certificate_file_write (const NbReportData *data, GError **error);
GHashTable *nb_certificate_file_read (GBytes *bytes, NbSchema *schema, GError **error);

G_END_DECLS
