/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a field's row offers beside its editor. */

#include "app-fixture.h"
#include "app-main.h"

#include <string.h>

#include "nb-ui-field-row.h"
#include "nb-ui-last-year.h"
#include "nb-ui-line-editor.h"
#include "nb-ui-phrase-chooser.h"
#include "nb-ui-portal-window.h"

static GtkWidget *
get_row (AppFixture *fixture, const char *field)
{
  return GTK_WIDGET (
      nb_ui_form_view_lookup_row (nb_ui_window_get_form_view (fixture->window), field));
}

static void
do_in (AppFixture *fixture, const char *field, const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_row (fixture, field), action, NULL));
}

static void
assert_clipboard (AppFixture *fixture, const char *text)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, text);
}

/* Canonical, without the unit; the filing copy's own fields are not for the portal. */
static void
test_copy (AppFixture *fixture, const void *data)
{
  nb_report_set_text (app_get_report (fixture), "initial-capital", "170万元", NULL);
  do_in (fixture, "initial-capital", "field.copy");
  assert_clipboard (fixture, "170.00");
  nb_report_set_text (app_get_report (fixture), "activities", "甲\n乙", NULL);
  do_in (fixture, "activities", "field.copy");
  assert_clipboard (fixture, "甲\n乙");

  /* What cannot be read is not copied, nor is what stays in the house. */
  nb_report_set_text (app_get_report (fixture), "initial-capital", "很多", NULL);
  do_in (fixture, "initial-capital", "field.copy");
  assert_clipboard (fixture, "甲\n乙");
  nb_report_set_text (app_get_report (fixture), "phone", "12345", NULL);
  do_in (fixture, "phone", "field.copy");
  assert_clipboard (fixture, "甲\n乙");

  /* By keyboard: the field that has the focus. */
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), "name");
  app_activate (fixture, "win.copy-field");
  assert_clipboard (fixture, "白石县美术馆");
}

static NbUiPortalWindow *
find_portal (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (NB_UI_IS_PORTAL_WINDOW (window))
        return NB_UI_PORTAL_WINDOW (window);
    }
  return NULL;
}

/* Every published field once, in the order of the form, each step copying. */
static void
test_portal (AppFixture *fixture, const void *data)
{
  NbForm *form = nb_report_get_form (app_get_report (fixture));
  g_autoptr (NbReportData) content = nb_report_freeze (app_get_report (fixture));
  NbUiPortalWindow *portal;

  app_activate (fixture, "win.portal");
  portal = find_portal ();
  g_assert_nonnull (portal);
  app_spin (100);
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);
      g_autofree char *text = nb_report_data_dup_canonical (content, def->id);

      if (!def->published)
        continue;
      g_assert_nonnull (app_find_label (GTK_WIDGET (portal), def->label));
      assert_clipboard (fixture, text);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (portal), "portal.step", "i", 1));
    }
  g_assert_nonnull (app_find_label (GTK_WIDGET (portal), "no further field"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (portal), "portal.step", "i", -1));
  app_activate (fixture, "win.portal");
}

static void
choose (AppFixture *fixture, const char *field, const char *text)
{
  g_assert_true (gtk_widget_activate_action (get_row (fixture, field), "field.choose", "s", text));
}

static void
test_sentences (AppFixture *fixture, const void *data)
{
  NbReport *report = app_get_report (fixture);
  GtkWidget *row = get_row (fixture, "registration-changes");
  GtkWidget *chooser = app_find_widget (row, NB_UI_TYPE_PHRASE_CHOOSER);
  g_autofree char *sentence = NULL;
  GtkWidget *label;

  /* One press where the registry has the word, nothing where it has none. */
  g_assert_true (gtk_widget_get_visible (
      app_find_widget (get_row (fixture, "donations"), NB_UI_TYPE_PHRASE_CHOOSER)));
  g_assert_nonnull (app_find_label (get_row (fixture, "donations"), "无"));
  g_assert_false (gtk_widget_get_visible (
      app_find_widget (get_row (fixture, "address"), NB_UI_TYPE_PHRASE_CHOOSER)));

  /* The sentences of a registry come with it, and name the report year. */
  nb_report_set_registry (report, "370000", NULL);
  g_assert_true (gtk_widget_get_visible (chooser));
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window),
                               "registration-changes");
  app_spin (200);
  app_activate (fixture, "win.sentences");
  app_spin (200);
  label = app_find_label (chooser, "2022年度，我单位");
  g_assert_nonnull (label);
  g_assert_cmpint (gtk_widget_get_width (label), >, 200);
  g_assert_nonnull (app_find_label (chooser, "Authority"));
  sentence = g_strdup (gtk_label_get_text (GTK_LABEL (label)));
  g_assert_null (strstr (sentence, "${"));
  choose (fixture, "registration-changes", sentence);
  app_spin (100);
  app_assert_text (fixture, "registration-changes", sentence);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == app_get_editor (fixture, "registration-changes"));

  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "registration-changes", "2022年度无变更登记事项。");
}

static gboolean
has_previous (AppFixture *fixture)
{
  return nb_ui_document_get_previous (nb_ui_window_get_document (fixture->window)) != NULL;
}

