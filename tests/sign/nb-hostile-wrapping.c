/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

#include <string.h>

/* The signed report is moved to where the signature still finds it and nobody reads it, and a forged one
 * stands in its place: McIntosh and Austel, "XML signature element wrapping attacks" (2005), and the
 * eight variants of Somorovsky et al., "On breaking SAML" (2012). */

#define FORGED_ID                                                                                  \
  "<report Id=\"report\" form=\"annual-report\" edition=\"2014\" registry=\"national\" "           \
  "revision=\"1\" "                                                                                \
  "digest=\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\">\n"
#define FORGED_FIELDS "<fields>\n<field name=\"name\">假冒单位</field>\n</fields>\n</report>\n"
#define FORGED        FORGED_ID FORGED_FIELDS
#define DSIG          "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\""

typedef enum
{
  PUT_BEFORE_REPORT,
  PUT_BEHIND_REPORT,
  PUT_BEHIND_SIGNATURES,
  PUT_INSIDE_SIGNATURES,
  PUT_IN_OBJECT,
  PUT_IN_PROPERTIES,
  PUT_IN_FORGED,
  PUT_IN_SIGNATURE,
} Place;

typedef struct
{
  Place place;        /* of the signed report */
  const char *forged; /* what stands in its place, or NULL: it stays and a copy is put */
  const char *id;     /* the Id of what is put; NULL: none */
} Wrapping;

static GBytes *
put_before (GBytes *bytes, const char *mark, const char *what)
{
  g_autofree char *both = g_strconcat (what, mark, NULL);

  return nb_test_replace (bytes, mark, both, 0);
}

static GBytes *
put (GBytes *bytes, Place place, const char *what)
{
  g_autofree char *wrapped = NULL;

  switch (place)
    {
    case PUT_BEFORE_REPORT:
      return put_before (bytes, "<report ", what);
    case PUT_BEHIND_REPORT:
      return put_before (bytes, "<signatures>", what);
    case PUT_BEHIND_SIGNATURES:
      return put_before (bytes, "</package>", what);
    case PUT_INSIDE_SIGNATURES:
      return put_before (bytes, "</signatures>", what);
    case PUT_IN_OBJECT:
      wrapped = g_strdup_printf ("<ds:Object>\n%s</ds:Object>\n", what);
      return put_before (bytes, "</ds:Signature>", wrapped);
    case PUT_IN_PROPERTIES:
      wrapped =
          g_strdup_printf ("<xades:UnsignedProperties>\n%s</xades:UnsignedProperties>\n", what);
      return put_before (bytes, "</xades:QualifyingProperties>", wrapped);
    case PUT_IN_SIGNATURE:
      wrapped = g_strdup_printf ("<ds:Signature " DSIG " Id=\"s2\">\n%s</ds:Signature>\n", what);
      return put_before (bytes, "</signatures>", wrapped);
    case PUT_IN_FORGED:
    default:
      return put_before (bytes, "</fields>", what);
    }
}

/* The signed report moves, the forged one takes its place. */
static GBytes *
make_wrapped (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  const Wrapping *wrapping = hostile->data;
  g_autofree char *report = nb_test_cut (edited, "<report ", "</report>\n", 0);
  g_autoptr (GBytes) original = g_bytes_new (report, strlen (report));
  g_autofree char *own =
      wrapping->id != NULL ? g_strdup_printf (" Id=\"%s\"", wrapping->id) : g_strdup ("");
  g_autoptr (GBytes) renamed = nb_test_replace (original, " Id=\"report\"", own, 0);
  g_autofree char *moved = g_strndup (g_bytes_get_data (renamed, NULL), g_bytes_get_size (renamed));
  g_autoptr (GBytes) replaced = NULL;

  if (wrapping->forged == NULL)
    return put (edited, wrapping->place, moved);
  replaced = nb_test_replace (edited, report, wrapping->forged, 0);
  return put (replaced, wrapping->place, moved);
}

/* A forged report beside the signed one, which stays where it is. */
static GBytes *
make_beside (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  const Wrapping *wrapping = hostile->data;

  return put (edited, wrapping->place, wrapping->forged);
}

static GBytes *
make_wrapper (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *text = nb_test_cut (edited, "<package", "</package>", 0);
  char *wrapped = g_strdup_printf ("<package xmlns=\"urn:nianbao:report:1\">\n<signatures>\n%s\n"
                                   "</signatures>\n</package>\n",
                                   text);

  return g_bytes_new_take (wrapped, strlen (wrapped));
}

