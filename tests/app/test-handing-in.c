/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A report on its way to the registry, and back. */

#include "app-fixture.h"
#include "app-main.h"
#include "app-signed.h"

#include <glib/gstdio.h>
#include <string.h>

#include "nb-ui-filing-item.h"
#include "nb-ui-filing-list.h"
#include "nb-ui-findings-pane.h"
#include "nb-ui-handing-in.h"
#include "nb-ui-portal-window.h"
#include "nb-ui-remark-list.h"
#include "nb-ui-report-view.h"
#include "nb-ui-step-list.h"
#include "nb-ui-window-private.h"

#define CODE "1261032612345678XJ"

static NbUiHandingIn *
get_handing_in (AppFixture *fixture)
{
  return nb_ui_document_get_handing_in (nb_ui_window_get_document (fixture->window));
}

static GtkWidget *
get_steps (AppFixture *fixture)
{
  return app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_STEP_LIST);
}

static GtkWidget *
get_remarks (AppFixture *fixture)
{
  return app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_REMARK_LIST);
}

/* What an earlier test kept of the same institution. */
static void
forget (void)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_data_dir (), "nianbao", "handing-in", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static void
set_up (AppFixture *fixture, const void *data)
{
  forget ();
  app_fixture_set_up (fixture, data);
}

static NbUiStepState
get_state (AppFixture *fixture, NbStep step)
{
  NbDate day;

  return nb_ui_handing_in_get_step (get_handing_in (fixture), step, &day);
}

static void
test_steps (AppFixture *fixture, const void *data)
{
  NbReport *report = app_get_report (fixture);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (now));

  app_activate (fixture, "win.filing");
  app_spin (50);
  g_assert_nonnull (app_find_label (get_steps (fixture), "Not yet"));
  g_assert_nonnull (app_find_label (get_steps (fixture), "The last day, 2023-03-31, was"));

  /* A report with errors is not checked. */
  app_check (fixture);
  g_assert_cmpint (get_state (fixture, NB_STEP_CHECKED), ==, NB_UI_STEP_OPEN);
  nb_report_set_text (report, "credit-code", CODE, NULL);
  app_check (fixture);
  g_assert_cmpint (get_state (fixture, NB_STEP_CHECKED), ==, NB_UI_STEP_DONE);
  nb_report_set_text (report, "preparer", "方", NULL);
  g_assert_cmpint (get_state (fixture, NB_STEP_CHECKED), ==, NB_UI_STEP_STALE);
  app_activate (fixture, "win.filing");
  app_spin (400);
  g_assert_nonnull (app_find_label (get_steps (fixture), today));
  g_assert_nonnull (app_find_label (get_steps (fixture), "changed since"));

  /* The deadline comes from the form, and nobody hurries who handed in. */
  nb_report_set_text (report, "year", year, NULL);
  nb_ui_document_check (nb_ui_window_get_document (fixture->window));
  g_assert_nonnull (app_find_label (get_steps (fixture), "left, until"));
  nb_ui_handing_in_set_step (get_handing_in (fixture), NB_STEP_SUBMITTED, (NbDate){ 2023, 3, 1 });
  g_assert_nonnull (app_find_label (get_steps (fixture), "2023-03-01"));
  g_assert_null (app_find_label (get_steps (fixture), "left, until"));
  nb_ui_handing_in_set_step (get_handing_in (fixture), NB_STEP_SUBMITTED, (NbDate){ 0 });
  g_assert_nonnull (app_find_label (get_steps (fixture), "left, until"));
}

static gboolean
is_printed (AppFixture *fixture)
{
  return get_state (fixture, NB_STEP_PRINTED) == NB_UI_STEP_DONE;
}

/* A step is made where the filing copy is: what is published is not what is handed in. */
static void
test_printed (AppFixture *fixture, const void *data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "form.pdf", NULL);

  nb_ui_window_export_pdf (fixture->window, (NbPrinting){ .copy = NB_COPY_PUBLICATION }, path);
  for (guint i = 0; i < 100 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    app_spin (50);
  app_spin (100);
  g_assert_cmpint (get_state (fixture, NB_STEP_PRINTED), ==, NB_UI_STEP_OPEN);
  nb_ui_window_export_pdf (fixture->window, (NbPrinting){ .copy = NB_COPY_FILING }, path);
  app_wait (fixture, is_printed, "the step");
}

