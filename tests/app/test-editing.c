/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app-main.h"

#include <string.h>

/* Typing goes the way of an input method's commit. */
static void
type (GtkWidget *into, const char *text)
{
  g_signal_emit_by_name (into, "insert-at-cursor", text);
}

static void
test_line (AppFixture *fixture, const void *data)
{
  GtkText *text = app_get_entry_text (fixture, "online-name");

  gtk_editable_set_position (GTK_EDITABLE (text), 3);
  type (GTK_WIDGET (text), "新");
  type (GTK_WIDGET (text), "馆");
  app_assert_text (fixture, "online-name", "白石县新馆美术馆.公益");
  g_signal_emit_by_name (text, "backspace");
  app_assert_text (fixture, "online-name", "白石县新美术馆.公益");

  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "online-name", "白石县美术馆.公益");
  g_assert_false (nb_report_get_modified (app_get_report (fixture)));
  app_activate (fixture, "win.redo");
  app_assert_text (fixture, "online-name", "白石县新美术馆.公益");
  g_assert_true (nb_report_get_modified (app_get_report (fixture)));
}

typedef struct
{
  guint n;
  guint paragraph;
  guint removed;
  guint added;
} Splices;

static void
note_splice (NbReport *report,
             const char *field,
             guint paragraph,
             guint removed,
             guint added,
             Splices *splices)
{
  splices->n++;
  splices->paragraph = paragraph;
  splices->removed = removed;
  splices->added = added;
}

static void
assert_splice (Splices *splices, guint paragraph, guint removed, guint added)
{
  g_assert_cmpuint (splices->n, ==, 1);
  g_assert_cmpuint (splices->paragraph, ==, paragraph);
  g_assert_cmpuint (splices->removed, ==, removed);
  g_assert_cmpuint (splices->added, ==, added);
  splices->n = 0;
}

/* A key costs its paragraph, wherever it is. */
static void
test_long (AppFixture *fixture, const void *data)
{
  NbReport *report = app_get_report (fixture);
  GtkTextBuffer *buffer = app_get_buffer (fixture, "activities");
  Splices splices = { 0 };
  gulong handler;
  GtkTextIter iter, end;

  nb_report_set_text (report, "activities", "甲乙\n\n丙丁\n戊", NULL);
  app_assert_text (fixture, "activities", "甲乙\n\n丙丁\n戊");

  handler = g_signal_connect (report, "spliced", G_CALLBACK (note_splice), &splices);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 5);
  gtk_text_buffer_insert (buffer, &iter, "中", -1);
  assert_splice (&splices, 2, 1, 1);
  app_assert_text (fixture, "activities", "甲乙\n\n丙中丁\n戊");

  gtk_text_buffer_insert (buffer, &iter, "\n", -1);
  assert_splice (&splices, 2, 1, 2);
  app_assert_text (fixture, "activities", "甲乙\n\n丙中\n丁\n戊");

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 1);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 5);
  gtk_text_buffer_delete (buffer, &iter, &end);
  assert_splice (&splices, 0, 3, 1);
  app_assert_text (fixture, "activities", "甲中\n丁\n戊");
  g_signal_handler_disconnect (report, handler);

  for (guint i = 0; i < 3; i++)
    app_activate (fixture, "win.undo");
  app_assert_text (fixture, "activities", "甲乙\n\n丙丁\n戊");
  for (guint i = 0; i < 3; i++)
    app_activate (fixture, "win.redo");
  app_assert_text (fixture, "activities", "甲中\n丁\n戊");
}

/* Only what differs is replaced: marks round it stay where they were, the cursor goes to the change. */
static void
test_from_report (AppFixture *fixture, const void *data)
{
  NbReport *report = app_get_report (fixture);
  GtkTextBuffer *buffer = app_get_buffer (fixture, "activities");
  GtkTextMark *mark;
  GtkTextIter iter;

  nb_report_set_text (report, "activities", "一二三四五\n六七八九十", NULL);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 8);
  mark = gtk_text_buffer_create_mark (buffer, NULL, &iter, TRUE);
  nb_report_splice (report, "activities", (NbPosition){ 0, 1 }, (NbPosition){ 0, 3 }, "贰叁叁",
                    NULL);
  app_assert_text (fixture, "activities", "一贰叁叁四五\n六七八九十");
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, mark);
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, 9);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, 4);

  nb_report_set_text (report, "online-name", "县美术馆", NULL);
  app_assert_text (fixture, "online-name", "县美术馆");
  nb_report_set_text (report, "online-name", "", NULL);
  app_assert_text (fixture, "online-name", "");
}

/* GTK sees a paragraph end where a report has none: places must not go astray behind it. */
static void
test_paragraph_separator (AppFixture *fixture, const void *data)
{
  GtkTextBuffer *buffer = app_get_buffer (fixture, "activities");
  GtkTextIter end;

  nb_report_set_text (app_get_report (fixture), "activities", "甲\xE2\x80\xA9乙\n丙", NULL);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, "丁", -1);
  app_assert_text (fixture, "activities", "甲\xE2\x80\xA9乙\n丙丁");
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "activities", "甲\xE2\x80\xA9乙\n丙");
}

