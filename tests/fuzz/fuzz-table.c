/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "nb-job.h"
#include "nb-report-file.h"

/* Whether nothing in the table had to be put in another's place. */
static gboolean
is_verbatim (const NbReportData *report)
{
  const NbImportRecord *record = nb_report_data_get_import (report);

  for (guint i = 0; i < nb_import_record_get_n_repairs (record); i++)
    if (strcmp (nb_import_record_get_repair (record, i)->rule, "R55") == 0)
      return FALSE;
  return TRUE;
}

/* The import of published tables: what comes out is a file that can be read, and the table comes back byte for
 * byte. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static NbJob *job;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (NbReportData) report = NULL;
  g_autoptr (NbReportData) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;
  const NbReportData *reports[1];

  if (job == NULL)
    job = nb_job_new (NULL, NULL);
  report = nb_job_import (job, bytes, NULL, 0, &error);
  if (report == NULL)
    return 0;
  written = nb_report_file_write (report, &error);
  g_assert_no_error (error);
  again = nb_job_load (job, written, NULL, &error);
  g_assert_no_error (error);
  reports[0] = again;
  table = nb_job_export (reports, 1, NB_EXPORT_TABLE);
  if (is_verbatim (again))
    g_assert_cmpmem (table, strlen (table), data, size);
  return 0;
}
