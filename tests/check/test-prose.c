/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"
#include "nb-finding-private.h"
#include <string.h>

/* What holds for every rule of running text, on texts that nobody wrote: pieces of reports put together at
 * random, and characters at random. */
#define NARRATIVE "activities"

static NbCatalog *catalog;

static const char *const pieces[] = {
  "一、工作情况",
  "（一）存在问题",
  "（二）改进措施",
  "二、取得的效益。",
  "四、2022年工作计划",
  "(三)",
  "1.",
  "（2）",
  "①",
  "一是抓教学",
  "二是抓德育",
  "四是抓后勤",
  "第一，",
  "第三，",
  "其次，",
  "；",
  ";",
  "。",
  "，",
  ",",
  "、",
  "“",
  "”",
  "《",
  "》",
  "（",
  "）",
  "”、“",
  "今年以来",
  "去年",
  "截止目前",
  "18余次",
  "共100件，其中线上50件，线下60件",
  "2022年。",
  "做的不到位",
  "更好的服务于",
  "围绕书香校园建设开展晨读午写活动并组织教师编写校本读物供学生课外阅读使用",
  "日督查、周通报，月评比",
  "投诉3件",
  "接受捐赠",
  "13912345678",
  "0917-5541234",
  "11010519491231002X",
  "机密★10年",
  "XX",
  "____",
  "【】",
  "１２",
  "\xE2\x80\x8B",
  "⽔",
  "👍",
  "\t",
  " ",
  "　",
  "\n",
  "\n",
  "无",
  "it’s",
  "变更公章",
};

static NbCheckContext
make_context (const NbReportData *previous)
{
  return (NbCheckContext){ .registry = nb_catalog_lookup_registry (catalog, "national"),
                           .previous = previous };
}

static NbReport *
make_report (void)
{
  NbReport *report = nb_report_new (nb_catalog_lookup_form (catalog, "2014"), "national");

  nb_report_set_text (report, "year", "2022", NULL);
  nb_report_set_text (report, "performance", "无", NULL);
  nb_report_set_text (report, "donations", "无", NULL);
  return report;
}

static void
append_random (GRand *rand, GString *text, int n)
{
  for (; n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
}

/* All that a finding says, its fix too; and that it lies inside the text. */
static void
dump_finding (NbFinding *finding, const NbText *text, GString *out)
{
  const GPtrArray *fix = nb_finding_get_fix (finding);

  g_string_append_printf (out, "%s %s %d %u %s", nb_finding_get_rule (finding),
                          nb_finding_get_field (finding), nb_finding_get_severity (finding),
                          nb_finding_get_count (finding), nb_finding_get_message (finding));
  for (guint i = 0; i < nb_finding_get_n_spans (finding); i++)
    {
      NbSpan span = nb_finding_get_spans (finding)[i];

      if (g_strcmp0 (nb_finding_get_field (finding), NARRATIVE) == 0)
        {
          g_assert_cmpuint (span.paragraph, <, nb_text_get_n_paragraphs (text));
          g_assert_cmpuint (span.start, <=, span.end);
          g_assert_cmpuint (span.end, <=, nb_text_get_paragraph (text, span.paragraph)->length);
        }
      g_string_append_printf (out, " %u:%u-%u", span.paragraph, span.start, span.end);
    }
  for (guint i = 0; fix != NULL && i < fix->len; i++)
    {
      const NbEdit *edit = g_ptr_array_index (fix, i);

      g_string_append_printf (out, " [%u:%u-%u %s]", edit->span.paragraph, edit->span.start,
                              edit->span.end, edit->text);
    }
  g_string_append_c (out, '\n');
}

static char *
dump (NbFindingList *findings, NbReport *report)
{
  const NbText *text = nb_field_get_text (nb_report_lookup_field (report, NARRATIVE));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      if (i > 0)
        g_assert_cmpint (nb_finding_compare (nb_finding_list_get (findings, i - 1), finding), <=,
                         0);
      dump_finding (finding, text, out);
    }
  return g_string_free (out, FALSE);
}

