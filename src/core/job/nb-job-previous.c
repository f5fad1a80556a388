/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Where last year's report for @data is kept: under the name (@type NB_FIELD_LINE) or code (NB_FIELD_CODE)
 * of the institution and the year of @data. NULL where one of them is not known. */
static char *
make_path (const char *folder, const NbReportData *data, NbFieldType type)
{
  g_autofree char *text = nb_job_dup_first (data, type, TRUE);
  g_autofree char *institution = nb_job_make_key (type, text);
  g_autofree char *year = nb_job_dup_first (data, NB_FIELD_YEAR, FALSE);
  g_autofree char *file = NULL;

  if (institution == NULL || *year == '\0')
    return NULL;
  file = g_strdup_printf ("%s-before-%s.xml", institution, year);
  return g_build_filename (folder, file, NULL);
}

gboolean
nb_job_keep_previous (NbJob *job,
                      const char *folder,
                      const NbReportData *data,
                      const NbReportData *previous,
                      GError **error)
{
  g_autofree char *by_code = make_path (folder, data, NB_FIELD_CODE);
  g_autofree char *by_name = make_path (folder, data, NB_FIELD_LINE);

  if (by_code == NULL && by_name == NULL)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      nb_error_set (error, NB_ERROR_WRITE, (NbPlace){ 0, 0 },
                    _ ("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
      return FALSE;
    }
  /* The name is what a published table has; the code comes later. */
  return nb_job_save (job, previous, by_name != NULL ? by_name : by_code, error);
}

NbReportData *
nb_job_lookup_previous (NbJob *job, const char *folder, const NbReportData *data)
{
  const NbFieldType types[] = { NB_FIELD_LINE, NB_FIELD_CODE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = make_path (folder, data, types[i]);
      NbReportData *previous = NULL;

      if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        previous = nb_job_open (job, path, NULL, NULL, NULL);
      if (previous != NULL && nb_report_data_get_form (previous) == nb_report_data_get_form (data))
        return previous;
      g_clear_pointer (&previous, nb_report_data_unref);
    }
  return NULL;
}
