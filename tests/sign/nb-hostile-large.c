/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

#include <string.h>

/* What is too much, and what is only just not too much: answered in bounded time and memory. */

#define MIB (1024u * 1024)

/* @data times the text @unit, in the place of the paragraph of the report that stands empty. */
static GBytes *
repeat (GBytes *bytes, const char *before, const char *unit, gsize n, const char *behind)
{
  GString *middle = g_string_sized_new (strlen (unit) * n + 64);
  g_autofree char *text = NULL;

  g_string_append (middle, before);
  for (gsize i = 0; i < n; i++)
    g_string_append (middle, unit);
  g_string_append (middle, behind);
  text = g_string_free (middle, FALSE);
  return nb_test_replace (bytes, "<p></p>", text, 0);
}

typedef struct
{
  const char *before;
  const char *unit;
  gsize n;
  const char *behind;
} Repeated;

static GBytes *
make_repeated (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  const Repeated *repeated = hostile->data;

  return repeat (edited, repeated->before, repeated->unit, repeated->n, repeated->behind);
}

/* Attributes with different names, on an element that has none in a report. */
static GBytes *
make_attributes (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  GString *tag = g_string_new ("<p");

  for (guint i = 0; i < GPOINTER_TO_UINT (hostile->data); i++)
    g_string_append_printf (tag, " a%u=\"\"", i);
  g_string_append (tag, "></p>");
  {
    g_autofree char *text = g_string_free (tag, FALSE);

    return nb_test_replace (edited, "<p></p>", text, 0);
  }
}

static GBytes *
make_namespaces (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  GString *tag = g_string_new ("<p");

  for (guint i = 0; i < GPOINTER_TO_UINT (hostile->data); i++)
    g_string_append_printf (tag, " xmlns:a%u=\"urn:nianbao:report:1\"", i);
  g_string_append (tag, "></p>");
  {
    g_autofree char *text = g_string_free (tag, FALSE);

    return nb_test_replace (edited, "<p></p>", text, 0);
  }
}

/* Elements inside elements. */
static GBytes *
make_deep (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  guint depth = GPOINTER_TO_UINT (hostile->data);
  GString *text = g_string_sized_new (depth * 7 + 1);
  g_autofree char *deep = NULL;

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<p>");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "</p>");
  deep = g_string_free (text, FALSE);
  return nb_test_replace (edited, "<p></p>", deep, 0);
}

/* 64 MiB and a byte of white space behind the root. */
static GBytes *
make_too_large (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  gsize size = g_bytes_get_size (edited);
  gsize total = 64u * MIB + 1;
  guint8 *data = g_malloc (total);

  memcpy (data, g_bytes_get_data (edited, NULL), size);
  memset (data + size, '\n', total - size);
  return g_bytes_new_take (data, total);
}

/* A report of almost 64 MiB and almost 300,000 elements, signed by four, and with @data changed again. */
static GBytes *
make_at_the_limit (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  static GBytes *at_the_limit = NULL;

  if (at_the_limit == NULL)
    {
      g_autofree char *line = g_strnfill (211, 'x');
      g_autofree char *paragraph = g_strdup_printf ("<p>%s</p>", line);
      g_autoptr (GBytes) package = nb_test_package ();
      GBytes *bytes = repeat (package, "", paragraph, 299600, "");

      for (guint i = 0; i < NB_N_ROLES; i++)
        {
          const char *payload = nb_test_payload ((NbRole) i);
          g_autoptr (GBytes) before = bytes;
          g_autoptr (GBytes) with_payload =
              payload == NULL ? g_bytes_ref (before) : nb_test_put_payload (before, payload);

          bytes = nb_test_sign_unasked (with_payload, world->signers[NB_KEY_ECDSA], (NbRole) i,
                                        world->now - 60);
        }
      at_the_limit = bytes;
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 62u * MIB);
      g_assert_cmpuint (g_bytes_get_size (bytes), <=, 64u * MIB);
    }
  return hostile->data != NULL ? nb_test_replace (at_the_limit, ">青禾县", hostile->data, 0)
                               : g_bytes_ref (at_the_limit);
}

