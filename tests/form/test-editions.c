/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks all editions × all registries, those that ship and those for tests, as they lie in their
 * folders: a new year or a new registry is tested without a list to edit. */

#include <string.h>

#include "edition-files.h"

#define FORMS      "../data/forms"
#define REGISTRIES "../data/registries"
#define FROZEN     "../data/forms/frozen.sha256"

static const char *const registries[] = { REGISTRIES, "data/registries", NULL };

static void
add_folders (GPtrArray *folders, const char *parent)
{
  g_auto (GStrv) names = test_list_folder (parent);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (parent, names[i], NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (folders, g_steal_pointer (&folder));
    }
}

static GPtrArray *
list_editions (void)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);

  add_folders (folders, FORMS);
  add_folders (folders, "data/forms");
  g_ptr_array_add (folders, NULL);
  return folders;
}

/* Whatever the registries name is taken as registered, as test_load_edition() does. */
static char **
list_registry_checks (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; registries[i] != NULL; i++)
    {
      g_auto (GStrv) names = test_list_folder (registries[i]);

      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *path = g_build_filename (registries[i], names[j], NULL);
          g_autoptr (GBytes) bytes = test_read (path);

          g_string_append_len (text, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
        }
    }
  return test_list_checks (text->str);
}

static void
assert_rule (const NbForm *form, const NbRuleDef *rule)
{
  g_assert_cmpstr (rule->title, !=, "");
  g_assert_cmpstr (rule->authority, !=, "");
  for (guint i = 0; rule->fields[i] != NULL; i++)
    g_assert_nonnull (nb_form_lookup_field (form, rule->fields[i]));
  for (guint i = 0; rule->reads[i] != NULL; i++)
    g_assert_nonnull (nb_form_lookup_field (form, rule->reads[i]));
  g_assert_cmpint (rule->check != NULL, ==, rule->kind == NB_RULE_NAMED);
}

static void
assert_pair (const NbForm *form, const NbRegistry *registry)
{
  g_autoptr (GPtrArray) phrases = nb_registry_list_phrases (registry, NULL);
  g_autoptr (GPtrArray) papers = nb_registry_list_papers (registry);

  g_test_message ("%s × %s", nb_form_get_edition (form), nb_registry_get_id (registry));
  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = nb_form_get_rule (form, i);
      const NbRuleDef *entry = nb_registry_lookup_rule (registry, rule->id);

      assert_rule (form, entry != NULL ? entry : rule);
    }
  for (guint i = 0; i < phrases->len; i++)
    {
      const NbPhrase *phrase = phrases->pdata[i];

      g_assert_true (nb_registry_lookup_phrase (registry, phrase->id) == phrase);
      g_assert_cmpstr (phrase->authority, !=, "");
    }
  for (guint i = 0; i < papers->len; i++)
    g_assert_cmpstr (((NbPaper *) papers->pdata[i])->authority, !=, "");
  g_assert_nonnull (nb_registry_get_none_word (registry));
}

static void
test_pairs (void)
{
  g_autoptr (GPtrArray) folders = list_editions ();
  g_autoptr (NbCatalog) catalog =
      test_load_catalog ((const char *const *) folders->pdata, registries);
  g_auto (GStrv) checks = list_registry_checks ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) editions = NULL;
  g_auto (GStrv) ids = NULL;

  nb_catalog_close (catalog, (const char *const *) checks, &error);
  g_assert_no_error (error);
  editions = nb_catalog_list_editions (catalog);
  ids = nb_catalog_list_registries (catalog);
  g_assert_true (g_strv_contains ((const char *const *) editions, "2014"));
  g_assert_true (g_strv_contains ((const char *const *) ids, "national"));
  for (guint i = 0; editions[i] != NULL; i++)
    for (guint j = 0; ids[j] != NULL; j++)
      assert_pair (nb_catalog_lookup_form (catalog, editions[i]),
                   nb_catalog_lookup_registry (catalog, ids[j]));
}

/* What ships is in the resource, or the installed program would not have it. */
static void
test_shipped (void)
{
  g_autoptr (GBytes) list = test_read ("../data/nianbao-data.gresource.xml");
  g_autofree char *text = g_strndup (g_bytes_get_data (list, NULL), g_bytes_get_size (list));
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) names = test_list_folder (REGISTRIES);

  add_folders (folders, FORMS);
  for (guint i = 0; i < folders->len; i++)
    for (const char *const *part = (const char *const[]){ "fields", "rules", "page", NULL };
         *part != NULL; part++)
      {
        g_autofree char *edition = g_path_get_basename (folders->pdata[i]);
        g_autofree char *entry = g_strdup_printf (">forms/%s/%s.xml<", edition, *part);

        g_test_message ("%s", entry);
        g_assert_nonnull (strstr (text, entry));
      }
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *entry = g_strdup_printf (">registries/%s<", names[i]);

      g_test_message ("%s", entry);
      g_assert_nonnull (strstr (text, entry));
    }
}

/* A released fields.xml never changes: reports carry its digest. */
static void
test_frozen (void)
{
  g_autoptr (GBytes) bytes = test_read (FROZEN);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = NULL;
      g_autofree char *path = NULL;
      g_autoptr (GBytes) frozen = NULL;
      g_autofree char *digest = NULL;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      words = g_strsplit (lines[i], "  ", 2);
      g_assert_cmpuint (g_strv_length (words), ==, 2);
      path = g_build_filename (FORMS, words[1], NULL);
      frozen = test_read (path);
      digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, frozen);
      g_assert_cmpstr (digest, ==, words[0]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editions/pairs", test_pairs);
  g_test_add_func ("/editions/shipped", test_shipped);
  g_test_add_func ("/editions/frozen", test_frozen);
  return g_test_run ();
}
