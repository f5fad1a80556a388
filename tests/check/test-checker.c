/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"

static NbCatalog *catalog;

static char *
dump (NbFindingList *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      g_string_append_printf (text, "%s %s %u %s", nb_finding_get_rule (finding),
                              nb_finding_get_field (finding), nb_finding_get_count (finding),
                              nb_finding_get_message (finding));
      for (guint j = 0; j < nb_finding_get_n_spans (finding); j++)
        g_string_append_printf (text, " %u:%u-%u", nb_finding_get_spans (finding)[j].paragraph,
                                nb_finding_get_spans (finding)[j].start,
                                nb_finding_get_spans (finding)[j].end);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static NbCheckContext
make_context (void)
{
  return (NbCheckContext){ .registry = nb_catalog_lookup_registry (catalog, "national") };
}

static char *
dump_full_check (NbReport *report)
{
  NbCheckContext context = make_context ();
  g_autoptr (NbReportData) data = nb_report_freeze (report);
  g_autoptr (NbFindingList) findings = nb_check (data, &context);

  return dump (findings);
}

/* After any edit the watched findings are those of a check of the whole. */
static void
test_incremental_equals_full (void)
{
  static const char *const fields[] = {
    "year",       "credit-code",          "initial-capital", "net-assets-closing", "staff-count",
    "activities", "registration-changes", "licences",        "filing-date"
  };
  static const char *const pieces[] = {
    "一是", "二是", "四是",          "，",   ",", "年", "12", "无", "/", "\n",
    "变更", "没有", "共100件，其中", "万元", ""
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (35);
  g_autoptr (NbReport) report =
      nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  NbCheckContext context = make_context ();
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);

  for (int i = 0; i < 600; i++)
    {
      const char *field = fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *incremental = NULL;
      g_autofree char *again = NULL;
      g_autofree char *full = NULL;

      for (int j = g_rand_int_range (rand, 0, 6); j > 0; j--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (g_rand_int_range (rand, 0, 5) == 0)
        nb_report_undo (report);
      else
        nb_report_set_text (report, field, text->str, NULL);

      incremental = dump (nb_checker_run (checker));
      again = dump (nb_checker_run (checker));
      full = dump_full_check (report);
      g_assert_cmpstr (incremental, ==, full);
      g_assert_cmpstr (again, ==, full);
    }
}

/* The rules that a check of stage data looks at. */
static guint
count_rules (NbForm *form)
{
  guint count = 0;

  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    count += nb_form_get_rule (form, i)->stage == NB_STAGE_DATA
             && nb_form_get_rule (form, i)->severity != NB_SEVERITY_OFF;
  return count;
}

static void
test_only_what_reads_it_runs (void)
{
  g_autoptr (NbReport) report =
      nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  NbCheckContext context = make_context ();
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);

  nb_checker_run (checker);
  g_assert_cmpuint (nb_checker_get_n_evaluated (checker), ==,
                    count_rules (nb_report_get_form (report)));
  nb_checker_run (checker);
  g_assert_cmpuint (nb_checker_get_n_evaluated (checker), ==, 0);
  nb_report_set_text (report, "phone", "0917-1234567", NULL);
  nb_checker_run (checker);
  g_assert_cmpuint (nb_checker_get_n_evaluated (checker), ==, 1);
  /* R10 and R14 read it besides their own fields, R13 as its counterpart. */
  nb_report_set_text (report, "initial-capital", "100", NULL);
  nb_checker_run (checker);
  g_assert_cmpuint (nb_checker_get_n_evaluated (checker), ==, 9);
}

/* The first finding of @rule in @field, borrowed; NULL for none. */
static NbFinding *
lookup (NbFindingList *findings, const char *rule, const char *field)
{
  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      if (g_str_equal (nb_finding_get_rule (finding), rule)
          && g_strcmp0 (nb_finding_get_field (finding), field) == 0)
        return finding;
    }
  return NULL;
}