/* A second SignedInfo: which of the two is verified, and which is read? */
static GBytes *
make_two_signed_infos (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *info = nb_test_cut (edited, "<ds:SignedInfo ", "</ds:SignedInfo>\n", 0);
  g_autoptr (GBytes) copy = g_bytes_new (info, strlen (info));
  g_autoptr (GBytes) renamed = nb_test_replace (copy, " Id=\"s1-report\"", "", 0);
  g_autofree char *second =
      g_strndup (g_bytes_get_data (renamed, NULL), g_bytes_get_size (renamed));

  return put_before (edited, hostile->data, second);
}

/* A copy of the properties that says something else, before or behind the true ones. */
static GBytes *
make_decoy (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *object = nb_test_cut (edited, "<ds:Object>", "</ds:Object>\n", 0);
  g_autoptr (GBytes) copy = g_bytes_new (object, strlen (object));
  g_autoptr (GBytes) renamed = nb_test_replace (copy, "Id=\"s1-properties\"", "Id=\"s1-decoy\"", 0);
  g_autofree char *decoy = g_strndup (g_bytes_get_data (renamed, NULL), g_bytes_get_size (renamed));

  return put_before (edited, hostile->data, decoy);
}

#define WRAPPED(the_name, the_status, the_problem, ...)                                            \
  {                                                                                                \
    .name = the_name, .status = the_status, .problem = the_problem, .roles = 1,                    \
    .make = make_wrapped, .data = &(const Wrapping)                                                \
    {                                                                                              \
      __VA_ARGS__                                                                                  \
    }                                                                                              \
  }
#define BESIDE(the_name, the_status, the_problem, the_place, the_forged)                           \
  {                                                                                                \
    .name = the_name, .status = the_status, .problem = the_problem, .roles = 1,                    \
    .make = make_beside, .data = &(const Wrapping)                                                 \
    {                                                                                              \
      the_place, the_forged, NULL                                                                  \
    }                                                                                              \
  }

