/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with a page's text as a whole: shown first, then made as one step. */

#include "app-main.h"
#include "app-narrative.h"

#include "nb-ui-find-bar.h"
#include "nb-ui-finding-row.h"

static void
undo_to (AppFixture *fixture, const char *text)
{
  app_activate (fixture, "win.undo");
  app_assert_page (fixture, text);
}

/* @action shows a dialog; refused it does nothing, accepted it makes one step. */
static void
assert_step (AppFixture *fixture, const char *action, const char *before, const char *after)
{
  app_activate (fixture, action);
  app_answer ("cancel");
  app_assert_page (fixture, before);
  app_activate (fixture, action);
  app_answer ("apply");
  app_assert_page (fixture, after);
  undo_to (fixture, before);
  app_activate (fixture, "win.redo");
  app_assert_page (fixture, after);
  undo_to (fixture, before);
}

static void
test_move (AppFixture *fixture, const void *data)
{
  const char *text = "总述。\n一、甲。\n做甲。\n二、乙。\n（一）子。\n三、丙。";
  int cursor;

  app_open_page (fixture, text);
  app_put_cursor (fixture, 16);
  assert_step (fixture, "win.move-up", text,
               "总述。\n一、乙。\n（一）子。\n二、甲。\n做甲。\n三、丙。");
  app_put_cursor (fixture, 6);
  assert_step (fixture, "win.move-down", text,
               "总述。\n一、乙。\n（一）子。\n二、甲。\n做甲。\n三、丙。");

  /* The cursor goes with the section. */
  app_put_cursor (fixture, 6);
  app_activate (fixture, "win.move-down");
  app_answer ("apply");
  g_object_get (app_get_page_buffer (fixture), "cursor-position", &cursor, NULL);
  g_assert_cmpint (cursor, ==, 15);

  /* Nowhere to go: said, and no dialog. */
  app_put_cursor (fixture, 0);
  app_activate (fixture, "win.move-up");
  g_assert_null (app_find_dialog ());
}

static void
test_renumber (AppFixture *fixture, const void *data)
{
  const char *text = "一是办展。二是讲座。五是借书。六是还书。";

  app_open_page (fixture, text);
  app_put_cursor (fixture, 12);
  assert_step (fixture, "win.renumber", text, "一是办展。二是讲座。三是借书。四是还书。");
}

static void
test_restore_paragraphs (AppFixture *fixture, const void *data)
{
  const char *text = "总述。一、工作。（一）展览。办展。（二）讲座。二、问题。人少。";

  app_open_page (fixture, text);
  assert_step (fixture, "win.restore-paragraphs", text,
               "总述。\n一、工作。\n（一）展览。办展。\n（二）讲座。\n二、问题。人少。");
}

static GtkWidget *
find_row (GtkWidget *root, const char *rule)
{
  if (NB_UI_IS_FINDING_ROW (root)
      && g_str_equal (
          nb_finding_get_rule (nb_ui_finding_row_get_finding (NB_UI_FINDING_ROW (root))), rule))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, rule);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* All half-width marks of the text in one step. */
static void
test_fix_group (AppFixture *fixture, const void *data)
{
  const char *text = "我馆办展,办讲座,借书.读者多,好评多;人少。";
  GtkWidget *row = NULL;
  GtkTextIter at;

  /* Fixes of a kind are made in all fields, and undoing them leads to one of these: here there is one only. */
  nb_report_set_text (app_get_report (fixture), "purpose", "收藏美术作品。", NULL);
  app_open_page (fixture, text);
  gtk_text_buffer_get_iter_at_offset (app_get_page_buffer (fixture), &at, 4);
  gtk_text_buffer_place_cursor (app_get_page_buffer (fixture), &at);
  app_activate (fixture, "win.show-finding");
  app_spin (50);
  row = find_row (GTK_WIDGET (app_get_page (fixture)), "R40");
  if (row == NULL)
    row = app_find_widget (GTK_WIDGET (app_get_page_view (fixture)), NB_UI_TYPE_FINDING_ROW);
  g_assert_nonnull (row);
  gtk_widget_activate_action (row, "finding.fix-all", NULL);
  app_spin (50);
  g_assert_nonnull (app_find_dialog ());
  app_answer ("apply");
  app_assert_page (fixture, "我馆办展，办讲座，借书.读者多，好评多；人少。");
  undo_to (fixture, text);
}

static NbUiFindBar *
get_bar (AppFixture *fixture)
{
  return NB_UI_FIND_BAR (
      app_find_widget (GTK_WIDGET (app_get_page (fixture)), NB_UI_TYPE_FIND_BAR));
}