static void
test_fix_is_one_step (void)
{
  g_autoptr (NbReport) report =
      nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  NbCheckContext context = make_context ();
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);
  NbField *field = nb_report_lookup_field (report, "activities");
  g_autoptr (NbFinding) marks = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *fixed = NULL;
  g_autofree char *undone = NULL;

  nb_report_set_text (report, "activities", "2022年,我馆开放;\n好", NULL);
  nb_checker_run (checker);
  marks = g_object_ref (lookup (nb_checker_get_findings (checker), "R40", "activities"));
  g_assert_cmpuint (nb_finding_get_count (marks), ==, 2);

  nb_finding_apply_fix (marks, report, &error);
  g_assert_no_error (error);
  fixed = nb_field_dup_string (field);
  g_assert_cmpstr (fixed, ==, "2022年，我馆开放；\n好");
  nb_report_undo (report);
  undone = nb_field_dup_string (field);
  g_assert_cmpstr (undone, ==, "2022年,我馆开放;\n好");

  nb_report_set_text (report, "activities", "别的,文字", NULL);
  g_assert_false (nb_finding_apply_fix (marks, report, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_ARGUMENT);
}

static void
test_answer_lapses (void)
{
  g_autoptr (NbReport) report =
      nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  NbCheckContext context = make_context ();
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);
  g_autoptr (NbFindingList) before = NULL;
  guint warnings;

  nb_report_set_text (report, "licences", "/", NULL);
  before = g_object_ref (nb_checker_run (checker));
  warnings = nb_finding_list_count (before, NB_SEVERITY_WARNING, TRUE);
  g_assert_true (
      nb_finding_set_answer (lookup (before, "R06", "licences"), report, "就是这样写的", NULL));
  nb_checker_run (checker);
  g_assert_cmpuint (
      nb_finding_list_count (nb_checker_get_findings (checker), NB_SEVERITY_WARNING, TRUE), ==,
      warnings - 1);
  /* Findings that are out do not change. */
  g_assert_cmpuint (nb_finding_list_count (before, NB_SEVERITY_WARNING, TRUE), ==, warnings);
  nb_report_undo (report);
  nb_checker_run (checker);
  g_assert_cmpuint (
      nb_finding_list_count (nb_checker_get_findings (checker), NB_SEVERITY_WARNING, TRUE), ==,
      warnings);
}

/* Another paragraph may change; the one that was answered may not. */
static void
test_answer_is_for_its_paragraphs (void)
{
  g_autoptr (NbReport) report =
      nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  NbCheckContext context = make_context ();
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);
  g_autoptr (GError) error = NULL;

  nb_report_set_text (report, "activities", "一是甲；三是乙。\n其他工作正常。", NULL);
  nb_checker_run (checker);
  nb_finding_set_answer (lookup (nb_checker_get_findings (checker), "R35", "activities"), report,
                         "照原文件编号", &error);
  g_assert_no_error (error);

  nb_report_set_text (report, "activities", "一是甲；三是乙。\n其他工作都正常。", NULL);
  nb_checker_run (checker);
  g_assert_cmpstr (
      nb_finding_get_answer (lookup (nb_checker_get_findings (checker), "R35", "activities")), ==,
      "照原文件编号");
  nb_report_set_text (report, "activities", "一是甲；三是丙。\n其他工作都正常。", NULL);
  nb_checker_run (checker);
  g_assert_null (
      nb_finding_get_answer (lookup (nb_checker_get_findings (checker), "R35", "activities")));
}