static void
test_paste (AppFixture *fixture, const void *data)
{
  GtkText *text = app_get_entry_text (fixture, "online-name");
  GtkTextBuffer *buffer = app_get_buffer (fixture, "activities");
  int position = 0;

  gtk_editable_set_text (GTK_EDITABLE (text), "");
  gtk_editable_insert_text (GTK_EDITABLE (text), "甲\r\n乙\x01", -1, &position);
  app_assert_text (fixture, "online-name", "甲 乙\xEF\xBF\xBD");
  g_assert_cmpint (position, ==, 4);

  gtk_text_buffer_set_text (buffer, "甲\r\n乙\r丙\x02", -1);
  app_assert_text (fixture, "activities", "甲\n乙\n丙\xEF\xBF\xBD");
  g_assert_nonnull (
      app_find_widget (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget")));
}

/* What the report refuses does not get into the entry either. */
static void
test_refused (AppFixture *fixture, const void *data)
{
  GtkText *text = app_get_entry_text (fixture, "online-name");
  g_autofree char *long_text = g_strnfill (4001, 'x');
  g_autofree char *full = g_strnfill (4000, 'x');

  gtk_editable_set_text (GTK_EDITABLE (text), "甲");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (text)), <=, 1);
  gtk_editable_set_position (GTK_EDITABLE (text), -1);
  type (GTK_WIDGET (text), long_text);
  app_assert_text (fixture, "online-name", "甲");
  gtk_editable_set_text (GTK_EDITABLE (text), full);
  app_assert_text (fixture, "online-name", full);
  gtk_editable_set_position (GTK_EDITABLE (text), -1);
  type (GTK_WIDGET (text), "y");
  app_assert_text (fixture, "online-name", full);
}

/* A rest of a second makes two undo steps of one field's typing; without it there is one. */
static void
test_pause (AppFixture *fixture, const void *data)
{
  GtkText *text = app_get_entry_text (fixture, "preparer");

  type (GTK_WIDGET (text), "方");
  app_spin (1200);
  type (GTK_WIDGET (text), "小");
  type (GTK_WIDGET (text), "明");
  app_assert_text (fixture, "preparer", "方小明");
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "preparer", "方");
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "preparer", "");
}

/* A text that changes under an open composition is torn, so nothing but the keyboard changes it then. */
static void
test_composing (AppFixture *fixture, const void *data)
{
  GtkText *text = app_get_entry_text (fixture, "preparer");
  GtkWidget *view = app_get_editor (fixture, "activities");

  type (GTK_WIDGET (text), "方");
  g_signal_emit_by_name (text, "preedit-changed", "xiao");
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "preparer", "方");
  g_signal_emit_by_name (text, "preedit-changed", "");
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "preparer", "");

  g_signal_emit_by_name (view, "preedit-changed", "ming");
  app_activate (fixture, "win.redo");
  app_assert_text (fixture, "preparer", "");
  g_signal_emit_by_name (view, "preedit-changed", "");
  app_activate (fixture, "win.redo");
  app_assert_text (fixture, "preparer", "方");
  /* One that is still open when its field goes holds nothing up. */
  g_signal_emit_by_name (view, "preedit-changed", "ming");
}

/* The widgets' own histories would run beside the report's. */
static void
test_one_history (AppFixture *fixture, const void *data)
{
  GtkText *text = app_get_entry_text (fixture, "preparer");
  GtkTextBuffer *buffer = app_get_buffer (fixture, "activities");

  type (GTK_WIDGET (text), "方");
  g_assert_false (gtk_editable_get_enable_undo (GTK_EDITABLE (text)));
  g_assert_false (gtk_text_buffer_get_enable_undo (buffer));
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
  gtk_widget_activate_action (GTK_WIDGET (text), "text.undo", NULL);
  app_assert_text (fixture, "preparer", "方");
}

/* Undo puts the cursor where it changed something, and selects nothing. */
static void
test_undo_focus (AppFixture *fixture, const void *data)
{
  GtkText *name = app_get_entry_text (fixture, "online-name");
  GtkText *preparer = app_get_entry_text (fixture, "preparer");
  int start, end;

  gtk_editable_set_position (GTK_EDITABLE (name), 2);
  type (GTK_WIDGET (name), "新");
  gtk_widget_grab_focus (GTK_WIDGET (preparer));
  app_activate (fixture, "win.undo");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (name));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (name)), ==, 2);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (name), &start, &end));
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/editing/line", test_line);
  add_test ("/app/editing/long", test_long);
  add_test ("/app/editing/from-report", test_from_report);
  add_test ("/app/editing/paragraph-separator", test_paragraph_separator);
  add_test ("/app/editing/paste", test_paste);
  add_test ("/app/editing/refused", test_refused);
  add_test ("/app/editing/pause", test_pause);
  add_test ("/app/editing/composing", test_composing);
  add_test ("/app/editing/one-history", test_one_history);
  add_test ("/app/editing/undo-focus", test_undo_focus);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
