/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What takes long: seen once it does, cancelled when asked, and never in the way of the window. */

#include "app-fixture.h"
#include "app-main.h"

#include <glib/gstdio.h>
#include <string.h>

#include "nb-ui-window-private.h"
#include "nb-ui-work-bar.h"

typedef struct
{
  guint milliseconds;
  guint commit_at; /* not 0: from that step on it cannot be cancelled */
  gint gone;       /* how often data and result were freed */
  gboolean noted;
  gint ended; /* the thread came to its end */
  char *result;
  GError *error;
} Toil;

static void
free_data (void *data)
{
  g_atomic_int_inc (&((Toil *) data)->gone);
}

static void
free_result (void *data)
{
  g_free (data);
}

/* A step a hundredth of a second. */
static void *
toil (NbUiWork *work, void *data, GError **error)
{
  Toil *toil = data;
  guint n = toil->milliseconds / 10;

  for (guint i = 0; i < n; i++)
    {
      if (toil->commit_at != 0 && i == toil->commit_at && !nb_ui_work_commit (work, error))
        return NULL;
      if (toil->commit_at == 0 && nb_ui_work_is_cancelled (work))
        break;
      nb_ui_work_set_progress (work, i, n);
      g_usleep (10 * G_TIME_SPAN_MILLISECOND);
    }
  g_atomic_int_set (&toil->ended, 1);
  return g_strdup ("done");
}

static void
note_done (GObject *source, GAsyncResult *result, void *data)
{
  Toil *toil = data;

  toil->result = nb_ui_work_run_finish (NB_UI_WORK (source), result, &toil->error);
  toil->noted = TRUE;
}

static NbUiWork *
begin (AppFixture *fixture, Toil *data)
{
  NbUiWork *work = nb_ui_work_new ("Toiling");

  nb_ui_window_show_work (fixture->window, work);
  nb_ui_work_run (work, toil, data, free_data, free_result, note_done, data);
  return work;
}

/* The row of the first work that is shown, or NULL. */
static GtkWidget *
find_row (AppFixture *fixture)
{
  return gtk_widget_get_first_child (
      app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_WORK_BAR));
}

static void
wait_for (const gboolean *noted)
{
  for (guint i = 0; i < 300 && !*noted; i++)
    app_spin (10);
  g_assert_true (*noted);
}

static void
end (NbUiWork *work, Toil *toil)
{
  for (guint i = 0; i < 300 && g_atomic_int_get (&toil->gone) == 0; i++)
    app_spin (10);
  g_assert_cmpint (toil->gone, ==, 1);
  g_assert_finalize_object (work);
  g_free (toil->result);
  g_clear_error (&toil->error);
}

static void
test_short (AppFixture *fixture, const void *data)
{
  Toil toil = { .milliseconds = 200 };
  NbUiWork *work = begin (fixture, &toil);

  while (!toil.noted)
    {
      app_spin (10);
      g_assert_null (find_row (fixture));
    }
  g_assert_no_error (toil.error);
  g_assert_cmpstr (toil.result, ==, "done");
  app_spin (NB_UI_WORK_PATIENCE);
  g_assert_null (find_row (fixture));
  end (work, &toil);
}

static gboolean
has_row (AppFixture *fixture)
{
  return find_row (fixture) != NULL;
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, void *data)
{
  ++*(guint *) data;
  return G_SOURCE_CONTINUE;
}

