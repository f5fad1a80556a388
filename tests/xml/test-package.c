/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/parser.h>
#include <string.h>

#include "nb-package.h"

/* As open as a schema can be: what is tested here is the package's own eye for order and names. */
static const char open_schema[] =
    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"" NB_XML_REPORT
    "\" "
    "elementFormDefault=\"qualified\"><xs:element name=\"package\"><xs:complexType><xs:sequence>"
    "<xs:any minOccurs=\"0\" maxOccurs=\"9\" "
    "processContents=\"skip\"/></xs:sequence></xs:complexType>"
    "</xs:element></xs:schema>";

#define PACKAGE(inside) "<package xmlns=\"" NB_XML_REPORT "\">" inside "</package>"
#define REPORT          "<report Id=\"report\"><fields/></report>"

static NbPackage *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) xsd = g_bytes_new_static (open_schema, strlen (open_schema));
  g_autoptr (NbSchema) schema = nb_schema_new (xsd, error);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return schema != NULL ? nb_package_parse (bytes, schema, error) : NULL;
}

static void
test_parts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbPackage) package =
      parse (PACKAGE (REPORT "<opinion Id=\"opinion\"/><signatures><a/><a/></signatures>"), &error);

  g_assert_no_error (error);
  g_assert_true (nb_xml_is (package->report, NB_XML_REPORT, "report"));
  g_assert_nonnull (package->fields);
  g_assert_nonnull (package->opinion);
  g_assert_null (package->registration);
  g_assert_cmpuint (package->n_signatures, ==, 2);
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    NbErrorCode code;
  } cases[] = {
    { "<other xmlns=\"" NB_XML_REPORT "\"/>", NB_ERROR_INVALID },
    { "<package/>", NB_ERROR_INVALID },
    { PACKAGE (""), NB_ERROR_BROKEN },
    { PACKAGE ("text" REPORT), NB_ERROR_BROKEN },
    { PACKAGE ("<report><fields/></report>"), NB_ERROR_BROKEN },
    { PACKAGE ("<report Id=\"opinion\"><fields/></report>"), NB_ERROR_BROKEN },
    { PACKAGE ("<report Id=\"report\"/>"), NB_ERROR_BROKEN },
    { PACKAGE ("<signatures/>" REPORT), NB_ERROR_BROKEN },
    { PACKAGE (REPORT "<other/>"), NB_ERROR_BROKEN },
    { PACKAGE (REPORT "<report Id=\"r2\"/>"), NB_ERROR_BROKEN },
    { PACKAGE ("<!---->" REPORT), NB_ERROR_REFUSED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NbPackage) package = parse (cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_null (package);
      g_assert_error (error, NB_ERROR, (int) cases[i].code);
    }
}

static void
test_bad_schema (void)
{
  g_autoptr (GBytes) xsd = g_bytes_new_static ("<a/>", 4);
  g_autoptr (GError) error = NULL;

  g_assert_null (nb_schema_new (xsd, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_DEFINITION);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  xmlInitParser ();
  g_test_add_func ("/package/parts", test_parts);
  g_test_add_func ("/package/faults", test_faults);
  g_test_add_func ("/package/bad-schema", test_bad_schema);
  return g_test_run ();
}
