/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-raw-kind.h"
#include "nb-report-file.h"
#include "nb-table.h"
#include "nb-text-divide.h"

static const NbPlace nowhere = { 0, 0 };

NbReportData *
nb_job_load (NbJob *job, GBytes *bytes, gboolean *is_signed, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (NbPackage) package = nb_package_parse (bytes, job->schema, &cause);

  if (package == NULL)
    {
      /* "Broken" is said of signatures; nobody asked for them here. */
      if (cause->code == NB_ERROR_BROKEN)
        cause->code = NB_ERROR_INVALID;
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  if (is_signed != NULL)
    *is_signed = package->n_signatures > 0;
  return nb_report_file_read (package, job->catalog, error);
}

NbReportData *
nb_job_open (NbJob *job, const char *path, GBytes **bytes, gboolean *is_signed, GError **error)
{
  g_autoptr (GBytes) content = nb_job_read_file (path, error);
  g_autoptr (NbReportData) data = NULL;

  if (content == NULL)
    return NULL;
  data = nb_job_load (job, content, is_signed, error);
  if (data != NULL && bytes != NULL)
    *bytes = g_steal_pointer (&content);
  return g_steal_pointer (&data);
}

static gboolean
check_registry (NbJob *job, const char *registry, GError **error)
{
  if (nb_catalog_lookup_registry (job->catalog, registry) != NULL)
    return TRUE;
  nb_error_set (error, NB_ERROR_ARGUMENT, nowhere,
                _ ("There is no registry “%s” here. “national” is the one without local rules."),
                registry);
  return FALSE;
}

NbReportData *
nb_job_import (NbJob *job, GBytes *table, const char *registry, int year, GError **error)
{
  if (registry == NULL)
    registry = "national";
  if (!check_registry (job, registry, error))
    return NULL;
  return nb_table_import (table, nb_catalog_get_default_form (job->catalog), registry, year, error);
}

char *
nb_job_import_into (
    NbJob *job, const char *path, const char *registry, const char *folder, GError **error)
{
  g_autoptr (GBytes) table = nb_job_read_file (path, error);
  g_autoptr (NbReportData) data =
      table != NULL ? nb_job_import (job, table, registry, 0, error) : NULL;
  g_autoptr (GBytes) bytes = data != NULL ? nb_job_write (job, data, error) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *wanted = NULL;

  if (bytes == NULL)
    return NULL;
  name = nb_job_dup_file_name (data);
  wanted = g_build_filename (folder, name, NULL);
  return nb_job_write_beside (wanted, bytes, error);
}

NbReportData *
nb_job_restore_paragraphs (const NbReportData *data)
{
  NbForm *form = nb_report_data_get_form (data);
  NbReportDataBuilder *builder = nb_report_data_builder_new_from (data);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);
      NbText *text = nb_report_data_get_text (data, field->id);
      g_autoptr (NbText) divided = NULL;

      if (field->type != NB_FIELD_LONG || nb_text_get_n_paragraphs (text) > 1)
        continue;
      divided = nb_text_divide (text);
      nb_report_data_builder_set_text (builder, field->id, divided, NULL);
    }
  return nb_report_data_builder_finish (builder);
}

/* XML begins with a tag, and so does a page that holds a published table. */
gboolean
nb_job_is_report_file (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  gsize start;

  switch (nb_raw_kind_of_text (text, size, &start))
    {
    case NB_RAW_TEXT_REPORT:
    case NB_RAW_TEXT_XML:
      return TRUE;
    case NB_RAW_TEXT_EMPTY:
    case NB_RAW_TEXT_TABLE:
    case NB_RAW_TEXT_HTML:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

NbReportData *
nb_job_open_any (NbJob *job, const char *path, gboolean *is_signed, GError **error)
{
  g_autoptr (GBytes) bytes = nb_job_read_file (path, error);

  if (bytes == NULL)
    return NULL;
  if (nb_job_is_report_file (bytes))
    return nb_job_load (job, bytes, is_signed, error);
  if (is_signed != NULL)
    *is_signed = FALSE;
  return nb_job_import (job, bytes, NULL, 0, error);
}

GBytes *
nb_job_write (NbJob *job, const NbReportData *data, GError **error)
{
  return nb_report_file_write (data, error);
}

gboolean
nb_job_save (NbJob *job, const NbReportData *data, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = nb_job_write (job, data, error);

  return bytes != NULL && nb_job_write_file (path, bytes, NB_WRITE_REPLACE, error);
}

static gboolean
set_line (NbReportDataBuilder *builder, const char *field, const char *text, GError **error)
{
  g_autoptr (NbText) paragraphs = nb_text_new (text);

  return nb_report_data_builder_set_text (builder, field, paragraphs, error);
}

/* The facts of a certificate that the edition knows as such. */
static gboolean
set_facts (NbReportDataBuilder *builder, NbForm *form, const NbFacts *facts, GError **error)
{
  for (guint i = 0; facts != NULL && i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);
      const char *text = nb_facts_lookup (facts, field->id);

      if (field->certificate && text != NULL && !set_line (builder, field->id, text, error))
        return FALSE;
    }
  return TRUE;
}

static const char *
find_year_field (NbForm *form)
{
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    if (nb_form_get_field (form, i)->type == NB_FIELD_YEAR)
      return nb_form_get_field (form, i)->id;
  return NULL;
}

NbReportData *
nb_job_begin (NbJob *job,
              const NbReportData *previous,
              const NbFacts *facts,
              const char *const *wanted,
              const char *registry,
              int year,
              GError **error)
{
  g_autoptr (NbReportDataBuilder) builder = NULL;
  g_autoptr (NbReportData) rolled = NULL;
  NbForm *form;

  if (registry != NULL && !check_registry (job, registry, error))
    return NULL;
  if (previous != NULL)
    {
      rolled = nb_report_data_roll_forward (previous, facts, wanted);
      builder = nb_report_data_builder_new_from (rolled);
      form = nb_report_data_get_form (rolled);
    }
  else
    {
      form = nb_catalog_get_default_form (job->catalog);
      builder = nb_report_data_builder_new (form);
      if (!set_facts (builder, form, facts, error))
        return NULL;
    }
  if (registry != NULL || previous == NULL)
    nb_report_data_builder_set_registry (builder, registry != NULL ? registry : "national");
  if (year != 0 && find_year_field (form) != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      if (!set_line (builder, find_year_field (form), text, error))
        return NULL;
    }
  return nb_report_data_builder_finish (g_steal_pointer (&builder));
}

gboolean
nb_export_parse (const char *nick, NbExport *out)
{
  static const char *const nicks[] = { "table", "text", "csv", "json" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nick, nicks[i]))
      {
        *out = (NbExport) i;
        return TRUE;
      }
  return FALSE;
}

char *
nb_job_export (const NbReportData *const *reports, guint n_reports, NbExport form)
{
  switch (form)
    {
    case NB_EXPORT_TABLE:
      return nb_table_export (reports[0]);
    case NB_EXPORT_TEXT:
      return nb_text_export (reports[0]);
    case NB_EXPORT_CSV:
      return nb_csv_export (reports, n_reports);
    case NB_EXPORT_JSON:
      return nb_json_export (reports, n_reports);
    }
  g_return_val_if_reached (NULL);
}

NbReportData *
nb_job_revise (const NbReportData *data)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new_from (data);

  nb_report_data_builder_clear_parts (builder);
  nb_report_data_builder_set_revision (builder, nb_report_data_get_revision (data) + 1);
  return nb_report_data_builder_finish (builder);
}
