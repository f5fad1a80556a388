/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-xml-canonical.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-xml-limits.h"

/* Exclusive XML Canonicalization 1.0 (W3C, 2002) for what nb_xml_parse() lets through: no comments, no
 * processing instructions, no entities, no attributes of the xml namespace. What remains is small, and
 * written here as a stream, a quarter of the time that the general form in libxml2 takes; tests hold the
 * two against each other. */

#define CHUNK (16 * 1024)

/* A namespace as the output has it in force, in the elements that are open. */
typedef struct
{
  const char *prefix; /* "" for the default */
  const char *href;
} Rendered;

typedef struct
{
  NbXmlSink sink;
  void *data;
  gboolean good;
  gsize used;
  GArray *rendered; /* of Rendered: those of the innermost element last */
  char buffer[CHUNK];
} Writer;

static void
flush (Writer *writer)
{
  if (writer->used > 0 && writer->good)
    writer->good = writer->sink (writer->buffer, writer->used, writer->data);
  writer->used = 0;
}

static void
put (Writer *writer, const char *text, gsize size)
{
  if (size > CHUNK - writer->used)
    {
      flush (writer);
      if (size > CHUNK)
        {
          writer->good = writer->good && writer->sink (text, size, writer->data);
          return;
        }
    }
  memcpy (writer->buffer + writer->used, text, size);
  writer->used += size;
}

static void
put_string (Writer *writer, const char *text)
{
  put (writer, text, strlen (text));
}

static const char *
get_escape (char c, gboolean attribute)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '\r':
      return "&#xD;";
    case '>':
      return attribute ? NULL : "&gt;";
    case '"':
      return attribute ? "&quot;" : NULL;
    case '\t':
      return attribute ? "&#x9;" : NULL;
    case '\n':
      return attribute ? "&#xA;" : NULL;
    default:
      return NULL;
    }
}

static void
put_escaped (Writer *writer, const char *text, gboolean attribute)
{
  const char *special = attribute ? "&<\"\t\n\r" : "&<>\r";

  for (;;)
    {
      gsize plain = strcspn (text, special);

      put (writer, text, plain);
      text += plain;
      if (*text == '\0')
        return;
      put_string (writer, get_escape (*text++, attribute));
    }
}

static const char *
get_prefix (const xmlNs *ns)
{
  return ns != NULL && ns->prefix != NULL ? (const char *) ns->prefix : "";
}

static const char *
get_href (const xmlNs *ns)
{
  return ns != NULL && ns->href != NULL ? (const char *) ns->href : "";
}

/* What @prefix means in the output so far; "" where it means nothing. */
static const char *
find_rendered (const Writer *writer, const char *prefix)
{
  for (guint i = writer->rendered->len; i > 0; i--)
    {
      const Rendered *rendered = &g_array_index (writer->rendered, Rendered, i - 1);

      if (strcmp (rendered->prefix, prefix) == 0)
        return rendered->href;
    }
  return "";
}

/* Declares the namespace that an element or an attribute uses, unless it is in force. */
static void
use_namespace (Writer *writer, const xmlNs *ns)
{
  Rendered rendered = { get_prefix (ns), get_href (ns) };

  if (strcmp (find_rendered (writer, rendered.prefix), rendered.href) != 0)
    g_array_append_val (writer->rendered, rendered);
}

static int
compare_rendered (const void *a, const void *b)
{
  return strcmp (((const Rendered *) a)->prefix, ((const Rendered *) b)->prefix);
}

/* Attributes without namespace first; then by namespace and name. */
static int
compare_attributes (const void *a, const void *b)
{
  const xmlAttr *one = *(const xmlAttr *const *) a;
  const xmlAttr *other = *(const xmlAttr *const *) b;
  int order = strcmp (get_href (one->ns), get_href (other->ns));

  return order != 0 ? order : strcmp ((const char *) one->name, (const char *) other->name);
}

static void
put_name (Writer *writer, const xmlNs *ns, const xmlChar *name)
{
  const char *prefix = get_prefix (ns);

  if (*prefix != '\0')
    {
      put_string (writer, prefix);
      put (writer, ":", 1);
    }
  put_string (writer, (const char *) name);
}

