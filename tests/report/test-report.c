/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"
#include "nb-report.h"

static NbReport *
make_report (void)
{
  g_autoptr (NbForm) form = load_edition ();

  return nb_report_new (form, "national");
}

static void
set (NbReport *report, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  nb_report_set_text (report, field, text, &error);
  g_assert_no_error (error);
}

static void
assert_text (NbReport *report, const char *field, const char *expected)
{
  g_autofree char *text = nb_field_dup_string (nb_report_lookup_field (report, field));

  g_assert_cmpstr (text, ==, expected);
}

static void
end (NbReport *report)
{
  g_assert_finalize_object (report);
}

static void
test_list (void)
{
  NbReport *report = make_report ();
  g_autoptr (NbField) first = g_list_model_get_item (G_LIST_MODEL (report), 0);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (report)), ==, 21);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (report)) == NB_TYPE_FIELD);
  g_assert_cmpstr (nb_field_get_def (first)->id, ==, "year");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (report), 21));
  g_assert_null (nb_report_lookup_field (report, "nonsense"));
  g_clear_object (&first);
  end (report);
}

static void
test_splice_refusals (void)
{
  static const struct
  {
    const char *field;
    NbPosition from, to;
    const char *text;
  } cases[] = {
    { "nonsense", { 0, 0 }, { 0, 0 }, "x" },      { "name", { 0, 3 }, { 0, 3 }, "x" },
    { "name", { 0, 2 }, { 0, 1 }, "x" },          { "name", { 1, 0 }, { 1, 0 }, "x" },
    { "name", { 0, 0 }, { 0, 0 }, "a\nb" },       { "name", { 0, 0 }, { 0, 0 }, "\r" },
    { "activities", { 0, 0 }, { 0, 0 }, "\x01" }, { "activities", { 0, 0 }, { 0, 0 }, "\xFF" },
    { "activities", { 1, 0 }, { 0, 0 }, "x" },
  };
  NbReport *report = make_report ();

  set (report, "name", "馆名");
  set (report, "activities", "一\n二");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nb_report_splice (report, cases[i].field, cases[i].from, cases[i].to,
                                        cases[i].text, &error));
      g_assert_error (error, NB_ERROR, NB_ERROR_ARGUMENT);
    }
  assert_text (report, "name", "馆名");
  assert_text (report, "activities", "一\n二");
  end (report);
}

