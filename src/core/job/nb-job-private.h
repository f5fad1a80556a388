/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-job.h"

G_BEGIN_DECLS

struct _NbJob
{
  NbCatalog *catalog;
  NbSchema *schema;
};

/* Add definitions to @catalog: what is built in and not there yet; a folder laid out like data/; an
 * edition's folder (fields.xml, rules.xml, page.xml); every ID.xml in a folder of registries. */
gboolean nb_job_add_resources (NbCatalog *catalog, GError **error);
gboolean nb_job_add_folder (NbCatalog *catalog, const char *folder, GError **error);
gboolean nb_job_add_edition (NbCatalog *catalog, const char *folder, GError **error);
gboolean nb_job_add_registries (NbCatalog *catalog, const char *folder, GError **error);

/* Whether errors of stage data stand, by the registry that the report itself names. */
gboolean nb_job_has_errors (NbJob *job, const NbReportData *data);

/* Whether @form has pages for @copy. */
gboolean nb_job_has_copy (NbForm *form, NbCopy copy);

/* All findings of @data as the review copy prints them: an array of NbPageNote. */
GPtrArray *nb_job_make_notes (NbJob *job, const NbReportData *data);

/* The schema of our files, from the resources built in. */
NbSchema *nb_job_load_schema (GError **error);

G_END_DECLS