const NbHostile nb_hostile_wrapping[] = {
  BESIDE ("wrapping-1-forged-before", 3, "duplicate-id", PUT_BEFORE_REPORT, FORGED),
  BESIDE ("wrapping-1-forged-before-other-id",
          4,
          "schema",
          PUT_BEFORE_REPORT,
          "<report Id=\"forged\">\n" FORGED_FIELDS),
  WRAPPED ("wrapping-2-original-behind-signatures",
           3,
           "duplicate-id",
           PUT_BEHIND_SIGNATURES,
           FORGED,
           "report"),
  WRAPPED ("wrapping-2-forged-without-id",
           4,
           "schema",
           PUT_BEHIND_SIGNATURES,
           "<report>\n" FORGED_FIELDS,
           "report"),
  WRAPPED ("wrapping-3-original-in-forged", 3, "duplicate-id", PUT_IN_FORGED, FORGED, "report"),
  WRAPPED ("wrapping-3-in-forged-without-id",
           4,
           "schema",
           PUT_IN_FORGED,
           "<report>\n" FORGED_FIELDS,
           "report"),
  WRAPPED ("wrapping-3-in-forged-renamed", 4, "schema", PUT_IN_FORGED, FORGED, "old"),
  BESIDE (
      "wrapping-4-forged-without-id", 4, "schema", PUT_BEFORE_REPORT, "<report>\n" FORGED_FIELDS),
  BESIDE ("wrapping-5-duplicate-first", 3, "duplicate-id", PUT_BEFORE_REPORT, FORGED),
  BESIDE ("wrapping-6-duplicate-last", 3, "duplicate-id", PUT_BEHIND_SIGNATURES, FORGED),
  WRAPPED ("wrapping-7-original-in-object", 3, "duplicate-id", PUT_IN_OBJECT, FORGED, "report"),
  WRAPPED ("wrapping-7-in-object-forged-without-id",
           4,
           "schema",
           PUT_IN_OBJECT,
           "<report>\n" FORGED_FIELDS,
           "report"),
  WRAPPED ("wrapping-7-in-object-renamed", 4, "shape", PUT_IN_OBJECT, FORGED, "old"),
  WRAPPED ("wrapping-8-original-in-unsigned-properties",
           3,
           "duplicate-id",
           PUT_IN_PROPERTIES,
           FORGED,
           "report"),
  WRAPPED ("wrapping-8-renamed", 4, "shape", PUT_IN_PROPERTIES, FORGED, "old"),
  BESIDE ("wrapping-inside-signatures", 3, "duplicate-id", PUT_INSIDE_SIGNATURES, FORGED),
  BESIDE ("wrapping-inside-signatures-without-id",
          4,
          "schema",
          PUT_INSIDE_SIGNATURES,
          "<report>\n" FORGED_FIELDS),
  WRAPPED ("wrapping-in-bogus-signature", 3, "duplicate-id", PUT_IN_SIGNATURE, FORGED, "report"),
  WRAPPED (
      "wrapping-in-bogus-signature-renamed", 4, "digest-report", PUT_IN_SIGNATURE, FORGED, "old"),
  { .name = "wrapping-id-in-other-case",
    .status = 3,
    .problem = "duplicate-id",
    .roles = 1,
    .edits = { { "<field name=\"year\"", "<field ID=\"report\" name=\"year\"", 0 } } },
  { .name = "wrapping-xml-id",
    .status = 3,
    .problem = "xml-attribute",
    .roles = 1,
    .edits = { { "<field name=\"year\"", "<field xml:id=\"report\" name=\"year\"", 0 } } },
  { .name = "wrapping-package-in-package",
    .status = 4,
    .problem = "schema",
    .roles = 1,
    .make = make_wrapper },
  { .name = "wrapping-other-root",
    .status = 3,
    .problem = "not-a-package",
    .roles = 1,
    .edits = { { "<package xmlns=\"urn:nianbao:report:1\">\n",
                 "<bundle xmlns=\"urn:nianbao:report:1\">\n<package>\n", 0 },
               { "</package>", "</package>\n</bundle>", 0 } } },
  { .name = "wrapping-two-signed-infos-before",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .make = make_two_signed_infos,
    .data = "<ds:SignedInfo " },
  { .name = "wrapping-two-signed-infos-behind",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .make = make_two_signed_infos,
    .data = "</ds:Signature>" },
  { .name = "wrapping-decoy-properties-before",
    .status = 3,
    .problem = "duplicate-id",
    .roles = 1,
    .edits = { { "<ds:Object>",
                 "<ds:Object>\n<xades:QualifyingProperties "
                 "xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\" Target=\"#s1\">\n"
                 "<xades:SignedProperties Id=\"s1-properties\"/>\n</xades:QualifyingProperties>\n"
                 "</ds:Object>\n<ds:Object>",
                 0 } } },
  { .name = "wrapping-decoy-properties-renamed-before",
    .status = 4,
    .problem = "id",
    .roles = 1,
    .make = make_decoy,
    .data = "<ds:Object>" },
  { .name = "wrapping-decoy-properties-renamed-behind",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .make = make_decoy,
    .data = "</ds:Signature>" },
  { .name = "wrapping-properties-reference-elsewhere",
    .status = 4,
    .problem = "coverage",
    .roles = 1,
    .edits = { { "URI=\"#s1-properties\"", "URI=\"#report\"", 0 } },
    .again = 1 },
  { .name = "wrapping-properties-not-signed",
    .status = 4,
    .problem = "coverage",
    .roles = 1,
    .edits = { { " Type=\"http://uri.etsi.org/01903#SignedProperties\"", "", 0 } },
    .again = 1 },
  { .name = "wrapping-target-elsewhere",
    .status = 4,
    .problem = "id",
    .roles = 1,
    .edits = { { "Target=\"#s1\"", "Target=\"#s2\"", 0 } } },
  { .name = "wrapping-format-elsewhere",
    .status = 4,
    .problem = "coverage",
    .roles = 1,
    .edits = { { "ObjectReference=\"#s1-report\"", "ObjectReference=\"#s1-properties\"", 0 } },
    .again = 1 },
  { .name = "wrapping-manifest",
    .status = 4,
    .problem = "not-covered",
    .roles = 1,
    .edits = { { " URI=\"#report\"",
                 " Type=\"http://www.w3.org/2000/09/xmldsig#Manifest\" URI=\"#report\"", 0 } },
    .again = 1 },
  { .name = "wrapping-manifest-object",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { "</ds:Signature>",
                 "<ds:Object>\n<ds:Manifest Id=\"manifest\"/>\n</ds:Object>\n</ds:Signature>",
                 0 } } },
  { .name = "wrapping-value-id",
    .status = 4,
    .problem = "id",
    .roles = 1,
    .edits = { { "Id=\"s1-value\"", "Id=\"s1-other\"", 0 } } },
  { .name = "wrapping-text-between-parts",
    .status = 4,
    .problem = "schema",
    .roles = 1,
    .edits = { { "</report>\n", "</report>\n已通过审核\n", 0 } } },
  { .name = "wrapping-attribute-on-signatures",
    .status = 4,
    .problem = "schema",
    .roles = 1,
    .edits = { { "<signatures>", "<signatures result=\"accepted\">", 0 } } },
  { .name = "wrapping-attribute-on-signature",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { " Id=\"s1\">", " Id=\"s1\" role=\"registry\">", 0 } } },
  { .name = "wrapping-text-in-signature",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { "<ds:KeyInfo>\n", "<ds:KeyInfo>\n \n", 0 } } },
  { NULL },
};
