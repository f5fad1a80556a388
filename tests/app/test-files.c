/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app-main.h"

#include <glib/gstdio.h>
#include <string.h>

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

static gboolean
is_closed (AppFixture *fixture)
{
  return gtk_application_get_windows (GTK_APPLICATION (fixture->application)) == NULL;
}

static void
type_name (AppFixture *fixture, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (app_get_entry_text (fixture, "preparer")), name);
}

static char *
dup_saved_name (AppFixture *fixture)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) data = nb_job_open (job, fixture->path, NULL, NULL, &error);

  g_assert_no_error (error);
  return nb_report_data_dup_canonical (data, "preparer");
}

static void
test_save (AppFixture *fixture, const void *data)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (NbReportData) written = NULL;
  g_autoptr (NbReportData) read = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  GtkTextBuffer *buffer = app_get_buffer (fixture, "activities");

  type_name (fixture, "方小明");
  gtk_text_buffer_set_text (buffer, "甲\n\n乙", -1);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "• report.xml");
  app_activate (fixture, "win.save");
  app_wait (fixture, is_saved, "saving");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "report.xml");

  written = nb_report_freeze (app_get_report (fixture));
  read = nb_job_open (job, fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  changes = nb_report_data_diff (written, read);
  g_assert_cmpuint (changes->len, ==, 0);
  app_activate (fixture, "win.undo");
  g_assert_false (is_saved (fixture));
}

/* What is typed while the file is being written is not saved, and the title says so. */
static void
test_typing_while_saving (AppFixture *fixture, const void *data)
{
  g_autofree char *name = NULL;

  type_name (fixture, "甲");
  app_activate (fixture, "win.save");
  type_name (fixture, "乙");
  app_spin (300);
  g_assert_false (is_saved (fixture));
  name = dup_saved_name (fixture);
  g_assert_cmpstr (name, ==, "甲");
}

static void
test_save_failure (AppFixture *fixture, const void *data)
{
  type_name (fixture, "方");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  app_activate (fixture, "win.save");
  app_wait (fixture, has_dialog, "the failure");
  g_assert_cmpstr (adw_message_dialog_get_heading (app_find_dialog ()), ==,
                   "The Report Cannot Be Saved");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (app_find_dialog ()), fixture->path));
  g_assert_false (is_saved (fixture));
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
}

static void
test_open_failure (AppFixture *fixture, const void *data)
{
  static const struct
  {
    const char *content;
    const char *says;
  } cases[] = {
    { "", "empty" },
    { "\xFF\xD8\xFF\xE0 JFIF", "not" },
    { "<?xml version=\"1.0\"?>\n<package xmlns=\"urn:nianbao:report:1\">\n<report", "line 3" },
    { "<?xml version=\"1.0\"?>\n<!DOCTYPE x>\n<package/>", "DOCTYPE" },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "bad.xml", NULL);

  nb_ui_window_set_document (fixture->window, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (g_file_set_contents (path, cases[i].content, -1, NULL));
      nb_ui_window_open (fixture->window, path);
      app_wait (fixture, has_dialog, "the failure");
      g_test_message ("%s", adw_message_dialog_get_body (app_find_dialog ()));
      g_assert_nonnull (strstr (adw_message_dialog_get_body (app_find_dialog ()), cases[i].says));
      g_assert_null (nb_ui_window_get_document (fixture->window));
      app_answer ("close");
    }
}

/* What a failure says can be passed on: the sentence, which file, and what a programmer wants to know. */
static void
test_failure_copied (AppFixture *fixture, const void *data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad.xml", NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autofree char *body = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  nb_ui_window_set_document (fixture->window, NULL);
  g_assert_true (g_file_set_contents (path, "<package/>", -1, NULL));
  nb_ui_window_open (fixture->window, path);
  app_wait (fixture, has_dialog, "the failure");
  body = g_strdup (adw_message_dialog_get_body (app_find_dialog ()));
  app_answer ("copy");
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (
      gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  g_test_message ("%s", g_value_get_string (&value));
  g_assert_nonnull (strstr (g_value_get_string (&value), body));
  g_assert_nonnull (strstr (g_value_get_string (&value), path));
  g_assert_nonnull (strstr (g_value_get_string (&value), "NbError"));
}

static void
test_close_unchanged (AppFixture *fixture, const void *data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait (fixture, is_closed, "the window to close");
}

static void
test_close_cancel (AppFixture *fixture, const void *data)
{
  type_name (fixture, "方");
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait (fixture, has_dialog, "the question");
  app_answer ("cancel");
  g_assert_false (is_closed (fixture));
  app_assert_text (fixture, "preparer", "方");
}

static void
test_close_discard (AppFixture *fixture, const void *data)
{
  g_autofree char *name = NULL;

  type_name (fixture, "方");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
  app_wait (fixture, has_dialog, "the question");
  app_answer ("discard");
  app_wait (fixture, is_closed, "the window to close");
  name = dup_saved_name (fixture);
  g_assert_cmpstr (name, ==, "");
}

static void
test_close_save (AppFixture *fixture, const void *data)
{
  g_autofree char *name = NULL;

  type_name (fixture, "方");
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait (fixture, has_dialog, "the question");
  app_answer ("save");
  app_wait (fixture, is_closed, "the window to close");
  name = dup_saved_name (fixture);
  g_assert_cmpstr (name, ==, "方");
}

/* A window that closes while its file is still being read lets the reading end. */
static void
test_close_while_opening (AppFixture *fixture, const void *data)
{
  nb_ui_window_set_document (fixture->window, NULL);
  nb_ui_window_open (fixture->window, fixture->path);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_spin (200);
}

/* A file that is open already is shown, not opened again; another one gets another window. */
static void
test_open_twice (AppFixture *fixture, const void *data)
{
  GApplication *application = G_APPLICATION (fixture->application);
  g_autoptr (GFile) same = g_file_new_for_path (fixture->path);
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.xml", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (other_path);

  g_assert_true (g_file_copy (same, other, 0, NULL, NULL, NULL, NULL));
  g_application_open (application, &same, 1, "");
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==,
                    1);
  g_application_open (application, &other, 1, "");
  app_spin (200);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==,
                    2);
}

