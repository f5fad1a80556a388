/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app-main.h"

#include <string.h>

#include "nb-ui-shortcuts-window.h"

/* A row for every field of the form, whatever the form; official labels for eyes and readers. */
static void
test_rows (AppFixture *fixture, const void *data)
{
  NbForm *form = nb_report_get_form (app_get_report (fixture));

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);
      GtkWidget *editor = app_get_editor (fixture, def->id);
      GtkAccessible *accessible = GTK_ACCESSIBLE (editor);

      g_assert_cmpint (def->type == NB_FIELD_LONG, ==, GTK_IS_TEXT_VIEW (editor));
      gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
      g_assert_true (
          gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY));
    }
  app_assert_text (fixture, "name", "白石县美术馆");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "report.xml");
  g_assert_null (app_find_finding (fixture, "name", "R01"));
}

static gboolean
has_code_error (AppFixture *fixture)
{
  return app_find_finding (fixture, "credit-code", "R02") != NULL;
}

static gboolean
has_no_code_error (AppFixture *fixture)
{
  return !has_code_error (fixture);
}

/* By themselves, a moment after typing. */
static void
test_findings_come_and_go (AppFixture *fixture, const void *data)
{
  GtkAccessible *entry = GTK_ACCESSIBLE (app_get_editor (fixture, "credit-code"));

  app_check (fixture);
  g_assert_true (has_code_error (fixture));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_test_accessible_has_relation (entry, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  g_assert_true (gtk_test_accessible_has_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));

  gtk_editable_set_text (GTK_EDITABLE (entry), "1261032612345678XJ");
  app_wait (fixture, has_no_code_error, "the error to go");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_false (gtk_test_accessible_has_relation (entry, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));

  gtk_editable_set_text (GTK_EDITABLE (entry), "12610326");
  app_wait (fixture, has_code_error, "the error to come back");
}

static void
test_fix (AppFixture *fixture, const void *data)
{
  GtkWidget *row;

  app_check (fixture);
  row = app_find_finding (fixture, "purpose", "R40");
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_activate_action (row, "finding.fix", NULL));
  app_assert_text (fixture, "purpose", "收藏、展出美术作品，开展美术教育。");
  g_assert_null (app_find_finding (fixture, "purpose", "R40"));

  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "purpose", "收藏、展出美术作品,开展美术教育。");
  app_check (fixture);
  g_assert_nonnull (app_find_finding (fixture, "purpose", "R40"));
}

/* A fix is made in the text that was checked and in no other. */
static void
test_stale_fix (AppFixture *fixture, const void *data)
{
  GtkTextBuffer *buffer = app_get_buffer (fixture, "purpose");
  GtkWidget *row;
  GtkTextIter start;

  app_check (fixture);
  row = app_find_finding (fixture, "purpose", "R40");
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_insert (buffer, &start, "一", -1);
  gtk_widget_activate_action (row, "finding.fix", NULL);
  app_assert_text (fixture, "purpose", "一收藏、展出美术作品,开展美术教育。");
}

static void
test_signed (AppFixture *fixture, const void *data)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (NbReportData) content = nb_report_freeze (app_get_report (fixture));
  g_autoptr (NbUiDocument) document = nb_ui_document_new (job, content, fixture->path, TRUE);
  GtkText *text;

  nb_ui_window_set_document (fixture->window, document);
  text = app_get_entry_text (fixture, "preparer");
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (text)));
  g_assert_false (
      gtk_text_view_get_editable (GTK_TEXT_VIEW (app_get_editor (fixture, "activities"))));
  g_signal_emit_by_name (text, "insert-at-cursor", "方");
  app_assert_text (fixture, "preparer", "");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (app_get_editor (fixture, "preparer")),
                                       GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  nb_report_set_text (app_get_report (fixture), "preparer", "方", NULL);
  app_activate (fixture, "win.save");
  app_activate (fixture, "win.undo");
  app_spin (200);
  app_assert_text (fixture, "preparer", "方");
  g_assert_true (nb_report_get_modified (app_get_report (fixture)));
}

/* The accelerators and the window that lists them are of one table. */
static void
test_shortcuts (AppFixture *fixture, const void *data)
{
  GtkWindow *window = nb_ui_shortcuts_window_new (GTK_WINDOW (fixture->window));
  g_auto (GStrv) undo =
      gtk_application_get_accels_for_action (GTK_APPLICATION (fixture->application), "win.undo");

  g_assert_nonnull (app_find_widget (GTK_WIDGET (window), GTK_TYPE_SHORTCUT_LABEL));
  g_assert_cmpstr (undo[0], ==, "<Control>z");
}

static void
test_about (AppFixture *fixture, const void *data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (windows);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "about", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
}

/* A long run of edits on both sides must leave widget and report the same. */
static void
test_random_edits (AppFixture *fixture, const void *data)
{
  static const char *const pieces[] = { "一", "二\n", "\n", "三 四", "\r\n", "a" };
  NbReport *report = app_get_report (fixture);
  GtkTextBuffer *buffer = app_get_buffer (fixture, "activities");

  for (guint i = 0; i < 400; i++)
    {
      int length = gtk_text_buffer_get_char_count (buffer);
      int a = g_test_rand_int_range (0, length + 1);
      int b = MIN (length, a + g_test_rand_int_range (0, 4));
      GtkTextIter start, end;
      g_autofree char *text = NULL;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, a);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, b);
      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          gtk_text_buffer_delete (buffer, &start, &end);
          break;
        case 1:
          nb_report_undo (report);
          break;
        case 2:
          nb_report_redo (report);
          break;
        default:
          gtk_text_buffer_insert (buffer, &start, pieces[g_test_rand_int_range (0, 6)], -1);
        }
      text = nb_field_dup_string (nb_report_lookup_field (report, "activities"));
      app_assert_text (fixture, "activities", text);
    }
  while (nb_report_can_undo (report))
    nb_report_undo (report);
  g_assert_false (nb_report_get_modified (report));
}

/* A long text has the room it needs, up to a limit, and gives it back. */
static void
test_long_text_grows (AppFixture *fixture, const void *data)
{
  NbReport *report = app_get_report (fixture);
  GtkWidget *scroller = gtk_widget_get_parent (app_get_editor (fixture, "purpose"));
  g_autofree char *many_lines = g_strnfill (60, '\n');
  int few, many;

  app_spin (100);
  few = gtk_widget_get_height (scroller);
  nb_report_set_text (report, "purpose", many_lines, NULL);
  app_spin (300);
  many = gtk_widget_get_height (scroller);
  g_assert_cmpint (many, >, 2 * few);
  g_assert_cmpint (many, <, 600);
  nb_report_set_text (report, "purpose", "一", NULL);
  app_spin (300);
  g_assert_cmpint (gtk_widget_get_height (scroller), ==, few);
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/window/rows", test_rows);
  add_test ("/app/window/findings-come-and-go", test_findings_come_and_go);
  add_test ("/app/window/fix", test_fix);
  add_test ("/app/window/stale-fix", test_stale_fix);
  add_test ("/app/window/signed", test_signed);
  add_test ("/app/window/shortcuts", test_shortcuts);
  add_test ("/app/window/about", test_about);
  add_test ("/app/window/random-edits", test_random_edits);
  add_test ("/app/window/long-text-grows", test_long_text_grows);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
