/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"

/* The test-only edition has each kind once: X01 … X14, see tests/data/forms/9999/rules.xml. */
static NbCatalog *catalog;

static NbReport *
make_good_report (void)
{
  static const char *const texts[][2] = { { "year", "2022" },
                                          { "name", "青禾" },
                                          { "opening", "10.00" },
                                          { "closing", "10.00" },
                                          { "fee", "10.00" },
                                          { "people", "5" },
                                          { "story", "本年工作正常。" },
                                          { "code", "A1B2" },
                                          { "mode", "自办" },
                                          { "filed", "2023-02-01" } };
  NbReport *report = nb_report_new (nb_catalog_lookup_form (catalog, "9999"), "990000");
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      nb_report_set_text (report, texts[i][0], texts[i][1], &error);
      g_assert_no_error (error);
    }
  return report;
}

/* The findings as "X01:name X05:fee"; the registry is the bottom layer of the test-only ones. */
static char *
check (NbReport *report, NbCheckContext context)
{
  g_autoptr (NbReportData) data = nb_report_freeze (report);
  g_autoptr (NbFindingList) findings = NULL;
  GString *seen = g_string_new (NULL);

  context.registry = nb_catalog_lookup_registry (catalog, "national");
  findings = nb_check (data, &context);
  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      g_string_append_printf (seen, "%s%s:%s", i > 0 ? " " : "", nb_finding_get_rule (finding),
                              nb_finding_get_field (finding));
      g_assert_cmpstr (nb_finding_get_authority (finding), !=, "");
      g_assert_cmpstr (nb_finding_get_message (finding), !=, "");
    }
  return g_string_free (seen, FALSE);
}

static void
test_good (void)
{
  g_autoptr (NbReport) report = make_good_report ();
  g_autofree char *seen = check (report, (NbCheckContext){ .filing = TRUE });

  g_assert_cmpstr (seen, ==, "");
}

static void
test_each_kind (void)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *findings;
  } cases[] = {
    { "name", "", "X01:name" },
    { "story", "同上", "X02:story X06:story" },
    { "story", "", "X02:story" },
    { "fee", "很多", "X03:fee" },
    { "people", "五人", "X04:people" },
    { "people", "5人", "X04:people" },
    { "fee", "1000.01", "X11:closing X05:fee" },
    { "story", "短文", "X06:story" },
    { "code", "A1B", "X07:code" },
    { "code", "A1B2-", "X07:code" },
    { "code", "xA1B2", "X07:code" },
    { "mode", "代办", "X08:mode" },
    { "closing", "12.01", "X11:closing" },
    { "closing", "12.00", "" },
    { "closing", "7.99", "X11:closing" },
    { "filed", "2023-04-01", "X12:filed" },
    { "filed", "2023-03-31", "" },
    { "filed", "2022-12-31", "X12:filed" },
    { "story", "一是做事；三是再做。", "X13:story" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbReport) report = make_good_report ();
      g_autofree char *seen = NULL;

      g_test_message ("%s = “%s”", cases[i].field, cases[i].text);
      g_assert_true (nb_report_set_text (report, cases[i].field, cases[i].text, NULL));
      seen = check (report, (NbCheckContext){ .filing = TRUE });
      g_assert_cmpstr (seen, ==, cases[i].findings);
    }
}

static void
test_stage (void)
{
  g_autoptr (NbReport) report = make_good_report ();
  g_autofree char *seen = NULL;

  nb_report_set_text (report, "filed", "2023-04-01", NULL);
  seen = check (report, (NbCheckContext){ .filing = FALSE });
  g_assert_cmpstr (seen, ==, "");
}

/* A registry replaces whole entries: X04 is off there, X08 knows one mode only. */
static void
test_registry (void)
{
  g_autoptr (NbReport) report = make_good_report ();
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbFindingList) findings = NULL;
  NbCheckContext context = { .registry = nb_catalog_lookup_registry (catalog, "990100") };
  NbFinding *finding;

  nb_report_set_text (report, "people", "五人", NULL);
  nb_report_set_text (report, "mode", "合办", NULL);
  nb_report_set_text (report, "code", "1234", NULL);
  data = nb_report_freeze (report);
  findings = nb_check (data, &context);
  g_assert_cmpuint (nb_finding_list_get_length (findings), ==, 1);
  finding = nb_finding_list_get (findings, 0);
  g_assert_cmpstr (nb_finding_get_rule (finding), ==, "X08");
  g_assert_cmpstr (nb_finding_get_authority (finding), ==, "测试省规定");
}

static void
test_companions (void)
{
  g_autoptr (NbReport) report = make_good_report ();
  g_autoptr (NbReport) last = make_good_report ();
  g_autoptr (NbReportData) previous = NULL;
  g_autoptr (NbFacts) facts = nb_facts_new ();
  g_autofree char *seen = NULL;

  nb_facts_set (facts, "name", "青禾县");
  nb_report_set_text (last, "closing", "9.99", NULL);
  previous = nb_report_freeze (last);
  seen = check (report, (NbCheckContext){ .facts = facts, .previous = previous });
  g_assert_cmpstr (seen, ==, "X09:name X10:opening");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalog = load_catalog ();
  g_test_add_func ("/kinds/good", test_good);
  g_test_add_func ("/kinds/each-kind", test_each_kind);
  g_test_add_func ("/kinds/stage", test_stage);
  g_test_add_func ("/kinds/registry", test_registry);
  g_test_add_func ("/kinds/companions", test_companions);
  result = g_test_run ();
  nb_catalog_unref (catalog);
  return result;
}