/* The window draws while it lasts, and what is said of it goes forward. */
static void
test_long (AppFixture *fixture, const void *data)
{
  Toil toil = { .milliseconds = 1500 };
  gint64 from = g_get_monotonic_time ();
  NbUiWork *work = begin (fixture, &toil);
  guint n_frames = 0;
  guint tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (fixture->window), count_frame, &n_frames, NULL);
  GtkProgressBar *bar;
  double fraction;

  app_wait (fixture, has_row, "the work to be shown");
  g_assert_cmpint (g_get_monotonic_time () - from, >=,
                   NB_UI_WORK_PATIENCE * G_TIME_SPAN_MILLISECOND);
  g_assert_nonnull (app_find_label (find_row (fixture), "Toiling"));
  bar = GTK_PROGRESS_BAR (app_find_widget (find_row (fixture), GTK_TYPE_PROGRESS_BAR));
  fraction = gtk_progress_bar_get_fraction (bar);
  g_assert_cmpfloat (fraction, >, 0);
  app_spin (300);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (bar), >, fraction);
  g_assert_true (
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  wait_for (&toil.noted);
  g_assert_cmpstr (toil.result, ==, "done");
  g_assert_cmpuint (n_frames, >, 10);
  app_spin (10);
  g_assert_null (find_row (fixture));
  gtk_widget_remove_tick_callback (GTK_WIDGET (fixture->window), tick);
  end (work, &toil);
}

static void
test_cancel (AppFixture *fixture, const void *data)
{
  Toil toil = { .milliseconds = 5000 };
  NbUiWork *work = begin (fixture, &toil);

  app_wait (fixture, has_row, "the work to be shown");
  g_signal_emit_by_name (app_find_widget (find_row (fixture), GTK_TYPE_BUTTON), "clicked");
  app_spin (100);
  g_assert_true (toil.noted);
  g_assert_error (toil.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (toil.result);
  g_assert_null (find_row (fixture));
  end (work, &toil);
}

/* What is being written is written to its end. */
static void
test_commit (AppFixture *fixture, const void *data)
{
  Toil toil = { .milliseconds = 1000, .commit_at = 10 };
  Toil late = { .milliseconds = 400, .commit_at = 20 };
  NbUiWork *work = begin (fixture, &toil);
  NbUiWork *other = begin (fixture, &late);

  nb_ui_work_cancel (other);
  app_spin (300);
  nb_ui_work_cancel (work);
  app_spin (100);
  g_assert_true (late.noted);
  g_assert_error (late.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (toil.noted);
  wait_for (&toil.noted);
  g_assert_no_error (toil.error);
  g_assert_cmpstr (toil.result, ==, "done");
  end (other, &late);
  end (work, &toil);
}

/* Whoever closes the window does not want the result any more. */
static void
test_close (AppFixture *fixture, const void *data)
{
  Toil toil = { .milliseconds = 5000 };
  NbUiWork *work = begin (fixture, &toil);

  app_wait (fixture, has_row, "the work to be shown");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_for (&toil.noted);
  g_assert_error (toil.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  end (work, &toil);
}

static void
note_cancelled (NbUiWork *work, guint *n)
{
  ++*n;
  nb_ui_work_end (work);
}

/* Work of the main loop itself. */
static void
test_by_hand (AppFixture *fixture, const void *data)
{
  NbUiWork *work = nb_ui_work_new ("Printing");
  guint n_cancelled = 0;

  g_signal_connect (work, "cancelled", G_CALLBACK (note_cancelled), &n_cancelled);
  nb_ui_window_show_work (fixture->window, work);
  nb_ui_work_begin (work);
  app_wait (fixture, has_row, "the work to be shown");
  g_signal_emit_by_name (app_find_widget (find_row (fixture), GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpuint (n_cancelled, ==, 1);
  g_assert_null (find_row (fixture));
  nb_ui_work_cancel (work);
  g_assert_cmpuint (n_cancelled, ==, 1);
  g_assert_finalize_object (work);
}

#define TABLES 2000

/* Published tables of one institution, and a page that is none. */
static GStrv
make_tables (AppFixture *fixture, guint n)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "app", "gallery.txt", NULL);
  g_autofree char *bad = g_build_filename (fixture->folder, "通知.html", NULL);
  g_autofree char *text = NULL;
  GStrv paths = g_new0 (char *, n + 2);

  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  for (guint i = 0; i < n; i++)
    {
      paths[i] = g_strdup_printf ("%s/%u.txt", fixture->folder, i);
      g_assert_true (g_file_set_contents (paths[i], text, -1, NULL));
    }
  g_assert_true (g_file_set_contents (bad, "<p>放假通知</p>", -1, NULL));
  paths[n] = g_steal_pointer (&bad);
  return paths;
}

static guint
count_reports (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".xml") ? 1 : 0;
  return n;
}

static gboolean
has_dialog (AppFixture *fixture)
{
  return app_find_dialog () != NULL;
}

/* Two tables of one institution become two files; a bad one is named with its reason. */
static void
test_import_many (AppFixture *fixture, const void *data)
{
  g_auto (GStrv) paths = make_tables (fixture, 2);
  g_autofree char *folder = g_build_filename (fixture->folder, "reports", NULL);
  g_autofree char *first = g_build_filename (folder, "白石县美术馆-2022-年度报告.xml", NULL);
  g_autofree char *second = g_build_filename (folder, "白石县美术馆-2022-年度报告 2.xml", NULL);
  g_autoptr (NbReportData) report = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  nb_ui_window_import_many (fixture->window, (const char *const *) paths, folder);
  app_wait (fixture, has_dialog, "what became of the tables");
  g_assert_cmpstr (adw_message_dialog_get_heading (app_find_dialog ()), ==, "2 Reports Were Made");
  g_assert_nonnull (app_find_label (GTK_WIDGET (app_find_dialog ()), "通知.html: "));
  g_assert_nonnull (app_find_label (GTK_WIDGET (app_find_dialog ()), "/reports”."));
  app_answer ("close");
  report = nb_job_open (fixture->window->job, first, NULL, NULL, NULL);
  g_assert_nonnull (report);
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_reports (folder), ==, 2);
}

/* The window lives, and what is cancelled stops. */
static void
test_import_cancelled (AppFixture *fixture, const void *data)
{
  g_auto (GStrv) paths = make_tables (fixture, TABLES);
  g_autofree char *folder = g_build_filename (fixture->folder, "reports", NULL);
  guint n;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  nb_ui_window_import_many (fixture->window, (const char *const *) paths, folder);
  app_wait (fixture, has_row, "the work to be shown");
  g_assert_nonnull (app_find_label (find_row (fixture), "Importing tables"));
  g_signal_emit_by_name (app_find_widget (find_row (fixture), GTK_TYPE_BUTTON), "clicked");
  app_spin (500);
  n = count_reports (folder);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, TABLES);
  app_spin (300);
  g_assert_cmpuint (count_reports (folder), ==, n);
  g_assert_null (app_find_dialog ());
}

