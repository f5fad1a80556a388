/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-history.h"
#include "nb-report-data-private.h"
#include "nb-report-private.h"
#include "nb-xml-limits.h"

static const NbPlace nowhere = { 0, 0 };

static const NbFieldDef *
find_field (NbReport *self, const char *field, GError **error)
{
  const NbFieldDef *def = nb_form_lookup_field (nb_report_get_form (self), field);

  if (def == NULL)
    nb_error_set (error, NB_ERROR_ARGUMENT, nowhere, _ ("The form has no field “%s”."), field);
  return def;
}

static gboolean
is_inside (const NbText *text, NbPosition position)
{
  const NbParagraph *paragraph = nb_text_get_paragraph (text, position.paragraph);

  return paragraph != NULL && position.offset <= paragraph->length;
}

static gboolean
is_ordered (NbPosition from, NbPosition to)
{
  return from.paragraph < to.paragraph
         || (from.paragraph == to.paragraph && from.offset <= to.offset);
}

/* A field of any type but long stays one paragraph of bounded length. */
static gboolean
check_line (const NbFieldDef *def,
            const NbText *before,
            NbPosition from,
            NbPosition to,
            const char *text,
            GError **error)
{
  glong length;

  if (def->type == NB_FIELD_LONG)
    return TRUE;
  if (strchr (text, '\n') != NULL)
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, nowhere,
                    _ ("“%s” is one line and cannot hold a line break."), def->label);
      return FALSE;
    }
  length = (glong) nb_text_get_paragraph (before, 0)->length - (glong) (to.offset - from.offset)
           + g_utf8_strlen (text, -1);
  if (length > NB_LIMIT_LINE)
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, nowhere,
                    _ ("“%s” cannot hold more than %d characters."), def->label, NB_LIMIT_LINE);
      return FALSE;
    }
  return TRUE;
}

gboolean
nb_report_splice (NbReport *self,
                  const char *field,
                  NbPosition from,
                  NbPosition to,
                  const char *text,
                  GError **error)
{
  const NbFieldDef *def = find_field (self, field, error);
  const NbText *before;

  if (def == NULL)
    return FALSE;
  before = nb_field_get_text (nb_report_lookup_field (self, field));
  if (!is_inside (before, from) || !is_inside (before, to) || !is_ordered (from, to))
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, nowhere,
                    _ ("The place lies outside the text of “%s”."), def->label);
      return FALSE;
    }
  if (!nb_field_characters_check (def->label, text, NB_ERROR_ARGUMENT, error)
      || !check_line (def, before, from, to, text, error))
    return FALSE;
  nb_report_do_splice (self, def, from, to, text);
  return TRUE;
}

/* Whole characters that both texts begin with. */
static gsize
count_common_head (const char *a, const char *b)
{
  gsize common = 0;

  while (a[common] != '\0' && a[common] == b[common])
    common++;
  while (common > 0 && ((guchar) a[common] & 0xC0) == 0x80)
    common--;
  return common;
}

/* The same for their ends, within the bytes that their heads leave. */
static gsize
count_common_tail (const char *a, gsize a_size, const char *b, gsize b_size)
{
  gsize common = 0;

  while (common < a_size && common < b_size && a[a_size - common - 1] == b[b_size - common - 1])
    common++;
  while (common > 0 && ((guchar) a[a_size - common] & 0xC0) == 0x80)
    common--;
  return common;
}

gboolean
nb_report_set_text (NbReport *self, const char *field, const char *text, GError **error)
{
  const NbFieldDef *def = find_field (self, field, error);
  g_autofree char *before = NULL;
  g_autofree char *middle = NULL;
  gsize head, tail, before_size, size;
  NbPosition from, to;

  if (def == NULL || !nb_field_characters_check (def->label, text, NB_ERROR_ARGUMENT, error))
    return FALSE;
  before = nb_field_dup_string (nb_report_lookup_field (self, field));
  before_size = strlen (before);
  size = strlen (text);
  head = count_common_head (before, text);
  tail = count_common_tail (before + head, before_size - head, text + head, size - head);

  middle = g_strndup (before, head);
  from = nb_position_after ((NbPosition){ 0, 0 }, middle);
  g_free (middle);
  middle = g_strndup (before + head, before_size - head - tail);
  to = nb_position_after (from, middle);
  g_free (middle);
  middle = g_strndup (text + head, size - head - tail);
  return nb_report_splice (self, field, from, to, middle, error);
}

