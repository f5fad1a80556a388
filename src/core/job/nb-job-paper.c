/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <glib/gi18n-lib.h>

#include "nb-pdf.h"
#include "nb-report-file.h"
#include "nb-xml.h"

gboolean
nb_job_has_copy (NbForm *form, NbCopy copy)
{
  const NbPageDef *pages = nb_form_get_pages (form);

  for (guint i = 0; i < pages->pages->len; i++)
    if (((const NbBoxDef *) g_ptr_array_index (pages->pages, i))->copies & copy)
      return TRUE;
  return FALSE;
}

/* The first value of @type that the form asks for and the report has. */
static const NbValue *
lookup_value (const NbReportData *data, NbFieldType type)
{
  NbForm *form = nb_report_data_get_form (data);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);
      const NbValue *value = nb_report_data_get_value (data, field->id);

      if (field->type == type && value->state == NB_VALUE_READ)
        return value;
    }
  return NULL;
}

NbDate
nb_job_get_paper_date (const NbReportData *data)
{
  const NbValue *date = lookup_value (data, NB_FIELD_DATE);
  const NbValue *year = lookup_value (data, NB_FIELD_YEAR);

  if (date != NULL)
    return date->date;
  return year != NULL ? (NbDate){ (int) year->number + 1, 1, 1 } : (NbDate){ 0, 0, 0 };
}

char *
nb_job_digest_fields (const NbReportData *data, GError **error)
{
  g_autoptr (GBytes) bytes = nb_report_file_write (data, error);
  g_autoptr (xmlDoc) doc = bytes != NULL ? nb_xml_parse (bytes, NB_XML_UNTRUSTED, error) : NULL;
  const xmlNode *report;

  if (doc == NULL)
    return NULL;
  report = nb_xml_lookup (xmlDocGetRootElement (doc), "report");
  return nb_xml_digest (nb_xml_lookup (report, "fields"), error);
}

/* Only what leaves the house is marked as a draft, or compared with its data. */
static gboolean
leaves_house (NbCopy copy)
{
  return copy == NB_COPY_FILING || copy == NB_COPY_PUBLICATION;
}

NbPageList *
nb_job_layout (NbJob *job, const NbReportData *data, NbPrinting printing, GError **error)
{
  NbForm *form = nb_report_data_get_form (data);
  NbPageOptions options = { .copy = printing.copy,
                            .registry = nb_job_get_registry (job, data, NULL),
                            .for_pen = printing.for_pen };
  g_autofree char *digest = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  if (!nb_job_has_copy (form, printing.copy))
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                    _ ("The edition %s of the form has no such copy."), nb_form_get_edition (form));
      return NULL;
    }
  if (leaves_house (printing.copy))
    {
      options.draft = nb_job_has_errors (job, data);
      options.digest = digest = nb_job_digest_fields (data, error);
      if (digest == NULL)
        return NULL;
    }
  if (printing.copy == NB_COPY_REVIEW)
    options.notes = notes = nb_job_make_notes (job, data);
  return nb_page_layout (data, &options);
}

static gboolean
attach (NbPdf *pdf, const NbReportData *data, GBytes *signed_bytes, GError **error)
{
  g_autoptr (GBytes) bytes =
      signed_bytes != NULL ? g_bytes_ref (signed_bytes) : nb_report_file_write (data, error);

  if (bytes == NULL)
    return FALSE;
  nb_pdf_attach (pdf, bytes, "report.xml", "application/vnd.nianbao.report+xml");
  return TRUE;
}

GBytes *
nb_job_print (NbJob *job,
              NbPainter *painter,
              const NbReportData *data,
              NbPrinting printing,
              GBytes *signed_bytes,
              char **note,
              GError **error)
{
  g_autoptr (NbPageList) pages = nb_job_layout (job, data, printing, error);
  g_autoptr (NbPdf) pdf = NULL;

  if (pages == NULL)
    return NULL;
  pdf = nb_pdf_new (painter);
  if (!nb_pdf_add (pdf, pages, error)
      || (printing.copy == NB_COPY_FILING && !attach (pdf, data, signed_bytes, error)))
    return NULL;
  if (note != NULL)
    *note = nb_painter_describe_substitutes (painter, pages);
  return nb_pdf_finish (g_steal_pointer (&pdf), nb_job_get_paper_date (data));
}