/* Who leaves the program. */
static Toil left;

static void
test_leave (AppFixture *fixture, const void *data)
{
  NbUiWork *work;

  left = (Toil){ .milliseconds = 600, .commit_at = 10 };
  work = begin (fixture, &left);
  app_spin (200);
  g_object_unref (work);
}

/* The last window is closed, and the program would end: not before what is being written is written. */
static void
tear_down_left (AppFixture *fixture, const void *data)
{
  app_fixture_tear_down (fixture, data);
  g_assert_cmpint (g_atomic_int_get (&left.ended), ==, 1);
  g_assert_cmpint (g_atomic_int_get (&left.gone), ==, 1);
  g_assert_cmpstr (left.result, ==, "done");
  g_assert_no_error (left.error);
  g_free (left.result);
}

static void
add_tests (void)
{
  static const struct
  {
    const char *path;
    void (*test) (AppFixture *, const void *);
  } tests[] = {
    { "/app/toil/short", test_short },
    { "/app/toil/long", test_long },
    { "/app/toil/cancel", test_cancel },
    { "/app/toil/commit", test_commit },
    { "/app/toil/close", test_close },
    { "/app/toil/by-hand", test_by_hand },
    { "/app/toil/import-many", test_import_many },
    { "/app/toil/import-cancelled", test_import_cancelled },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AppFixture, NULL, app_fixture_set_up, tests[i].test,
                app_fixture_tear_down);
  g_test_add ("/app/toil/leave", AppFixture, NULL, app_fixture_set_up, test_leave, tear_down_left);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
