/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app-main.h"

#include <glib/gstdio.h>
#include <string.h>

#include "nb-ui-draft.h"

static char *
dup_drafts (void)
{
  return g_build_filename (g_get_user_state_dir (), "nianbao", "drafts", NULL);
}

/* The report that the one draft there is holds now; NULL: there is none. */
static char *
dup_draft_report (void)
{
  g_autofree char *place = dup_drafts ();
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;
  char *content = NULL;

  if (name != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, "report.xml", NULL);

      g_file_get_contents (path, &content, NULL, NULL);
    }
  return content;
}

static gboolean
draft_says_fang (AppFixture *fixture)
{
  g_autofree char *content = dup_draft_report ();

  return content != NULL && strstr (content, "方小明") != NULL;
}

static gboolean
has_no_draft (AppFixture *fixture)
{
  g_autofree char *content = dup_draft_report ();

  return content == NULL;
}

static gboolean
has_dialog (AppFixture *fixture)
{
  return app_find_dialog () != NULL;
}

static void
type_name (AppFixture *fixture, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (app_get_entry_text (fixture, "preparer")), name);
}

static void
set_up (AppFixture *fixture, const void *data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_set_uint (settings, "autosave-interval", 1);
  app_fixture_set_up (fixture, data);
}

/* Leaves what a process leaves that is killed: the report with another name in it. */
static void
leave_draft (AppFixture *fixture, const char *path, const char *preparer)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) saved = nb_job_open (job, fixture->path, NULL, NULL, &error);
  g_autoptr (NbReport) report = nb_report_new_from_data (saved);
  g_autoptr (NbReportData) left = NULL;
  g_autoptr (NbUiDraft) draft = nb_ui_draft_new ();

  g_assert_true (nb_report_set_text (report, "preparer", preparer, &error));
  left = nb_report_freeze (report);
  g_assert_true (nb_ui_draft_write (draft, job, left, path, NULL, &error));
  g_assert_no_error (error);
}

/* The window as the next start finds it, with everything that was left in it. */
static void
start_again (AppFixture *fixture)
{
  nb_ui_window_set_document (fixture->window, NULL);
  g_application_activate (G_APPLICATION (fixture->application));
}

static void
test_kept_while_typing (AppFixture *fixture, const void *data)
{
  type_name (fixture, "方小明");
  app_wait (fixture, draft_says_fang, "the draft");
  app_activate (fixture, "win.save");
  app_wait (fixture, has_no_draft, "the draft to go");
  /* What was taken back before it was kept leaves nothing. */
  type_name (fixture, "方小");
  app_activate (fixture, "win.undo");
  app_spin (1500);
  g_assert_true (has_no_draft (fixture));
}

/* What is typed while a draft is on its way is in the next one. */
static void
test_kept_again (AppFixture *fixture, const void *data)
{
  type_name (fixture, "方");
  app_spin (1300);
  type_name (fixture, "方小明");
  app_wait (fixture, draft_says_fang, "the second draft");
}

static void
test_switched_off (AppFixture *fixture, const void *data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  type_name (fixture, "方小明");
  app_wait (fixture, draft_says_fang, "the draft");
  g_settings_set_boolean (settings, "autosave", FALSE);
  app_wait (fixture, has_no_draft, "the draft to go");
  g_settings_reset (settings, "autosave");
  app_wait (fixture, draft_says_fang, "the draft to come back");
}

/* Throwing the changes away throws the draft away. */
static void
test_discarded (AppFixture *fixture, const void *data)
{
  type_name (fixture, "方小明");
  app_wait (fixture, draft_says_fang, "the draft");
  nb_ui_window_set_document (fixture->window, NULL);
  g_assert_true (has_no_draft (fixture));
}

static gboolean
has_toast (AppFixture *fixture)
{
  g_autofree char *toast = app_dup_toast (fixture);

  return toast != NULL;
}

/* A state folder that cannot be written is told of once; typing and saving go on. */
static void
test_cannot_be_kept (AppFixture *fixture, const void *data)
{
  g_autofree char *place = dup_drafts ();
  g_autofree char *parent = g_path_get_dirname (place);
  g_autofree char *report = NULL;

  g_rmdir (place);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (place, "in the way", -1, NULL));
  type_name (fixture, "方小明");
  app_wait (fixture, has_toast, "the news of it");
  report = app_dup_toast (fixture);
  g_assert_nonnull (strstr (report, "Unsaved work is not being kept"));
  g_assert_cmpint (g_unlink (place), ==, 0);
}

static gboolean
is_open (AppFixture *fixture)
{
  return nb_ui_window_get_document (fixture->window) != NULL;
}

/* With text of twice the size the words leave room for the buttons: the dialog asks for no more than a small window
 * has, and the words can be scrolled. */
static void
test_large_text (AppFixture *fixture, const void *data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi, width, height;

  leave_draft (fixture, fixture->path, "方小明");
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  start_again (fixture);
  app_wait (fixture, has_dialog, "the question");
  app_spin (200);
  width = gtk_widget_get_width (GTK_WIDGET (app_find_dialog ()));
  gtk_widget_measure (GTK_WIDGET (app_find_dialog ()), GTK_ORIENTATION_VERTICAL, width, &height,
                      NULL, NULL, NULL);
  g_test_message ("%d × %d", width, height);
  g_assert_cmpint (height, <=, 480);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  app_answer ("saved");
}

