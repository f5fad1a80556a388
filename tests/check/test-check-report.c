/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"

#include <string.h>

#include "nb-check-report.h"

static NbCatalog *catalog;

static NbReport *
make_report (void)
{
  static const char *const texts[][2] = { { "year", "2022" },
                                          { "name", "青禾县图书馆" },
                                          { "initial-capital", "170" },
                                          { "net-assets-opening", "160.00" },
                                          { "net-assets-closing", "12.79" },
                                          { "registration-changes", "2022年度无变更登记事项。" },
                                          { "activities",
                                            "2022年,全年开放。\n一是借书；三是讲座。" },
                                          { "licences", "无" } };
  NbReport *report = nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (nb_report_set_text (report, texts[i][0], texts[i][1], NULL));
  return report;
}

static void
test_report (void)
{
  g_autoptr (NbReport) report = make_report ();
  NbCheckContext context = { .registry = nb_catalog_lookup_registry (catalog, "national"),
                             .filing = TRUE };
  g_autoptr (NbReportData) data = nb_report_freeze (report);
  g_autoptr (NbFindingList) findings = nb_check (data, &context);
  g_autofree char *undated =
      nb_check_report_format (data, findings, context.registry, (NbDate){ 0, 0, 0 });
  g_autofree char *dated =
      nb_check_report_format (data, findings, context.registry, (NbDate){ 2023, 2, 1 });
  static const char *const wanted[] = {
    "事业单位法人年度报告书\n",
    "年度: 2022\n",
    "单位名称: 青禾县图书馆\n",
    "各地通用",
    "\n== Assets ==\n[warning] R13 年末数（万元）: ",
    "\n== Activities ==\n",
    "    paragraph 1: “,”\n",
    "    paragraph 2: “三是”\n",
    "    authority: ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (undated, wanted[i]) == NULL)
      g_error ("“%s” is missing in: %s", wanted[i], undated);
  g_assert_null (strstr (undated, "\n住所: "));
  g_assert_null (strstr (undated, "Checked on"));
  g_assert_nonnull (strstr (dated, "Checked on: 2023-02-01\n"));
}

static void
test_answers (void)
{
  g_autoptr (NbReport) report = make_report ();
  NbCheckContext context = { .registry = nb_catalog_lookup_registry (catalog, "national") };
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);
  NbFindingList *findings = nb_checker_run (checker);
  g_autoptr (NbReportData) data = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    if (g_str_equal (nb_finding_get_rule (nb_finding_list_get (findings, i)), "R13"))
      g_assert_true (nb_finding_set_answer (nb_finding_list_get (findings, i), report,
                                            "开办资金变更正在办理", NULL));
  findings = nb_checker_run (checker);
  g_assert_cmpuint (nb_finding_list_count_answered (findings), ==, 1);
  data = nb_report_freeze (report);
  text = nb_check_report_format (data, findings, context.registry, (NbDate){ 0, 0, 0 });
  g_assert_nonnull (strstr (text, "    answer: 开办资金变更正在办理\n"));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalog = load_catalog ();
  g_test_add_func ("/check-report/report", test_report);
  g_test_add_func ("/check-report/answers", test_answers);
  result = g_test_run ();
  nb_catalog_unref (catalog);
  return result;
}
