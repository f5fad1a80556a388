/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <string.h>

#include "nb-xml-canonical.h"

/* The canonical form that we stream is the one that libxml2 computes, for random documents full of what makes
 * canonical forms differ, and for every element in them. */

#define N_DOCUMENTS 2000

static int
is_inside (void *root, xmlNode *node, xmlNode *parent)
{
  for (xmlNode *at = node->type == XML_NAMESPACE_DECL ? parent : node; at != NULL; at = at->parent)
    if (at == root)
      return 1;
  return 0;
}

static GBytes *
canonical_by_libxml (xmlNode *node)
{
  xmlOutputBuffer *buffer = xmlAllocOutputBuffer (NULL);
  GBytes *bytes;

  g_assert_cmpint (
      xmlC14NExecute (node->doc, is_inside, node, XML_C14N_EXCLUSIVE_1_0, NULL, 0, buffer), >=, 0);
  bytes = g_bytes_new (xmlOutputBufferGetContent (buffer), xmlOutputBufferGetSize (buffer));
  xmlOutputBufferClose (buffer);
  return bytes;
}

static const char *
pick (const char *const *words, guint n)
{
  return words[g_test_rand_int_range (0, (gint32) n)];
}
#define PICK(words) pick (words, G_N_ELEMENTS (words))

static void
add_text (GString *xml)
{
  static const char *const pieces[] = {
    "年度报告",
    "a b",
    "&amp;",
    "&lt;",
    "&gt;",
    ">",
    "\"",
    "'",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "&#13;",
    "&#10;",
    "&#9;",
    "&#x20000;",
    "𠮷",
    "]]",
    "<![CDATA[<&>]]>",
    "<![CDATA[]]>",
    "<![CDATA[\r\n]]>",
    "&quot;",
    "&apos;",
    " ",
  };

  for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
    g_string_append (xml, PICK (pieces));
}

static void
add_value (GString *xml, const char *quote)
{
  static const char *const pieces[] = {
    "值", "x",  "&amp;", "&lt;", ">",      "&#13;",  "&#10;", "&#9;",
    "\t", "\n", "\r\n",  " ",    "&quot;", "&apos;", "&#65;", "𠮷",
  };

  g_string_append (xml, quote);
  for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
    g_string_append (xml, PICK (pieces));
  g_string_append (xml, quote);
}

/* An element with namespaces declared, redeclared and unused, prefixed and other attributes in any order. */
static void
add_element (GString *xml, guint depth)
{
  static const char *const uris[] = { NB_XML_REPORT, NB_XML_DSIG, NB_XML_XADES, NB_XML_XADES141 };
  static const char *const prefixes[] = { "", "a:", "b:", "ds:", "z:" };
  static const char *const attributes[] = { "x", "B", "a", "long-name", "年" };
  const char *prefix = PICK (prefixes);
  guint first = (guint) g_test_rand_int_range (0, 5);

  g_string_append_printf (xml, "<%se", prefix);
  /* The root declares all prefixes; below, some are declared again, to something else perhaps. */
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (depth == 0 || g_test_rand_int_range (0, 4) == 0)
      {
        g_autofree char *name = g_strndup (prefixes[i], MAX (strlen (prefixes[i]), 1) - 1);

        g_string_append_printf (xml, " xmlns%s%s=\"%s\"", *name != '\0' ? ":" : "", name,
                                PICK (uris));
      }
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *name = attributes[(first + i) % G_N_ELEMENTS (attributes)];

      if (g_test_rand_int_range (0, 3) == 0)
        {
          g_string_append_printf (xml, " %s=", name);
          add_value (xml, g_test_rand_bit () ? "\"" : "'");
        }
      if (g_test_rand_int_range (0, 6) == 0)
        {
          g_string_append_printf (xml, "\n%s%s = ", prefixes[1 + i % 4], name);
          add_value (xml, "'");
        }
    }
  if (g_test_rand_int_range (0, 5) == 0)
    {
      g_string_append (xml, "/>");
      return;
    }
  g_string_append (xml, ">");
  for (int n = depth < 5 ? g_test_rand_int_range (0, 4) : 0; n > 0; n--)
    {
      add_text (xml);
      add_element (xml, depth + 1);
    }
  add_text (xml);
  g_string_append_printf (xml, "</%se>", prefix);
}

static guint
compare_all (xmlNode *node)
{
  guint n = 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) ours = nb_xml_canonical (node, &error);
  g_autoptr (GBytes) theirs = canonical_by_libxml (node);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (ours, NULL), g_bytes_get_size (ours),
                   g_bytes_get_data (theirs, NULL), g_bytes_get_size (theirs));
  for (xmlNode *child = nb_xml_get_first (node); child != NULL; child = nb_xml_get_next (child))
    n += compare_all (child);
  return n;
}

static void
test_random (void)
{
  guint n_documents = 0;
  guint n_elements = 0;

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      GString *xml = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (xmlDoc) doc = NULL;
      g_autoptr (GError) error = NULL;

      add_element (xml, 0);
      bytes = g_string_free_to_bytes (xml);
      doc = nb_xml_parse (bytes, NB_XML_UNTRUSTED, &error);
      if (doc == NULL)
        {
          /* Two prefixes may stand for one namespace, and two attributes then for one name; and the text
           * may hold what no text may. */
          g_assert_error (error, NB_ERROR, NB_ERROR_INVALID);
          continue;
        }
      n_documents++;
      n_elements += compare_all (xmlDocGetRootElement (doc));
    }
  g_test_message ("%u documents, %u elements", n_documents, n_elements);
  g_assert_cmpuint (n_documents, >, N_DOCUMENTS / 4);
}

/* Pieces larger than the buffer between, and a sink that has enough. */
static gboolean
count (const char *bytes, gsize size, void *data)
{
  gsize *left = data;

  if (size > *left)
    return FALSE;
  *left -= size;
  return TRUE;
}

static void
test_pieces (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *xml =
      g_strdup_printf ("<p xmlns=\"%s\">%s&amp;%s</p>", NB_XML_REPORT, long_text, long_text);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (xmlDoc) doc = nb_xml_parse (bytes, NB_XML_UNTRUSTED, NULL);
  gsize left = strlen (xml);

  g_assert_true (nb_xml_write_canonical (xmlDocGetRootElement (doc), count, &left));
  g_assert_cmpuint (left, ==, 0);
  left = 50000;
  g_assert_false (nb_xml_write_canonical (xmlDocGetRootElement (doc), count, &left));
}

/* What the guard does not let through has no form here, rather than a wrong one. */
static void
test_unguarded (void)
{
  static const char *const texts[] = {
    "<p xmlns=\"" NB_XML_REPORT "\">a<!-- b --></p>",
    "<p xmlns=\"" NB_XML_REPORT "\">a<?b c?></p>",
    "<p xmlns=\"" NB_XML_REPORT "\" xml:lang=\"zh\">a</p>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (xmlDoc) doc =
          xmlReadMemory (texts[i], (int) strlen (texts[i]), NULL, NULL, XML_PARSE_NONET);
      g_autoptr (GError) error = NULL;

      g_assert_false (nb_xml_is_guarded (doc));
      g_assert_null (nb_xml_canonical (xmlDocGetRootElement (doc), &error));
      g_assert_error (error, NB_ERROR, NB_ERROR_REFUSED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  xmlInitParser ();
  g_test_add_func ("/canonical/random", test_random);
  g_test_add_func ("/canonical/pieces", test_pieces);
  g_test_add_func ("/canonical/unguarded", test_unguarded);
  return g_test_run ();
}
