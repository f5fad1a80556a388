/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-field-element.h"
#include "nb-import-element.h"
#include "nb-plain-type.h"

/* <name> and a line end. */
static void
open_part (NbElementWriter *writer, const char *name)
{
  nb_element_writer_begin (writer, name);
  nb_element_writer_open (writer);
  nb_element_writer_break_line (writer);
}

static void
close_part (NbElementWriter *writer, const char *name)
{
  nb_element_writer_close (writer, name);
  nb_element_writer_break_line (writer);
}

static void
check_report (NbElementWriter *writer, const NbReportData *data)
{
  const NbForm *form = nb_report_data_get_form (data);

  if (!nb_plain_type_is_identifier (nb_form_get_id (form))
      || !nb_plain_type_is_edition (nb_form_get_edition (form)))
    nb_element_writer_fail (writer,
                            _ ("The edition “%s” of the form “%s” cannot be saved: its name "
                               "is not one that report files have."),
                            nb_form_get_edition (form), nb_form_get_id (form));
  if (!nb_plain_type_is_registry (nb_report_data_get_registry (data)))
    nb_element_writer_fail (writer,
                            _ ("“%s” is no registry. Name one by its six digits, or "
                               "“national”."),
                            nb_report_data_get_registry (data));
  if (!nb_plain_type_is_revision (nb_report_data_get_revision (data)))
    nb_element_writer_fail (writer, _ ("The revision %u of the report cannot be saved."),
                            nb_report_data_get_revision (data));
  if (!nb_plain_type_is_digest (nb_report_data_get_digest (data)))
    nb_element_writer_fail (writer,
                            _ ("The digest of the form that the report was made with is not "
                               "one of SHA-256."));
}

static void
write_fields (NbElementWriter *writer, const NbReportData *data)
{
  const NbForm *form = nb_report_data_get_form (data);
  guint n_fields = nb_form_get_n_fields (form);

  open_part (writer, "fields");
  for (guint i = 0; i < n_fields; i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);

      nb_field_element_write (writer, def, nb_report_data_get_text (data, def->id));
      nb_element_writer_break_line (writer);
    }
  close_part (writer, "fields");
}

static void
write_answer (NbElementWriter *writer, const NbAnswer *answer, const NbForm *form, GHashTable *keys)
{
  if (!nb_plain_type_is_rule (answer->rule) || !nb_plain_type_is_digest (answer->digest)
      || (answer->field != NULL && nb_form_lookup_field (form, answer->field) == NULL))
    nb_element_writer_fail (writer, _ ("An answer names an unknown rule or field and cannot be "
                                       "saved."));
  else if (!g_hash_table_add (keys,
                              g_strjoin (" ", answer->rule, answer->digest, answer->field, NULL)))
    nb_element_writer_fail (writer, _ ("The rule %s is answered twice for one field."),
                            answer->rule);
  if (answer->text == NULL || *answer->text == '\0')
    nb_element_writer_fail (writer,
                            _ ("The answer to the rule %s is empty. Say why the warning "
                               "stands, or withdraw the answer."),
                            answer->rule);
  if (nb_element_writer_failed (writer))
    return;

  nb_element_writer_begin (writer, "answer");
  nb_element_writer_attribute (writer, "rule", answer->rule);
  if (answer->field != NULL)
    nb_element_writer_attribute (writer, "field", answer->field);
  nb_element_writer_attribute (writer, "digest", answer->digest);
  nb_element_writer_open (writer);
  nb_element_writer_text (writer, answer->text);
  close_part (writer, "answer");
}

static void
write_answers (NbElementWriter *writer, const NbReportData *data)
{
  guint n_answers = nb_report_data_get_n_answers (data);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (n_answers == 0)
    return;
  open_part (writer, "answers");
  for (guint i = 0; i < n_answers; i++)
    write_answer (writer, nb_report_data_get_answer (data, i), nb_report_data_get_form (data),
                  keys);
  close_part (writer, "answers");
}

static void
write_attachment (NbElementWriter *writer, const NbAttachment *attachment)
{
  g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, attachment->size);

  if (!nb_plain_type_is_identifier (attachment->kind) || !nb_plain_type_is_size (attachment->size)
      || !nb_plain_type_is_digest (attachment->sha256) || attachment->name == NULL
      || (attachment->content != NULL && !nb_plain_type_is_digest (attachment->content))
      || *attachment->name == '\0')
    nb_element_writer_fail (writer,
                            _ ("An attachment has no kind, name, size or SHA-256 that can be "
                               "saved. Attach the file again."));
  nb_element_writer_begin (writer, "attachment");
  nb_element_writer_attribute (writer, "kind", attachment->kind);
  nb_element_writer_attribute (writer, "name", attachment->name);
  nb_element_writer_attribute (writer, "size", size);
  nb_element_writer_attribute (writer, "sha256", attachment->sha256);
  if (attachment->content != NULL)
    nb_element_writer_attribute (writer, "content", attachment->content);
  nb_element_writer_empty (writer);
  nb_element_writer_break_line (writer);
}

