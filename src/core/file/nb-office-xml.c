/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-office-xml.h"

#include <string.h>

gboolean
nb_office_xml_is (const xmlNode *node, const char *name)
{
  return strcmp ((const char *) node->name, name) == 0;
}

xmlNode *
nb_office_xml_lookup (const xmlNode *node, const char *name)
{
  for (xmlNode *child = nb_xml_get_first (node); child != NULL; child = nb_xml_get_next (child))
    if (nb_office_xml_is (child, name))
      return child;
  return NULL;
}

char *
nb_office_xml_dup_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      {
        xmlChar *value = xmlNodeListGetString (node->doc, attribute->children, 1);
        char *copy = g_strdup (value != NULL ? (const char *) value : "");

        xmlFree (value);
        return copy;
      }
  return NULL;
}

guint
nb_office_xml_get_number (const xmlNode *node, const char *name, guint otherwise)
{
  g_autofree char *value = nb_office_xml_dup_attribute (node, name);
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &number, NULL))
    return otherwise;
  return (guint) number;
}