/* Another program puts the report of another person into the file. */
static void
change_elsewhere (AppFixture *fixture)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) data = nb_job_open (job, fixture->path, NULL, NULL, &error);
  g_autoptr (NbReport) report = nb_report_new_from_data (data);
  g_autoptr (NbReportData) changed = NULL;

  g_assert_true (nb_report_set_text (report, "preparer", "别人", &error));
  changed = nb_report_freeze (report);
  g_assert_true (nb_job_save (job, changed, fixture->path, &error));
  g_assert_no_error (error);
}

/* The names of the folder's files, sorted. */
static char **
list_folder (AppFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_strv_builder_add (builder, name);
  return g_strv_builder_end (builder);
}

/* Somebody else's version is noticed before it is replaced, and kept when it is. */
static void
test_conflict (AppFixture *fixture, const void *data)
{
  g_autofree char *name = NULL;
  g_autofree char *toast = NULL;
  g_auto (GStrv) names = NULL;

  type_name (fixture, "方");
  change_elsewhere (fixture);
  app_activate (fixture, "win.save");
  app_wait (fixture, has_dialog, "the question");
  app_answer ("cancel");
  g_assert_false (is_saved (fixture));
  name = dup_saved_name (fixture);
  g_assert_cmpstr (name, ==, "别人");

  app_activate (fixture, "win.save");
  app_wait (fixture, has_dialog, "the question");
  app_answer ("keep");
  app_wait (fixture, is_saved, "saving");
  g_free (name);
  name = dup_saved_name (fixture);
  g_assert_cmpstr (name, ==, "方");
  toast = app_dup_toast (fixture);
  g_assert_nonnull (strstr (toast, "other version"));

  names = list_folder (fixture);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], "report.xml"))
      {
        g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
        g_autofree char *content = NULL;

        g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
        g_assert_nonnull (strstr (content, "别人"));
        g_assert_nonnull (strstr (toast, names[i]));
      }
  type_name (fixture, "方小明");
  app_activate (fixture, "win.save");
  app_wait (fixture, is_saved, "saving again, unasked");
}

/* Closing ends when the question that came up is answered, and only then. */
static void
test_conflict_while_closing (AppFixture *fixture, const void *data)
{
  type_name (fixture, "方");
  change_elsewhere (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait (fixture, has_dialog, "the question");
  app_answer ("save");
  app_wait (fixture, has_dialog, "the other question");
  app_answer ("keep");
  app_wait (fixture, is_closed, "the window to close");
}

/* A look that began before the change sees nothing; people come back more than once. */
static gboolean
tells_of_change (AppFixture *fixture)
{
  g_autofree char *toast = app_dup_toast (fixture);

  if (toast == NULL)
    nb_ui_window_look_at_file (fixture->window);
  return toast != NULL;
}

static gboolean
shows_other (AppFixture *fixture)
{
  g_autofree char *text =
      nb_field_dup_string (nb_report_lookup_field (app_get_report (fixture), "preparer"));

  return g_str_equal (text, "别人");
}

/* Coming back to the window is when it is noticed; what was typed here is one undo away. */
static void
test_reload (AppFixture *fixture, const void *data)
{
  type_name (fixture, "方");
  change_elsewhere (fixture);
  app_wait (fixture, tells_of_change, "the toast");
  app_activate (fixture, "win.reload");
  app_wait (fixture, shows_other, "the other version");
  g_assert_true (is_saved (fixture));
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "preparer", "方");
  g_assert_false (is_saved (fixture));
  app_activate (fixture, "win.save");
  app_wait (fixture, is_saved, "saving, unasked");
}

/* A file that cannot be written now leaves what was typed, and offers another place. */
static void
test_save_elsewhere (AppFixture *fixture, const void *data)
{
  type_name (fixture, "方");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  app_activate (fixture, "win.save");
  app_wait (fixture, has_dialog, "the failure");
  g_assert_true (adw_message_dialog_has_response (app_find_dialog (), "save-as"));
  app_answer ("close");
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  app_activate (fixture, "win.save");
  app_wait (fixture, is_saved, "saving when the share is back");
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/files/save", test_save);
  add_test ("/app/files/typing-while-saving", test_typing_while_saving);
  add_test ("/app/files/save-failure", test_save_failure);
  add_test ("/app/files/save-elsewhere", test_save_elsewhere);
  add_test ("/app/files/conflict", test_conflict);
  add_test ("/app/files/conflict-while-closing", test_conflict_while_closing);
  add_test ("/app/files/reload", test_reload);
  add_test ("/app/files/open-failure", test_open_failure);
  add_test ("/app/files/failure-copied", test_failure_copied);
  add_test ("/app/files/close-unchanged", test_close_unchanged);
  add_test ("/app/files/close-cancel", test_close_cancel);
  add_test ("/app/files/close-discard", test_close_discard);
  add_test ("/app/files/close-save", test_close_save);
  add_test ("/app/files/close-while-opening", test_close_while_opening);
  add_test ("/app/files/open-twice", test_open_twice);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