/* Both versions are offered; the recovered one comes as one step that can be undone. */
static void
test_recovered (AppFixture *fixture, const void *data)
{
  leave_draft (fixture, fixture->path, "方小明");
  start_again (fixture);
  app_wait (fixture, has_dialog, "the offer");
  app_assert_text (fixture, "preparer", "");
  g_assert_nonnull (app_find_label (GTK_WIDGET (app_find_dialog ()), "填表人"));
  app_answer ("recovered");
  app_assert_text (fixture, "preparer", "方小明");
  g_assert_true (nb_report_get_modified (app_get_report (fixture)));
  g_assert_cmpstr (nb_ui_window_get_path (fixture->window), ==, fixture->path);
  g_assert_true (draft_says_fang (fixture));
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "preparer", "");
  app_activate (fixture, "win.redo");
  app_activate (fixture, "win.save");
  app_wait (fixture, has_no_draft, "the draft to go");
}

static void
test_saved_preferred (AppFixture *fixture, const void *data)
{
  leave_draft (fixture, fixture->path, "方小明");
  start_again (fixture);
  app_wait (fixture, has_dialog, "the offer");
  app_answer ("saved");
  app_assert_text (fixture, "preparer", "");
  g_assert_true (has_no_draft (fixture));
}

/* Nothing is thrown away by not deciding. */
static void
test_decided_later (AppFixture *fixture, const void *data)
{
  g_autoptr (GPtrArray) left = NULL;

  leave_draft (fixture, fixture->path, "方小明");
  start_again (fixture);
  app_wait (fixture, has_dialog, "the offer");
  app_answer ("later");
  app_assert_text (fixture, "preparer", "");
  g_assert_true (draft_says_fang (fixture));
  left = nb_ui_draft_list_left ();
  g_assert_cmpuint (left->len, ==, 1);
  nb_ui_draft_remove (g_ptr_array_index (left, 0));
}

static void
test_never_saved (AppFixture *fixture, const void *data)
{
  leave_draft (fixture, NULL, "方小明");
  start_again (fixture);
  app_wait (fixture, is_open, "the recovered report");
  g_assert_null (app_find_dialog ());
  app_assert_text (fixture, "preparer", "方小明");
  g_assert_null (nb_ui_window_get_path (fixture->window));
  g_assert_true (nb_report_get_modified (app_get_report (fixture)));
}

/* A share that is away takes nothing with it. */
static void
test_file_is_gone (AppFixture *fixture, const void *data)
{
  g_autofree char *toast = NULL;

  leave_draft (fixture, fixture->path, "方小明");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  start_again (fixture);
  app_wait (fixture, is_open, "the recovered report");
  app_assert_text (fixture, "preparer", "方小明");
  g_assert_null (nb_ui_window_get_path (fixture->window));
  toast = app_dup_toast (fixture);
  g_assert_nonnull (strstr (toast, fixture->path));
}

/* Killed between saving and clearing up. */
static void
test_same (AppFixture *fixture, const void *data)
{
  leave_draft (fixture, fixture->path, "");
  start_again (fixture);
  app_wait (fixture, is_open, "the report");
  g_assert_null (app_find_dialog ());
  g_assert_true (has_no_draft (fixture));
}

/* A draft in use by a living process is nobody else's. */
static void
test_in_use (AppFixture *fixture, const void *data)
{
  g_autoptr (GPtrArray) left = NULL;

  type_name (fixture, "方小明");
  app_wait (fixture, draft_says_fang, "the draft");
  left = nb_ui_draft_list_left ();
  g_assert_cmpuint (left->len, ==, 0);
}

/* Half a draft, or one that is none, stops nothing. */
static void
test_broken_draft (AppFixture *fixture, const void *data)
{
  g_autofree char *place = dup_drafts ();
  g_autofree char *broken = g_build_filename (place, "broken", NULL);
  g_autofree char *report = g_build_filename (broken, "report.xml", NULL);
  g_autofree char *empty = g_build_filename (place, "empty", NULL);

  g_assert_cmpint (g_mkdir_with_parents (broken, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (empty, 0700), ==, 0);
  g_assert_true (g_file_set_contents (report, "<package", -1, NULL));
  start_again (fixture);
  app_spin (100);
  g_assert_false (is_open (fixture));
  g_assert_null (app_find_dialog ());
  g_assert_false (g_file_test (empty, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (report, G_FILE_TEST_EXISTS));
  g_unlink (report);
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/recovery/kept-while-typing", test_kept_while_typing);
  add_test ("/app/recovery/kept-again", test_kept_again);
  add_test ("/app/recovery/switched-off", test_switched_off);
  add_test ("/app/recovery/discarded", test_discarded);
  add_test ("/app/recovery/cannot-be-kept", test_cannot_be_kept);
  add_test ("/app/recovery/large-text", test_large_text);
  add_test ("/app/recovery/recovered", test_recovered);
  add_test ("/app/recovery/saved-preferred", test_saved_preferred);
  add_test ("/app/recovery/decided-later", test_decided_later);
  add_test ("/app/recovery/never-saved", test_never_saved);
  add_test ("/app/recovery/file-is-gone", test_file_is_gone);
  add_test ("/app/recovery/same", test_same);
  add_test ("/app/recovery/in-use", test_in_use);
  add_test ("/app/recovery/broken-draft", test_broken_draft);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
