/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-data-private.h"

#include <string.h>

NbReportData *
nb_report_data_ref (NbReportData *data)
{
  g_atomic_ref_count_inc (&data->references);
  return data;
}

static void
free_opinion (NbOpinion *opinion)
{
  g_free (opinion->sentence);
  g_free (opinion->person);
  g_free (opinion);
}

static void
free_registration (NbRegistration *registration)
{
  g_free (registration->remark);
  g_free (registration);
}

void
nb_report_data_unref (NbReportData *data)
{
  if (data == NULL || !g_atomic_ref_count_dec (&data->references))
    return;
  g_array_unref (data->fields);
  g_array_unref (data->answers);
  g_array_unref (data->attachments);
  g_clear_pointer (&data->import, nb_import_record_unref);
  g_clear_pointer (&data->opinion, free_opinion);
  g_clear_pointer (&data->registration, free_registration);
  g_free (data->registry);
  g_free (data->digest);
  nb_form_unref (data->form);
  g_free (data);
}

NbForm *
nb_report_data_get_form (const NbReportData *data)
{
  return data->form;
}

const char *
nb_report_data_get_registry (const NbReportData *data)
{
  return data->registry;
}

guint
nb_report_data_get_revision (const NbReportData *data)
{
  return data->revision;
}

const char *
nb_report_data_get_digest (const NbReportData *data)
{
  return data->digest;
}

static const NbFieldData *
get_field (const NbReportData *data, const char *field)
{
  const NbFieldDef *def = nb_form_lookup_field (data->form, field);

  g_return_val_if_fail (def != NULL, NULL);
  return &g_array_index (data->fields, NbFieldData, def->index);
}

NbText *
nb_report_data_get_text (const NbReportData *data, const char *field)
{
  return get_field (data, field)->text;
}

const NbValue *
nb_report_data_get_value (const NbReportData *data, const char *field)
{
  return &get_field (data, field)->value;
}

const NbValue *
nb_report_data_lookup_value (const NbReportData *data, NbFieldType type)
{
  for (guint i = 0; i < nb_form_get_n_fields (data->form); i++)
    if (nb_form_get_field (data->form, i)->type == type)
      return &g_array_index (data->fields, NbFieldData, i).value;
  return NULL;
}

char *
nb_report_data_dup_canonical (const NbReportData *data, const char *field)
{
  const NbFieldData *one = get_field (data, field);

  if (one->value.canonical != NULL)
    return g_strdup (one->value.canonical);
  return nb_text_dup_string (one->text);
}

char *
nb_report_data_dup_content (const NbReportData *data)
{
  const NbForm *form = nb_report_data_get_form (data);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const char *id = nb_form_get_field (form, i)->id;
      g_autofree char *value = nb_report_data_dup_canonical (data, id);

      /* With their ends, so that nothing can move from one field to the next. */
      g_checksum_update (checksum, (const guchar *) id, (gssize) strlen (id) + 1);
      g_checksum_update (checksum, (const guchar *) value, (gssize) strlen (value) + 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

guint
nb_report_data_get_n_answers (const NbReportData *data)
{
  return data->answers->len;
}

const NbAnswer *
nb_report_data_get_answer (const NbReportData *data, guint index)
{
  return &g_array_index (data->answers, NbAnswer, index);
}

guint
nb_report_data_get_n_attachments (const NbReportData *data)
{
  return data->attachments->len;
}

const NbAttachment *
nb_report_data_get_attachment (const NbReportData *data, guint index)
{
  return &g_array_index (data->attachments, NbAttachment, index);
}

const NbImportRecord *
nb_report_data_get_import (const NbReportData *data)
{
  return data->import;
}

const NbOpinion *
nb_report_data_get_opinion (const NbReportData *data)
{
  return data->opinion;
}

const NbRegistration *
nb_report_data_get_registration (const NbReportData *data)
{
  return data->registration;
}
