/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-data-private.h"

#include <glib/gi18n-lib.h>

/* The data under construction: nobody else has seen it yet. */
struct _NbReportDataBuilder
{
  NbReportData *data;
};

static void
clear_field (void *element)
{
  NbFieldData *field = element;

  g_clear_pointer (&field->text, nb_text_unref);
  nb_value_clear (&field->value);
}

static void
clear_answer (void *element)
{
  NbAnswer *answer = element;

  g_free (answer->rule);
  g_free (answer->field);
  g_free (answer->digest);
  g_free (answer->text);
}

static void
clear_attachment (void *element)
{
  NbAttachment *attachment = element;

  g_free (attachment->kind);
  g_free (attachment->name);
  g_free (attachment->sha256);
  g_free (attachment->content);
}

static GArray *
array_new (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) size);

  g_array_set_clear_func (array, clear);
  return array;
}

static NbReportData *
data_new (NbForm *form)
{
  NbReportData *data = g_new0 (NbReportData, 1);

  g_atomic_ref_count_init (&data->references);
  data->form = nb_form_ref (form);
  data->registry = g_strdup ("national");
  data->revision = 1;
  data->digest = g_strdup (nb_form_get_digest (form));
  data->fields = array_new (sizeof (NbFieldData), clear_field);
  data->answers = array_new (sizeof (NbAnswer), clear_answer);
  data->attachments = array_new (sizeof (NbAttachment), clear_attachment);
  g_array_set_size (data->fields, nb_form_get_n_fields (form));
  return data;
}

static void
set_field (NbReportData *data, const NbFieldDef *def, NbText *text)
{
  NbFieldData *field = &g_array_index (data->fields, NbFieldData, def->index);

  nb_text_ref (text);
  clear_field (field);
  field->text = text;
  nb_value_read (def, text, &field->value);
}

void
nb_report_data_builder_set_checked_text (NbReportDataBuilder *builder,
                                         const NbFieldDef *def,
                                         NbText *text)
{
  set_field (builder->data, def, text);
}

NbReportDataBuilder *
nb_report_data_builder_new (NbForm *form)
{
  NbReportDataBuilder *builder = g_new0 (NbReportDataBuilder, 1);
  g_autoptr (NbText) empty = nb_text_new ("");

  builder->data = data_new (form);
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    set_field (builder->data, nb_form_get_field (form, i), empty);
  return builder;
}

NbReportDataBuilder *
nb_report_data_builder_new_from (const NbReportData *data)
{
  NbReportDataBuilder *builder = g_new0 (NbReportDataBuilder, 1);

  builder->data = data_new (data->form);
  nb_report_data_builder_set_registry (builder, data->registry);
  nb_report_data_builder_set_revision (builder, data->revision);
  nb_report_data_builder_set_digest (builder, data->digest);
  for (guint i = 0; i < data->fields->len; i++)
    set_field (builder->data, nb_form_get_field (data->form, i),
               g_array_index (data->fields, NbFieldData, i).text);
  for (guint i = 0; i < data->answers->len; i++)
    {
      const NbAnswer *answer = nb_report_data_get_answer (data, i);

      nb_report_data_builder_add_answer (builder, answer->rule, answer->field, answer->digest,
                                         answer->text);
    }
  for (guint i = 0; i < data->attachments->len; i++)
    {
      const NbAttachment *one = nb_report_data_get_attachment (data, i);

      nb_report_data_builder_add_attachment (builder, one->kind, one->name, one->size, one->sha256,
                                             one->content);
    }
  nb_report_data_builder_set_import (builder, data->import);
  if (data->opinion != NULL)
    nb_report_data_builder_set_opinion (builder, data->opinion->sentence, data->opinion->person,
                                        data->opinion->date);
  if (data->registration != NULL)
    nb_report_data_builder_set_registration (builder, data->registration->remark,
                                             data->registration->accepted,
                                             data->registration->date);
  return builder;
}

void
nb_report_data_builder_free (NbReportDataBuilder *builder)
{
  if (builder == NULL)
    return;
  nb_report_data_unref (builder->data);
  g_free (builder);
}

void
nb_report_data_builder_set_registry (NbReportDataBuilder *builder, const char *registry)
{
  g_free (builder->data->registry);
  builder->data->registry = g_strdup (registry);
}

void
nb_report_data_builder_set_revision (NbReportDataBuilder *builder, guint revision)
{
  builder->data->revision = revision;
}