static void
write_attachments (NbElementWriter *writer, const NbReportData *data)
{
  guint n_attachments = nb_report_data_get_n_attachments (data);

  if (n_attachments == 0)
    return;
  open_part (writer, "attachments");
  for (guint i = 0; i < n_attachments; i++)
    write_attachment (writer, nb_report_data_get_attachment (data, i));
  close_part (writer, "attachments");
}

static void
write_report (NbElementWriter *writer, const NbReportData *data)
{
  const NbForm *form = nb_report_data_get_form (data);
  g_autofree char *revision = g_strdup_printf ("%u", nb_report_data_get_revision (data));

  check_report (writer, data);
  nb_element_writer_begin (writer, "report");
  nb_element_writer_attribute (writer, "Id", "report");
  nb_element_writer_attribute (writer, "form", nb_form_get_id (form));
  nb_element_writer_attribute (writer, "edition", nb_form_get_edition (form));
  nb_element_writer_attribute (writer, "registry", nb_report_data_get_registry (data));
  nb_element_writer_attribute (writer, "revision", revision);
  nb_element_writer_attribute (writer, "digest", nb_report_data_get_digest (data));
  nb_element_writer_open (writer);
  nb_element_writer_break_line (writer);

  write_fields (writer, data);
  write_answers (writer, data);
  write_attachments (writer, data);
  if (nb_report_data_get_import (data) != NULL)
    nb_import_element_write (writer, nb_report_data_get_import (data), form);
  close_part (writer, "report");
}

static void
write_date (NbElementWriter *writer, NbDate date)
{
  g_autofree char *iso = nb_date_is_set (date) ? nb_date_format_iso (date) : g_strdup ("");
  NbDate read;

  if (!nb_date_parse_iso (iso, &read))
    nb_element_writer_fail (writer, _ ("The date is missing. Give it as 2023-03-05."));
  nb_element_writer_simple (writer, "date", iso);
}

static void
begin_payload (NbElementWriter *writer, const char *name)
{
  nb_element_writer_begin (writer, name);
  nb_element_writer_attribute (writer, "Id", name);
  nb_element_writer_open (writer);
  nb_element_writer_break_line (writer);
}

static void
write_opinion (NbElementWriter *writer, const NbOpinion *opinion)
{
  if (opinion->sentence == NULL || *opinion->sentence == '\0')
    nb_element_writer_fail (writer, _ ("The sponsor's opinion is empty. Write its sentence."));
  if (opinion->person == NULL || *opinion->person == '\0')
    nb_element_writer_fail (writer, _ ("The sponsor's opinion names nobody. Give the name of the "
                                       "person responsible."));
  begin_payload (writer, "opinion");
  nb_element_writer_simple (writer, "sentence", opinion->sentence);
  nb_element_writer_break_line (writer);
  nb_element_writer_simple (writer, "person", opinion->person);
  nb_element_writer_break_line (writer);
  write_date (writer, opinion->date);
  nb_element_writer_break_line (writer);
  nb_element_writer_close (writer, "opinion");
}

static void
write_registration (NbElementWriter *writer, const NbRegistration *registration)
{
  begin_payload (writer, "registration");
  nb_element_writer_simple (writer, "remark", registration->remark);
  nb_element_writer_break_line (writer);
  nb_element_writer_simple (writer, "result", registration->accepted ? "accepted" : "returned");
  nb_element_writer_break_line (writer);
  write_date (writer, registration->date);
  nb_element_writer_break_line (writer);
  nb_element_writer_close (writer, "registration");
}

/* What the signer is given on the command line is an argument, not a file. */
static char *
finish_payload (NbElementWriter *writer, GError **error)
{
  g_autoptr (GError) fault = NULL;
  char *xml = nb_element_writer_finish (writer, &fault);

  if (xml == NULL)
    nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 }, "%s", fault->message);
  return xml;
}

char *
nb_report_file_format_opinion (const NbOpinion *opinion, GError **error)
{
  g_auto (NbElementWriter) writer;

  nb_element_writer_init (&writer);
  write_opinion (&writer, opinion);
  return finish_payload (&writer, error);
}

char *
nb_report_file_format_registration (const NbRegistration *registration, GError **error)
{
  g_auto (NbElementWriter) writer;

  nb_element_writer_init (&writer);
  write_registration (&writer, registration);
  return finish_payload (&writer, error);
}

GBytes *
nb_report_file_write (const NbReportData *data, GError **error)
{
  g_auto (NbElementWriter) writer;
  char *xml;

  nb_element_writer_init (&writer);
  g_string_append (writer.xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  nb_element_writer_begin (&writer, "package");
  nb_element_writer_attribute (&writer, "xmlns", NB_XML_REPORT);
  nb_element_writer_open (&writer);
  nb_element_writer_break_line (&writer);
  write_report (&writer, data);
  if (nb_report_data_get_opinion (data) != NULL)
    {
      write_opinion (&writer, nb_report_data_get_opinion (data));
      nb_element_writer_break_line (&writer);
    }
  if (nb_report_data_get_registration (data) != NULL)
    {
      write_registration (&writer, nb_report_data_get_registration (data));
      nb_element_writer_break_line (&writer);
    }
  close_part (&writer, "package");

  xml = nb_element_writer_finish (&writer, error);
  return xml != NULL ? g_bytes_new_take (xml, strlen (xml)) : NULL;
}
