/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-files.h"

#include <string.h>

GBytes *
test_read (const char *path)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize size = 0;

  g_file_get_contents (file, &contents, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, size);
}

char **
test_list_checks (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (" check=\"([^\"]*)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *names = g_ptr_array_new ();

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_ptr_array_add (names, g_match_info_fetch (match, 1));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static GBytes *
read_in (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return test_read (path);
}

NbForm *
test_load_edition (const char *folder)
{
  g_autoptr (GBytes) fields = read_in (folder, "fields.xml");
  g_autoptr (GBytes) rules = read_in (folder, "rules.xml");
  g_autoptr (GBytes) pages = read_in (folder, "page.xml");
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *text = g_strndup (g_bytes_get_data (rules, NULL), g_bytes_get_size (rules));
  g_auto (GStrv) checks = test_list_checks (text);
  g_autoptr (GError) error = NULL;
  NbForm *form = nb_form_load (name, fields, rules, pages, (const char *const *) checks, &error);

  if (error != NULL)
    {
      g_autofree char *shown = test_format_error (error);

      g_error ("%s: %s", folder, shown);
    }
  return form;
}

static void
add_registries (NbCatalog *catalog, const char *folder)
{
  g_auto (GStrv) names = test_list_folder (folder);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (names[i], ".xml"))
        continue;
      bytes = read_in (folder, names[i]);
      nb_catalog_add_registry (catalog, names[i], bytes, &error);
      g_assert_no_error (error);
    }
}

NbCatalog *
test_load_catalog (const char *const *folders, const char *const *registries)
{
  NbCatalog *catalog = nb_catalog_new ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (NbForm) form = test_load_edition (folders[i]);
      g_autoptr (GError) error = NULL;

      nb_catalog_add_form (catalog, form, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; registries[i] != NULL; i++)
    add_registries (catalog, registries[i]);
  return catalog;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
test_list_folder (const char *path)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *names = g_ptr_array_new ();

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

char *
test_format_error (const GError *error)
{
  NbPlace place = nb_error_get_place (error);
  const char *sentence = strstr (error->message, ": ");

  g_assert_true (g_error_matches (error, NB_ERROR, NB_ERROR_DEFINITION));
  g_assert_nonnull (sentence);
  return g_strdup_printf ("%.*s:%u:%u%s", (int) (sentence - error->message), error->message,
                          place.line, place.column, sentence);
}
