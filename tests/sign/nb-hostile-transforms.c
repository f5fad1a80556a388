/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

#include <string.h>

#include "nb-signature-terms.h"

/* Transforms that compute, select or fetch, and references out of the file. Most verifiers run them before
 * they look at the signature; here the shape answers first. */

#define C14N "<ds:Transform Algorithm=\"" NB_METHOD_EXCLUSIVE_C14N "\"></ds:Transform>\n"

/* Another transform in front of the canonical form; the enemy has signed it. */
#define BEFORE(the_name, the_problem, transform, the_again)                                        \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = the_problem, .roles = 1,                             \
    .edits = { { C14N, transform C14N, 0 } }, .again = the_again                                   \
  }
#define URI(the_name, to)                                                                          \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = "not-covered", .roles = 1, .edits = {                \
      { " URI=\"#report\"", " URI=\"" to "\"", 0 }                                                 \
    }                                                                                              \
  }

static GBytes *
repeat (GBytes *bytes, const char *unit, guint n)
{
  GString *text = g_string_new (unit);
  g_autofree char *many = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  many = g_string_free (text, FALSE);
  return nb_test_replace (bytes, unit, many, 0);
}

static GBytes *
make_many_transforms (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  return repeat (edited, C14N, 2000);
}

static GBytes *
make_many_references (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *reference = nb_test_cut (edited, "<ds:Reference Type", "</ds:Reference>\n", 0);

  return repeat (edited, reference, 1000);
}

const NbHostile nb_hostile_transforms[] = {
  BEFORE ("transforms-xslt",
          "algorithm",
          "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"/>\n",
          0),
  BEFORE ("transforms-xpath",
          "algorithm",
          "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\">\n"
          "<ds:XPath>count(//.) = count(//. | //.)</ds:XPath>\n</ds:Transform>\n",
          1),
  BEFORE ("transforms-xpath-hides",
          "algorithm",
          "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\">\n"
          "<ds:XPath>not(ancestor-or-self::*[@name='name'])</ds:XPath>\n</ds:Transform>\n",
          1),
  BEFORE ("transforms-xpath-filter",
          "algorithm",
          "<ds:Transform Algorithm=\"http://www.w3.org/2002/06/xmldsig-filter2\"/>\n",
          0),
  BEFORE ("transforms-base64",
          "algorithm",
          "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#base64\"/>\n",
          0),
  BEFORE ("transforms-enveloped",
          "algorithm",
          "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>\n",
          1),
  BEFORE ("transforms-decryption",
          "algorithm",
          "<ds:Transform Algorithm=\"http://www.w3.org/2002/07/decrypt#XML\"/>\n",
          0),
  BEFORE ("transforms-canonical-twice", "shape", C14N, 1),
  { .name = "transforms-2000",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .make = make_many_transforms },
  { .name = "transforms-none",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { "<ds:Transforms>\n" C14N "</ds:Transforms>\n", "", 0 } },
    .again = 1 },
  { .name = "transforms-empty",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { C14N, "", 0 } } },
  { .name = "transforms-references-1000",
    .status = 4,
    .problem = "coverage",
    .roles = 1,
    .make = make_many_references },
  URI ("transforms-uri-empty", ""),
  URI ("transforms-uri-hash", "#"),
  URI ("transforms-uri-xpointer", "#xpointer(/)"),
  URI ("transforms-uri-xpointer-id", "#xpointer(id('report'))"),
  URI ("transforms-uri-file", "file:///etc/passwd"),
  URI ("transforms-uri-http", "http://127.0.0.1/report.xml"),
  URI ("transforms-uri-relative", "report.xml#report"),
  URI ("transforms-uri-case", "#Report"),
  URI ("transforms-uri-escaped", "#%72eport"),
  { .name = "transforms-uri-missing",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { " URI=\"#report\"", "", 0 } } },
  { .name = "transforms-no-reference",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { "<ds:Reference Id=\"s1-report\"", "<ds:SignatureProperties Id=\"s1-report\"", 0 },
               { "</ds:Reference>", "</ds:SignatureProperties>", 0 } } },
  { NULL },
};
