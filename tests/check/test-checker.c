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

static void
test_only_what_reads_it_runs (void)
{
  g_autoptr (NbReport) report =
      nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");
  NbCheckContext context = make_context ();
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);
  guint all = nb_form_get_n_rules (nb_report_get_form (report));

  nb_checker_run (checker);
  g_assert_cmpuint (nb_checker_get_n_evaluated (checker), ==, all);
  nb_checker_run (checker);
  g_assert_cmpuint (nb_checker_get_n_evaluated (checker), ==, 0);
  nb_report_set_text (report, "phone", "0917-1234567", NULL);
  nb_checker_run (checker);
  g_assert_cmpuint (nb_checker_get_n_evaluated (checker), ==, 1);
  /* R14 reads it besides its own field, R13 as its counterpart. */
  nb_report_set_text (report, "initial-capital", "100", NULL);
  nb_checker_run (checker);
  g_assert_cmpuint (nb_checker_get_n_evaluated (checker), ==, 7);
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
  for (guint i = 0; i < nb_finding_list_get_length (nb_checker_get_findings (checker)); i++)
    if (g_str_equal (
            nb_finding_get_rule (nb_finding_list_get (nb_checker_get_findings (checker), i)),
            "R40"))
      marks = g_object_ref (nb_finding_list_get (nb_checker_get_findings (checker), i));
  g_assert_nonnull (marks);
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
  nb_report_set_answer (report, "R06", "licences", "就是这样写的", NULL);
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
  g_test_add_func ("/checker/ends", test_ends);
  result = g_test_run ();
  nb_catalog_unref (catalog);
  return result;
}