static void
test_line_limit (void)
{
  NbReport *report = make_report ();
  g_autofree char *full = g_strnfill (4000, 'x');
  g_autoptr (GError) error = NULL;

  set (report, "name", full);
  g_assert_false (
      nb_report_splice (report, "name", (NbPosition){ 0, 0 }, (NbPosition){ 0, 0 }, "y", &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_ARGUMENT);
  g_assert_true (
      nb_report_splice (report, "name", (NbPosition){ 0, 0 }, (NbPosition){ 0, 1 }, "y", NULL));
  end (report);
}

static void
note_splice (NbReport *report,
             const char *field,
             guint paragraph,
             guint removed,
             guint added,
             GString *notes)
{
  g_string_append_printf (notes, "%s %u %u %u;", field, paragraph, removed, added);
}

static void
note_change (NbReport *report, GString *notes)
{
  g_string_append (notes, "changed;");
}

static void
test_signals (void)
{
  NbReport *report = make_report ();
  g_autoptr (GString) notes = g_string_new (NULL);

  g_signal_connect (report, "spliced", G_CALLBACK (note_splice), notes);
  g_signal_connect (report, "changed", G_CALLBACK (note_change), notes);

  set (report, "activities", "一\n二\n三");
  set (report, "activities", "一\n二百\n三");
  set (report, "activities", "一\n二百\n三");
  nb_report_begin_group (report);
  set (report, "name", "甲");
  set (report, "activities", "一三");
  nb_report_end_group (report);
  nb_report_undo (report);
  g_assert_cmpstr (notes->str, ==,
                   "activities 0 1 3;changed;activities 1 1 1;changed;"
                   "name 0 1 1;activities 0 3 1;changed;activities 0 1 3;name 0 1 1;changed;");
  end (report);
}

/* Typing, rubbing out and going on are one command; another field, place or a pause begins the next. */
static void
test_typing_merges (void)
{
  NbReport *report = make_report ();

  set (report, "name", "青");
  set (report, "name", "青禾");
  set (report, "name", "青禾先");
  set (report, "name", "青禾");
  set (report, "name", "青禾县");
  g_assert_cmpstr (nb_report_undo (report), ==, "name");
  assert_text (report, "name", "");
  g_assert_false (nb_report_can_undo (report));
  nb_report_redo (report);
  assert_text (report, "name", "青禾县");

  set (report, "name", "青禾县图");
  nb_report_pause (report);
  set (report, "name", "青禾县图书");
  set (report, "address", "城关");
  nb_report_undo (report);
  assert_text (report, "address", "");
  nb_report_undo (report);
  assert_text (report, "name", "青禾县图");
  nb_report_undo (report);
  assert_text (report, "name", "青禾县");
  end (report);
}

static void
test_rubbing_out_merges (void)
{
  NbReport *report = make_report ();

  set (report, "name", "一二三四五");
  nb_report_pause (report);
  nb_report_splice (report, "name", (NbPosition){ 0, 2 }, (NbPosition){ 0, 3 }, "", NULL);
  nb_report_splice (report, "name", (NbPosition){ 0, 1 }, (NbPosition){ 0, 2 }, "", NULL);
  nb_report_splice (report, "name", (NbPosition){ 0, 1 }, (NbPosition){ 0, 2 }, "", NULL);
  assert_text (report, "name", "一五");
  nb_report_undo (report);
  assert_text (report, "name", "一二三四五");
  end (report);
}

static void
test_modified (void)
{
  NbReport *report = make_report ();

  g_assert_false (nb_report_get_modified (report));
  set (report, "name", "甲");
  g_assert_true (nb_report_get_modified (report));
  nb_report_set_saved (report);
  g_assert_false (nb_report_get_modified (report));
  set (report, "name", "甲乙"); /* not merged into what was saved */
  g_assert_true (nb_report_get_modified (report));
  nb_report_undo (report);
  g_assert_false (nb_report_get_modified (report));
  nb_report_undo (report);
  g_assert_true (nb_report_get_modified (report));
  set (report, "name", "丙"); /* the saved state is gone for good */
  nb_report_undo (report);
  g_assert_true (nb_report_get_modified (report));
  end (report);
}

static void
test_frame (void)
{
  NbReport *report = make_report ();
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbReportData) undone = NULL;
  const char *digest = "4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865";
  g_autoptr (GError) error = NULL;

  set (report, "activities", "一\n二");
  nb_report_set_answer (report, "R35", "activities", digest, "本来如此", &error);
  nb_report_set_answer (report, "R35", "activities", digest, "另有原因", &error);
  nb_report_add_attachment (report, "balance-sheet", "表.pdf", 10, "00", &error);
  nb_report_set_registry (report, "370000", &error);
  g_assert_no_error (error);

  data = nb_report_freeze (report);
  g_assert_cmpuint (nb_report_data_get_n_answers (data), ==, 1);
  g_assert_cmpstr (nb_report_data_get_answer (data, 0)->text, ==, "另有原因");
  g_assert_cmpstr (nb_report_data_get_answer (data, 0)->digest, ==, digest);
  g_assert_cmpuint (nb_report_data_get_n_attachments (data), ==, 1);
  g_assert_cmpstr (nb_report_data_get_registry (data), ==, "370000");

  for (int i = 0; i < 4; i++)
    nb_report_undo (report);
  undone = nb_report_freeze (report);
  g_assert_cmpuint (nb_report_data_get_n_answers (undone), ==, 0);
  g_assert_cmpuint (nb_report_data_get_n_attachments (undone), ==, 0);
  g_assert_cmpstr (nb_report_get_registry (report), ==, "national");
  assert_text (report, "activities", "一\n二");
  end (report);
}

