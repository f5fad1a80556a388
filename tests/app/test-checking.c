/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told of a report, when, and what a person does about it. */

#include "app-fixture.h"
#include "app-main.h"

#include <string.h>

#include "nb-ui-check-report.h"
#include "nb-ui-filing-list.h"
#include "nb-ui-finding-row.h"
#include "nb-ui-findings-pane.h"
#include "nb-ui-report-view.h"
#include "nb-ui-section-list.h"

static NbUiReportView *
get_view (AppFixture *fixture)
{
  return NB_UI_REPORT_VIEW (app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_REPORT_VIEW));
}

static NbUiReview *
get_review (AppFixture *fixture)
{
  return nb_ui_report_view_get_review (get_view (fixture));
}

static GtkListBox *
get_list (AppFixture *fixture)
{
  GtkWidget *pane = app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_FINDINGS_PANE);

  return GTK_LIST_BOX (app_find_widget (pane, GTK_TYPE_LIST_BOX));
}

static GtkWidget *
get_focus (AppFixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static gboolean
has_focus (AppFixture *fixture, const char *field)
{
  GtkWidget *focus = get_focus (fixture);
  GtkWidget *editor = app_get_editor (fixture, field);

  return focus == editor || (focus != NULL && gtk_widget_is_ancestor (focus, editor));
}

static void
focus_field (AppFixture *fixture, const char *field)
{
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), field);
}

static gboolean
has_code_error (AppFixture *fixture)
{
  return app_find_finding (fixture, "credit-code", "R02") != NULL;
}

/* Nothing shouts before a field was left; then only that field does. */
static void
test_silence (AppFixture *fixture, const void *data)
{
  NbUiReview *review = get_review (fixture);
  guint n;

  nb_report_set_text (app_get_report (fixture), "name", "", NULL);
  nb_ui_document_check (nb_ui_window_get_document (fixture->window));
  g_assert_true (nb_finding_list_has_errors (
      nb_ui_document_get_findings (nb_ui_window_get_document (fixture->window))));
  g_assert_cmpuint (g_list_model_get_n_items (nb_ui_review_get_findings (review)), ==, 0);
  g_assert_null (app_find_finding (fixture, "credit-code", "R02"));
  g_assert_cmpint (nb_ui_review_get_section_state (review, "cover", &n), ==,
                   NB_UI_SECTION_UNTOUCHED);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (app_get_editor (fixture, "credit-code")),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);

  focus_field (fixture, "credit-code");
  app_spin (500);
  g_assert_false (has_code_error (fixture));
  focus_field (fixture, "preparer");
  app_wait (fixture, has_code_error, "the finding of the field that was left");
  g_assert_null (app_find_finding (fixture, "name", "R01"));
  g_assert_cmpint (nb_ui_review_get_section_state (review, "cover", &n), ==, NB_UI_SECTION_ERRORS);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (nb_ui_review_get_section_state (review, "certificate", &n), ==,
                   NB_UI_SECTION_UNTOUCHED);

  app_check (fixture);
  g_assert_nonnull (app_find_finding (fixture, "name", "R01"));
  g_assert_cmpint (nb_ui_review_get_section_state (review, "certificate", &n), ==,
                   NB_UI_SECTION_ERRORS);
  g_assert_cmpint (nb_ui_review_get_section_state (review, "assets", &n), ==, NB_UI_SECTION_FINE);
}

/* Every section has a row whose name says its state. */
static void
test_sections (AppFixture *fixture, const void *data)
{
  GtkWidget *sections = app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_SECTION_LIST);
  GtkListBox *list = GTK_LIST_BOX (app_find_widget (sections, GTK_TYPE_LIST_BOX));
  NbForm *form = nb_report_get_form (app_get_report (fixture));
  guint n = nb_form_get_n_sections (form);

  app_check (fixture);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, (int) n - 1));
  g_assert_null (gtk_list_box_get_row_at_index (list, (int) n));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (list, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Cover: 1 error");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (list, 2)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Assets: Fine");

  /* Each leads to its first field, and follows the focus. */
  for (guint i = 0; i < n; i++)
    {
      const char *section = nb_form_get_section (form, i)->id;

      g_assert_true (
          gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.section", "u", i + 1));
      g_assert_cmpstr (nb_ui_field_row_get_def (nb_ui_form_view_get_focus_row (
                                                    nb_ui_window_get_form_view (fixture->window)))
                           ->section,
                       ==, section);
      g_assert_true (gtk_list_box_get_selected_row (list)
                     == gtk_list_box_get_row_at_index (list, (int) i));
    }
}

static gboolean
is_progress_16 (AppFixture *fixture)
{
  return nb_ui_review_count_filled (get_review (fixture)) == 16;
}

