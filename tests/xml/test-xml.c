/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/parser.h>
#include <string.h>

#include "nb-xml-limits.h"
#include "nb-xml.h"

#define PACKAGE(inside) "<package xmlns=\"" NB_XML_REPORT "\">" inside "</package>"

static xmlDoc *
parse (const char *text, NbXmlKind kind, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return nb_xml_parse (bytes, kind, error);
}

static void
assert_refused (const char *text, NbErrorCode code, guint line, guint column)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = parse (text, NB_XML_UNTRUSTED, &error);

  g_assert_null (doc);
  g_assert_error (error, NB_ERROR, (int) code);
  g_assert_cmpuint (nb_error_get_place (error).line, ==, line);
  g_assert_cmpuint (nb_error_get_place (error).column, ==, column);
}

static void
test_refused (void)
{
  assert_refused ("", NB_ERROR_INVALID, 0, 0);
  assert_refused ("\xFF\xD8\xFF\xE0", NB_ERROR_REFUSED, 1, 1);
  assert_refused ("<?xml version='1.0' encoding='GBK'?>" PACKAGE (""), NB_ERROR_REFUSED, 1, 1);
  assert_refused ("<!DOCTYPE package [<!ENTITY a 'b'>]>" PACKAGE (""), NB_ERROR_REFUSED, 1, 1);
  assert_refused (PACKAGE ("\n&x;"), NB_ERROR_REFUSED, 2, 1);
  assert_refused (PACKAGE ("<a b='&x;'/>"), NB_ERROR_REFUSED, 1, 45);
  assert_refused (PACKAGE ("\n<!-- -->"), NB_ERROR_REFUSED, 2, 1);
  assert_refused (PACKAGE ("\n <?go?>"), NB_ERROR_REFUSED, 2, 2);
  assert_refused (PACKAGE ("\n<a xml:id='x'/>"), NB_ERROR_REFUSED, 2, 4);
  assert_refused (PACKAGE ("\n<a xmlns:b='urn:other'/>"), NB_ERROR_REFUSED, 2, 1);
  assert_refused ("<package xmlns='" NB_XML_REPORT "' a='b'/>", NB_ERROR_REFUSED, 1, 1);
  assert_refused (PACKAGE ("<a Id='x'/>\n<b id='x'/>"), NB_ERROR_REFUSED, 2, 1);
  assert_refused (PACKAGE ("<a>") " ", NB_ERROR_INVALID, 1, 53);
  assert_refused ("no markup at all", NB_ERROR_INVALID, 1, 1);
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("<a");
  g_autoptr (GString) many = g_string_new ("<a>");
  g_autoptr (GString) tag = g_string_new ("<a b='");

  for (int i = 0; i <= NB_LIMIT_DEPTH; i++)
    g_string_append (deep, "<a>");
  assert_refused (deep->str, NB_ERROR_REFUSED, 1, NB_LIMIT_DEPTH * 3 + 1);

  for (int i = 0; i <= NB_LIMIT_ATTRIBUTES; i++)
    g_string_append_printf (wide, " a%d=''", i);
  g_string_append (wide, "/>");
  assert_refused (wide->str, NB_ERROR_REFUSED, 1, 1);

  for (int i = 0; i < NB_LIMIT_ELEMENTS; i++)
    g_string_append (many, "<b/>");
  assert_refused (many->str, NB_ERROR_REFUSED, 1, 3 + (NB_LIMIT_ELEMENTS - 1) * 4 + 1);

  for (guint i = 0; i <= NB_LIMIT_START_TAG; i++)
    g_string_append_c (tag, 'x');
  g_string_append (tag, "'/>");
  assert_refused (tag->str, NB_ERROR_REFUSED, 1, 1);
}

static void
test_places (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc =
      parse ("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" PACKAGE (
                 "\n  <a t=\"1 > 0\"/><![CDATA[<z>]]><b>x</b>"),
             NB_XML_UNTRUSTED, &error);
  xmlNode *root, *a, *b;

  g_assert_no_error (error);
  root = xmlDocGetRootElement (doc);
  a = nb_xml_get_first (root);
  b = nb_xml_get_next (a);
  g_assert_cmpuint (nb_xml_get_place (root).line, ==, 2);
  g_assert_cmpuint (nb_xml_get_place (root).column, ==, 1);
  g_assert_cmpuint (nb_xml_get_place (a).line, ==, 3);
  g_assert_cmpuint (nb_xml_get_place (a).column, ==, 3);
  g_assert_cmpuint (nb_xml_get_place (b->children).column, ==, 32);
  g_assert_null (nb_xml_get_next (b));
  g_assert_true (nb_xml_lookup (root, "b") == b);
}

