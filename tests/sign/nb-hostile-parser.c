/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

#include <string.h>

/* What is aimed at the parser: other files pulled in, memory and time eaten, and two readers led to read
 * two different texts. */

#define HEAD "<package xmlns=\"urn:nianbao:report:1\">"
#define DOCTYPE(x)                                                                                 \
  {                                                                                                \
    "<package", "<!DOCTYPE package " x ">\n<package", 0                                            \
  }
#define USE                                                                                        \
  {                                                                                                \
    ">2025<", ">&x;<", 0                                                                           \
  }

#define REFUSED(the_name, the_problem, ...)                                                        \
  {                                                                                                \
    .name = the_name, .status = 3, .problem = the_problem, .roles = 1, .edits = { __VA_ARGS__ }    \
  }

/* The bytes at @data and nothing else. */
static GBytes *
make_verbatim (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  return g_bytes_new (hostile->data, strlen (hostile->data));
}

static GBytes *
make_nothing (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  return g_bytes_new (NULL, 0);
}

static GBytes *
convert (GBytes *bytes, const char *encoding)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize converted_size = 0;
  char *converted = g_convert (data, (gssize) size, encoding, "UTF-8", NULL, &converted_size, NULL);

  g_assert_nonnull (converted);
  return g_bytes_new_take (converted, converted_size);
}

static GBytes *
make_converted (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  return convert (edited, hostile->data);
}

static GBytes *
make_nul (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  GBytes *marked = nb_test_replace (edited, ">青禾县", ">青\001禾县", 0);
  gsize size;
  guint8 *data = g_bytes_unref_to_data (marked, &size);

  *(guint8 *) memchr (data, 1, size) = 0;
  return g_bytes_new_take (data, size);
}

static GBytes *
make_cut_off (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  return g_bytes_new_from_bytes (edited, 0, g_bytes_get_size (edited) - 40);
}