static void
test_progress (AppFixture *fixture, const void *data)
{
  g_assert_cmpuint (nb_ui_review_count_filled (get_review (fixture)), ==, 17);
  gtk_editable_set_text (GTK_EDITABLE (app_get_editor (fixture, "online-name")), "");
  app_wait (fixture, is_progress_16, "the progress");
  app_spin (400);
  gtk_test_accessible_assert_relation (
      GTK_ACCESSIBLE (app_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_PROGRESS_BAR)),
      GTK_ACCESSIBLE_RELATION_LABELLED_BY,
      app_find_widget (app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_SECTION_LIST),
                       GTK_TYPE_LABEL),
      NULL);
}

/* F5 tells by where it puts the focus; the rows lead to the places. */
static void
test_pane (AppFixture *fixture, const void *data)
{
  GtkListBox *list = get_list (fixture);
  GtkListBoxRow *row;
  GtkTextIter start, end;

  focus_field (fixture, "preparer");
  app_check (fixture);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_focus (fixture)),
                                   GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_focus (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "1 error, 1 warning");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));
  app_activate (fixture, "win.switch-pane");
  g_assert_true (has_focus (fixture, "preparer"));

  row = gtk_list_box_get_row_at_index (list, 1);
  g_assert_nonnull (row);
  g_assert_nonnull (gtk_list_box_row_get_header (row));
  g_signal_emit_by_name (row, "activate");
  g_assert_true (has_focus (fixture, "purpose"));
  g_assert_true (
      gtk_text_buffer_get_selection_bounds (app_get_buffer (fixture, "purpose"), &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 9);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 10);
}

static void
test_steps (AppFixture *fixture, const void *data)
{
  /* The first step checks everything by itself. */
  app_activate (fixture, "win.next-finding");
  g_assert_true (has_focus (fixture, "credit-code"));
  app_activate (fixture, "win.next-finding");
  g_assert_true (has_focus (fixture, "purpose"));
  app_activate (fixture, "win.next-finding");
  g_assert_true (has_focus (fixture, "credit-code"));
  app_activate (fixture, "win.previous-finding");
  g_assert_true (has_focus (fixture, "purpose"));

  /* From where the person is. */
  focus_field (fixture, "name");
  app_activate (fixture, "win.next-finding");
  g_assert_true (has_focus (fixture, "purpose"));
  focus_field (fixture, "name");
  app_activate (fixture, "win.previous-finding");
  g_assert_true (has_focus (fixture, "credit-code"));

  /* With nothing left it says so. */
  gtk_editable_set_text (GTK_EDITABLE (app_get_editor (fixture, "credit-code")),
                         "1261032612345678XJ");
  nb_report_set_text (app_get_report (fixture), "purpose", "收藏、展出美术作品。", NULL);
  focus_field (fixture, "name");
  app_activate (fixture, "win.next-finding");
  g_assert_true (has_focus (fixture, "name"));
  g_assert_nonnull (
      app_find_widget (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget")));
}

/* A finding that is mended in the pane leaves the focus to the next one. */
static void
test_fix_in_pane (AppFixture *fixture, const void *data)
{
  GtkListBox *list = get_list (fixture);
  GtkListBoxRow *row;

  app_check (fixture);
  row = gtk_list_box_get_row_at_index (list, 1);
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  gtk_widget_activate_action (gtk_list_box_row_get_child (row), "finding.fix", NULL);
  app_assert_text (fixture, "purpose", "收藏、展出美术作品，开展美术教育。");
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));
  g_assert_true (get_focus (fixture) == GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
}

/* A warning is answered in its row; the answer lapses with the text. */
static void
test_answer (AppFixture *fixture, const void *data)
{
  NbUiReview *review = get_review (fixture);
  g_autoptr (NbReportData) content = NULL;
  GtkWidget *row;
  GtkEditable *entry;

  app_check (fixture);
  g_assert_cmpuint (nb_ui_review_count (review, NB_SEVERITY_WARNING), ==, 1);
  row = app_find_finding (fixture, "purpose", "R40");
  g_assert_true (gtk_widget_activate_action (row, "finding.answer", NULL));
  entry = GTK_EDITABLE (app_find_widget (row, GTK_TYPE_ENTRY));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (entry)));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (entry)));
  gtk_editable_set_text (entry, "原文如此");
  g_assert_true (gtk_widget_activate_action (row, "finding.save-answer", NULL));
  content = nb_report_freeze (app_get_report (fixture));
  g_assert_cmpuint (nb_report_data_get_n_answers (content), ==, 1);
  g_assert_cmpuint (nb_ui_review_count (review, NB_SEVERITY_WARNING), ==, 0);
  g_assert_cmpint (nb_ui_review_get_section_state (review, "certificate", NULL), ==,
                   NB_UI_SECTION_FINE);
  g_assert_true (has_focus (fixture, "purpose"));

  app_activate (fixture, "win.undo");
  app_check (fixture);
  g_assert_cmpuint (nb_ui_review_count (review, NB_SEVERITY_WARNING), ==, 1);
  app_activate (fixture, "win.redo");
  app_check (fixture);
  g_assert_cmpuint (nb_ui_review_count (review, NB_SEVERITY_WARNING), ==, 0);

  nb_report_set_text (app_get_report (fixture), "purpose", "收藏、展出美术作品,开展教育。", NULL);
  app_check (fixture);
  g_assert_cmpuint (nb_ui_review_count (review, NB_SEVERITY_WARNING), ==, 1);
}

