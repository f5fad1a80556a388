/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-field-element.h"
#include "nb-import-element.h"

/* The edition that @report names. */
static NbForm *
find_form (const xmlNode *report, NbCatalog *catalog, GError **error)
{
  g_autofree char *id = nb_xml_dup_attribute (report, "form");
  g_autofree char *edition = nb_xml_dup_attribute (report, "edition");
  NbForm *form = nb_catalog_lookup_form (catalog, edition);

  if (form != NULL && g_strcmp0 (nb_form_get_id (form), id) == 0)
    return form;
  nb_error_set (
      error, NB_ERROR_INVALID, nb_xml_get_place (report),
      _ ("This report was made with the edition “%s” of the form “%s”, which this program "
         "does not have. Open it with a program that has it."),
      edition, id);
  return NULL;
}

static gboolean
set_wrong_field (GError **error, const xmlNode *node, const NbForm *form, guint index)
{
  g_autofree char *name = nb_xml_dup_attribute (node, "name");
  const NbFieldDef *expected = NULL;

  if (index < nb_form_get_n_fields (form))
    expected = nb_form_get_field (form, index);
  if (nb_form_lookup_field (form, name) == NULL)
    nb_error_set (
        error, NB_ERROR_INVALID, nb_xml_get_place (node),
        _ ("The edition %s of the form has no field “%s”. The file was changed or made by "
           "another program; ask for the original."),
        nb_form_get_edition (form), name);
  else if (expected == NULL)
    nb_error_set (
        error, NB_ERROR_INVALID, nb_xml_get_place (node),
        _ ("The field “%s” stands here once more. The file was changed or made by another "
           "program; ask for the original."),
        name);
  else
    nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                  _ ("The field “%s” stands where “%s” must stand. The file was changed or made by "
                     "another program; ask for the original."),
                  name, expected->id);
  return FALSE;
}

/* Gives an @error of the model, which knows no files, the place of @node. */
static gboolean
set_place (GError **error, GError *fault, const xmlNode *node)
{
  nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node), "%s", fault->message);
  g_error_free (fault);
  return FALSE;
}

static gboolean
read_field (NbReportDataBuilder *builder,
            const xmlNode *node,
            const NbFieldDef *def,
            GError **error)
{
  g_autoptr (NbText) text = nb_field_element_read (node, def, error);
  GError *fault = NULL;

  if (text == NULL)
    return FALSE;
  if (!nb_report_data_builder_set_text (builder, def->id, text, &fault))
    return set_place (error, fault, node);
  return TRUE;
}

static gboolean
read_fields (NbReportDataBuilder *builder,
             const xmlNode *fields,
             const NbForm *form,
             GError **error)
{
  guint n_fields = nb_form_get_n_fields (form);
  guint index = 0;

  for (xmlNode *node = nb_xml_get_first (fields); node != NULL; node = nb_xml_get_next (node))
    {
      g_autofree char *name = nb_xml_dup_attribute (node, "name");
      const NbFieldDef *def = index < n_fields ? nb_form_get_field (form, index) : NULL;

      if (def == NULL || g_strcmp0 (name, def->id) != 0)
        return set_wrong_field (error, node, form, index);
      if (!read_field (builder, node, def, error))
        return FALSE;
      index++;
    }
  if (index == n_fields)
    return TRUE;

  nb_error_set (
      error, NB_ERROR_INVALID, nb_xml_get_place (fields),
      _ ("The field “%s” is missing. The file was changed or made by another program; ask "
         "for the original."),
      nb_form_get_field (form, index)->id);
  return FALSE;
}

static gboolean
read_answers (NbReportDataBuilder *builder,
              const xmlNode *answers,
              const NbForm *form,
              GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *node = nb_xml_get_first (answers); node != NULL; node = nb_xml_get_next (node))
    {
      g_autofree char *rule = nb_xml_dup_attribute (node, "rule");
      g_autofree char *field = nb_xml_dup_attribute (node, "field");
      g_autofree char *digest = nb_xml_dup_attribute (node, "digest");
      g_autofree char *text = nb_xml_dup_text (node);

      if (field != NULL && nb_form_lookup_field (form, field) == NULL)
        {
          nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                        _ ("The edition %s of the form has no field “%s”. The file was changed or "
                           "made by another program; ask for the original."),
                        nb_form_get_edition (form), field);
          return FALSE;
        }
      if (!g_hash_table_add (keys, g_strjoin (" ", rule, digest, field, NULL)))
        {
          if (field != NULL)
            nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                          _ ("The rule %s is answered twice for the field “%s”."), rule, field);
          else
            nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                          _ ("The rule %s is answered twice for the same."), rule);
          return FALSE;
        }
      nb_report_data_builder_add_answer (builder, rule, field, digest, text);
    }
  return TRUE;
}

