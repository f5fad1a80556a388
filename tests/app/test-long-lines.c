/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paragraphs that are too long for one line of a text view: the report knows nothing of where the screen breaks
 * them, whatever is done there. */

#include "app-main.h"
#include "app-narrative.h"

#include <string.h>

#include "nb-ui-display-breaks.h"

static char *
make_run (guint n)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  GString *run = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_c (run, letters[(i * 7 + i / 64) % 64]);
  return g_string_free (run, FALSE);
}

static char *
dup_shown (AppFixture *fixture)
{
  GtkTextBuffer *buffer = app_get_page_buffer (fixture);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* No line of the screen is too long, or empty where the text has none; the rest is the report's text. */
static void
assert_lines (AppFixture *fixture)
{
  NbField *field = nb_report_lookup_field (app_get_report (fixture), PAGE_FIELD);
  g_autofree char *held = nb_field_dup_string (field);
  g_autofree char *shown = dup_shown (fixture);
  g_auto (GStrv) lines = g_strsplit (shown, NB_UI_DISPLAY_BREAK, -1);
  g_autofree char *joined = g_strjoinv ("", lines);
  g_auto (GStrv) all = NULL;

  g_assert_cmpstr (joined, ==, held);
  g_assert_null (strstr (shown, "\r\n"));
  g_assert_null (strstr (shown, "\n\r"));
  g_assert_null (strstr (shown, "\r\r"));
  g_strdelimit (shown, "\r", '\n');
  all = g_strsplit (shown, "\n", -1);
  for (guint i = 0; all[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (all[i], -1), <=, 2 * NB_UI_DISPLAY_LINE);
}

/* The longest time for which the main loop did nothing else while @milliseconds went by. */
static double
measure_stall (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
  gint64 longest = 0;

  while (g_get_monotonic_time () < end)
    {
      gint64 start = g_get_monotonic_time ();

      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (200);
      longest = MAX (longest, g_get_monotonic_time () - start);
    }
  return (double) longest / G_TIME_SPAN_MILLISECOND;
}

/* A picture as base64: Pango would take half a minute for it. */
static void
test_run (AppFixture *fixture, const void *data)
{
  g_autofree char *run = make_run (300 * 1024);
  g_autofree char *before = NULL;
  gint64 start;
  double stall;

  app_open_page (fixture, "前。\n后。");
  app_put_cursor (fixture, 2);
  start = g_get_monotonic_time ();
  app_type (fixture, run);
  stall = (double) (g_get_monotonic_time () - start) / G_TIME_SPAN_MILLISECOND;
  stall = MAX (stall, measure_stall (1500));
  g_test_message ("longest stall after 300 KB in one run: %.0f ms", stall);
  g_assert_cmpfloat (stall, <, 1000);
  assert_lines (fixture);

  app_type (fixture, "字");
  assert_lines (fixture);
  app_activate (fixture, "win.undo");
  app_activate (fixture, "win.undo");
  assert_lines (fixture);
  app_assert_page (fixture, "前。\n后。");
  app_activate (fixture, "win.redo");
  assert_lines (fixture);
}

/* What is copied has no breaks in it. */
static void
test_copy (AppFixture *fixture, const void *data)
{
  g_autofree char *run = make_run (6000);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *copied = NULL;

  app_open_page (fixture, run);
  buffer = app_get_page_buffer (fixture);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), >, 6000);
  copied = gtk_text_iter_get_visible_text (&start, &end);
  g_assert_cmpstr (copied, ==, run);
}

/* Backspace and Delete at a break take the character on its other side, Enter takes the place of the break. */
static void
test_keys (AppFixture *fixture, const void *data)
{
  g_autofree char *run = make_run (1200);
  g_autofree char *expected = NULL;
  GtkTextView *view;

  app_open_page (fixture, run);
  view = app_get_page_view (fixture);
  app_put_cursor (fixture, NB_UI_DISPLAY_RUN + 1);
  g_signal_emit_by_name (view, "backspace");
  expected = g_strconcat ("", run, NULL);
  memmove (expected + NB_UI_DISPLAY_RUN - 1, expected + NB_UI_DISPLAY_RUN,
           strlen (expected + NB_UI_DISPLAY_RUN) + 1);
  app_assert_page (fixture, expected);
  assert_lines (fixture);

  app_put_cursor (fixture, NB_UI_DISPLAY_RUN - 1);
  g_signal_emit_by_name (view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  memmove (expected + NB_UI_DISPLAY_RUN - 1, expected + NB_UI_DISPLAY_RUN,
           strlen (expected + NB_UI_DISPLAY_RUN) + 1);
  app_assert_page (fixture, expected);

  app_put_cursor (fixture, NB_UI_DISPLAY_RUN - 1);
  app_type (fixture, "\n");
  assert_lines (fixture);
  app_activate (fixture, "win.undo");
  assert_lines (fixture);
}

/* Anything at all, by hand and by undo. */
static void
test_random (AppFixture *fixture, const void *data)
{
  GtkTextBuffer *buffer;
  guint n_undone = 0;

  app_open_page (fixture, "");
  buffer = app_get_page_buffer (fixture);
  for (guint i = 0; i < 400; i++)
    {
      int n = gtk_text_buffer_get_char_count (buffer);
      int from = g_test_rand_int_range (0, n + 1);
      g_autofree char *run = make_run ((guint) g_test_rand_int_range (1, 2500));
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
      gtk_text_buffer_get_iter_at_offset (buffer, &end,
                                          MIN (n, from + g_test_rand_int_range (0, 1500)));
      gtk_text_buffer_place_cursor (buffer, &start);
      switch (g_test_rand_int_range (0, 6))
        {
        case 0:
        case 1:
          app_type (fixture, run);
          break;
        case 2:
          app_type (fixture, g_test_rand_bit () ? "\n" : "字，");
          break;
        case 3:
          gtk_text_buffer_delete (buffer, &start, &end);
          break;
        case 4:
          g_signal_emit_by_name (app_get_page_view (fixture), "backspace");
          break;
        default:
          app_activate (fixture, n_undone++ % 3 == 2 ? "win.redo" : "win.undo");
        }
      nb_report_pause (app_get_report (fixture));
      assert_lines (fixture);
      if (i % 40 == 0)
        app_spin (30);
    }
}

static void
add_tests (void)
{
#define ADD(path, test)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down)
  ADD ("/app/long-lines/run", test_run);
  ADD ("/app/long-lines/copy", test_copy);
  ADD ("/app/long-lines/keys", test_keys);
  ADD ("/app/long-lines/random", test_random);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