/* Whoever asks is told rule, authority and source. */
static void
test_why (AppFixture *fixture, const void *data)
{
  GtkWidget *row, *why;

  app_check (fixture);
  row = app_find_finding (fixture, "purpose", "R40");
  why = app_find_widget (row, GTK_TYPE_TOGGLE_BUTTON);
  g_assert_true (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (why), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (why), TRUE);
  app_spin (50);
  g_assert_nonnull (app_find_label (row, "R40"));
  g_assert_nonnull (app_find_label (row, "GB/T 15834-2011"));
}

/* The checklist is there without being asked to check, and says of each item whether it is done. */
static void
test_filing (AppFixture *fixture, const void *data)
{
  GtkWidget *filing;

  app_activate (fixture, "win.filing");
  filing = app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_FILING_LIST);
  g_assert_true (gtk_widget_get_mapped (filing));
  g_assert_nonnull (app_find_label (filing, "资产负债表"));
  g_assert_nonnull (app_find_label (filing, "31 March"));
  nb_report_set_text (app_get_report (fixture), "filing-date", "2023-05-01", NULL);
  nb_ui_document_check (nb_ui_window_get_document (fixture->window));
  g_assert_nonnull (app_find_widget (filing, NB_UI_TYPE_FINDING_ROW));
  /* What is missing for filing is no fault of the report. */
  g_assert_null (app_find_finding (fixture, "filing-date", "R05"));
}

/* The finding of @rule on the checklist. */
static NbUiFindingRow *
find_item (GtkWidget *filing, const char *rule)
{
  GtkListBox *list = GTK_LIST_BOX (app_find_widget (filing, GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      GtkWidget *child = gtk_list_box_row_get_child (row);

      if (NB_UI_IS_FINDING_ROW (child)
          && g_str_equal (
              nb_finding_get_rule (nb_ui_finding_row_get_finding (NB_UI_FINDING_ROW (child))),
              rule))
        return NB_UI_FINDING_ROW (child);
    }
  return NULL;
}

/* A warning about no field, such as a picture that is too large, is answered like any other. */
static void
test_answer_about_report (AppFixture *fixture, const void *data)
{
  GtkWidget *filing, *row;

  nb_report_add_attachment (app_get_report (fixture), "other", "图.jpg", 200000,
                            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                            NULL);
  app_activate (fixture, "win.filing");
  nb_ui_document_check (nb_ui_window_get_document (fixture->window));
  filing = app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_FILING_LIST);
  row = GTK_WIDGET (find_item (filing, "R65"));
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_activate_action (row, "finding.answer", NULL));
  gtk_editable_set_text (GTK_EDITABLE (app_find_widget (row, GTK_TYPE_ENTRY)),
                         "登记管理机关收得下");
  g_assert_true (gtk_widget_activate_action (row, "finding.save-answer", NULL));
  nb_ui_document_check (nb_ui_window_get_document (fixture->window));
  row = GTK_WIDGET (find_item (filing, "R65"));
  g_assert_cmpstr (nb_finding_get_answer (nb_ui_finding_row_get_finding (NB_UI_FINDING_ROW (row))),
                   ==, "登记管理机关收得下");
  g_assert_nonnull (app_find_label (row, "登记管理机关收得下"));
}

/* The check report is a text of everything that F5 finds, and fits on paper. */
static void
test_report (AppFixture *fixture, const void *data)
{
  NbUiDocument *document = nb_ui_window_get_document (fixture->window);
  g_autofree char *text_path = g_build_filename (fixture->folder, "check.txt", NULL);
  g_autofree char *pdf_path = g_build_filename (fixture->folder, "check.pdf", NULL);
  g_autofree char *text = NULL;
  g_autofree char *pdf = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  nb_ui_check_report_save (document, text_path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (text_path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "统一社会信用代码"));
  g_assert_nonnull (strstr (text, "白石县美术馆"));

  operation = nb_ui_check_report_print_operation_new (document);
  gtk_print_operation_set_export_filename (operation, pdf_path);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (pdf_path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/checking/silence", test_silence);
  add_test ("/app/checking/sections", test_sections);
  add_test ("/app/checking/progress", test_progress);
  add_test ("/app/checking/pane", test_pane);
  add_test ("/app/checking/steps", test_steps);
  add_test ("/app/checking/fix-in-pane", test_fix_in_pane);
  add_test ("/app/checking/answer", test_answer);
  add_test ("/app/checking/why", test_why);
  add_test ("/app/checking/filing", test_filing);
  add_test ("/app/checking/answer-about-report", test_answer_about_report);
  add_test ("/app/checking/report", test_report);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
