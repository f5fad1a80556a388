/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app-main.h"

#include <glib/gstdio.h>
#include <string.h>

#include "nb-ui-certificate-dialog.h"
#include "nb-ui-institution.h"
#include "nb-ui-roll-dialog.h"

#define NAME "白石县美术馆"
#define CODE "1261032612345678XJ"

/* Every test begins without a certificate. */
static void
forget_certificates (AppFixture *fixture)
{
  g_autofree char *folder = nb_ui_institution_dup_certificates ();
  g_autoptr (GPtrArray) kept =
      nb_job_list_certificates (nb_ui_application_get_job (fixture->application), folder);

  for (guint i = 0; i < kept->len; i++)
    nb_job_forget_certificate (((NbKeptFacts *) g_ptr_array_index (kept, i))->path, NULL);
}

static void
set_up (AppFixture *fixture, const void *data)
{
  app_fixture_set_up (fixture, data);
  forget_certificates (fixture);
}

static NbReportData *
freeze (AppFixture *fixture)
{
  return nb_report_freeze (app_get_report (fixture));
}

static void
keep_code (AppFixture *fixture, const char *code)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autofree char *folder = nb_ui_institution_dup_certificates ();
  g_autoptr (NbReportData) data = freeze (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbFacts) facts = nb_facts_new_from_data (data, &error);

  g_assert_no_error (error);
  nb_facts_set (facts, "credit-code", code);
  g_assert_true (nb_job_keep_certificate (job, folder, facts, &error));
  g_assert_no_error (error);
}

/* The editor under @label, in a dialog. */
static GtkWidget *
find_entry (GtkWidget *root, const char *title)
{
  if (ADW_IS_ENTRY_ROW (root)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_entry (GtkWindow *dialog, const char *title, const char *text)
{
  GtkWidget *entry = find_entry (GTK_WIDGET (dialog), title);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static const char *
get_entry (GtkWindow *dialog, const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_entry (GTK_WIDGET (dialog), title)));
}

static GtkWindow *
show_certificate (AppFixture *fixture)
{
  GtkWindow *dialog = nb_ui_certificate_dialog_new (
      GTK_WINDOW (fixture->window), nb_ui_application_get_job (fixture->application),
      nb_ui_window_get_document (fixture->window));

  gtk_window_present (dialog);
  return dialog;
}

static void
press (GtkWindow *dialog, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), action, NULL));
}

/* Taken from the report, completed, kept: the report gets what it lacked, and is guarded from then on. */
static void
test_certificate (AppFixture *fixture, const void *data)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autofree char *folder = nb_ui_institution_dup_certificates ();
  GtkWindow *dialog = show_certificate (fixture);
  g_autoptr (NbReportData) content = NULL;
  g_autoptr (NbFacts) kept = NULL;
  NbPeriod term;

  g_assert_cmpstr (get_entry (dialog, "单位名称"), ==, NAME);
  set_entry (dialog, "统一社会信用代码", CODE);
  set_entry (dialog, "Legal representative from", "2021年3月1日");
  press (dialog, "certificate.save");
  app_assert_text (fixture, "credit-code", CODE);

  content = freeze (fixture);
  kept = nb_job_lookup_certificate (job, folder, content);
  g_assert_nonnull (kept);
  g_assert_cmpstr (nb_facts_lookup (kept, "credit-code"), ==, CODE);
  term = nb_facts_get_term (kept);
  g_assert_cmpint (term.from.year, ==, 2021);
  g_assert_false (nb_date_is_set (term.to));

  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "credit-code", "");
}

/* A day that is none keeps the dialog open and says so. */
static void
test_certificate_day (AppFixture *fixture, const void *data)
{
  GtkWindow *dialog = show_certificate (fixture);
  GtkWidget *entry = find_entry (GTK_WIDGET (dialog), "Certificate valid until");

  gtk_editable_set_text (GTK_EDITABLE (entry), "soon");
  press (dialog, "certificate.save");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-03-01");
  press (dialog, "certificate.save");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
}