static void
test_definition_comments (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc =
      parse ("<!-- why --><form xmlns='" NB_XML_FORM "'/>", NB_XML_DEFINITION, &error);
  g_autoptr (xmlDoc) foreign = NULL;

  g_assert_no_error (error);
  g_assert_true (nb_xml_is (xmlDocGetRootElement (doc), NB_XML_FORM, "form"));

  foreign = parse ("<form xmlns='" NB_XML_REPORT "'/>", NB_XML_DEFINITION, &error);
  g_assert_error (error, NB_ERROR, NB_ERROR_REFUSED);
}

static void
test_escapes (void)
{
  g_autoptr (GString) string = g_string_new ("<a");
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autofree char *attribute = NULL;
  g_autofree char *text = NULL;

  g_string_append (string, " xmlns='" NB_XML_REPORT "'");
  nb_xml_append_attribute (string, "b", "<&>\"'\t\n\r年");
  g_string_append_c (string, '>');
  nb_xml_append_text (string, "<&>\"'\t\n\r年]]>");
  g_string_append (string, "</a>");

  doc = parse (string->str, NB_XML_UNTRUSTED, &error);
  g_assert_no_error (error);
  attribute = nb_xml_dup_attribute (xmlDocGetRootElement (doc), "b");
  text = nb_xml_dup_text (xmlDocGetRootElement (doc));
  g_assert_cmpstr (attribute, ==, "<&>\"'\t\n\r年");
  g_assert_cmpstr (text, ==, "<&>\"'\t\n\r年]]>");
}

/* Our escapes are those of the canonical form, so that what we write is its own canonical form. */
static void
test_canonical (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = parse (
      PACKAGE ("<a   z='1' b='2'  /><b xmlns:ds='" NB_XML_DSIG "'>&#65;<![CDATA[<]]>&#xD;</b>"),
      NB_XML_UNTRUSTED, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *digest = NULL;
  static const char expected[] = "<b xmlns=\"" NB_XML_REPORT "\">A&lt;&#xD;</b>";

  g_assert_no_error (error);
  bytes = nb_xml_canonical (nb_xml_lookup (xmlDocGetRootElement (doc), "b"), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));

  digest = nb_xml_digest (nb_xml_lookup (xmlDocGetRootElement (doc), "b"), &error);
  g_assert_cmpuint (strlen (digest), ==, 64);
}

/* Any bytes are survived: cut, doubled and flipped variants of a good file. */
static void
test_mutations (void)
{
  static const char good[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" PACKAGE (
      "<report Id=\"report\"><fields><field name=\"a\" "
      "typed=\"&amp;1\">2</field></fields></report>");
  g_autoptr (GRand) rand = g_rand_new_with_seed (20220331);

  for (int i = 0; i < 20000; i++)
    {
      gsize size = sizeof good - 1;
      g_autofree char *copy = g_memdup2 (good, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (xmlDoc) doc = NULL;

      for (int j = g_rand_int_range (rand, 1, 4); j > 0; j--)
        copy[g_rand_int_range (rand, 0, (int) size)] = (char) g_rand_int_range (rand, 0, 256);
      bytes = g_bytes_new (copy, g_rand_int_range (rand, 1, (int) size + 1));
      doc = nb_xml_parse (bytes, NB_XML_UNTRUSTED, &error);
      g_assert_true ((doc == NULL) == (error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  xmlInitParser ();
  g_test_add_func ("/xml/refused", test_refused);
  g_test_add_func ("/xml/limits", test_limits);
  g_test_add_func ("/xml/places", test_places);
  g_test_add_func ("/xml/definition-comments", test_definition_comments);
  g_test_add_func ("/xml/escapes", test_escapes);
  g_test_add_func ("/xml/canonical", test_canonical);
  g_test_add_func ("/xml/mutations", test_mutations);
  return g_test_run ();
}
