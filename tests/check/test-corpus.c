/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"

#include <string.h>

/* The files .txt in corpus/RULE: a text each, put into the narrative; lines "@FIELD TEXT" before it fill other
 * fields, "@in FIELD" puts the text elsewhere, "@registry ID" has it checked by that registry's rules,
 * "@previous TEXT" is what stood there last year. Beside it .expected: a line "START-END words" for each finding
 * of that rule, as offsets into the text (a paragraph break counts as one; "-" for the field as a whole), then
 * "fixed:" with the text after the fixes, where there are any. A file silent-… is empty: the rule finds nothing. */
#define CORPUS    TEST_DATA "/../check/corpus"
#define NARRATIVE "activities"
#define AT_LEAST  5

typedef struct
{
  const char *rule;
  const char *field;
  const char *registry;
  NbReport *report;
  NbReportData *previous;
} Case;

static NbCatalog *catalog;

static NbFindingList *
check (const Case *one)
{
  NbCheckContext context = { .registry = nb_catalog_lookup_registry (catalog, one->registry),
                             .previous = one->previous };
  g_autoptr (NbReportData) data = nb_report_freeze (one->report);

  return nb_check (data, &context);
}

static NbFinding *
find_next (const Case *one, NbFindingList *findings, guint *index)
{
  while (*index < nb_finding_list_get_length (findings))
    {
      NbFinding *finding = nb_finding_list_get (findings, (*index)++);

      if (g_str_equal (nb_finding_get_rule (finding), one->rule)
          && g_strcmp0 (nb_finding_get_field (finding), one->field) == 0)
        return finding;
    }
  return NULL;
}

static void
describe (const Case *one, NbFindingList *findings, GString *seen)
{
  const NbText *text = nb_field_get_text (nb_report_lookup_field (one->report, one->field));
  NbFinding *finding;
  guint index = 0;

  while ((finding = find_next (one, findings, &index)) != NULL)
    {
      g_assert_cmpstr (nb_finding_get_message (finding), !=, "");
      if (nb_finding_get_n_spans (finding) == 0)
        g_string_append (seen, "-\n");
      for (guint i = 0; i < nb_finding_get_n_spans (finding); i++)
        {
          NbSpan span = nb_finding_get_spans (finding)[i];
          g_autofree char *words = nb_text_dup_span (text, span);
          guint start = nb_text_get_offset (text, span.paragraph, span.start);

          g_string_append_printf (seen, "%u-%u %s\n", start, start + span.end - span.start, words);
        }
    }
}

/* What a finding of any rule says, for comparing what was there with what is left. */
static GHashTable *
count_rules (NbFindingList *findings)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, nb_finding_get_rule (finding)));

      g_hash_table_insert (counts, (void *) nb_finding_get_rule (finding),
                           GUINT_TO_POINTER (count + 1));
    }
  return counts;
}

/* Nothing came in place of what was mended, by this rule or by another. */
static void
assert_no_more (NbFindingList *before, NbFindingList *after, const char *rule)
{
  g_autoptr (GHashTable) old = count_rules (before);
  g_autoptr (GHashTable) left = count_rules (after);
  GHashTableIter iter;
  void *id, *count;

  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &id, &count))
    {
      guint was = GPOINTER_TO_UINT (g_hash_table_lookup (old, id));

      g_test_message ("%s: %u, %u", (const char *) id, was, GPOINTER_TO_UINT (count));
      g_assert_cmpuint (GPOINTER_TO_UINT (count), <=, g_str_equal (id, rule) ? was - 1 : was);
    }
}

/* Each fix removes its finding and makes none, and undoing it gives back the text. */
static void
fix_all (const Case *one, GString *seen)
{
  NbField *field = nb_report_lookup_field (one->report, one->field);
  gboolean fixed = FALSE;
  g_autofree char *text = NULL;

  for (int i = 0; i < 1000; i++)
    {
      g_autoptr (NbFindingList) before = check (one);
      g_autoptr (NbFindingList) after = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *unfixed = nb_field_dup_string (field);
      g_autofree char *undone = NULL;
      guint index = 0;
      NbFinding *finding = find_next (one, before, &index);

      while (finding != NULL && nb_finding_get_fix (finding) == NULL)
        finding = find_next (one, before, &index);
      if (finding == NULL)
        break;
      nb_finding_apply_fix (finding, one->report, &error);
      g_assert_no_error (error);
      after = check (one);
      assert_no_more (before, after, one->rule);
      nb_report_undo (one->report);
      undone = nb_field_dup_string (field);
      g_assert_cmpstr (undone, ==, unfixed);
      nb_report_redo (one->report);
      fixed = TRUE;
    }
  text = nb_field_dup_string (field);
  if (fixed)
    g_string_append_printf (seen, "fixed: %s\n", text);
}

static void
set_text (NbReport *report, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  nb_report_set_text (report, field, text, &error);
  g_assert_no_error (error);
}

/* Takes the lines that begin with @ off @text; returns what follows. */
static const char *
take_head (Case *one, char *text)
{
  g_autofree char *last_year = NULL;

  while (*text == '@')
    {
      char *end = strchr (text, '\n');
      char *value = strchr (text, ' ');

      g_assert_true (end != NULL && value != NULL && value < end);
      *end = *value++ = '\0';
      if (g_str_equal (text, "@in"))
        one->field = value;
      else if (g_str_equal (text, "@registry"))
        one->registry = value;
      else if (g_str_equal (text, "@previous"))
        last_year = g_strdup (value);
      else
        set_text (one->report, text + 1, value);
      text = end + 1;
    }
  if (last_year != NULL)
    {
      g_autoptr (NbReport) previous =
          nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");

      set_text (previous, one->field, last_year);
      one->previous = nb_report_freeze (previous);
    }
  return text;
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
  Case one = { rule, NARRATIVE, "national", report, NULL };
  const char *text_at;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  text_at = take_head (&one, g_strchomp (text));
  set_text (report, one.field, text_at);

  findings = check (&one);
  describe (&one, findings, seen);
  fix_all (&one, seen);
  g_assert_cmpstr (seen->str, ==, expected);
  if (strstr (path, "/silent-") != NULL)
    g_assert_cmpstr (seen->str, ==, "");
  else
    g_assert_cmpstr (seen->str, !=, "");
  g_clear_pointer (&one.previous, nb_report_data_unref);
}

/* How many cases of @rule there are: files, or blocks in a file of them (test-cases.c). */
static void
count_cases (const char *rule, guint *n_found, guint *n_silent)
{
  g_autofree char *folder = g_build_filename (CORPUS, rule, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  *n_found = *n_silent = 0;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) blocks = NULL;
      guint *n = g_str_has_prefix (name, "silent") ? n_silent : n_found;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      blocks = g_strsplit (text, "---\n", -1);
      if (g_str_has_suffix (name, ".txt"))
        (*n)++;
      else if (g_str_has_suffix (name, ".cases"))
        *n += g_strv_length (blocks);
    }
}

/* No rule comes without texts that it must find, and near misses on which it must be silent. */
static void
test_complete (void)
{
  NbForm *form = nb_catalog_lookup_form (catalog, "2014");

  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const char *rule = nb_form_get_rule (form, i)->id;
      guint n_found, n_silent;

      count_cases (rule, &n_found, &n_silent);
      g_test_message ("%s: %u found, %u silent", rule, n_found, n_silent);
      g_assert_cmpuint (n_found, >=, AT_LEAST);
      g_assert_cmpuint (n_silent, >=, AT_LEAST);
    }
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
  g_test_add_func ("/corpus/complete", test_complete);
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