static void
test_replace_is_one_step (void)
{
  NbReport *report = make_report ();
  NbReport *other = nb_report_new (nb_report_get_form (report), "370000");
  g_autoptr (NbReportData) data = NULL;

  set (other, "name", "乙");
  set (other, "activities", "一\n二");
  data = nb_report_freeze (other);
  set (report, "name", "甲");
  nb_report_replace (report, data, NULL);
  assert_text (report, "activities", "一\n二");
  g_assert_cmpstr (nb_report_get_registry (report), ==, "370000");
  nb_report_undo (report);
  assert_text (report, "name", "甲");
  assert_text (report, "activities", "");
  g_assert_cmpstr (nb_report_get_registry (report), ==, "national");
  end (other);
  end (report);
}

static char *
make_random_text (GRand *rand, gboolean long_text)
{
  static const char *const pieces[] = { "a", "年", "𠮷", "，", "1", "\n" };
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, 6); i > 0; i--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, long_text ? 6 : 5)]);
  return g_string_free (text, FALSE);
}

/* However a report was edited, undoing everything gives the empty one and redoing everything gives what
 * it was. */
static void
test_random_history (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      static const char *const fields[] = { "name", "activities", "licences" };
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      NbReport *report = make_report ();
      g_autoptr (NbReportData) empty = nb_report_freeze (report);
      g_autoptr (NbReportData) full = NULL;
      g_autoptr (NbReportData) undone = NULL;
      g_autoptr (NbReportData) redone = NULL;
      g_autoptr (GPtrArray) undone_changes = NULL;
      g_autoptr (GPtrArray) redone_changes = NULL;

      for (int i = 0; i < 120; i++)
        {
          int field = g_rand_int_range (rand, 0, 3);
          g_autofree char *text = make_random_text (rand, field > 0);

          switch (g_rand_int_range (rand, 0, 8))
            {
            case 0:
              nb_report_undo (report);
              break;
            case 1:
              nb_report_redo (report);
              break;
            case 2:
              nb_report_pause (report);
              break;
            case 3:
              nb_report_set_answer (report, "R35", "activities", "00", text, NULL);
              break;
            default:
              nb_report_set_text (report, fields[field], text, NULL);
            }
        }
      while (nb_report_can_redo (report))
        nb_report_redo (report);
      full = nb_report_freeze (report);
      while (nb_report_can_undo (report))
        nb_report_undo (report);
      undone = nb_report_freeze (report);
      while (nb_report_can_redo (report))
        nb_report_redo (report);
      redone = nb_report_freeze (report);

      undone_changes = nb_report_data_diff (empty, undone);
      redone_changes = nb_report_data_diff (full, redone);
      g_assert_cmpuint (undone_changes->len, ==, 0);
      g_assert_cmpuint (redone_changes->len, ==, 0);
      g_assert_cmpuint (nb_report_data_get_n_answers (undone), ==, 0);
      g_assert_cmpuint (nb_report_data_get_n_answers (redone), ==,
                        nb_report_data_get_n_answers (full));
      end (report);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/list", test_list);
  g_test_add_func ("/report/splice-refusals", test_splice_refusals);
  g_test_add_func ("/report/line-limit", test_line_limit);
  g_test_add_func ("/report/signals", test_signals);
  g_test_add_func ("/report/typing-merges", test_typing_merges);
  g_test_add_func ("/report/rubbing-out-merges", test_rubbing_out_merges);
  g_test_add_func ("/report/modified", test_modified);
  g_test_add_func ("/report/frame", test_frame);
  g_test_add_func ("/report/replace-is-one-step", test_replace_is_one_step);
  g_test_add_func ("/report/random-history", test_random_history);
  return g_test_run ();
}