static NbFindingList *
check (NbReport *report, const NbReportData *previous)
{
  NbCheckContext context = make_context (previous);
  g_autoptr (NbReportData) data = nb_report_freeze (report);

  return nb_check (data, &context);
}

static NbPosition
pick (GRand *rand, const NbText *text)
{
  guint offset = (guint) g_rand_int_range (rand, 0, (gint32) nb_text_get_length (text) + 1);
  NbPosition position;

  nb_text_get_position (text, offset, &position.paragraph, &position.offset);
  return position;
}

/* A few characters go, others come, here and there. */
static void
edit_at_random (GRand *rand, NbReport *report)
{
  const NbText *text = nb_field_get_text (nb_report_lookup_field (report, NARRATIVE));
  g_autoptr (GString) inserted = g_string_new (NULL);
  NbPosition from = pick (rand, text), to = from;
  g_autoptr (GError) error = NULL;

  gboolean long_enough = nb_text_get_length (text) > 800;

  if (long_enough || g_rand_int_range (rand, 0, 3) == 0)
    {
      guint offset = nb_text_get_offset (text, from.paragraph, from.offset)
                     + (guint) g_rand_int_range (rand, 0, long_enough ? 400 : 40);

      nb_text_get_position (text, MIN (offset, nb_text_get_length (text)), &to.paragraph,
                            &to.offset);
    }
  append_random (rand, inserted, g_rand_int_range (rand, 0, 4));
  nb_report_splice (report, NARRATIVE, from, to, inserted->str, &error);
  g_assert_no_error (error);
}

/* Whatever is edited, the checker that watches finds what a check of the whole finds; asked again, it says
 * the same. */
static void
test_incremental (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (NbReport) report = make_report ();
  g_autoptr (NbReportData) previous = nb_report_freeze (report);
  NbCheckContext context = make_context (previous);
  g_autoptr (NbChecker) checker = nb_checker_new (report, &context);

  for (int i = 0; i < 1500; i++)
    {
      int what = g_rand_int_range (rand, 0, 12);
      g_autofree char *incremental = NULL;
      g_autofree char *again = NULL;
      g_autofree char *full = NULL;
      g_autoptr (NbFindingList) findings = NULL;

      if (what == 0)
        nb_report_undo (report);
      else if (what == 1)
        nb_report_set_text (report, "year", i % 2 == 0 ? "2021" : "2022", NULL);
      else if (what == 2)
        nb_report_set_text (report, "performance", i % 2 == 0 ? "无" : "获奖1项", NULL);
      else
        edit_at_random (rand, report);
      incremental = dump (nb_checker_run (checker), report);
      again = dump (nb_checker_run (checker), report);
      findings = check (report, previous);
      full = dump (findings, report);
      g_assert_cmpstr (incremental, ==, full);
      g_assert_cmpstr (again, ==, full);
    }
}

static guint
count_rule (NbFindingList *findings, const char *rule)
{
  guint count = 0;

  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    count += g_str_equal (nb_finding_get_rule (nb_finding_list_get (findings, i)), rule)
                 ? nb_finding_get_count (nb_finding_list_get (findings, i))
                 : 0;
  return count;
}