#define REPEATED(the_name, the_status, the_problem, ...)                                           \
  {                                                                                                \
    .name = the_name, .status = the_status, .problem = the_problem, .roles = 1,                    \
    .make = make_repeated, .data = &(const Repeated)                                               \
    {                                                                                              \
      __VA_ARGS__                                                                                  \
    }                                                                                              \
  }

const NbHostile nb_hostile_large[] = {
  { .name = "large-deep-65",
    .status = 3,
    .problem = "depth",
    .roles = 1,
    .make = make_deep,
    .data = GUINT_TO_POINTER (61) },
  { .name = "large-deep-60",
    .status = 4,
    .problem = "schema",
    .roles = 1,
    .make = make_deep,
    .data = GUINT_TO_POINTER (60) },
  { .name = "large-deep-5000",
    .status = 3,
    .problem = "depth",
    .roles = 1,
    .make = make_deep,
    .data = GUINT_TO_POINTER (5000) },
  { .name = "large-deep-500000",
    .status = 3,
    .problem = "depth",
    .roles = 1,
    .make = make_deep,
    .data = GUINT_TO_POINTER (500000) },
  { .name = "large-attributes-65",
    .status = 3,
    .problem = "attributes",
    .roles = 1,
    .make = make_attributes,
    .data = GUINT_TO_POINTER (65) },
  { .name = "large-attributes-64",
    .status = 4,
    .problem = "schema",
    .roles = 1,
    .make = make_attributes,
    .data = GUINT_TO_POINTER (64) },
  { .name = "large-attributes-50000",
    .status = 3,
    .problem = "attributes",
    .roles = 1,
    .make = make_attributes,
    .data = GUINT_TO_POINTER (50000) },
  { .name = "large-namespaces-65",
    .status = 3,
    .problem = "attributes",
    .roles = 1,
    .make = make_namespaces,
    .data = GUINT_TO_POINTER (65) },
  REPEATED ("large-start-tag", 3, "start-tag", "<p a=\"", "x", 66000, "\"></p>"),
  REPEATED ("large-name", 3, "start-tag", "<p", "x", 66000, "></p>"),
  REPEATED ("large-space-in-tag", 3, "start-tag", "<p", " ", 66000, "></p>"),
  REPEATED ("large-elements-300001", 3, "elements", "", "<p></p>", 300001, ""),
  REPEATED ("large-elements-299000", 4, "digest-report", "", "<p></p>", 299000, ""),
  REPEATED ("large-text-4", 4, "digest-report", "<p>", "年", 4u * MIB / 3, "</p>"),
  REPEATED ("large-text-11", 3, "malformed", "<p>", "年", 11u * MIB / 3, "</p>"),
  REPEATED ("large-references-4", 4, "digest-report", "<p>", "&#24180;", 4u * MIB / 8, "</p>"),
  REPEATED ("large-sections-4", 4, "digest-report", "<p>", "<![CDATA[x]]>", 4u * MIB / 13, "</p>"),
  REPEATED ("large-unfinished-sections", 3, "malformed", "<p>", "<![CDATA[", 4u * MIB / 9, "</p>"),
  REPEATED ("large-unfinished-tags", 3, "start-tag", "<p>", "<p ", 4u * MIB / 3, "</p>"),
  REPEATED ("large-quotes", 3, "attributes", "<p a=\"", "'\" a=\"", 20000, "\"/>"),
  { .name = "large-file", .status = 3, .problem = "size", .roles = 1, .make = make_too_large },
  { .name = "large-at-the-limit-changed",
    .status = 4,
    .problem = "digest-report",
    .heavy = TRUE,
    .make = make_at_the_limit,
    .data = ">青木县" },
  { .name = "large-at-the-limit-entity",
    .status = 3,
    .problem = "entity",
    .heavy = TRUE,
    .make = make_at_the_limit,
    .data = ">&x;" },
  { .name = "large-at-the-limit", .heavy = TRUE, .make = make_at_the_limit },
  { NULL },
};
