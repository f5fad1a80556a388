/* SPDX-License-Identifier: GPL-3.0-or-later */

/* While an input method composes nothing moves the cursor, changes the text or lays it out anew. */

#include "app-main.h"
#include "app-narrative.h"
#include "scripted-input.h"

#include "nb-ui-outline.h"
#include "nb-ui-report-view.h"

#define TEXT "一、工作。\n一是办展。二是办讲座。五是借书,还书。\n二、问题。\n人少。"

static gboolean
is_active (AppFixture *fixture)
{
  return gtk_window_is_active (GTK_WINDOW (fixture->window));
}

static void
begin (AppFixture *fixture, const char *text)
{
  app_open_page (fixture, text);
  app_wait (fixture, is_active, "the window to be active");
  gtk_widget_grab_focus (GTK_WIDGET (app_get_page_view (fixture)));
  app_spin (20);
}

static void
assert_undisturbed (AppFixture *fixture, int cursor, const char *after)
{
  int position;

  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (app_get_page_view (fixture))));
  app_spin (30);
  g_object_get (app_get_page_buffer (fixture), "cursor-position", &position, NULL);
  g_test_message ("after %s", after);
  g_assert_cmpstr (scripted_input_get (), ==, "nihao");
  g_assert_cmpint (position, ==, cursor);
  app_assert_page (fixture, TEXT);
}

static void
activate_heading (AppFixture *fixture)
{
  GtkWidget *outline = app_find_widget (GTK_WIDGET (app_get_page (fixture)), NB_UI_TYPE_OUTLINE);
  GListModel *headings = nb_ui_outline_get_headings (NB_UI_OUTLINE (outline));
  g_autoptr (NbUiHeading) heading = g_list_model_get_item (headings, 1);

  g_signal_emit_by_name (outline, "activated", heading);
}

static void
test_nothing_disturbs (AppFixture *fixture, const void *data)
{
  static const char *const actions[] = {
    "win.undo",
    "win.redo",
    "win.next-finding",
    "win.previous-finding",
    "win.check",
    "win.show-finding",
    "win.page",
    "win.toggle-sections",
    "win.toggle-findings",
    "win.filing",
    "win.switch-pane",
    "win.find",
    "win.replace",
    "win.find-next",
    "win.larger-text",
    "win.smaller-text",
    "win.normal-text",
    "win.undisturbed",
    "win.figures",
    "win.compare-text",
    "win.restore-paragraphs",
    "win.renumber",
    "win.move-up",
    "win.move-down",
    "win.take-over",
    "win.sentences",
    "win.copy-field",
    "win.explain",
    "win.toggle-paper",
    "win.save",
  };
  guint n_resets = scripted_input_count_resets ();
  NbUiDocument *document = nb_ui_window_get_document (fixture->window);
  NbFindingList *findings;

  begin (fixture, TEXT);
  app_put_cursor (fixture, 12);
  scripted_input_compose ("ni");
  scripted_input_compose ("nihao");
  assert_undisturbed (fixture, 12, "composing");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      app_activate (fixture, actions[i]);
      assert_undisturbed (fixture, 12, actions[i]);
    }
  activate_heading (fixture);
  assert_undisturbed (fixture, 12, "a heading was clicked");
  findings = nb_ui_document_get_findings (document);
  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    if (nb_finding_get_fix (nb_finding_list_get (findings, i)) != NULL)
      nb_ui_document_fix (document, nb_finding_list_get (findings, i), NULL);
  assert_undisturbed (fixture, 12, "fixes");
  gtk_adjustment_set_value (
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (app_get_page_view (fixture))), 5);
  app_spin (400);
  assert_undisturbed (fixture, 12, "scrolling, and the check after a rest");
  g_assert_cmpuint (scripted_input_count_resets (), ==, n_resets);

  scripted_input_commit ("你好");
  app_assert_page (fixture,
                   "一、工作。\n一是办展。二你好是办讲座。五是借书,还书。\n二、问题。\n人少。");
  app_activate (fixture, "win.undo");
  app_assert_page (fixture, TEXT);
}

/* What the file holds now comes when the composition has ended. */
static void
test_reload_waits (AppFixture *fixture, const void *data)
{
  begin (fixture, TEXT);
  app_activate (fixture, "win.save");
  app_spin (300);
  app_put_cursor (fixture, 12);
  scripted_input_compose ("nihao");
  app_activate (fixture, "win.reload");
  app_spin (300);
  assert_undisturbed (fixture, 12, "reading the file again");
  scripted_input_commit ("你好");
  app_spin (300);
  app_assert_page (fixture, TEXT);
}

/* A commit into a line that must be broken on the screen: the break comes, the words stay together. */
static void
test_commit_in_long_line (AppFixture *fixture, const void *data)
{
  g_autofree char *line = g_strnfill (5000, 'a');
  g_autofree char *expected = g_strconcat (line, "你好", NULL);

  begin (fixture, line);
  app_put_cursor (fixture, -1);
  scripted_input_compose ("nihao");
  scripted_input_commit ("你好");
  app_spin (20);
  app_assert_page (fixture, expected);
}

/* What is pasted while one composes waits. */
static void
test_paste_waits (AppFixture *fixture, const void *data)
{
  g_autofree char *toast = NULL;

  begin (fixture, "甲乙");
  app_put_cursor (fixture, 1);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)),
                          "\t一\u00a0二\r\n三");
  g_signal_emit_by_name (app_get_page_view (fixture), "paste-clipboard");
  scripted_input_compose ("nihao");
  app_spin (200);
  app_assert_page (fixture, "甲乙");
  g_assert_cmpstr (scripted_input_get (), ==, "nihao");
  scripted_input_commit ("你好");
  app_spin (200);
  app_assert_page (fixture, "甲你好一 二\n三乙");
  toast = app_dup_toast (fixture);
  g_assert_nonnull (toast);
  g_test_message ("%s", toast);
  g_assert_true (g_str_has_prefix (toast, "Pasted as plain text. Cleaned: "));

  app_activate (fixture, "win.undo");
  app_assert_page (fixture, "甲你好乙");
}

static void
add_tests (void)
{
  scripted_input_install ();
#define ADD(path, test)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down)
  ADD ("/app/composing/nothing-disturbs", test_nothing_disturbs);
  ADD ("/app/composing/reload-waits", test_reload_waits);
  ADD ("/app/composing/commit-in-long-line", test_commit_in_long_line);
  ADD ("/app/composing/paste-waits", test_paste_waits);
}

int
main (int argc, char *argv[])
{
  scripted_input_choose ();
  return app_main (argc, argv, add_tests);
}