static void
set_entry (GtkWidget *bar, guint index, const char *text)
{
  GtkWidget *found[2] = { NULL, NULL };
  guint n = 0;
  GQueue queue = G_QUEUE_INIT;

  g_queue_push_tail (&queue, bar);
  while (!g_queue_is_empty (&queue))
    {
      GtkWidget *widget = g_queue_pop_head (&queue);

      if (GTK_IS_ENTRY (widget) && n < 2)
        found[n++] = widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (&queue, child);
    }
  g_assert_nonnull (found[index]);
  gtk_editable_set_text (GTK_EDITABLE (found[index]), text);
}

static char *
dup_selected (AppFixture *fixture)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (app_get_page_buffer (fixture), &start, &end))
    return NULL;
  return gtk_text_buffer_get_text (app_get_page_buffer (fixture), &start, &end, FALSE);
}

static void
test_find (AppFixture *fixture, const void *data)
{
  const char *text = "读者12人，读者１２次。\n读者12件";
  GtkWidget *bar, *in_selection;
  g_autofree char *selected = NULL;
  GtkTextIter start, end;

  app_open_page (fixture, text);
  app_put_cursor (fixture, 0);
  app_activate (fixture, "win.replace");
  bar = GTK_WIDGET (get_bar (fixture));
  g_assert_true (gtk_widget_get_visible (bar));
  set_entry (bar, 0, "12");
  g_assert_nonnull (app_find_label (bar, "3 found"));
  app_activate (fixture, "win.find-next");
  app_activate (fixture, "win.find-next");
  g_assert_nonnull (app_find_label (bar, "2 of 3"));
  selected = dup_selected (fixture);
  g_assert_cmpstr (selected, ==, "１２");
  app_activate (fixture, "win.find-previous");
  app_activate (fixture, "win.find-previous");
  g_assert_nonnull (app_find_label (bar, "3 of 3"));

  set_entry (bar, 1, "20");
  gtk_widget_activate_action (bar, "find.replace", NULL);
  app_assert_page (fixture, "读者12人，读者１２次。\n读者20件");
  undo_to (fixture, text);
  gtk_widget_activate_action (bar, "find.replace-all", NULL);
  app_assert_page (fixture, "读者20人，读者20次。\n读者20件");
  undo_to (fixture, text);

  /* In what was selected only. */
  gtk_widget_activate_action (bar, "find.close", NULL);
  g_assert_false (gtk_widget_get_visible (bar));
  gtk_text_buffer_get_iter_at_offset (app_get_page_buffer (fixture), &start, 6);
  gtk_text_buffer_get_end_iter (app_get_page_buffer (fixture), &end);
  gtk_text_buffer_select_range (app_get_page_buffer (fixture), &start, &end);
  app_activate (fixture, "win.replace");
  set_entry (bar, 0, "12");
  g_assert_nonnull (app_find_label (bar, "2 found"));
  gtk_widget_activate_action (bar, "find.replace-all", NULL);
  app_assert_page (fixture, "读者12人，读者20次。\n读者20件");
  undo_to (fixture, text);

  /* Where nothing is selected everything is searched. */
  gtk_widget_activate_action (bar, "find.close", NULL);
  app_put_cursor (fixture, 0);
  app_activate (fixture, "win.find");
  set_entry (bar, 0, "12");
  in_selection = app_find_widget (bar, GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (in_selection), TRUE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (in_selection)));
  g_assert_nonnull (app_find_label (bar, "3 found"));
}

/* Where no page is open one is: of the longest text, if one is in no long one. */
static void
test_find_from_form (AppFixture *fixture, const void *data)
{
  static const char text[] = "读者12人，读者13次。全年开放三百天，节假日不休息，没有收费项目。";

  nb_report_set_text (app_get_report (fixture), PAGE_FIELD, text, NULL);
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), "staff-count");
  app_activate (fixture, "win.find");
  app_spin (100);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_bar (fixture))));
  app_assert_page (fixture, text);
  set_entry (GTK_WIDGET (get_bar (fixture)), 0, "读者");
  g_assert_nonnull (app_find_label (GTK_WIDGET (get_bar (fixture)), "2 found"));
}

static void
add_tests (void)
{
#define ADD(path, test)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down)
  ADD ("/app/page-edits/move", test_move);
  ADD ("/app/page-edits/renumber", test_renumber);
  ADD ("/app/page-edits/restore-paragraphs", test_restore_paragraphs);
  ADD ("/app/page-edits/fix-group", test_fix_group);
  ADD ("/app/page-edits/find", test_find);
  ADD ("/app/page-edits/find-from-form", test_find_from_form);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