/* By hand: the day is typed, or taken back. */
static void
test_by_hand (AppFixture *fixture, const void *data)
{
  GtkWidget *button, *entry, *set;

  app_activate (fixture, "win.filing");
  app_spin (50);
  button = app_find_widget (get_steps (fixture), GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  app_spin (100);
  entry = app_find_widget (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                           GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  g_assert_cmpuint (strlen (gtk_editable_get_text (GTK_EDITABLE (entry))), ==,
                    strlen ("2023-03-01"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "soon");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpint (get_state (fixture, NB_STEP_CHECKED), ==, NB_UI_STEP_OPEN);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2023年3月5日");
  g_signal_emit_by_name (entry, "activate");
  app_spin (50);
  g_assert_cmpint (get_state (fixture, NB_STEP_CHECKED), ==, NB_UI_STEP_DONE);
  g_assert_nonnull (app_find_label (get_steps (fixture), "2023-03-05"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  app_spin (50);
  set = app_find_label (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                        "Not Done");
  g_signal_emit_by_name (gtk_widget_get_ancestor (set, GTK_TYPE_BUTTON), "clicked");
  app_spin (50);
  g_assert_cmpint (get_state (fixture, NB_STEP_CHECKED), ==, NB_UI_STEP_OPEN);
}

/* The report of the fixture as the registry sends it back; its path. */
static char *
make_returned (AppFixture *fixture, const char *remark, gboolean accepted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *registration =
      nb_job_format_registration (remark, accepted, (NbDate){ 2023, 3, 9 }, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = app_sign (fixture, registration);
  return app_write (fixture, "back.xml", bytes);
}

static void
show (AppFixture *fixture, const char *path)
{
  nb_ui_window_set_document (fixture->window, NULL);
  app_open (fixture, path);
  app_spin (50);
}

static void
test_returned (AppFixture *fixture, const void *data)
{
  g_autofree char *path =
      make_returned (fixture, "1. 住所漏写路名；2. 年末数与资产负债表不符\n请一并盖章", FALSE);
  NbUiFormView *form;
  GtkWidget *tick, *button;
  guint n_done;

  show (fixture, path);
  g_assert_true (gtk_widget_get_mapped (get_remarks (fixture)));
  g_assert_cmpuint (nb_ui_remark_list_count (NB_UI_REMARK_LIST (get_remarks (fixture)), &n_done),
                    ==, 3);
  g_assert_cmpuint (n_done, ==, 0);
  g_assert_nonnull (app_find_label (get_remarks (fixture), "请一并盖章"));
  g_assert_cmpint (get_state (fixture, NB_STEP_RETURNED), ==, NB_UI_STEP_FILED);
  g_assert_cmpint (get_state (fixture, NB_STEP_SIGNED), ==, NB_UI_STEP_FILED);

  /* A point is ticked, and leads to its field; both stay with the copy that is corrected. */
  tick = app_find_widget (get_remarks (fixture), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
  g_assert_nonnull (app_find_label (get_remarks (fixture), "1 of 3 done"));
  app_activate (fixture, "win.revise");
  app_spin (50);
  g_assert_nonnull (app_find_label (get_remarks (fixture), "1 of 3 done"));
  button = gtk_widget_get_ancestor (app_find_label (get_remarks (fixture), "住所"),
                                    GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
  button = gtk_widget_get_next_sibling (button);
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
  form = nb_ui_window_get_form_view (fixture->window);
  g_assert_cmpstr (nb_ui_field_row_get_def (nb_ui_form_view_get_focus_row (form))->id, ==,
                   "address");
  g_assert_cmpint (get_state (fixture, NB_STEP_SIGNED), ==, NB_UI_STEP_OPEN);
  g_assert_cmpint (get_state (fixture, NB_STEP_RETURNED), !=, NB_UI_STEP_OPEN);

  /* The same report in its first version was not returned for anything it could put right. */
  show (fixture, fixture->path);
  g_assert_cmpint (get_state (fixture, NB_STEP_RETURNED), !=, NB_UI_STEP_FILED);
}

static void
test_accepted (AppFixture *fixture, const void *data)
{
  g_autofree char *path = make_returned (fixture, "", TRUE);

  show (fixture, path);
  g_assert_false (gtk_widget_get_mapped (get_remarks (fixture)));
  app_activate (fixture, "win.filing");
  app_spin (50);
  g_assert_nonnull (app_find_label (get_steps (fixture), "Accepted on 2023-03-09"));
}

/* The item of the paper whose label has @label in it. */
static NbUiFilingItem *
get_paper (AppFixture *fixture, const char *label)
{
  GtkWidget *filing = app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_FILING_LIST);
  GtkListBox *list = GTK_LIST_BOX (app_find_widget (filing, GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      GtkWidget *child = gtk_list_box_row_get_child (row);

      if (NB_UI_IS_FILING_ITEM (child)
          && strstr (nb_ui_filing_item_get_name (NB_UI_FILING_ITEM (child)), label) != NULL)
        return NB_UI_FILING_ITEM (child);
    }
  g_assert_not_reached ();
}

static GBytes *
write_report (AppFixture *fixture)
{
  g_autoptr (NbReportData) data = nb_report_freeze (app_get_report (fixture));
  g_autoptr (GError) error = NULL;
  GBytes *bytes = nb_job_write (fixture->window->job, data, &error);

  g_assert_no_error (error);
  return bytes;
}

static gboolean
is_attached (AppFixture *fixture)
{
  return app_find_label (GTK_WIDGET (get_paper (fixture, "资产负债表")), "负债.pdf") != NULL;
}

static gboolean
is_told (AppFixture *fixture)
{
  g_autofree char *toast = app_dup_toast (fixture);

  return toast != NULL;
}

/* A file that is let go over a paper is attached as such; each step can be undone and done again. */
static void
test_papers (AppFixture *fixture, const void *data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "负债.pdf", NULL);
  g_autoptr (GBytes) before = write_report (fixture);
  g_autoptr (GBytes) attached = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  g_autoptr (GBytes) taken_out = NULL;
  const char *text;

  g_assert_true (g_file_set_contents (path, "%PDF-1.4\n", -1, NULL));
  app_activate (fixture, "win.filing");
  app_spin (50);
  g_assert_nonnull (app_find_label (GTK_WIDGET (get_paper (fixture, "资产负债表")), "Needed"));
  app_drop (GTK_WIDGET (get_paper (fixture, "资产负债表")), path);
  app_wait (fixture, is_attached, "the paper");
  attached = write_report (fixture);
  text = g_bytes_get_data (attached, NULL);
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (attached), "size=\"9\""));

  app_activate (fixture, "win.undo");
  app_spin (400);
  undone = write_report (fixture);
  g_assert_true (g_bytes_equal (undone, before));
  g_assert_false (is_attached (fixture));
  app_activate (fixture, "win.redo");
  redone = write_report (fixture);
  g_assert_true (g_bytes_equal (redone, attached));
  app_wait (fixture, is_attached, "the paper again");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.detach", "u", 0));
  app_spin (50);
  g_assert_false (is_attached (fixture));
  taken_out = write_report (fixture);
  g_assert_true (g_bytes_equal (taken_out, before));
  app_activate (fixture, "win.undo");
  app_wait (fixture, is_attached, "the paper that was taken out");
}

/* What is no file, or not there, is said, and changes nothing. */
static void
test_papers_refused (AppFixture *fixture, const void *data)
{
  g_autoptr (GBytes) before = write_report (fixture);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *toast = NULL;

  app_activate (fixture, "win.filing");
  app_spin (50);
  app_drop (GTK_WIDGET (get_paper (fixture, "资产负债表")), "/dev/zero");
  app_wait (fixture, is_told, "the sentence");
  toast = app_dup_toast (fixture);
  g_assert_cmpstr (toast, ==, "“/dev/zero” is not a file.");
  after = write_report (fixture);
  g_assert_true (g_bytes_equal (after, before));
}

/* What is signed stays as it is. */
static void
test_papers_signed (AppFixture *fixture, const void *data)
{
  g_autofree char *path = make_returned (fixture, "", TRUE);
  GtkWidget *item;

  show (fixture, path);
  app_activate (fixture, "win.filing");
  app_spin (50);
  item = GTK_WIDGET (get_paper (fixture, "资产负债表"));
  g_assert_null (app_find_widget (item, GTK_TYPE_BUTTON));
  nb_ui_document_attach (nb_ui_window_get_document (fixture->window), "other", path);
  app_spin (100);
  g_assert_false (nb_ui_document_get_modified (nb_ui_window_get_document (fixture->window)));
}

static GtkWidget *
open_portal (AppFixture *fixture)
{
  GtkWidget *portal;

  app_activate (fixture, "win.portal");
  app_spin (50);
  portal = app_find_window (NB_UI_TYPE_PORTAL_WINDOW);
  g_assert_nonnull (portal);
  return portal;
}

/* What was copied is marked, kept with the report, and told from what was changed since. */
static void
test_portal (AppFixture *fixture, const void *data)
{
  GtkWidget *portal = open_portal (fixture);
  GtkListBox *list = GTK_LIST_BOX (app_find_widget (portal, GTK_TYPE_LIST_BOX));

  g_assert_nonnull (app_find_label (portal, "1 of 16 fields copied"));
  g_assert_true (gtk_widget_activate_action (portal, "portal.step", "i", 1));
  g_assert_nonnull (app_find_label (portal, "2 of 16 fields copied"));
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, 6), "activate");
  g_assert_nonnull (app_find_label (portal, "3 of 16 fields copied"));
  g_assert_nonnull (app_find_label (portal, "Not copied yet"));
  gtk_window_destroy (GTK_WINDOW (portal));
  app_spin (20);

  show (fixture, fixture->path);
  portal = open_portal (fixture);
  g_assert_nonnull (app_find_label (portal, "3 of 16 fields copied"));
  nb_report_set_text (app_get_report (fixture), "purpose", "别的", NULL);
  app_spin (20);
  g_assert_nonnull (app_find_label (portal, "2 of 16 fields copied"));
  g_assert_nonnull (app_find_label (portal, "and changed since"));
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/handing-in/steps", test_steps);
  add_test ("/app/handing-in/by-hand", test_by_hand);
  add_test ("/app/handing-in/printed", test_printed);
  add_test ("/app/handing-in/returned", test_returned);
  add_test ("/app/handing-in/accepted", test_accepted);
  add_test ("/app/handing-in/papers", test_papers);
  add_test ("/app/handing-in/papers-refused", test_papers_refused);
  add_test ("/app/handing-in/papers-signed", test_papers_signed);
  add_test ("/app/handing-in/portal", test_portal);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
