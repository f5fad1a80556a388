/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-field-element.h"

/* The text that stands in the certificate for @def: canonical, for others than text the value. */
static NbText *
get_fact (const NbReportData *data, const NbFieldDef *def)
{
  g_autofree char *canonical = nb_report_data_dup_canonical (data, def->id);

  return nb_text_new (canonical);
}

static guint
write_facts (NbElementWriter *writer, const NbReportData *data)
{
  const NbForm *form = nb_report_data_get_form (data);
  guint n_fields = nb_form_get_n_fields (form);
  guint n_facts = 0;

  for (guint i = 0; i < n_fields; i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);
      g_autoptr (NbText) fact = NULL;

      if (!def->certificate || nb_text_is_empty (nb_report_data_get_text (data, def->id)))
        continue;
      fact = get_fact (data, def);
      if (nb_text_is_empty (fact))
        nb_element_writer_fail (writer,
                                _ ("“%s” cannot be read. Correct it before a certificate is "
                                   "made from the report."),
                                def->label);
      nb_field_element_write (writer, def, fact);
      nb_element_writer_break_line (writer);
      n_facts++;
    }
  return n_facts;
}

GBytes *
nb_certificate_file_write (const NbReportData *data, GError **error)
{
  g_auto (NbElementWriter) writer;
  char *xml;

  nb_element_writer_init (&writer);
  g_string_append (writer.xml,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<certificate xmlns=\"" NB_XML_REPORT
                   "\">\n<fields>\n");
  if (write_facts (&writer, data) == 0)
    nb_element_writer_fail (&writer, _ ("The report holds none of the facts that stand on a "
                                        "certificate. Fill in the name of the institution first."));
  g_string_append (writer.xml, "</fields>\n</certificate>\n");

  xml = nb_element_writer_finish (&writer, error);
  return xml != NULL ? g_bytes_new_take (xml, strlen (xml)) : NULL;
}

static gboolean
read_fact (GHashTable *facts, const xmlNode *node, GError **error)
{
  g_autofree char *name = nb_xml_dup_attribute (node, "name");
  g_autofree char *typed = nb_xml_dup_attribute (node, "typed");
  g_autofree char *text = nb_field_element_dup_paragraphs (node, error);

  if (text == NULL)
    return FALSE;
  if (typed != NULL)
    {
      nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                    _ ("A certificate file holds registered facts; what was typed has no place in "
                       "it."));
      return FALSE;
    }
  if (g_hash_table_contains (facts, name))
    {
      nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                    _ ("The field “%s” stands twice in the certificate file."), name);
      return FALSE;
    }
  g_hash_table_insert (facts, g_steal_pointer (&name), g_steal_pointer (&text));
  return TRUE;
}

GHashTable *
nb_certificate_file_read (GBytes *bytes, NbSchema *schema, GError **error)
{
  g_autoptr (xmlDoc) doc = nb_xml_parse (bytes, NB_XML_UNTRUSTED, error);
  g_autoptr (GHashTable) facts = NULL;
  xmlNode *root;

  if (doc == NULL)
    return NULL;
  root = xmlDocGetRootElement (doc);
  if (!nb_xml_is (root, NB_XML_REPORT, "certificate"))
    {
      nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (root),
                    _ ("This is an XML file, but not a certificate file of Nianbao. Make one with "
                       "“nianbao-cli certificate create”."));
      return NULL;
    }
  if (!nb_schema_validate (schema, doc, error))
    return NULL;

  facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (xmlNode *node = nb_xml_get_first (nb_xml_lookup (root, "fields")); node != NULL;
       node = nb_xml_get_next (node))
    if (!read_fact (facts, node, error))
      return NULL;
  return g_steal_pointer (&facts);
}
