/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-package.h"

#include <glib/gi18n-lib.h>

static gboolean
set_broken (GError **error, const xmlNode *node, const char *sentence)
{
  nb_error_set (error, NB_ERROR_BROKEN, nb_xml_get_place (node), "%s", sentence);
  return FALSE;
}

/* An Id is its place's name: a payload that answers to another name, or to none, was moved. */
static gboolean
check_id (const xmlNode *node, GError **error)
{
  g_autofree char *id = nb_xml_dup_attribute (node, "Id");

  if (g_strcmp0 (id, (const char *) node->name) == 0)
    return TRUE;
  return set_broken (error, node, _ ("A part of the report file has an Id that is not its own."));
}

static guint
count_children (const xmlNode *node)
{
  guint n = 0;

  for (xmlNode *child = nb_xml_get_first (node); child != NULL; child = nb_xml_get_next (child))
    n++;
  return n;
}

/* Takes the children in the one order they may have. */
static gboolean
find_parts (NbPackage *package, GError **error)
{
  const struct
  {
    const char *name;
    xmlNode **place;
  } parts[] = { { "report", &package->report },
                { "opinion", &package->opinion },
                { "registration", &package->registration },
                { "signatures", &package->signatures } };
  xmlNode *child = nb_xml_get_first (package->root);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (nb_xml_is (child, NB_XML_REPORT, parts[i].name))
      {
        *parts[i].place = child;
        if (*parts[i].place != package->signatures && !check_id (child, error))
          return FALSE;
        child = nb_xml_get_next (child);
      }
  if (child != NULL)
    return set_broken (error, child, _ ("The report file has a part that does not belong here."));
  if (package->report == NULL)
    return set_broken (error, package->root, _ ("The report file holds no report."));

  package->fields = nb_xml_get_first (package->report);
  if (!nb_xml_is (package->fields, NB_XML_REPORT, "fields"))
    return set_broken (error, package->report, _ ("The report file holds no fields."));
  if (package->signatures != NULL)
    package->n_signatures = count_children (package->signatures);
  return TRUE;
}

NbPackage *
nb_package_parse (GBytes *bytes, NbSchema *schema, GError **error)
{
  g_autoptr (NbPackage) package = g_new0 (NbPackage, 1);
  g_autoptr (GError) shape = NULL;

  package->doc = nb_xml_parse (bytes, NB_XML_UNTRUSTED, error);
  if (package->doc == NULL)
    return NULL;

  package->root = xmlDocGetRootElement (package->doc);
  if (!nb_xml_is (package->root, NB_XML_REPORT, "package"))
    {
      nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (package->root),
                    _ ("This is an XML file, but not a report file of Nianbao."));
      nb_error_set_reason (error, "not-a-package");
      return NULL;
    }
  if (!nb_schema_validate (schema, package->doc, &shape))
    {
      nb_error_set (error, NB_ERROR_BROKEN, nb_error_get_place (shape), "%s", shape->message);
      return NULL;
    }
  if (!find_parts (package, error))
    return NULL;
  return g_steal_pointer (&package);
}

void
nb_package_free (NbPackage *package)
{
  if (package == NULL)
    return;
  g_clear_pointer (&package->doc, xmlFreeDoc);
  g_free (package);
}
