/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <glib/gi18n-lib.h>

NbJob *
nb_job_new (const char *data_dir, GError **error)
{
  g_autoptr (NbJob) job = g_new0 (NbJob, 1);

  if (!nb_sign_init (error))
    return NULL;

  job->catalog = nb_catalog_new ();
  job->schema = nb_job_load_schema (error);
  if (job->schema == NULL || !nb_job_add_resources (job->catalog, error))
    return NULL;
  if (data_dir != NULL && !nb_job_add_folder (job->catalog, data_dir, error))
    return NULL;
  if (!nb_catalog_close (job->catalog, nb_check_list_names (), error))
    return NULL;
  return g_steal_pointer (&job);
}

void
nb_job_free (NbJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->catalog, nb_catalog_unref);
  g_clear_pointer (&job->schema, nb_schema_free);
  g_free (job);
}

NbCatalog *
nb_job_get_catalog (NbJob *job)
{
  return job->catalog;
}

const NbRegistry *
nb_job_get_registry (NbJob *job, const NbReportData *data, const char *id)
{
  const NbRegistry *registry = nb_catalog_lookup_registry (
      job->catalog, id != NULL ? id : nb_report_data_get_registry (data));

  return registry != NULL ? registry : nb_catalog_lookup_registry (job->catalog, "national");
}

gboolean
nb_job_has_errors (NbJob *job, const NbReportData *data)
{
  NbCheckContext context = { .registry = nb_job_get_registry (job, data, NULL) };
  g_autoptr (NbFindingList) findings = nb_check (data, &context);

  return nb_finding_list_has_errors (findings);
}

/* What is built in joins what is linted, so that a folder may name the layers and editions that it
 * builds on. */
gboolean
nb_job_lint_form (const char *folder, GError **error)
{
  g_autoptr (NbCatalog) catalog = nb_catalog_new ();
  g_autofree char *fields = g_build_filename (folder, "fields.xml", NULL);
  g_autofree char *forms = g_build_filename (folder, "forms", NULL);
  gboolean loaded;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      nb_error_set (error, NB_ERROR_READ, (NbPlace){ 0, 0 }, _ ("“%s” is not a folder."), folder);
      return FALSE;
    }
  if (g_file_test (fields, G_FILE_TEST_EXISTS))
    loaded = nb_job_add_edition (catalog, folder, error);
  else if (g_file_test (forms, G_FILE_TEST_IS_DIR))
    loaded = nb_job_add_folder (catalog, folder, error);
  else
    loaded = nb_job_add_registries (catalog, folder, error);

  return loaded && nb_job_add_resources (catalog, error)
         && nb_catalog_close (catalog, nb_check_list_names (), error);
}