void
nb_report_data_builder_set_digest (NbReportDataBuilder *builder, const char *digest)
{
  g_free (builder->data->digest);
  builder->data->digest = g_strdup (digest);
}

gboolean
nb_report_data_builder_set_text (NbReportDataBuilder *builder,
                                 const char *field,
                                 NbText *text,
                                 GError **error)
{
  const NbFieldDef *def = nb_form_lookup_field (builder->data->form, field);

  if (def == NULL)
    {
      nb_error_set (error, NB_ERROR_INVALID, (NbPlace){ 0, 0 }, _ ("The form has no field “%s”."),
                    field);
      return FALSE;
    }
  if (!nb_field_text_check (def, text, NB_ERROR_INVALID, error))
    return FALSE;
  set_field (builder->data, def, text);
  return TRUE;
}

void
nb_report_data_builder_add_answer (NbReportDataBuilder *builder,
                                   const char *rule,
                                   const char *field,
                                   const char *digest,
                                   const char *text)
{
  NbAnswer answer = { g_strdup (rule), g_strdup (field), g_strdup (digest), g_strdup (text) };

  g_array_append_val (builder->data->answers, answer);
}

void
nb_report_data_builder_remove_answers (NbReportDataBuilder *builder,
                                       const char *rule,
                                       const char *field,
                                       const char *digest)
{
  GArray *answers = builder->data->answers;

  for (guint i = answers->len; i > 0; i--)
    {
      const NbAnswer *answer = &g_array_index (answers, NbAnswer, i - 1);

      if (g_str_equal (answer->rule, rule) && g_strcmp0 (answer->field, field) == 0
          && (digest == NULL || g_str_equal (answer->digest, digest)))
        g_array_remove_index (answers, i - 1);
    }
}

void
nb_report_data_builder_add_attachment (NbReportDataBuilder *builder,
                                       const char *kind,
                                       const char *name,
                                       gint64 size,
                                       const char *sha256,
                                       const char *content)
{
  NbAttachment attachment = { g_strdup (kind), g_strdup (name), size, g_strdup (sha256),
                              g_strdup (content) };

  g_array_append_val (builder->data->attachments, attachment);
}

gboolean
nb_report_data_builder_remove_attachment (NbReportDataBuilder *builder, guint index)
{
  if (index >= builder->data->attachments->len)
    return FALSE;
  g_array_remove_index (builder->data->attachments, index);
  return TRUE;
}

void
nb_report_data_builder_set_import (NbReportDataBuilder *builder, NbImportRecord *record)
{
  if (record != NULL)
    nb_import_record_ref (record);
  g_clear_pointer (&builder->data->import, nb_import_record_unref);
  builder->data->import = record;
}

void
nb_report_data_builder_set_opinion (NbReportDataBuilder *builder,
                                    const char *sentence,
                                    const char *person,
                                    NbDate date)
{
  NbOpinion *opinion = builder->data->opinion;

  if (opinion == NULL)
    builder->data->opinion = opinion = g_new0 (NbOpinion, 1);
  g_free (opinion->sentence);
  g_free (opinion->person);
  *opinion = (NbOpinion){ g_strdup (sentence), g_strdup (person), date };
}

void
nb_report_data_builder_set_registration (NbReportDataBuilder *builder,
                                         const char *remark,
                                         gboolean accepted,
                                         NbDate date)
{
  NbRegistration *registration = builder->data->registration;

  if (registration == NULL)
    builder->data->registration = registration = g_new0 (NbRegistration, 1);
  g_free (registration->remark);
  *registration = (NbRegistration){ g_strdup (remark), accepted, date };
}

void
nb_report_data_builder_clear_answers (NbReportDataBuilder *builder)
{
  g_array_set_size (builder->data->answers, 0);
}

void
nb_report_data_builder_clear_parts (NbReportDataBuilder *builder)
{
  NbReportData *data = builder->data;

  if (data->opinion != NULL)
    {
      g_free (data->opinion->sentence);
      g_free (data->opinion->person);
      g_clear_pointer (&data->opinion, g_free);
    }
  if (data->registration != NULL)
    {
      g_free (data->registration->remark);
      g_clear_pointer (&data->registration, g_free);
    }
}

NbReportData *
nb_report_data_builder_finish (NbReportDataBuilder *builder)
{
  NbReportData *data = g_steal_pointer (&builder->data);

  nb_report_data_builder_free (builder);
  return data;
}