const NbHostile nb_hostile_parser[] = {
  REFUSED (
      "parser-xxe-file", "doctype", DOCTYPE ("[<!ENTITY x SYSTEM \"file:///etc/passwd\">]"), USE),
  REFUSED (
      "parser-xxe-http", "doctype", DOCTYPE ("[<!ENTITY x SYSTEM \"http://127.0.0.1/x\">]"), USE),
  REFUSED ("parser-external-dtd", "doctype", DOCTYPE ("SYSTEM \"file:///etc/hostname\"")),
  REFUSED ("parser-public-dtd", "doctype", DOCTYPE ("PUBLIC \"-//X//Y\" \"http://127.0.0.1/x\"")),
  REFUSED ("parser-parameter-entity",
           "doctype",
           DOCTYPE ("[<!ENTITY % x SYSTEM \"http://127.0.0.1/x\"> %x;]")),
  REFUSED ("parser-billion-laughs",
           "doctype",
           DOCTYPE ("[<!ENTITY a \"哈哈哈哈哈哈哈哈哈哈\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;\">"
                    "<!ENTITY x \"&d;&d;&d;&d;&d;&d;&d;&d;\">]"),
           USE),
  REFUSED ("parser-quadratic-entity",
           "doctype",
           DOCTYPE ("[<!ENTITY x \"哈哈哈哈哈哈哈哈\">]"),
           { ">2025<", ">&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;<", 0 }),
  REFUSED ("parser-default-attribute",
           "doctype",
           DOCTYPE ("[<!ATTLIST field typed CDATA \"180万元\">]")),
  REFUSED ("parser-declared-id",
           "doctype",
           DOCTYPE ("[<!ATTLIST field name ID #IMPLIED>]"),
           { "name=\"year\"", "name=\"report\"", 0 }),
  REFUSED (
      "parser-doctype-in-lower-case", "doctype", { "<package", "<!doctype package>\n<package", 0 }),
  REFUSED ("parser-undeclared-entity", "entity", { ">2025<", ">&nbsp;<", 0 }),
  REFUSED ("parser-entity-in-attribute", "entity", { "170万元", "&x;万元", 0 }),
  REFUSED ("parser-bare-ampersand", "entity", { ">2025<", ">20 & 25<", 0 }),
  REFUSED ("parser-instruction",
           "processing-instruction",
           { "<report", "<?php system('x'); ?><report", 0 }),
  REFUSED ("parser-stylesheet",
           "processing-instruction",
           { "<package", "<?xml-stylesheet href=\"http://127.0.0.1/x.xsl\"?>\n<package", 0 }),
  REFUSED ("parser-instruction-at-end",
           "processing-instruction",
           { "</package>", "</package><?x?>", 0 }),
  REFUSED ("parser-second-declaration",
           "processing-instruction",
           { "<report", "<?xml version=\"1.0\"?><report", 0 }),
  REFUSED ("parser-comment-in-text", "comment", { ">青禾县", ">青禾<!-- x -->县", 0 }),
  REFUSED ("parser-comment-in-amount", "comment", { ">170.00<", ">170<!-- x -->.00<", 0 }),
  REFUSED ("parser-comment-in-digest",
           "comment",
           { "<ds:DigestValue>", "<ds:DigestValue><!-- AAAA -->", 0 }),
  REFUSED ("parser-comment-in-role",
           "comment",
           { "<xades:ClaimedRole>", "<xades:ClaimedRole><!-- registry -->", 0 }),
  REFUSED ("parser-comment-at-end", "comment", { "</package>", "</package><!-- x -->", 0 }),
  REFUSED ("parser-comment-at-start", "comment", { "<package", "<!-- x --><package", 0 }),
  REFUSED (
      "parser-xinclude",
      "namespace",
      { "<report",
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>"
        "<report",
        0 }),
  REFUSED ("parser-foreign-namespace",
           "namespace",
           { "<field name=\"year\"", "<field xmlns:x=\"urn:x\" name=\"year\"", 0 }),
  REFUSED ("parser-no-namespace",
           "namespace",
           { "<field name=\"year\"", "<field xmlns=\"\" name=\"year\"", 0 }),
  REFUSED ("parser-undeclared-prefix",
           "malformed",
           { "<field name=\"year\"", "<field x:name=\"x\" name=\"year\"", 0 }),
  REFUSED ("parser-duplicate-attribute",
           "malformed",
           { "name=\"year\"", "name=\"year\" name=\"name\"", 0 }),
  REFUSED ("parser-duplicate-qualified-attribute",
           "malformed",
           { "<field name=\"year\"",
             "<field xmlns:a=\"urn:nianbao:report:1\" xmlns:b=\"urn:nianbao:report:1\" a:x=\"1\" "
             "b:x=\"2\" name=\"year\"",
             0 }),
  REFUSED ("parser-unclosed", "malformed", { "</fields>", "", 0 }),
  REFUSED ("parser-crossed", "malformed", { "</fields>\n</report>", "</report>\n</fields>", 0 }),
  REFUSED ("parser-two-roots", "malformed", { "</package>", "</package><package/>", 0 }),
  REFUSED ("parser-text-behind", "malformed", { "</package>", "</package>x", 0 }),
  REFUSED ("parser-null-reference", "malformed", { ">2025<", ">20&#0;25<", 0 }),
  REFUSED ("parser-surrogate-reference", "malformed", { ">2025<", ">20&#xD800;25<", 0 }),
  REFUSED ("parser-huge-reference", "malformed", { ">2025<", ">20&#99999999999999999999;25<", 0 }),
  REFUSED ("parser-control-reference", "malformed", { ">2025<", ">20&#8;25<", 0 }),
  REFUSED ("parser-control-character", "malformed", { ">2025<", ">20\00825<", 0 }),
  REFUSED ("parser-noncharacter",
           "malformed",
           { ">2025<",
             ">20\xEF\xBF\xBF"
             "25<",
             0 }),
  REFUSED ("parser-section-end-in-text", "malformed", { ">2025<", ">2025]]><", 0 }),
  REFUSED ("parser-open-section", "malformed", { ">2025<", "><![CDATA[2025<", 0 }),
  REFUSED ("parser-less-than-in-attribute", "malformed", { "170万元", "<170万元", 0 }),
  REFUSED ("parser-invalid-utf-8", "encoding", { ">青禾县", ">\xC0\xAF禾县", 0 }),
  REFUSED ("parser-truncated-utf-8", "encoding", { ">青禾县", ">\xE9\x9D禾县", 0 }),
  REFUSED ("parser-surrogate-utf-8", "encoding", { ">青禾县", ">\xED\xA0\x80禾县", 0 }),
  REFUSED ("parser-xml-1.1", "version", { "version=\"1.0\"", "version=\"1.1\"", 0 }),
  REFUSED ("parser-xml-2.0", "version", { "version=\"1.0\"", "version='2.0'", 0 }),
  REFUSED ("parser-says-latin-1", "encoding", { "UTF-8", "ISO-8859-1", 0 }),
  REFUSED ("parser-says-utf-16", "encoding", { "UTF-8", "UTF-16", 0 }),
  REFUSED ("parser-says-utf-7", "encoding", { "UTF-8", "UTF-7", 0 }),
  REFUSED ("parser-says-gb18030", "encoding", { "UTF-8", "GB18030", 0 }),
  { .name = "parser-utf-16",
    .status = 3,
    .problem = "encoding",
    .roles = 1,
    .make = make_converted,
    .data = "UTF-16" },
  { .name = "parser-gb18030",
    .status = 3,
    .problem = "encoding",
    .roles = 1,
    .make = make_converted,
    .data = "GB18030" },
  { .name = "parser-nul", .status = 3, .problem = "encoding", .roles = 1, .make = make_nul },
  { .name = "parser-cut-off",
    .status = 3,
    .problem = "malformed",
    .roles = 1,
    .make = make_cut_off },
  { .name = "parser-empty", .status = 3, .problem = "empty", .make = make_nothing },
  { .name = "parser-text",
    .status = 3,
    .problem = "malformed",
    .make = make_verbatim,
    .data = "年度报告书" },
  { .name = "parser-old-word",
    .status = 3,
    .problem = "encoding",
    .make = make_verbatim,
    .data = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" },
  { .name = "parser-zip",
    .status = 3,
    .problem = "malformed",
    .make = make_verbatim,
    .data = "PK\003\004" },
  { .name = "parser-html",
    .status = 3,
    .problem = "doctype",
    .make = make_verbatim,
    .data = "<!DOCTYPE html><html><body>年度报告书</body></html>" },
  REFUSED ("parser-attribute-on-package",
           "package-attributes",
           { HEAD, "<package xmlns=\"urn:nianbao:report:1\" result=\"accepted\">", 0 }),
  { .name = "parser-duplicate-ids-in-fields",
    .status = 3,
    .problem = "duplicate-id",
    .roles = 1,
    .edits = { { "<field name=\"year\"", "<field id=\"x\" name=\"year\"", 0 },
               { "<field name=\"name\"", "<field Id=\"x\" name=\"name\"", 0 } } },
  { NULL },
};
