/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One file a fault: errors/NAME.xml takes the place of the file that NAME.expected names in the
 * test-only edition (fields.xml, rules.xml, page.xml; any other name is a registry beside the test
 * ones), and loading must fail with just the error that NAME.expected holds; * there stands for words
 * of a library, which change with its version. */

#include <string.h>

#include "edition-files.h"

static GBytes *
read_part (const char *part, const char *replaced, GBytes *replacement)
{
  g_autofree char *path = g_build_filename ("data/forms/9999", part, NULL);

  return strcmp (part, replaced) == 0 ? g_bytes_ref (replacement) : test_read (path);
}

static NbForm *
load_form (const char *replaced, GBytes *replacement, const char *const *checks, GError **error)
{
  g_autoptr (GBytes) fields = read_part ("fields.xml", replaced, replacement);
  g_autoptr (GBytes) rules = read_part ("rules.xml", replaced, replacement);
  g_autoptr (GBytes) pages = read_part ("page.xml", replaced, replacement);

  return nb_form_load ("9999", fields, rules, pages, checks, error);
}

static void
load (const char *replaced, GBytes *replacement, GError **error)
{
  static const char *const checks[] = { "ordinal-run", NULL };
  static const char *const registries[] = { "national.xml", "990000.xml", "990100.xml", NULL };
  g_autoptr (NbForm) form = load_form (replaced, replacement, checks, error);
  g_autoptr (NbCatalog) catalog = nb_catalog_new ();

  if (form == NULL || !nb_catalog_add_form (catalog, form, error)
      || !nb_catalog_add_registry (catalog, replaced, replacement, error))
    return;
  for (guint i = 0; registries[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename ("form/registries", registries[i], NULL);
      g_autoptr (GBytes) bytes = NULL;

      if (strcmp (registries[i], replaced) == 0)
        continue;
      bytes = test_read (path);
      if (!nb_catalog_add_registry (catalog, registries[i], bytes, error))
        return;
    }
  nb_catalog_close (catalog, checks, error);
}

static void
test_error (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = g_strdup_printf ("form/errors/%s.xml", name);
  g_autofree char *expected_path = g_strdup_printf ("form/errors/%s.expected", name);
  g_autoptr (GBytes) bytes = test_read (path);
  g_autoptr (GBytes) expected_bytes = test_read (expected_path);
  g_autofree char *expected = g_strchomp (
      g_strndup (g_bytes_get_data (expected_bytes, NULL), g_bytes_get_size (expected_bytes)));
  g_autofree char *replaced = g_strndup (expected, strcspn (expected, ":"));
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  load (replaced, bytes, &error);
  g_assert_nonnull (error);
  found = test_format_error (error);
  if (!g_pattern_match_simple (expected, found))
    g_assert_cmpstr (found, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) names = NULL;
  g_test_init (&argc, &argv, NULL);
  names = test_list_folder ("form/errors");
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".xml"))
      {
        g_autofree char *path = NULL;

        names[i][strlen (names[i]) - strlen (".xml")] = '\0';
        path = g_strconcat ("/errors/", names[i], NULL);
        g_test_add_data_func (path, names[i], test_error);
      }
  return g_test_run ();
}
