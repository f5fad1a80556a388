/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-institution.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-document-private.h"

#define CERTIFICATES "certificates"
#define LAST_YEAR    "last-year"

static char *
dup_folder (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "nianbao", name, NULL);
}

char *
nb_ui_institution_dup_certificates (void)
{
  return dup_folder (CERTIFICATES);
}

GPtrArray *
nb_ui_institution_list (NbJob *job)
{
  g_autofree char *folder = nb_ui_institution_dup_certificates ();
  GPtrArray *kept = nb_job_list_certificates (job, folder);

  for (guint i = kept->len; i > 0; i--)
    if (((NbKeptFacts *) g_ptr_array_index (kept, i - 1))->facts == NULL)
      g_ptr_array_remove_index (kept, i - 1);
  return kept;
}

NbFacts *
nb_ui_institution_dup_facts (NbUiDocument *document)
{
  g_autoptr (NbReportData) data = nb_report_freeze (nb_ui_document_get_report (document));
  g_autofree char *folder = nb_ui_institution_dup_certificates ();

  return nb_job_lookup_certificate (nb_ui_document_get_job (document), folder, data);
}

void
nb_ui_institution_look_up (NbUiDocument *document)
{
  g_autoptr (NbFacts) facts = nb_ui_institution_dup_facts (document);
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbReportData) previous = NULL;
  g_autofree char *reports = NULL;

  if (facts != NULL)
    nb_ui_document_set_facts (document, facts);
  if (nb_ui_document_get_previous (document) != NULL)
    return;
  data = nb_report_freeze (nb_ui_document_get_report (document));
  reports = dup_folder (LAST_YEAR);
  previous = nb_job_lookup_previous (nb_ui_document_get_job (document), reports, data);
  if (previous != NULL)
    nb_ui_document_set_previous (document, previous);
}

void
nb_ui_institution_keep_previous (NbUiDocument *document, const NbReportData *previous)
{
  g_autoptr (NbReportData) data = nb_report_freeze (nb_ui_document_get_report (document));
  g_autofree char *reports = dup_folder (LAST_YEAR);
  g_autoptr (GError) error = NULL;

  nb_ui_document_set_previous (document, previous);
  if (!nb_job_keep_previous (nb_ui_document_get_job (document), reports, data, previous, &error))
    nb_ui_document_remark (document, error->message);
}

void
nb_ui_institution_fill (NbUiDocument *document, const NbFacts *facts)
{
  NbReport *report = nb_ui_document_get_report (document);
  NbForm *form = nb_report_get_form (report);

  if (!nb_ui_document_can_change (document))
    return;
  nb_report_pause (report);
  nb_report_begin_group (report);
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);
      const char *fact = field->certificate ? nb_facts_lookup (facts, field->id) : NULL;

      /* A fact that the field cannot hold is left for the person to type. */
      if (fact != NULL
          && nb_text_is_empty (nb_field_get_text (nb_report_lookup_field (report, field->id))))
        nb_report_set_text (report, field->id, fact, NULL);
    }
  nb_report_end_group (report);
  nb_report_pause (report);
  nb_ui_document_check (document);
}