static NbUiLastYear *
get_last_year (AppFixture *fixture, const char *field)
{
  return NB_UI_LAST_YEAR (app_find_widget (get_row (fixture, field), NB_UI_TYPE_LAST_YEAR));
}

/* The table says what comes from where; taking over is one undo step. */
static void
test_last_year (AppFixture *fixture, const void *data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "app", "gallery.txt", NULL);
  NbReport *report = app_get_report (fixture);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_last_year (fixture, "staff-count"))));
  nb_report_set_text (report, "staff-count", "9", NULL);
  nb_report_set_text (report, "activities", "", NULL);
  nb_ui_window_compare_with (fixture->window, path);
  app_wait (fixture, has_previous, "last year's report");

  g_assert_cmpstr (nb_ui_last_year_get_offer (get_last_year (fixture, "staff-count")), ==, "7");
  g_assert_cmpstr (nb_ui_last_year_get_offer (get_last_year (fixture, "net-assets-opening")), ==,
                   "50.80");
  g_assert_nonnull (app_find_label (get_row (fixture, "net-assets-opening"), "年末数"));
  /* It begins anew every year: shown, not offered. */
  g_assert_null (nb_ui_last_year_get_offer (get_last_year (fixture, "net-assets-closing")));
  g_assert_cmpstr (nb_ui_last_year_get_words (get_last_year (fixture, "net-assets-closing")), ==,
                   "Last year: 50.80");
  /* It stands there already. */
  g_assert_null (nb_ui_last_year_get_offer (get_last_year (fixture, "name")));

  do_in (fixture, "staff-count", "field.take-over");
  app_assert_text (fixture, "staff-count", "7");
  g_assert_null (nb_ui_last_year_get_offer (get_last_year (fixture, "staff-count")));
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), "activities");
  app_activate (fixture, "win.take-over");
  g_assert_false (
      nb_text_is_empty (nb_field_get_text (nb_report_lookup_field (report, "activities"))));
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "activities", "");
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "staff-count", "9");
}

static void
test_reading (AppFixture *fixture, const void *data)
{
  NbUiLineEditor *editor = NB_UI_LINE_EDITOR (gtk_widget_get_ancestor (
      app_get_editor (fixture, "initial-capital"), NB_UI_TYPE_LINE_EDITOR));

  g_assert_cmpstr (nb_ui_line_editor_get_reading (editor), ==, "= 500,000 元");
  gtk_editable_set_text (GTK_EDITABLE (app_get_editor (fixture, "initial-capital")), "170万");
  g_assert_cmpstr (nb_ui_line_editor_get_reading (editor), ==, "= 1,700,000 元");
  g_assert_nonnull (app_find_label (GTK_WIDGET (editor), "= 1,700,000 元"));
  gtk_editable_set_text (GTK_EDITABLE (app_get_editor (fixture, "initial-capital")), "很多");
  g_assert_null (nb_ui_line_editor_get_reading (editor));

  editor = NB_UI_LINE_EDITOR (
      gtk_widget_get_ancestor (app_get_editor (fixture, "filing-date"), NB_UI_TYPE_LINE_EDITOR));
  gtk_editable_set_text (GTK_EDITABLE (app_get_editor (fixture, "filing-date")), "2023年3月8日");
  g_assert_cmpstr (nb_ui_line_editor_get_reading (editor), ==, "= 2023-03-08");
}

/* The source of a help line is there when it is asked for. */
static void
test_note (AppFixture *fixture, const void *data)
{
  GtkWidget *row = get_row (fixture, "credit-code");

  g_assert_null (app_find_label (row, "GB 32100"));
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), "credit-code");
  app_activate (fixture, "win.explain");
  app_spin (50);
  g_assert_nonnull (app_find_label (row, "GB 32100"));
  app_activate (fixture, "win.explain");
  app_spin (50);
  g_assert_null (app_find_label (row, "GB 32100"));
}

/* A signed report offers nothing that would change it. */
static void
test_signed (AppFixture *fixture, const void *data)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (NbReportData) content = nb_report_freeze (app_get_report (fixture));
  g_autoptr (NbUiDocument) document = nb_ui_document_new (job, content, fixture->path, TRUE);

  nb_ui_window_set_document (fixture->window, document);
  nb_ui_document_set_previous (document, content);
  g_assert_false (gtk_widget_get_visible (
      app_find_widget (get_row (fixture, "donations"), NB_UI_TYPE_PHRASE_CHOOSER)));
  g_assert_null (nb_ui_last_year_get_offer (get_last_year (fixture, "year")));
  choose (fixture, "donations", "无可奉告");
  app_assert_text (fixture, "donations", "无");
  do_in (fixture, "name", "field.copy");
  assert_clipboard (fixture, "白石县美术馆");
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/fields/copy", test_copy);
  add_test ("/app/fields/portal", test_portal);
  add_test ("/app/fields/sentences", test_sentences);
  add_test ("/app/fields/last-year", test_last_year);
  add_test ("/app/fields/reading", test_reading);
  add_test ("/app/fields/note", test_note);
  add_test ("/app/fields/signed", test_signed);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
