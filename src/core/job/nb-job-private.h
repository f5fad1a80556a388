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

/* The first field of @type, of the registered facts or of the others; "" where it is empty. Free with
 * g_free(). */
char *nb_job_dup_first (const NbReportData *data, NbFieldType type, gboolean certificate);

/* The name, without ending, of files about the institution whose code (@type NB_FIELD_CODE) or name
 * (NB_FIELD_LINE) is @text; it holds whatever somebody typed. NULL where that is empty, or no correct
 * code. Free with g_free(). */
char *nb_job_make_key (NbFieldType type, const char *text);

/* The schema of our files, from the resources built in. */
NbSchema *nb_job_load_schema (GError **error);

G_END_DECLS