static void
test_certificate_forgotten (AppFixture *fixture, const void *data)
{
  g_autofree char *folder = nb_ui_institution_dup_certificates ();
  g_autoptr (GPtrArray) kept = NULL;
  GtkWindow *dialog;

  keep_code (fixture, CODE);
  dialog = show_certificate (fixture);
  g_assert_cmpstr (get_entry (dialog, "统一社会信用代码"), ==, CODE);
  press (dialog, "certificate.forget");
  kept = nb_job_list_certificates (nb_ui_application_get_job (fixture->application), folder);
  g_assert_cmpuint (kept->len, ==, 0);
  /* What was there can be kept again. */
  g_assert_cmpstr (get_entry (dialog, "统一社会信用代码"), ==, CODE);
  press (dialog, "certificate.save");
  g_ptr_array_unref (g_steal_pointer (&kept));
  kept = nb_job_list_certificates (nb_ui_application_get_job (fixture->application), folder);
  g_assert_cmpuint (kept->len, ==, 1);
}

/* The only certificate there is fills in a new report. */
static void
test_new_from_certificate (AppFixture *fixture, const void *data)
{
  keep_code (fixture, CODE);
  nb_ui_window_set_document (fixture->window, NULL);
  app_activate (fixture, "win.new");
  app_assert_text (fixture, "credit-code", CODE);
  app_assert_text (fixture, "name", NAME);
  app_assert_text (fixture, "activities", "");
}

/* Of several, one is chosen. */
static void
test_new_of_several (AppFixture *fixture, const void *data)
{
  keep_code (fixture, CODE);
  gtk_editable_set_text (GTK_EDITABLE (app_get_editor (fixture, "name")), "青石县图书馆");
  keep_code (fixture, "");
  nb_ui_window_set_document (fixture->window, NULL);
  app_activate (fixture, "win.new");
  g_assert_nonnull (app_find_dialog ());
  g_assert_nonnull (app_find_label (GTK_WIDGET (app_find_dialog ()), NAME));
  app_answer ("empty");
  app_assert_text (fixture, "name", "");
  nb_ui_window_set_document (fixture->window, NULL);
  app_activate (fixture, "win.new");
  app_answer ("begin");
  app_assert_text (fixture, "name", NAME);
}

static NbReportData *begun;

static void
note_begun (const NbReportData *report, const NbReportData *previous, void *data)
{
  begun = nb_report_data_ref ((NbReportData *) report);
}

static GtkWindow *
show_roll (AppFixture *fixture)
{
  g_autoptr (NbReportData) previous = freeze (fixture);
  GtkWindow *dialog = nb_ui_roll_dialog_new (GTK_WINDOW (fixture->window),
                                             nb_ui_application_get_job (fixture->application),
                                             previous, NULL, 1999, note_begun, NULL);

  gtk_window_present (dialog);
  return dialog;
}

/* The tick in the row of @label. */
static GtkCheckButton *
find_tick (GtkWindow *dialog, const char *label)
{
  GtkWidget *title = app_find_label (GTK_WIDGET (dialog), label);

  g_assert_nonnull (title);
  return GTK_CHECK_BUTTON (app_find_widget (gtk_widget_get_ancestor (title, ADW_TYPE_ACTION_ROW),
                                            GTK_TYPE_CHECK_BUTTON));
}

static void
assert_begun (const char *field, const char *text)
{
  g_autofree char *value = nb_report_data_dup_canonical (begun, field);

  g_assert_cmpstr (value, ==, text);
}