static void
put_namespaces (Writer *writer, guint n_before)
{
  Rendered *own = &g_array_index (writer->rendered, Rendered, n_before);
  guint n_own = writer->rendered->len - n_before;

  if (n_own > 1)
    qsort (own, n_own, sizeof (Rendered), compare_rendered);
  for (guint i = 0; i < n_own; i++)
    {
      put_string (writer, *own[i].prefix != '\0' ? " xmlns:" : " xmlns");
      put_string (writer, own[i].prefix);
      put (writer, "=\"", 2);
      put_escaped (writer, own[i].href, TRUE);
      put (writer, "\"", 1);
    }
}

static void
put_attribute (Writer *writer, const xmlAttr *attribute)
{
  put (writer, " ", 1);
  put_name (writer, attribute->ns, attribute->name);
  put (writer, "=\"", 2);
  for (const xmlNode *node = attribute->children; node != NULL; node = node->next)
    if (node->content != NULL)
      put_escaped (writer, (const char *) node->content, TRUE);
  put (writer, "\"", 1);
}

static void
put_start_tag (Writer *writer, const xmlNode *node)
{
  const xmlAttr *attributes[NB_LIMIT_ATTRIBUTES];
  guint n_attributes = 0;
  guint n_before = writer->rendered->len;

  use_namespace (writer, node->ns);
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      if (attribute->ns != NULL)
        {
          writer->good = writer->good && strcmp (get_prefix (attribute->ns), "xml") != 0;
          use_namespace (writer, attribute->ns);
        }
      if (n_attributes == NB_LIMIT_ATTRIBUTES)
        {
          writer->good = FALSE;
          return;
        }
      attributes[n_attributes++] = attribute;
    }
  if (n_attributes > 1)
    qsort (attributes, n_attributes, sizeof attributes[0], compare_attributes);

  put (writer, "<", 1);
  put_name (writer, node->ns, node->name);
  put_namespaces (writer, n_before);
  for (guint i = 0; i < n_attributes; i++)
    put_attribute (writer, attributes[i]);
  put (writer, ">", 1);
}

static void
put_node (Writer *writer, const xmlNode *node, guint depth)
{
  guint n_before = writer->rendered->len;

  if (depth > NB_LIMIT_DEPTH || !writer->good)
    {
      writer->good = FALSE;
      return;
    }
  switch (node->type)
    {
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE:
      put_escaped (writer, (const char *) node->content, FALSE);
      break;
    case XML_ELEMENT_NODE:
      put_start_tag (writer, node);
      for (const xmlNode *child = node->children; child != NULL; child = child->next)
        put_node (writer, child, depth + 1);
      put (writer, "</", 2);
      put_name (writer, node->ns, node->name);
      put (writer, ">", 1);
      g_array_set_size (writer->rendered, n_before);
      break;
    default:
      writer->good = FALSE; /* nothing that the guard lets through */
    }
}

gboolean
nb_xml_write_canonical (const xmlNode *node, NbXmlSink sink, void *data)
{
  g_autoptr (GArray) rendered = g_array_new (FALSE, FALSE, sizeof (Rendered));
  Writer writer;

  writer.sink = sink;
  writer.data = data;
  writer.good = TRUE;
  writer.used = 0;
  writer.rendered = rendered;
  put_node (&writer, node, 1);
  flush (&writer);
  return writer.good;
}

static gboolean
append (const char *bytes, gsize size, void *data)
{
  g_byte_array_append (data, (const guint8 *) bytes, (guint) size);
  return TRUE;
}

GBytes *
nb_xml_canonical (xmlNode *node, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  if (nb_xml_write_canonical (node, append, out))
    return g_byte_array_free_to_bytes (g_steal_pointer (&out));
  nb_error_set (error, NB_ERROR_REFUSED, nb_xml_get_place (node),
                _ ("This part of the file has no canonical form."));
  return NULL;
}

char *
nb_xml_digest (xmlNode *node, GError **error)
{
  g_autoptr (GBytes) bytes = nb_xml_canonical (node, error);

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}
