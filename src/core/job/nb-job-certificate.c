/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "nb-report-file.h"

#define SUFFIX ".xml"

NbFacts *
nb_job_open_certificate (NbJob *job, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = nb_job_read_file (path, error);

  return bytes != NULL ? nb_certificate_file_read (bytes, job->schema, error) : NULL;
}

gboolean
nb_job_save_certificate (NbJob *job, const NbFacts *facts, const char *path, GError **error)
{
  NbForm *form = nb_catalog_get_default_form (job->catalog);
  g_autoptr (GBytes) bytes = nb_certificate_file_write (facts, form, error);

  return bytes != NULL && nb_job_write_file (path, bytes, NB_WRITE_REPLACE, error);
}

/* NULL where @text is no correct code, or empty. */
static char *
make_path (const char *folder, NbFieldType type, const char *text)
{
  g_autofree char *key = text != NULL ? nb_job_make_key (type, text) : NULL;
  g_autofree char *file = key != NULL ? g_strconcat (key, SUFFIX, NULL) : NULL;

  return file != NULL ? g_build_filename (folder, file, NULL) : NULL;
}

static void
free_kept (void *data)
{
  NbKeptFacts *kept = data;

  g_free (kept->path);
  g_clear_pointer (&kept->facts, nb_facts_unref);
  g_clear_error (&kept->error);
  g_free (kept);
}

static int
compare_kept (const void *a, const void *b)
{
  return strcmp ((*(NbKeptFacts *const *) a)->path, (*(NbKeptFacts *const *) b)->path);
}

GPtrArray *
nb_job_list_certificates (NbJob *job, const char *folder)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (free_kept);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      NbKeptFacts *kept;

      if (!g_str_has_suffix (name, SUFFIX))
        continue;
      kept = g_new0 (NbKeptFacts, 1);
      kept->path = g_build_filename (folder, name, NULL);
      kept->facts = nb_job_open_certificate (job, kept->path, &kept->error);
      g_ptr_array_add (all, kept);
    }
  g_ptr_array_sort (all, compare_kept);
  return all;
}

/* The one that was kept before its code was known, or under a code that was mistyped in the report. */
static NbFacts *
lookup_by_name (NbJob *job, const char *folder, const char *name)
{
  NbForm *form = nb_catalog_get_default_form (job->catalog);
  g_autoptr (GPtrArray) all = nb_job_list_certificates (job, folder);

  for (guint i = 0; i < all->len; i++)
    {
      const NbKeptFacts *kept = g_ptr_array_index (all, i);

      if (kept->facts != NULL && g_strcmp0 (nb_facts_lookup_name (kept->facts, form), name) == 0)
        return nb_facts_ref (kept->facts);
    }
  return NULL;
}

NbFacts *
nb_job_lookup_certificate (NbJob *job, const char *folder, const NbReportData *data)
{
  NbForm *form = nb_report_data_get_form (data);
  g_autoptr (NbFacts) own = nb_facts_new_from_data (data, NULL);
  const char *code = own != NULL ? nb_facts_lookup_code (own, form) : NULL;
  const char *name = own != NULL ? nb_facts_lookup_name (own, form) : NULL;
  g_autofree char *path = make_path (folder, NB_FIELD_CODE, code);

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return nb_job_open_certificate (job, path, NULL);
  return name != NULL ? lookup_by_name (job, folder, name) : NULL;
}

gboolean
nb_job_keep_certificate (NbJob *job, const char *folder, const NbFacts *facts, GError **error)
{
  NbForm *form = nb_catalog_get_default_form (job->catalog);
  const char *code = nb_facts_lookup_code (facts, form);
  const char *name = nb_facts_lookup_name (facts, form);
  g_autofree char *by_code = make_path (folder, NB_FIELD_CODE, code);
  g_autofree char *by_name = make_path (folder, NB_FIELD_LINE, name);

  if (by_code == NULL && by_name == NULL)
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                    _ ("A certificate is kept under its credit code or its name. Fill in one of "
                       "them first."));
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      nb_error_set (error, NB_ERROR_WRITE, (NbPlace){ 0, 0 },
                    _ ("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
      return FALSE;
    }
  if (!nb_job_save_certificate (job, facts, by_code != NULL ? by_code : by_name, error))
    return FALSE;
  /* One file an institution: the one from before the code was known goes. */
  if (by_code != NULL && by_name != NULL)
    g_unlink (by_name);
  return TRUE;
}

gboolean
nb_job_forget_certificate (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  nb_error_set (error, NB_ERROR_WRITE, (NbPlace){ 0, 0 }, _ ("“%s” cannot be removed: %s."), path,
                g_strerror (errno));
  return FALSE;
}
