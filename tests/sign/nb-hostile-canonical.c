/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

#include <string.h>

#include "nb-signature-terms.h"

/* What plays with the canonical form: other forms, forms that do not exist, and files that look the same
 * but are written differently. */

#define EMPTY_SHA256 "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

/* The digest of the report becomes the digest of nothing, as where a canonical form failed silently. */
static GBytes *
make_empty_digest (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *value = nb_test_cut (edited, "<ds:DigestValue>", "</ds:DigestValue>", 0);

  return nb_test_replace (edited, value, "<ds:DigestValue>" EMPTY_SHA256 "</ds:DigestValue>", 0);
}

/* The same, with the value made anew by the signer's key. */
static GBytes *
make_empty_digest_signed (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autoptr (GBytes) forged = make_empty_digest (world, hostile, edited);

  return nb_test_sign_octets (forged, world->signers[hostile->key], 1);
}

/* As editors "tidy" XML: every element on an indented line. */
static GBytes *
make_pretty (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (edited, NULL), g_bytes_get_size (edited));
  GString *out = g_string_new (text);

  g_string_replace (out, "\n<", "\n  <", 0);
  return g_string_free_to_bytes (out);
}

#define METHOD(the_name, to_uri)                                                                   \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = "algorithm", .roles = 1,                             \
    .edits = { { "<ds:CanonicalizationMethod Algorithm=\"" NB_METHOD_EXCLUSIVE_C14N "\"",          \
                 "<ds:CanonicalizationMethod Algorithm=\"" to_uri "\"", 0 } },                     \
    .again = 1                                                                                     \
  }
#define TRANSFORM(the_name, to_uri)                                                                \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = "algorithm", .roles = 1,                             \
    .edits = { { "<ds:Transform Algorithm=\"" NB_METHOD_EXCLUSIVE_C14N "\"",                       \
                 "<ds:Transform Algorithm=\"" to_uri "\"", 0 } },                                  \
    .again = 1                                                                                     \
  }

const NbHostile nb_hostile_canonical[] = {
  { .name = "canonical-relative-namespace-in-report",
    .status = 3,
    .problem = "namespace",
    .roles = 1,
    .edits = { { "<fields>", "<fields xmlns:x=\"a/b\">", 0 } } },
  { .name = "canonical-relative-namespace-in-signed-info",
    .status = 3,
    .problem = "namespace",
    .roles = 1,
    .edits = { { "<ds:SignedInfo ", "<ds:SignedInfo xmlns:x=\"./x\" ", 0 } } },
  { .name = "canonical-relative-namespace-used",
    .status = 3,
    .problem = "namespace",
    .roles = 1,
    .edits = { { "<fields>", "<fields xmlns:x=\"a/b\" x:y=\"\">", 0 } } },
  { .name = "canonical-empty-digest",
    .status = 4,
    .problem = "signature-value",
    .roles = 1,
    .make = make_empty_digest },
  { .name = "canonical-empty-digest-signed",
    .status = 4,
    .problem = "digest-report",
    .roles = 1,
    .make = make_empty_digest_signed },
  METHOD ("canonical-method-with-comments", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"),
  METHOD ("canonical-method-inclusive", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"),
  METHOD ("canonical-method-inclusive-comments",
          "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments"),
  METHOD ("canonical-method-1.1", "http://www.w3.org/2006/12/xml-c14n11"),
  TRANSFORM ("canonical-transform-with-comments",
             "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"),
  TRANSFORM ("canonical-transform-inclusive", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"),
  TRANSFORM ("canonical-transform-1.1", "http://www.w3.org/2006/12/xml-c14n11"),
  { .name = "canonical-prefix-list",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { "<ds:Transform Algorithm=\"" NB_METHOD_EXCLUSIVE_C14N "\"></ds:Transform>",
                 "<ds:Transform Algorithm=\"" NB_METHOD_EXCLUSIVE_C14N "\">\n"
                 "<ds:InclusiveNamespaces PrefixList=\"ds #default\"/>\n</ds:Transform>",
                 0 } } },
  { .name = "canonical-pretty-printed",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .make = make_pretty },
  { .name = "canonical-space-between-parts",
    .status = 4,
    .problem = "gap",
    .roles = 1,
    .edits = { { "</report>\n", "</report>\n\n", 0 } } },
  { .name = "canonical-space-between-signatures",
    .status = 4,
    .problem = "gap",
    .roles = 2,
    .edits = { { "</ds:Signature>\n", "</ds:Signature> \n", 0 } } },
  { .name = "canonical-space-in-report",
    .status = 4,
    .problem = "digest-report",
    .roles = 1,
    .edits = { { "<fields>\n", "<fields>\n ", 0 } } },
  { .name = "canonical-space-in-opinion",
    .status = 4,
    .problem = "digest-opinion",
    .roles = 3,
    .edits = { { "</person>\n", "</person>\n\n", 0 } } },
  { .name = "canonical-other-prefix",
    .status = 4,
    .problem = "digest-report",
    .roles = 1,
    .edits = { { "<field name=\"year\">2025</field>",
                 "<x:field xmlns:x=\"urn:nianbao:report:1\" name=\"year\">2025</x:field>", 0 } } },
  { .name = "canonical-composed-otherwise",
    .status = 4,
    .problem = "digest-report",
    .roles = 1,
    .edits = { { "1,024",
                 "1\xEF\xBC\x8C"
                 "024",
                 0 } } },
  { .name = "canonical-xml-base",
    .status = 3,
    .problem = "xml-attribute",
    .roles = 1,
    .edits = { { "<report ", "<report xml:base=\"http://127.0.0.1/\" ", 0 } } },
  { .name = "canonical-xml-lang",
    .status = 3,
    .problem = "xml-attribute",
    .roles = 1,
    .edits = { { "<fields>", "<fields xml:lang=\"zh\">", 0 } } },
  { .name = "canonical-xml-space",
    .status = 3,
    .problem = "xml-attribute",
    .roles = 1,
    .edits = { { "<fields>", "<fields xml:space=\"preserve\">", 0 } } },
  { NULL },
};
