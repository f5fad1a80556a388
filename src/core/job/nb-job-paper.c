/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <glib/gi18n-lib.h>

static gboolean
has_copy (NbForm *form, NbCopy copy)
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

/* A PDF is dated by what it shows, so that it comes out the same at any time: the filing date, else
 * 1 January after the report year. */
static NbDate
get_date (const NbReportData *data)
{
  const NbValue *date = lookup_value (data, NB_FIELD_DATE);
  const NbValue *year = lookup_value (data, NB_FIELD_YEAR);

  if (date != NULL)
    return date->date;
  return year != NULL ? (NbDate){ (int) year->number + 1, 1, 1 } : (NbDate){ 0, 0, 0 };
}

static NbPageList *
layout (NbJob *job, NbPainter *painter, const NbReportData *data, NbCopy copy, GError **error)
{
  NbForm *form = nb_report_data_get_form (data);
  g_autoptr (NbPageList) pages = NULL;

  if (!has_copy (form, copy))
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                    _ ("The edition %s of the form has no such copy."), nb_form_get_edition (form));
      return NULL;
    }
  pages = nb_page_layout (data, nb_job_get_registry (job, data, NULL), copy,
                          nb_job_has_errors (job, data));
  return nb_painter_check (painter, pages, form, error) ? g_steal_pointer (&pages) : NULL;
}

GBytes *
nb_job_print (NbJob *job,
              NbPainter *painter,
              const NbReportData *const *reports,
              guint n_reports,
              NbCopy copy,
              GError **error)
{
  g_autoptr (GPtrArray) lists =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nb_page_list_unref);

  for (guint i = 0; i < n_reports; i++)
    {
      NbPageList *pages = layout (job, painter, reports[i], copy, error);

      if (pages == NULL)
        return NULL;
      g_ptr_array_add (lists, pages);
    }
  return nb_painter_write_pdf (painter, (NbPageList *const *) lists->pdata, lists->len,
                               get_date (reports[0]), error);
}