static void
test_answers_are_refused (void)
{
  g_autoptr (NbReport) report =
      nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  NbCheckContext context = make_context ();
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);
  g_autoptr (NbFinding) empty = NULL;
  g_autoptr (NbFinding) word = NULL;
  g_autoptr (GError) error = NULL;

  nb_report_set_text (report, "licences", "/", NULL);
  nb_checker_run (checker);
  empty = g_object_ref (lookup (nb_checker_get_findings (checker), "R01", "name"));
  word = g_object_ref (lookup (nb_checker_get_findings (checker), "R06", "licences"));

  g_assert_false (nb_finding_set_answer (empty, report, "错误不能这样答复", &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_ARGUMENT);
  g_clear_error (&error);
  nb_report_set_text (report, "licences", "—", NULL);
  g_assert_false (nb_finding_set_answer (word, report, "就是这样写的", &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_ARGUMENT);
}

/* All fixes of some rules at once: one command, and none left that could be made. */
static void
test_all_fixes (void)
{
  g_autoptr (NbReport) report =
      nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  NbCheckContext context = make_context ();
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);
  NbField *field = nb_report_lookup_field (report, "activities");
  const char *const rules[] = { "R40", "R06", NULL };
  g_autofree char *fixed = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GPtrArray) previews = NULL;
  const NbEditPreview *preview;
  guint n_applied = 0;
  g_autoptr (GError) error = NULL;

  nb_report_set_text (report, "activities", "2022年,我馆开放;\n好", NULL);
  nb_report_set_text (report, "licences", "/", NULL);
  nb_report_pause (report);
  nb_checker_run (checker);
  previews = nb_finding_list_previews (
      lookup (nb_checker_get_findings (checker), "R40", "activities"), 3, 9);
  g_assert_cmpuint (previews->len, ==, 2);
  preview = g_ptr_array_index (previews, 0);
  g_assert_cmpstr (preview->lead, ==, "22年");
  g_assert_cmpstr (preview->removed, ==, ",");
  g_assert_cmpstr (preview->inserted, ==, "，");
  g_assert_cmpstr (preview->trail, ==, "我馆开");

  nb_finding_list_apply_fixes (nb_checker_get_findings (checker), rules, report, &n_applied,
                               &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_applied, ==, 4);
  fixed = nb_field_dup_string (field);
  g_assert_cmpstr (fixed, ==, "2022年，我馆开放；\n好");
  nb_report_undo (report);
  undone = nb_field_dup_string (field);
  g_assert_cmpstr (undone, ==, "2022年,我馆开放;\n好");
}

/* Last year's report comes late, as in the editor. */
static void
test_context_changes (void)
{
  g_autoptr (NbReport) report =
      nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  NbCheckContext context = make_context ();
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);

  nb_report_set_text (report, "filing-date", "2023-04-02", NULL);
  nb_report_set_text (report, "year", "2022", NULL);
  g_assert_null (lookup (nb_checker_run (checker), "R05", "filing-date"));
  context.filing = TRUE;
  nb_checker_set_context (checker, &context);
  g_assert_nonnull (lookup (nb_checker_run (checker), "R05", "filing-date"));
}

static void
test_sections (void)
{
  g_autoptr (NbReport) report =
      nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  NbForm *form = nb_report_get_form (report);
  NbCheckContext context = make_context ();
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);
  NbFindingList *findings = nb_checker_run (checker);
  g_autoptr (GPtrArray) sections = nb_finding_list_list_sections (findings, form);
  guint n_findings = 0;

  g_assert_cmpuint (sections->len, ==, nb_form_get_n_sections (form) + 1);
  for (guint i = 0; i < sections->len; i++)
    {
      const NbFindingSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->findings->len; j++)
        {
          const char *field = nb_finding_get_field (g_ptr_array_index (section->findings, j));

          g_assert_cmpstr (section->section->id, ==, nb_form_lookup_field (form, field)->section);
        }
      n_findings += section->findings->len;
    }
  g_assert_cmpuint (n_findings, ==, nb_finding_list_get_length (findings));
}

static void
test_ends (void)
{
  NbReport *report = nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  NbCheckContext context = make_context ();
  NbChecker *checker = nb_checker_new (report, &context);
  NbFindingList *list = g_object_ref (nb_checker_run (checker));

  g_assert_finalize_object (checker);
  g_assert_finalize_object (report);
  g_assert_finalize_object (list);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalog = load_catalog ();
  g_test_add_func ("/checker/incremental-equals-full", test_incremental_equals_full);
  g_test_add_func ("/checker/only-what-reads-it-runs", test_only_what_reads_it_runs);
  g_test_add_func ("/checker/fix-is-one-step", test_fix_is_one_step);
  g_test_add_func ("/checker/answer-lapses", test_answer_lapses);
  g_test_add_func ("/checker/answer-is-for-its-paragraphs", test_answer_is_for_its_paragraphs);
  g_test_add_func ("/checker/answers-are-refused", test_answers_are_refused);
  g_test_add_func ("/checker/all-fixes", test_all_fixes);
  g_test_add_func ("/checker/context-changes", test_context_changes);
  g_test_add_func ("/checker/sections", test_sections);
  g_test_add_func ("/checker/ends", test_ends);
  result = g_test_run ();
  nb_catalog_unref (catalog);
  return result;
}
