/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

#include "nb-xml-guard.h"
#include "nb-xml-version.h"

/* A node remembers its place in the pointer that libxml2 leaves to us: the line in the upper half of
 * its bits, the column in the lower, each as large as fits. */
#define PLACE_BITS    (sizeof (guintptr) * 4)
#define PLACE_MAXIMUM ((((guintptr) 1) << PLACE_BITS) - 1)

typedef struct
{
  GArray *places;
  guint next;
} Reading;

static void
start_element (void *context,
               const xmlChar *name,
               const xmlChar *prefix,
               const xmlChar *uri,
               int n_namespaces,
               const xmlChar **namespaces,
               int n_attributes,
               int n_defaulted,
               const xmlChar **attributes)
{
  xmlParserCtxt *parser = context;
  Reading *reading = parser->_private;
  NbPlace place = { 0, 0 };

  xmlSAX2StartElementNs (context, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
  if (reading->next < reading->places->len)
    place = g_array_index (reading->places, NbPlace, reading->next++);
  if (parser->node != NULL)
    parser->node->_private = (void *) ((MIN (place.line, PLACE_MAXIMUM) << PLACE_BITS)
                                       | MIN (place.column, PLACE_MAXIMUM));
}

NbPlace
nb_xml_get_place (const xmlNode *node)
{
  guintptr packed;

  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->parent;
  if (node == NULL)
    return (NbPlace){ 0, 0 };

  packed = (guintptr) node->_private;
  return (NbPlace){ (guint) (packed >> PLACE_BITS), (guint) (packed & PLACE_MAXIMUM) };
}

static gboolean
is_known_namespace (const xmlNs *ns, NbXmlKind kind)
{
  static const char *const package[] = { NB_XML_REPORT, NB_XML_DSIG, NB_XML_XADES,
                                         NB_XML_XADES141 };
  const char *href = (const char *) ns->href;

  if (kind == NB_XML_OFFICE)
    return TRUE;
  if (kind == NB_XML_DEFINITION)
    return g_strcmp0 (href, NB_XML_FORM) == 0;
  for (gsize i = 0; i < G_N_ELEMENTS (package); i++)
    if (g_strcmp0 (href, package[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_namespaces (const xmlNode *node, NbXmlKind kind, GError **error)
{
  for (const xmlNs *ns = node->nsDef; ns != NULL; ns = ns->next)
    if (!is_known_namespace (ns, kind))
      {
        nb_error_set (error, NB_ERROR_REFUSED, nb_xml_get_place (node),
                      _ ("The file uses the foreign namespace “%s”. It is not one of our files."),
                      (const char *) ns->href);
        nb_error_set_reason (error, "namespace");
        return FALSE;
      }
  return TRUE;
}

/* Everything that an attribute could name an element by must be unique, whatever its case: a signature
 * must never find two elements under one name. */
static gboolean
check_ids (xmlNode *node, GHashTable *ids, GError **error)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      char *value;

      if (g_ascii_strcasecmp ((const char *) attribute->name, "id") != 0)
        continue;
      value = nb_xml_dup_attribute (node, (const char *) attribute->name);
      if (value != NULL && !g_hash_table_add (ids, value))
        {
          nb_error_set (
              error, NB_ERROR_REFUSED, nb_xml_get_place (node),
              _ ("The file holds two elements with one Id. It was not made by an honest program."));
          nb_error_set_reason (error, "duplicate-id");
          return FALSE;
        }
    }
  return TRUE;
}

static xmlNode *
get_following (xmlNode *node, xmlNode *root)
{
  if (node->children != NULL)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

static gboolean
check_nodes (xmlDoc *doc, NbXmlKind kind, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xmlNode *root = xmlDocGetRootElement (doc);

  if (kind == NB_XML_UNTRUSTED && root->properties != NULL
      && nb_xml_is (root, NB_XML_REPORT, "package"))
    {
      nb_error_set (error, NB_ERROR_REFUSED, nb_xml_get_place (root),
                    _ ("The element “package” has attributes. Report files have none there."));
      nb_error_set_reason (error, "package-attributes");
      return FALSE;
    }
  for (xmlNode *node = root; node != NULL; node = get_following (node, root))
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (!check_namespaces (node, kind, error))
        return FALSE;
      if (kind == NB_XML_UNTRUSTED && !check_ids (node, ids, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_parse_error (xmlParserCtxt *parser, GError **error)
{
  NbPlace place = { 0, 0 };
  g_autofree char *reason = g_strdup (_ ("no document"));

  if (parser->lastError.message != NULL)
    {
      g_free (reason);
      reason = g_strstrip (g_strdup (parser->lastError.message));
      place = (NbPlace){ (guint) MAX (parser->lastError.line, 0),
                         (guint) MAX (parser->lastError.int2, 0) };
    }
  nb_error_set (
      error, NB_ERROR_INVALID, place,
      _ ("The file is not XML, or it is damaged or cut off here (%s). Take another copy of it."),
      reason);
  nb_error_set_reason (error, "malformed");
}

/* Some faults are reported even where no reports are wanted. The first is kept by the parser itself. */
static void
ignore_fault (void *data, NbXmlError fault)
{
}

/* What a guarded document points to. */
static const char guarded;

gboolean
nb_xml_is_guarded (const xmlDoc *doc)
{
  return doc->_private == &guarded;
}

xmlDoc *
nb_xml_parse (GBytes *bytes, NbXmlKind kind, GError **error)
{
  g_autoptr (GArray) places = nb_xml_guard (bytes, kind, error);
  g_autoptr (xmlDoc) doc = NULL;
  xmlParserCtxt *parser;
  Reading reading = { places, 0 };

  if (places == NULL)
    return NULL;

  parser = xmlNewParserCtxt ();
  parser->sax->startElementNs = start_element;
  parser->sax->serror = ignore_fault;
  parser->_private = &reading;
  doc = xmlCtxtReadMemory (
      parser, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL, NULL,
      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
  /* A namespace fault leaves a tree behind that means something else than it seems to. */
  if (doc == NULL || !parser->nsWellFormed)
    {
      set_parse_error (parser, error);
      xmlFreeParserCtxt (parser);
      return NULL;
    }
  xmlFreeParserCtxt (parser);

  if (!check_nodes (doc, kind, error))
    return NULL;
  if (kind == NB_XML_UNTRUSTED)
    doc->_private = (void *) &guarded;
  return g_steal_pointer (&doc);
}

gboolean
nb_xml_is (const xmlNode *node, const char *ns, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && node->ns != NULL
         && strcmp ((const char *) node->name, name) == 0
         && strcmp ((const char *) node->ns->href, ns) == 0;
}

static xmlNode *
skip_to_element (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

xmlNode *
nb_xml_get_first (const xmlNode *node)
{
  return skip_to_element (node->children);
}

xmlNode *
nb_xml_get_next (const xmlNode *node)
{
  return skip_to_element (node->next);
}

xmlNode *
nb_xml_lookup (const xmlNode *node, const char *name)
{
  if (node->ns == NULL)
    return NULL;
  for (xmlNode *child = nb_xml_get_first (node); child != NULL; child = nb_xml_get_next (child))
    if (nb_xml_is (child, (const char *) node->ns->href, name))
      return child;
  return NULL;
}

char *
nb_xml_dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp ((xmlNode *) node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

char *
nb_xml_dup_text (const xmlNode *node)
{
  xmlChar *text = xmlNodeGetContent (node);
  char *copy = g_strdup (text != NULL ? (const char *) text : "");

  xmlFree (text);
  return copy;
}

static void
append_escaped (GString *string, const char *text, gboolean attribute)
{
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '&':
        g_string_append (string, "&amp;");
        break;
      case '<':
        g_string_append (string, "&lt;");
        break;
      case '>':
        g_string_append (string, attribute ? ">" : "&gt;");
        break;
      case '\r':
        g_string_append (string, "&#xD;");
        break;
      case '"':
        g_string_append (string, attribute ? "&quot;" : "\"");
        break;
      case '\t':
        g_string_append (string, attribute ? "&#x9;" : "\t");
        break;
      case '\n':
        g_string_append (string, attribute ? "&#xA;" : "\n");
        break;
      default:
        g_string_append_c (string, *c);
      }
}

void
nb_xml_append_text (GString *string, const char *text)
{
  append_escaped (string, text, FALSE);
}

void
nb_xml_append_attribute (GString *string, const char *name, const char *value)
{
  g_string_append_printf (string, " %s=\"", name);
  append_escaped (string, value, TRUE);
  g_string_append_c (string, '"');
}

gboolean
nb_xml_is_char (gunichar c)
{
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF)
         || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}
