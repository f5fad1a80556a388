/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-field-element.h"

/* The fact as the file holds it: canonical, for others than text the value. NULL where it cannot be
 * read as what the field holds. */
static NbText *
make_fact (const NbFieldDef *def, const char *text)
{
  g_autoptr (NbText) whole = nb_text_new (text);
  g_auto (NbValue) value = { 0 };

  nb_value_read (def, whole, &value);
  if (value.state == NB_VALUE_UNREADABLE)
    return NULL;
  return value.canonical != NULL ? nb_text_new (value.canonical) : g_steal_pointer (&whole);
}

static void
write_facts (NbElementWriter *writer, const NbFacts *facts, NbForm *form)
{
  guint n_before = writer->n_elements;

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);
      const char *text = def->certificate ? nb_facts_lookup (facts, def->id) : NULL;
      g_autoptr (NbText) fact = NULL;

      if (text == NULL)
        continue;
      fact = make_fact (def, text);
      if (fact == NULL)
        {
          nb_element_writer_fail (writer,
                                  _ ("“%s” cannot be read. Correct it before the certificate is "
                                     "kept."),
                                  def->label);
          return;
        }
      nb_field_element_write (writer, def, fact);
      nb_element_writer_break_line (writer);
    }
  if (writer->n_elements == n_before)
    nb_element_writer_fail (writer,
                            _ ("None of the facts that stand on a certificate is filled in. Fill "
                               "in the name of the institution first."));
}

static void
write_period (NbElementWriter *writer, const char *name, NbPeriod period)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!nb_date_is_set (period.from) && !nb_date_is_set (period.to))
    return;
  if (!nb_date_is_set (period.from)
      || (nb_date_is_set (period.to) && nb_date_compare (period.to, period.from) < 0))
    {
      nb_element_writer_fail (writer,
                              _ ("A term of office and a validity begin with a day and end, "
                                 "if at all, on a later one."));
      return;
    }
  from = nb_date_format_iso (period.from);
  to = nb_date_is_set (period.to) ? nb_date_format_iso (period.to) : NULL;
  nb_element_writer_begin (writer, name);
  nb_element_writer_attribute (writer, "from", from);
  nb_element_writer_attribute (writer, "to", to);
  nb_element_writer_empty (writer);
  nb_element_writer_break_line (writer);
}

GBytes *
nb_certificate_file_write (const NbFacts *facts, NbForm *form, GError **error)
{
  g_auto (NbElementWriter) writer;
  char *xml;

  nb_element_writer_init (&writer);
  g_string_append (writer.xml,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<certificate xmlns=\"" NB_XML_REPORT
                   "\">\n<fields>\n");
  write_facts (&writer, facts, form);
  g_string_append (writer.xml, "</fields>\n");
  write_period (&writer, "term", nb_facts_get_term (facts));
  write_period (&writer, "validity", nb_facts_get_validity (facts));
  g_string_append (writer.xml, "</certificate>\n");

  xml = nb_element_writer_finish (&writer, error);
  return xml != NULL ? g_bytes_new_take (xml, strlen (xml)) : NULL;
}

static gboolean
read_fact (NbFacts *facts, const xmlNode *node, GError **error)
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
  if (nb_facts_lookup (facts, name) != NULL)
    {
      nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                    _ ("The field “%s” stands twice in the certificate file."), name);
      return FALSE;
    }
  nb_facts_set (facts, name, text);
  return TRUE;
}

/* The schema has seen to it that the days are days. */
static NbPeriod
read_period (const xmlNode *root, const char *name)
{
  const xmlNode *node = nb_xml_lookup (root, name);
  NbPeriod period = { { 0, 0, 0 }, { 0, 0, 0 } };
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (node == NULL)
    return period;
  from = nb_xml_dup_attribute (node, "from");
  to = nb_xml_dup_attribute (node, "to");
  nb_date_parse_iso (from, &period.from);
  if (to != NULL)
    nb_date_parse_iso (to, &period.to);
  return period;
}

NbFacts *
nb_certificate_file_read (GBytes *bytes, NbSchema *schema, GError **error)
{
  g_autoptr (xmlDoc) doc = nb_xml_parse (bytes, NB_XML_UNTRUSTED, error);
  g_autoptr (NbFacts) facts = NULL;
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

  facts = nb_facts_new ();
  for (xmlNode *node = nb_xml_get_first (nb_xml_lookup (root, "fields")); node != NULL;
       node = nb_xml_get_next (node))
    if (!read_fact (facts, node, error))
      return NULL;
  nb_facts_set_term (facts, read_period (root, "term"));
  nb_facts_set_validity (facts, read_period (root, "validity"));
  return g_steal_pointer (&facts);
}