static void
read_attachments (NbReportDataBuilder *builder, const xmlNode *attachments)
{
  for (xmlNode *node = nb_xml_get_first (attachments); node != NULL; node = nb_xml_get_next (node))
    {
      g_autofree char *kind = nb_xml_dup_attribute (node, "kind");
      g_autofree char *name = nb_xml_dup_attribute (node, "name");
      g_autofree char *size = nb_xml_dup_attribute (node, "size");
      g_autofree char *sha256 = nb_xml_dup_attribute (node, "sha256");
      g_autofree char *content = nb_xml_dup_attribute (node, "content");

      nb_report_data_builder_add_attachment (builder, kind, name, g_ascii_strtoll (size, NULL, 10),
                                             sha256, content);
    }
}

static gboolean
read_import (NbReportDataBuilder *builder, const xmlNode *node, const NbForm *form, GError **error)
{
  g_autoptr (NbImportRecord) record = nb_import_element_read (node, form, error);

  if (record == NULL)
    return FALSE;
  nb_report_data_builder_set_import (builder, record);
  return TRUE;
}

static gboolean
read_report (NbReportDataBuilder *builder,
             const xmlNode *report,
             const NbForm *form,
             GError **error)
{
  g_autofree char *registry = nb_xml_dup_attribute (report, "registry");
  g_autofree char *revision = nb_xml_dup_attribute (report, "revision");
  g_autofree char *digest = nb_xml_dup_attribute (report, "digest");
  const xmlNode *answers = nb_xml_lookup (report, "answers");
  const xmlNode *attachments = nb_xml_lookup (report, "attachments");
  const xmlNode *import = nb_xml_lookup (report, "import");

  nb_report_data_builder_set_registry (builder, registry);
  nb_report_data_builder_set_revision (builder, (guint) g_ascii_strtoull (revision, NULL, 10));
  nb_report_data_builder_set_digest (builder, digest);
  if (!read_fields (builder, nb_xml_lookup (report, "fields"), form, error))
    return FALSE;
  if (answers != NULL && !read_answers (builder, answers, form, error))
    return FALSE;
  if (attachments != NULL)
    read_attachments (builder, attachments);
  return import == NULL || read_import (builder, import, form, error);
}

static char *
dup_child_text (const xmlNode *node, const char *name)
{
  return nb_xml_dup_text (nb_xml_lookup (node, name));
}

static gboolean
read_date (const xmlNode *payload, NbDate *out, GError **error)
{
  g_autofree char *text = dup_child_text (payload, "date");

  if (nb_date_parse_iso (text, out))
    return TRUE;
  nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (nb_xml_lookup (payload, "date")),
                _ ("“%s” is no date."), text);
  return FALSE;
}

static gboolean
read_opinion (NbReportDataBuilder *builder, const xmlNode *opinion, GError **error)
{
  g_autofree char *sentence = dup_child_text (opinion, "sentence");
  g_autofree char *person = dup_child_text (opinion, "person");
  NbDate date;

  if (!read_date (opinion, &date, error))
    return FALSE;
  nb_report_data_builder_set_opinion (builder, sentence, person, date);
  return TRUE;
}

static gboolean
read_registration (NbReportDataBuilder *builder, const xmlNode *registration, GError **error)
{
  g_autofree char *remark = dup_child_text (registration, "remark");
  g_autofree char *result = dup_child_text (registration, "result");
  NbDate date;

  if (!read_date (registration, &date, error))
    return FALSE;
  nb_report_data_builder_set_registration (builder, remark, strcmp (result, "accepted") == 0, date);
  return TRUE;
}

NbReportData *
nb_report_file_read (NbPackage *package, NbCatalog *catalog, GError **error)
{
  NbForm *form = find_form (package->report, catalog, error);
  g_autoptr (NbReportDataBuilder) builder = NULL;

  if (form == NULL)
    return NULL;
  builder = nb_report_data_builder_new (form);
  if (!read_report (builder, package->report, form, error))
    return NULL;
  if (package->opinion != NULL && !read_opinion (builder, package->opinion, error))
    return NULL;
  if (package->registration != NULL && !read_registration (builder, package->registration, error))
    return NULL;
  return nb_report_data_builder_finish (g_steal_pointer (&builder));
}
