/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"

#include <string.h>

/* The files .txt in corpus/RULE: a text each, put into the narrative. Beside it .expected: a line "START-END words" for
 * each finding of that rule, as offsets into the text (a paragraph break counts as one), then a line
 * "fixed: …" with the text after the fixes, where there are any. An empty file: the rule stays silent. */
#define CORPUS    TEST_DATA "/../check/corpus"
#define NARRATIVE "activities"

static NbCatalog *catalog;

static NbFindingList *
check (NbReport *report)
{
  NbCheckContext context = { .registry = nb_catalog_lookup_registry (catalog, "national") };
  g_autoptr (NbReportData) data = nb_report_freeze (report);

  return nb_check (data, &context);
}

static NbFinding *
find_next (NbFindingList *findings, const char *rule, guint *index)
{
  while (*index < nb_finding_list_get_length (findings))
    {
      NbFinding *finding = nb_finding_list_get (findings, (*index)++);

      if (g_str_equal (nb_finding_get_rule (finding), rule)
          && g_strcmp0 (nb_finding_get_field (finding), NARRATIVE) == 0)
        return finding;
    }
  return NULL;
}

static void
describe (NbReport *report, NbFindingList *findings, const char *rule, GString *seen)
{
  const NbText *text = nb_field_get_text (nb_report_lookup_field (report, NARRATIVE));
  NbFinding *finding;
  guint index = 0;

  while ((finding = find_next (findings, rule, &index)) != NULL)
    for (guint i = 0; i < nb_finding_get_n_spans (finding); i++)
      {
        NbSpan span = nb_finding_get_spans (finding)[i];
        g_autofree char *words = nb_text_dup_span (text, span);
        guint start = nb_text_get_offset (text, span.paragraph, span.start);

        g_string_append_printf (seen, "%u-%u %s\n", start, start + span.end - span.start, words);
      }
}

/* Each fix removes its finding and makes none. */
static void
fix_all (NbReport *report, const char *rule, GString *seen)
{
  gboolean fixed = FALSE;
  g_autofree char *text = NULL;

  for (int i = 0; i < 1000; i++)
    {
      g_autoptr (NbFindingList) before = check (report);
      g_autoptr (NbFindingList) after = NULL;
      g_autoptr (GError) error = NULL;
      guint index = 0;
      NbFinding *finding = find_next (before, rule, &index);

      while (finding != NULL && nb_finding_get_fix (finding) == NULL)
        finding = find_next (before, rule, &index);
      if (finding == NULL)
        break;
      nb_finding_apply_fix (finding, report, &error);
      g_assert_no_error (error);
      after = check (report);
      g_assert_cmpuint (nb_finding_list_get_length (after), <, nb_finding_list_get_length (before));
      fixed = TRUE;
    }
  text = nb_field_dup_string (nb_report_lookup_field (report, NARRATIVE));
  if (fixed)
    g_string_append_printf (seen, "fixed: %s\n", text);
}

static void
test_case (const void *data)
{
  const char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *rule = g_path_get_basename (folder);
  g_autofree char *expected_path = g_strconcat (path, ".expected", NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (NbReport) report =
      nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  g_autoptr (NbFindingList) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  nb_report_set_text (report, NARRATIVE, g_strchomp (text), &error);
  g_assert_no_error (error);

  findings = check (report);
  describe (report, findings, rule, seen);
  fix_all (report, rule, seen);
  g_assert_cmpstr (seen->str, ==, expected);
}

static int
compare_paths (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_cases (const char *rule, GPtrArray *paths)
{
  g_autofree char *folder = g_build_filename (CORPUS, rule, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *rule;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalog = load_catalog ();
  dir = g_dir_open (CORPUS, 0, NULL);
  g_assert_nonnull (dir);
  while ((rule = g_dir_read_name (dir)) != NULL)
    add_cases (rule, paths);
  g_ptr_array_sort (paths, compare_paths);
  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *of = g_path_get_basename (folder);
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *test = g_strdup_printf ("/corpus/%s/%s", of, name);

      g_test_add_data_func (test, path, test_case);
    }
  result = g_test_run ();
  nb_catalog_unref (catalog);
  return result;
}