/* "Nothing" is ticked, a narrative is not; years in it are shown and stay what they are. */
static void
test_roll (AppFixture *fixture, const void *data)
{
  GtkWindow *dialog = show_roll (fixture);
  g_autofree char *changes = nb_field_dup_string (
      nb_report_lookup_field (app_get_report (fixture), "registration-changes"));

  g_assert_true (gtk_check_button_get_active (find_tick (dialog, "接受捐赠资助及使用情况")));
  g_assert_false (gtk_check_button_get_active (find_tick (dialog, "开展业务活动情况")));
  g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "Look at 2022"));
  gtk_check_button_set_active (find_tick (dialog, "变更登记规定的执行情况"), TRUE);
  press (dialog, "roll.begin");

  g_assert_nonnull (begun);
  assert_begun ("year", "2023");
  assert_begun ("name", NAME);
  assert_begun ("net-assets-opening", "50.80");
  assert_begun ("net-assets-closing", "");
  assert_begun ("registration-changes", changes);
  assert_begun ("activities", "");
  assert_begun ("donations", "无");
  g_clear_pointer (&begun, nb_report_data_unref);
}

static void
test_roll_cancelled (AppFixture *fixture, const void *data)
{
  GtkWindow *dialog = show_roll (fixture);

  press (dialog, "window.close");
  g_assert_null (begun);
}

/* Last year's report is found again when the new one is opened from its file. */
static void
test_previous_found_again (AppFixture *fixture, const void *data)
{
  NbUiDocument *document = nb_ui_window_get_document (fixture->window);
  g_autoptr (NbReportData) previous = freeze (fixture);
  g_autoptr (NbReportData) next = nb_job_begin (nb_ui_application_get_job (fixture->application),
                                                previous, NULL, NULL, NULL, 0, NULL);
  g_autoptr (NbUiDocument) begun_document =
      nb_ui_document_new_filled (nb_ui_application_get_job (fixture->application), next);
  g_autoptr (NbUiDocument) again = NULL;

  g_assert_null (nb_ui_document_get_previous (document));
  nb_ui_institution_keep_previous (begun_document, previous);
  g_assert_nonnull (nb_ui_document_get_previous (begun_document));
  again = nb_ui_document_new (nb_ui_application_get_job (fixture->application), next, NULL, FALSE);
  nb_ui_institution_look_up (again);
  g_assert_nonnull (nb_ui_document_get_previous (again));
  /* Of another year there is none. */
  nb_ui_institution_look_up (document);
  g_assert_null (nb_ui_document_get_previous (document));
}

/* A long fact is seen as a whole, however narrow the window is. */
static void
test_long_fact (AppFixture *fixture, const void *data)
{
  g_autoptr (GString) purpose = g_string_new (NULL);
  GtkWindow *dialog;
  GtkTextView *view;
  GtkTextIter end;
  GdkRectangle last;

  for (guint i = 0; i < 8; i++)
    g_string_append (purpose, "为社会公众提供阅览、外借、咨询和讲座服务。");
  nb_report_set_text (app_get_report (fixture), "purpose", purpose->str, NULL);
  dialog = nb_ui_certificate_dialog_new (GTK_WINDOW (fixture->window),
                                         nb_ui_application_get_job (fixture->application),
                                         nb_ui_window_get_document (fixture->window));
  gtk_window_set_default_size (dialog, 360, 640);
  gtk_window_present (dialog);
  app_spin (500);
  view = GTK_TEXT_VIEW (app_find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_view_get_iter_location (view, &end, &last);
  g_assert_cmpint (gtk_text_view_get_top_margin (view) + last.y + last.height, <=,
                   gtk_widget_get_height (GTK_WIDGET (view)));
  app_assert_at_rest (GTK_WIDGET (dialog));
  gtk_window_destroy (dialog);
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/beginning/certificate", test_certificate);
  add_test ("/app/beginning/long-fact", test_long_fact);
  add_test ("/app/beginning/certificate-day", test_certificate_day);
  add_test ("/app/beginning/certificate-forgotten", test_certificate_forgotten);
  add_test ("/app/beginning/new-from-certificate", test_new_from_certificate);
  add_test ("/app/beginning/new-of-several", test_new_of_several);
  add_test ("/app/beginning/roll", test_roll);
  add_test ("/app/beginning/roll-cancelled", test_roll_cancelled);
  add_test ("/app/beginning/previous-found-again", test_previous_found_again);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