gboolean
nb_report_set_registry (NbReport *self, const char *registry, GError **error)
{
  NbReportDataBuilder *builder;
  g_autoptr (NbReportData) frame = NULL;

  if (g_str_equal (registry, nb_report_get_registry (self)))
    return TRUE;
  builder = nb_report_begin_frame (self);
  nb_report_data_builder_set_registry (builder, registry);
  frame = nb_report_data_builder_finish (builder);
  nb_report_do_frame (self, frame);
  return TRUE;
}

gboolean
nb_report_set_answer (NbReport *self,
                      const char *rule,
                      const char *field,
                      const char *digest,
                      const char *text,
                      GError **error)
{
  const NbFieldDef *def = NULL;
  NbReportDataBuilder *builder;
  g_autoptr (NbReportData) frame = NULL;

  if (field != NULL && (def = find_field (self, field, error)) == NULL)
    return FALSE;
  if (text != NULL
      && !nb_field_characters_check (def != NULL ? def->label : rule, text, NB_ERROR_ARGUMENT,
                                     error))
    return FALSE;
  builder = nb_report_begin_frame (self);
  nb_report_data_builder_remove_answers (builder, rule, field, digest);
  if (digest != NULL && text != NULL && *text != '\0')
    nb_report_data_builder_add_answer (builder, rule, field, digest, text);
  frame = nb_report_data_builder_finish (builder);
  nb_report_do_frame (self, frame);
  return TRUE;
}

gboolean
nb_report_add_attachment (NbReport *self,
                          const char *kind,
                          const char *name,
                          gint64 size,
                          const char *sha256,
                          GError **error)
{
  g_autoptr (NbReportData) data = nb_report_freeze (self);
  g_autofree char *content = nb_report_data_dup_content (data);
  g_autoptr (NbReportData) frame = NULL;
  NbReportDataBuilder *builder;

  /* Files may be called anything. */
  if (!nb_field_characters_check (_ ("File name"), name, NB_ERROR_ARGUMENT, error))
    return FALSE;
  builder = nb_report_begin_frame (self);
  nb_report_data_builder_add_attachment (builder, kind, name, size, sha256, content);
  frame = nb_report_data_builder_finish (builder);
  nb_report_do_frame (self, frame);
  return TRUE;
}

gboolean
nb_report_remove_attachment (NbReport *self, guint index, GError **error)
{
  NbReportDataBuilder *builder = nb_report_begin_frame (self);
  g_autoptr (NbReportData) frame = NULL;
  gboolean removed = nb_report_data_builder_remove_attachment (builder, index);

  frame = nb_report_data_builder_finish (builder);
  if (removed)
    nb_report_do_frame (self, frame);
  else
    nb_error_set (error, NB_ERROR_ARGUMENT, nowhere, _ ("There is no such attachment."));
  return removed;
}

gboolean
nb_report_replace (NbReport *self, const NbReportData *data, GError **error)
{
  NbForm *form = nb_report_get_form (self);

  if (nb_report_data_get_form (data) != form)
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, nowhere,
                    _ ("The report is of edition %s of the form, not %s. Open it by itself."),
                    nb_form_get_edition (nb_report_data_get_form (data)),
                    nb_form_get_edition (form));
      return FALSE;
    }
  nb_report_begin_group (self);
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const char *field = nb_form_get_field (form, i)->id;
      g_autofree char *text = nb_text_dup_string (nb_report_data_get_text (data, field));

      nb_report_set_text (self, field, text, NULL);
    }
  nb_report_do_frame (self, (NbReportData *) data);
  nb_report_end_group (self);
  return TRUE;
}
