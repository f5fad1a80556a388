/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places that cannot be written, or not now: each is told in a sentence of its own, and nothing is lost. */

#include "app-fixture.h"
#include "app-main.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "nb-ui-start-page.h"

static gboolean
is_saved (AppFixture *fixture)
{
  return !nb_report_get_modified (app_get_report (fixture));
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

/* What stands in the report's file. */
static char *
dup_content (AppFixture *fixture)
{
  char *content;

  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  return content;
}

/* Saving fails with a sentence that has @words in it and offers another place; what was typed is still there. */
static void
assert_refused (AppFixture *fixture, const char *words)
{
  const char *body;

  app_activate (fixture, "win.save");
  app_wait (fixture, has_dialog, "the failure");
  body = adw_message_dialog_get_body (app_find_dialog ());
  g_test_message ("%s", body);
  g_assert_nonnull (strstr (body, words));
  g_assert_nonnull (strstr (body, nb_ui_window_get_path (fixture->window)));
  g_assert_true (adw_message_dialog_has_response (app_find_dialog (), "save-as"));
  app_answer ("close");
  g_assert_false (is_saved (fixture));
  app_assert_text (fixture, "preparer", "方小明");
}

static gsize
count_files (AppFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  gsize n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Permissions stop nobody who is root. */
static void
test_read_only_folder (AppFixture *fixture, const void *data)
{
  g_autofree char *before = dup_content (fixture);
  g_autofree char *after = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("permissions do not stop root");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  type_name (fixture, "方小明");
  assert_refused (fixture, "permission");
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  after = dup_content (fixture);
  g_assert_cmpstr (before, ==, after);
  app_activate (fixture, "win.save");
  app_wait (fixture, is_saved, "saving once it may be written");
}

/* A place where nobody may write, root neither. */
static void
test_forbidden_folder (AppFixture *fixture, const void *data)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (NbReportData) content = nb_report_freeze (app_get_report (fixture));
  g_autoptr (NbUiDocument) document = nb_ui_document_new (job, content, "/sys/report.xml", FALSE);

  if (!g_file_test ("/sys/kernel", G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("/sys is no place of the system here");
      return;
    }
  nb_ui_window_set_document (fixture->window, document);
  type_name (fixture, "方小明");
  app_activate (fixture, "win.save");
  app_wait (fixture, has_dialog, "the failure");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (app_find_dialog ()), "another folder"));
  app_answer ("close");
  app_assert_text (fixture, "preparer", "方小明");
}

/* As on a full disk: the system takes some bytes and refuses the rest. */
static void
test_full_disk (AppFixture *fixture, const void *data)
{
  g_autofree char *before = dup_content (fixture);
  g_autofree char *after = NULL;
  struct rlimit limit, small = { 0 };

  type_name (fixture, "方小明");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = (struct rlimit){ .rlim_cur = 600, .rlim_max = limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_refused (fixture, "no room left");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  /* The file is as it was, and nothing half written lies beside it. */
  after = dup_content (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  app_activate (fixture, "win.save");
  app_wait (fixture, is_saved, "saving once there is room");
}

/* A share goes and comes back while the report is open. */
static void
test_vanished_share (AppFixture *fixture, const void *data)
{
  g_autofree char *away = g_strconcat (fixture->folder, ".away", NULL);

  type_name (fixture, "方小明");
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  /* Coming back to the window is no reason to speak of it. */
  nb_ui_window_look_at_file (fixture->window);
  app_spin (200);
  g_assert_false (has_dialog (fixture));
  assert_refused (fixture, "network share");
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  app_activate (fixture, "win.save");
  app_wait (fixture, is_saved, "saving when the share is back, unasked");
}

/* A file that is protected itself stays as it is. */
static void
test_protected_file (AppFixture *fixture, const void *data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("permissions do not stop root");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  type_name (fixture, "方小明");
  assert_refused (fixture, "permission");
}

static gboolean
is_opening (AppFixture *fixture)
{
  return app_find_label (GTK_WIDGET (fixture->window), "Opening the report") != NULL;
}

static GtkWidget *
find_start (AppFixture *fixture)
{
  return app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_START_PAGE);
}

/* A share that hangs: after a while one is told, may stop waiting, and what comes later is not wanted. */
static void
test_slow_share (AppFixture *fixture, const void *data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "slow.xml", NULL);
  GtkWidget *bar;
  int descriptor;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  nb_ui_window_set_document (fixture->window, NULL);
  nb_ui_window_open (fixture->window, pipe);
  g_assert_false (gtk_widget_get_child_visible (find_start (fixture)));
  g_assert_false (is_opening (fixture));
  app_wait (fixture, is_opening, "what is being done");

  bar = app_find_label (GTK_WIDGET (fixture->window), "Cancel");
  g_assert_nonnull (bar);
  g_signal_emit_by_name (gtk_widget_get_ancestor (bar, GTK_TYPE_BUTTON), "clicked");
  g_assert_false (is_opening (fixture));
  g_assert_true (gtk_widget_get_child_visible (find_start (fixture)));
  /* Another report can be opened at once. */
  app_open (fixture, fixture->path);
  descriptor = g_open (pipe, O_WRONLY, 0);
  g_assert_cmpint (write (descriptor, "x", 1), ==, 1);
  close (descriptor);
  app_spin (200);
  g_assert_false (has_dialog (fixture));
  g_assert_cmpstr (nb_ui_window_get_path (fixture->window), ==, fixture->path);
}

/* Windows are of one program and know nothing of each other: each asks for its own report when all end. */
static void
test_several_windows (AppFixture *fixture, const void *data)
{
  GtkApplication *application = GTK_APPLICATION (fixture->application);

  type_name (fixture, "方小明");
  app_activate (fixture, "win.open-sample");
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 2);
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "preparer", "");
  app_activate (fixture, "win.redo");
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  app_wait (fixture, has_dialog, "the question of the changed one");
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (app_find_dialog ()))
                 == GTK_WINDOW (fixture->window));
  app_answer ("cancel");
  app_spin (50);
  app_assert_text (fixture, "preparer", "方小明");
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/places/read-only-folder", test_read_only_folder);
  add_test ("/app/places/forbidden-folder", test_forbidden_folder);
  add_test ("/app/places/full-disk", test_full_disk);
  add_test ("/app/places/vanished-share", test_vanished_share);
  add_test ("/app/places/protected-file", test_protected_file);
  add_test ("/app/places/slow-share", test_slow_share);
  add_test ("/app/places/several-windows", test_several_windows);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
