/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-fixture.h"

#include <string.h>

#include <libxml/parser.h>

#include "edition.h"

static GBytes *
read_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, size);
}

NbCatalog *
file_fixture_catalog (void)
{
  static NbCatalog *catalog;

  if (catalog == NULL)
    {
      static const char *const checks[] = { NULL };
      static const char national[] =
          "<registry xmlns=\"urn:nianbao:form:1\" engine=\"1\" id=\"national\">"
          "<name>N</name><authority>N</authority></registry>";
      g_autoptr (GBytes) registry = g_bytes_new_static (national, sizeof national - 1);
      g_autoptr (NbForm) form = NULL;
      g_autoptr (GError) error = NULL;

      xmlInitParser ();
      form = load_edition ();
      catalog = nb_catalog_new ();
      nb_catalog_add_form (catalog, form, &error);
      g_assert_no_error (error);
      nb_catalog_add_registry (catalog, "national.xml", registry, &error);
      g_assert_no_error (error);
      nb_catalog_close (catalog, checks, NULL);
    }
  return catalog;
}

NbForm *
file_fixture_form (void)
{
  return nb_catalog_lookup_form (file_fixture_catalog (), "2014");
}

NbSchema *
file_fixture_schema (void)
{
  static NbSchema *schema;

  if (schema == NULL)
    {
      g_autoptr (GBytes) xsd = NULL;
      g_autoptr (GError) error = NULL;

      xmlInitParser ();
      xsd = read_path (SCHEMA);
      schema = nb_schema_new (xsd, &error);
      g_assert_no_error (error);
    }
  return schema;
}

GBytes *
file_fixture_read (const char *path)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, path, NULL);

  return read_path (file);
}

NbReportData *
file_fixture_load (GBytes *bytes, GError **error)
{
  g_autoptr (NbPackage) package = nb_package_parse (bytes, file_fixture_schema (), error);

  return package != NULL ? nb_report_file_read (package, file_fixture_catalog (), error) : NULL;
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
file_fixture_add_cases (const char *folder, const char *suffix, GTestDataFunc test)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      g_ptr_array_add (names, g_strdup (name));
  g_assert_cmpuint (names->len, >, 0);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test_path =
          g_strdup_printf ("/%s/%s", folder, (char *) g_ptr_array_index (names, i));

      g_test_add_data_func_full (
          test_path, g_strdup_printf ("%s/%s", folder, (char *) g_ptr_array_index (names, i)), test,
          g_free);
    }
}

void
file_fixture_assert_file (const char *path, const char *seen)
{
  g_autoptr (GBytes) bytes = file_fixture_read (path);
  g_autofree char *expected = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  {
    g_autofree char *f = g_test_build_filename (G_TEST_DIST, path, NULL);
    g_file_set_contents (f, seen, -1, NULL);
    return;
  }
  g_assert_cmpstr (seen, ==, expected);
}

/* What libxml2 says, between brackets, differs by its version. */
static char *
dup_without_brackets (const char *message)
{
  g_autoptr (GRegex) brackets =
      g_regex_new ("\\((?:Element|Premature).*\\)", G_REGEX_DOTALL, 0, NULL);

  return g_regex_replace_literal (brackets, message, -1, 0, "(…)", 0, NULL);
}

char *
file_fixture_describe_error (const GError *error)
{
  NbPlace place = nb_error_get_place (error);
  gboolean refused = g_error_matches (error, NB_ERROR, NB_ERROR_REFUSED);
  g_autofree char *message = dup_without_brackets (error->message);

  return g_strdup_printf ("%s %u:%u %s\n", refused ? "refused" : "invalid", place.line,
                          place.column, message);
}