/* In any text a fix leaves fewer faults of its rule, and undoing it gives back the bytes. */
static void
test_fixes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (55);
  guint n_fixes = 0;

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (NbReport) report = make_report ();
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (NbFindingList) before = NULL;

      append_random (rand, text, 40);
      nb_report_set_text (report, NARRATIVE, text->str, NULL);
      before = check (report, NULL);
      for (guint j = 0; j < nb_finding_list_get_length (before); j++)
        {
          NbFinding *finding = nb_finding_list_get (before, j);
          const char *rule = nb_finding_get_rule (finding);
          g_autoptr (NbFindingList) after = NULL;
          g_autoptr (GError) error = NULL;
          g_autofree char *undone = NULL;

          if (nb_finding_get_fix (finding) == NULL
              || g_strcmp0 (nb_finding_get_field (finding), NARRATIVE) != 0)
            continue;
          g_assert_true (nb_finding_apply_fix (finding, report, &error));
          g_assert_no_error (error);
          after = check (report, NULL);
          g_test_message ("%s in “%s”", rule, text->str);
          g_assert_cmpuint (count_rule (after, rule), <, count_rule (before, rule));
          nb_report_undo (report);
          undone = nb_field_dup_string (nb_report_lookup_field (report, NARRATIVE));
          g_assert_cmpstr (undone, ==, text->str);
          n_fixes++;
        }
    }
  g_assert_cmpuint (n_fixes, >, 1000);
}

static gunichar
pick_character (GRand *rand)
{
  static const gunichar firsts[] = { 0x20,   0xA0,   0x2000,  0x2E80,  0x3000, 0x4E00,
                                     0xE000, 0xFF00, 0x1F300, 0x20000, 0xF0000 };
  gunichar c = firsts[g_rand_int_range (rand, 0, G_N_ELEMENTS (firsts))]
               + (gunichar) g_rand_int_range (rand, 0, 0x100);

  return c == 0xFFFE || c == 0xFFFF || c == 0x7F ? '\n' : c;
}

static void
test_any_unicode (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (int i = 0; i < 400; i++)
    {
      g_autoptr (NbReport) report = make_report ();
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (NbFindingList) findings = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *seen = NULL;

      for (int n = g_rand_int_range (rand, 0, 200); n > 0; n--)
        if (g_rand_int_range (rand, 0, 6) == 0)
          append_random (rand, text, 1);
        else
          g_string_append_unichar (text, pick_character (rand));
      nb_report_set_text (report, NARRATIVE, text->str, &error);
      g_assert_no_error (error);
      findings = check (report, NULL);
      seen = dump (findings, report);
      g_assert_nonnull (seen);
    }
}

/* What stands in one paragraph of the narrative, findings of several paragraphs too. */
static void
test_by_paragraph (void)
{
  g_autoptr (NbReport) report = make_report ();
  g_autoptr (NbFindingList) findings = NULL;
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (GPtrArray) second = g_ptr_array_new ();

  nb_report_set_text (report, NARRATIVE, "今年,接待读者18余次。\n外借,图书；\n一切正常。", NULL);
  findings = check (report, NULL);
  nb_finding_list_find_in_paragraph (findings, NARRATIVE, 0, first);
  nb_finding_list_find_in_paragraph (findings, NARRATIVE, 1, second);
  g_assert_cmpuint (first->len, ==, 3); /* R50, R40, R44 */
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpstr (nb_finding_get_rule (g_ptr_array_index (second, 0)), ==, "R40");
  g_ptr_array_set_size (second, 0);
  nb_finding_list_find_in_paragraph (findings, NARRATIVE, 2, second);
  g_assert_cmpuint (second->len, ==, 0);
}

/* Names are looked up by halves. */
static void
test_table_is_sorted (void)
{
  const char *const *names = nb_check_list_names ();

  for (guint i = 1; names[i] != NULL; i++)
    g_assert_cmpint (strcmp (names[i - 1], names[i]), <, 0);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalog = load_catalog ();
  g_test_add_func ("/prose/incremental", test_incremental);
  g_test_add_func ("/prose/fixes", test_fixes);
  g_test_add_func ("/prose/any-unicode", test_any_unicode);
  g_test_add_func ("/prose/by-paragraph", test_by_paragraph);
  g_test_add_func ("/prose/table-is-sorted", test_table_is_sorted);
  result = g_test_run ();
  nb_catalog_unref (catalog);
  return result;
}
