/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "nb-job.h"
#include "nb-report-file.h"

static char *
export_table (NbReportData *report)
{
  const NbReportData *reports[] = { report };

  return nb_job_export (reports, 1, NB_EXPORT_TABLE);
}

/* Whether nothing in the table had to be put in another's place. */
static gboolean
is_verbatim (const NbReportData *report)
{
  const NbImportRecord *record = nb_report_data_get_import (report);

  for (guint i = 0; i < nb_import_record_get_n_repairs (record); i++)
    if (g_str_has_prefix (nb_import_record_get_repair (record, i)->detail, "U+"))
      return FALSE;
  return TRUE;
}

/* What the importer keeps of the table: its very bytes, unless it had to be taken apart as CSV. */
static char *
join_record (const NbReportData *report)
{
  const NbImportRecord *record = nb_report_data_get_import (report);
  GString *joined = g_string_new (NULL);

  for (guint row = 0; row < nb_import_record_get_n_rows (record); row++)
    for (guint i = 0; i < nb_import_record_get_n_pieces (record, row); i++)
      g_string_append (joined, nb_import_record_get_piece (record, row, i)->text);
  return g_string_free (joined, FALSE);
}

/* The import of published tables, whatever they are in: what comes out is a file that can be read; the table that is
 * given back, imported in its turn, comes back byte for byte. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static NbJob *job;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (NbReportData) report = NULL;
  g_autoptr (NbReportData) read = NULL;
  g_autoptr (NbReportData) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) table_bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;
  g_autofree char *table_again = NULL;
  g_autofree char *kept = NULL;

  if (job == NULL)
    job = nb_job_new (NULL, NULL);
  report = nb_job_import (job, bytes, NULL, 0, &error);
  if (report == NULL)
    return 0;
  written = nb_report_file_write (report, &error);
  g_assert_no_error (error);
  read = nb_job_load (job, written, NULL, &error);
  g_assert_no_error (error);
  table = export_table (read);

  table_bytes = g_bytes_new_static (table, strlen (table));
  again = nb_job_import (job, table_bytes, NULL, 0, NULL);
  if (again == NULL || !is_verbatim (again))
    return 0;
  kept = join_record (again);
  if (!g_str_equal (kept, table))
    {
      g_assert_nonnull (strpbrk (table, ",;"));
      return 0;
    }
  table_again = export_table (again);
  g_assert_cmpstr (table, ==, table_again);
  return 0;
}
