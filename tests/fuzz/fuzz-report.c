/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "nb-job.h"
#include "nb-report-file.h"

/* The guarded parser, the package's shape and the report reader; what they take in, the writer gives out, and the
 * reader takes that in too. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static NbJob *job;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (NbReportData) report = NULL;
  g_autoptr (NbReportData) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  if (job == NULL)
    job = nb_job_new (NULL, NULL);
  report = nb_job_load (job, bytes, NULL, NULL);
  if (report == NULL)
    return 0;
  written = nb_report_file_write (report, NULL);
  g_assert_nonnull (written);
  again = nb_job_load (job, written, NULL, NULL);
  g_assert_nonnull (again);
  rewritten = nb_report_file_write (again, NULL);
  g_assert_true (g_bytes_equal (written, rewritten));
  return 0;
}
