/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"
#include "nb-roll-forward.h"

static void
set (NbReportDataBuilder *builder, const char *field, const char *string)
{
  g_autoptr (NbText) text = nb_text_new (string);
  g_autoptr (GError) error = NULL;

  nb_report_data_builder_set_text (builder, field, text, &error);
  g_assert_no_error (error);
}

static NbReportData *
make_last_year (NbForm *form)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new (form);

  nb_report_data_builder_set_registry (builder, "370000");
  nb_report_data_builder_set_revision (builder, 3);
  set (builder, "year", "2022");
  set (builder, "name", "青禾县图书馆");
  set (builder, "initial-capital", "170万元");
  set (builder, "net-assets-opening", "14.92");
  set (builder, "net-assets-closing", "12.79万元");
  set (builder, "activities", "一\n二");
  set (builder, "filing-date", "2023-02-01");
  nb_report_data_builder_add_answer (builder, "R13", "net-assets-closing", "00", "因为");
  nb_report_data_builder_set_opinion (builder, "情况属实", "李四", (NbDate){ 2023, 3, 1 });
  return nb_report_data_builder_finish (builder);
}

static void
assert_canonical (const NbReportData *data, const char *field, const char *expected)
{
  g_autofree char *value = nb_report_data_dup_canonical (data, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_build (void)
{
  g_autoptr (NbForm) form = load_edition ();
  g_autoptr (NbReportData) data = make_last_year (form);
  g_autoptr (NbReportData) copy =
      nb_report_data_builder_finish (nb_report_data_builder_new_from (data));
  g_autoptr (GPtrArray) changes = nb_report_data_diff (data, copy);

  g_assert_cmpuint (changes->len, ==, 0);
  assert_canonical (copy, "initial-capital", "170.00");
  assert_canonical (copy, "activities", "一\n二");
  assert_canonical (copy, "licences", "");
  g_assert_cmpstr (nb_report_data_get_registry (copy), ==, "370000");
  g_assert_cmpuint (nb_report_data_get_revision (copy), ==, 3);
  g_assert_cmpuint (nb_report_data_get_n_answers (copy), ==, 1);
  g_assert_cmpstr (nb_report_data_get_opinion (copy)->person, ==, "李四");
  g_assert_cmpstr (nb_report_data_get_digest (copy), ==, nb_form_get_digest (form));
  /* Paragraphs are shared, not copied. */
  g_assert_true (nb_text_get_paragraph (nb_report_data_get_text (copy, "activities"), 1)
                 == nb_text_get_paragraph (nb_report_data_get_text (data, "activities"), 1));
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *field;
    const char *text;
  } cases[] = { { "nonsense", "x" },
                { "name", "a\nb" },
                { "name", "a\rb" },
                { "activities", "a\x01"
                                "b" },
                { "activities", "\xEF\xBF\xBE" } };
  g_autoptr (NbForm) form = load_edition ();
  g_autoptr (NbReportDataBuilder) builder = nb_report_data_builder_new (form);
  g_autofree char *long_line = g_strnfill (4001, 'x');
  g_autoptr (NbText) text = nb_text_new (long_line);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbText) one = nb_text_new (cases[i].text);
      g_autoptr (GError) refusal = NULL;

      g_assert_false (nb_report_data_builder_set_text (builder, cases[i].field, one, &refusal));
      g_assert_error (refusal, NB_ERROR, NB_ERROR_INVALID);
    }
  g_assert_false (nb_report_data_builder_set_text (builder, "address", text, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_INVALID);
}

static void
test_diff (void)
{
  g_autoptr (NbForm) form = load_edition ();
  g_autoptr (NbReportData) a = make_last_year (form);
  NbReportDataBuilder *builder = nb_report_data_builder_new_from (a);
  g_autoptr (NbReportData) b = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const NbFieldChange *change;

  set (builder, "initial-capital", "１７０"); /* another spelling of the same amount */
  set (builder, "net-assets-closing", "约十三万");
  set (builder, "activities", "一\n三");
  b = nb_report_data_builder_finish (builder);

  changes = nb_report_data_diff (a, b);
  g_assert_cmpuint (changes->len, ==, 2);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->field, ==, "net-assets-closing");
  g_assert_cmpstr (change->a, ==, "12.79");
  g_assert_cmpstr (change->b, ==, "约十三万");
  change = g_ptr_array_index (changes, 1);
  g_assert_cmpstr (change->field, ==, "activities");
  g_assert_cmpstr (change->b, ==, "一\n三");
}

static void
test_roll_forward (void)
{
  g_autoptr (NbForm) form = load_edition ();
  g_autoptr (NbReportData) last = make_last_year (form);
  g_autoptr (NbFacts) facts = nb_facts_new ();
  g_autoptr (NbReportData) taken = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  const NbOffer *offer;
  g_autoptr (NbReportData) next = NULL;

  nb_facts_set (facts, "name", "青禾县公共图书馆");
  nb_facts_set (facts, "address", "两行\n不行");
  nb_facts_set (facts, "activities", "不是登记事项");
  next = nb_report_data_roll_forward (last, facts, NULL);

  assert_canonical (next, "year", "2023");
  assert_canonical (next, "name", "青禾县公共图书馆");
  assert_canonical (next, "address", "");
  assert_canonical (next, "initial-capital", "170.00");
  assert_canonical (next, "net-assets-opening", "12.79");
  assert_canonical (next, "net-assets-closing", "");
  assert_canonical (next, "activities", "");
  assert_canonical (next, "filing-date", "");
  g_assert_cmpstr (nb_report_data_get_registry (next), ==, "370000");
  g_assert_cmpuint (nb_report_data_get_revision (next), ==, 1);
  g_assert_cmpuint (nb_report_data_get_n_answers (next), ==, 0);
  g_assert_null (nb_report_data_get_opinion (next));

  offers = nb_report_data_list_offers (last);
  g_assert_cmpuint (offers->len, ==, 1);
  offer = g_ptr_array_index (offers, 0);
  g_assert_cmpstr (offer->field->id, ==, "activities");
  g_assert_cmpuint (offer->years->len, ==, 0);
  taken = nb_report_data_roll_forward (last, facts,
                                       (const char *const[]){ "activities", "filing-date", NULL });
  assert_canonical (taken, "activities", "一\n二");
  assert_canonical (taken, "filing-date", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/build", test_build);
  g_test_add_func ("/data/refusals", test_refusals);
  g_test_add_func ("/data/diff", test_diff);
  g_test_add_func ("/data/roll-forward", test_roll_forward);
  return g_test_run ();
}
