/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-main.h"
#include "app-narrative.h"

#include "nb-ui-finding-popover.h"
#include "nb-ui-finding-row.h"
#include "nb-ui-outline.h"

/* One shows the field's own text, and the form shows it again when one is back. */
static void
test_there_and_back (AppFixture *fixture, const void *data)
{
  app_open_page (fixture, "一、甲\n二、乙");
  app_assert_page (fixture, "一、甲\n二、乙");
  app_put_cursor (fixture, 3);
  app_type (fixture, "丙");
  app_assert_page (fixture, "一、甲丙\n二、乙");

  /* Undo stays on the page. */
  app_activate (fixture, "win.undo");
  g_assert_nonnull (app_get_page (fixture));
  app_activate (fixture, "win.redo");
  app_activate (fixture, "win.page");
  app_spin (50);
  g_assert_null (app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_NARRATIVE_VIEW));
  app_assert_text (fixture, PAGE_FIELD, "一、甲丙\n二、乙");
}

/* Only long fields have pages. */
static void
test_other_fields (AppFixture *fixture, const void *data)
{
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), "address");
  app_activate (fixture, "win.page");
  app_spin (20);
  g_assert_null (app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_NARRATIVE_VIEW));
}

static void
assert_outline (AppFixture *fixture, const char *const *titles, const char *current)
{
  NbUiOutline *outline =
      NB_UI_OUTLINE (app_find_widget (GTK_WIDGET (app_get_page (fixture)), NB_UI_TYPE_OUTLINE));
  GListModel *headings = nb_ui_outline_get_headings (outline);
  NbUiHeading *at = nb_ui_outline_get_current (outline);

  g_assert_cmpuint (g_list_model_get_n_items (headings), ==, g_strv_length ((char **) titles));
  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autoptr (NbUiHeading) heading = g_list_model_get_item (headings, i);

      g_assert_cmpstr (nb_ui_heading_get_title (heading), ==, titles[i]);
    }
  g_assert_cmpstr (at != NULL ? nb_ui_heading_get_title (at) : NULL, ==, current);
}

static void
test_outline (AppFixture *fixture, const void *data)
{
  GtkTextBuffer *buffer;
  GtkTextIter at;

  app_open_page (fixture,
                 "总述。\n一、工作。\n（一）展览。办展。\n（二）讲座。\n二、问题。\n人少。");
  app_put_cursor (fixture, 0);
  assert_outline (
      fixture, (const char *[]){ "一、工作", "（一）展览", "（二）讲座", "二、问题", NULL }, NULL);
  app_put_cursor (fixture, 15);
  assert_outline (fixture,
                  (const char *[]){ "一、工作", "（一）展览", "（二）讲座", "二、问题", NULL },
                  "（一）展览");

  /* A key in a heading changes that one only; a paragraph before moves all. */
  buffer = app_get_page_buffer (fixture);
  gtk_text_buffer_get_iter_at_offset (buffer, &at, 6);
  gtk_text_buffer_insert (buffer, &at, "主要", -1);
  gtk_text_buffer_get_start_iter (buffer, &at);
  gtk_text_buffer_insert (buffer, &at, "前言。\n", -1);
  gtk_text_buffer_get_end_iter (buffer, &at);
  gtk_text_buffer_insert (buffer, &at, "\n三、计划。", -1);
  gtk_text_buffer_get_end_iter (buffer, &at);
  gtk_text_buffer_place_cursor (buffer, &at);
  assert_outline (
      fixture,
      (const char *[]){ "一、主要工作", "（一）展览", "（二）讲座", "二、问题", "三、计划", NULL },
      "三、计划");
}

/* A click on a heading puts the cursor there. */
static void
test_outline_click (AppFixture *fixture, const void *data)
{
  GtkTextBuffer *buffer;
  GtkTextIter cursor;
  GtkWidget *list;

  app_open_page (fixture, "总述。\n一、工作。\n（一）展览。办展。\n二、问题。");
  buffer = app_get_page_buffer (fixture);
  list = app_find_widget (app_find_widget (GTK_WIDGET (app_get_page (fixture)), NB_UI_TYPE_OUTLINE),
                          GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 2);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_line (&cursor), ==, 3);
  assert_outline (fixture, (const char *[]){ "一、工作", "（一）展览", "二、问题", NULL },
                  "二、问题");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (app_get_page_view (fixture))));
}

static gboolean
has_underline (AppFixture *fixture, int offset, PangoUnderline shape)
{
  GtkTextIter iter;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_iter_at_offset (app_get_page_buffer (fixture), &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      PangoUnderline underline;
      gboolean set;

      g_object_get (l->data, "underline", &underline, "underline-set", &set, NULL);
      if (set && underline == shape)
        return TRUE;
    }
  return FALSE;
}

/* What a key makes wrong is underlined in the next frame, in the shape of its severity, and said to readers
 * while the cursor is in it. */
static void
test_finding (AppFixture *fixture, const void *data)
{
  GtkTextView *view;

  app_open_page (fixture, "一是办展。二是办讲座。三是借书。");
  g_assert_false (has_underline (fixture, 11, PANGO_UNDERLINE_DOUBLE));
  view = app_get_page_view (fixture);
  app_put_cursor (fixture, 12);
  g_signal_emit_by_name (view, "backspace");
  app_type (fixture, "五");
  app_next_frame (fixture);
  g_assert_true (has_underline (fixture, 11, PANGO_UNDERLINE_DOUBLE));
  g_assert_false (has_underline (fixture, 2, PANGO_UNDERLINE_DOUBLE));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (view),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_nonnull (app_find_label (GTK_WIDGET (app_get_page (fixture)), "五是"));

  app_put_cursor (fixture, 1);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (view),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static void
test_popover (AppFixture *fixture, const void *data)
{
  GtkWidget *popover, *row;
  graphene_rect_t bounds;

  app_open_page (fixture, "一是办展。二是办讲座。五是借书。");
  app_put_cursor (fixture, 12);
  app_activate (fixture, "win.show-finding");
  app_spin (50);
  popover = app_find_widget (GTK_WIDGET (app_get_page (fixture)), NB_UI_TYPE_FINDING_POPOVER);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_mapped (popover));
  row = app_find_widget (popover, NB_UI_TYPE_FINDING_ROW);
  g_assert_nonnull (app_find_label (row, "三是"));
  /* It is no higher than what is in it, but for what is round that. */
  g_assert_true (gtk_widget_compute_bounds (row, popover, &bounds));
  g_assert_cmpfloat (gtk_widget_get_height (popover) - bounds.origin.y - bounds.size.height, <=,
                     48);
  gtk_widget_activate_action (row, "finding.fix", NULL);
  app_spin (50);
  g_assert_false (gtk_widget_get_mapped (popover));
  app_assert_page (fixture, "一是办展。二是办讲座。三是借书。");
}

/* GTK looks for the pointer in a popover a moment after it has gone with its window. */
static void
close_popover (GtkWidget *popover)
{
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_mapped (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  app_spin (200);
}

/* It tells why, and takes an answer, which is kept in the report. */
static void
test_popover_answer (AppFixture *fixture, const void *data)
{
  const char *text = "我馆办展,办讲座。";
  GtkWidget *popover, *row;
  g_autoptr (NbReportData) answered = NULL;

  app_open_page (fixture, text);
  app_put_cursor (fixture, 4);
  app_activate (fixture, "win.show-finding");
  app_spin (50);
  popover = app_find_widget (GTK_WIDGET (app_get_page (fixture)), NB_UI_TYPE_FINDING_POPOVER);
  row = app_find_widget (popover, NB_UI_TYPE_FINDING_ROW);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_widget (row, GTK_TYPE_TOGGLE_BUTTON)),
                                TRUE);
  app_spin (50);
  g_assert_nonnull (app_find_label (row, "R40"));
  g_assert_nonnull (app_find_label (row, "GB/T 15834-2011"));

  g_assert_true (gtk_widget_activate_action (row, "finding.answer", NULL));
  gtk_editable_set_text (GTK_EDITABLE (app_find_widget (row, GTK_TYPE_ENTRY)), "原文如此");
  g_assert_true (gtk_widget_activate_action (row, "finding.save-answer", NULL));
  app_spin (50);
  answered = nb_report_freeze (app_get_report (fixture));
  g_assert_cmpuint (nb_report_data_get_n_answers (answered), ==, 1);
  g_assert_cmpstr (nb_report_data_get_answer (answered, 0)->text, ==, "原文如此");
  app_assert_page (fixture, text);
  if (gtk_widget_get_mapped (popover))
    close_popover (popover);
}

/* The cursor may be where a reader put it, out of sight. */
static void
test_popover_out_of_sight (AppFixture *fixture, const void *data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 80; i++)
    g_string_append_printf (text, "第%u段没有问题。\n", i);
  g_string_append (text, "一是办展。二是办讲座。五是借书。");
  app_open_page (fixture, text->str);
  app_spin (200);
  app_put_cursor (fixture, (int) g_utf8_strlen (text->str, -1) - 4);
  app_activate (fixture, "win.show-finding");
  app_spin (100);
  close_popover (app_find_widget (GTK_WIDGET (app_get_page (fixture)), NB_UI_TYPE_FINDING_POPOVER));
}

/* In one frame a popover of the text comes, which wants the text placed again, the text gets other lines, and a toast
 * wants all of the window placed again. What is drawn then without a place is a warning of GTK. */
static gboolean
change_everything (GtkWidget *view, GdkFrameClock *clock, void *data)
{
  AppFixture *fixture = data;

  gtk_widget_queue_allocate (view);
  app_put_cursor (fixture, 0);
  app_type (fixture, "一、甲\n二、乙\n三、丙\n");
  gtk_widget_queue_allocate (gtk_widget_get_ancestor (view, ADW_TYPE_TOAST_OVERLAY));
  return G_SOURCE_REMOVE;
}

static void
test_placed_in_part (AppFixture *fixture, const void *data)
{
  GtkWidget *view;

  app_open_page (fixture, "一、甲\n二、乙");
  view = GTK_WIDGET (app_get_page_view (fixture));
  gtk_widget_add_tick_callback (view, change_everything, fixture, NULL);
  app_next_frame (fixture);
  app_next_frame (fixture);
}

/* A frame is under way when the text gets other lines and is to be scrolled to them: the bars beside it are drawn in
 * the same frame. */
static gboolean
write_below (GtkWidget *view, GdkFrameClock *clock, void *data)
{
  AppFixture *fixture = data;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 80; i++)
    g_string_append_printf (text, "\n第%u段没有问题。", i);
  app_put_cursor (fixture, -1);
  app_type (fixture, text->str);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (view),
                                      gtk_text_buffer_get_insert (app_get_page_buffer (fixture)));
  return G_SOURCE_REMOVE;
}

static void
test_scrolled_in_frame (AppFixture *fixture, const void *data)
{
  GtkWidget *view;

  app_open_page (fixture, "一、甲\n二、乙");
  view = GTK_WIDGET (app_get_page_view (fixture));
  gtk_scrolled_window_set_overlay_scrolling (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW)), FALSE);
  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_add_tick_callback (view, write_below, fixture, NULL);
      app_next_frame (fixture);
      app_next_frame (fixture);
    }
}

static void
test_at_rest (AppFixture *fixture, const void *data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  app_spin (1000);
  app_assert_at_rest (GTK_WIDGET (fixture->window));
  /* More than the window shows. */
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "（%u）甲\n", i + 1);
  app_open_page (fixture, text->str);
  app_spin (1000);
  app_assert_at_rest (GTK_WIDGET (fixture->window));
}

static gboolean
is_underlined_in_form (AppFixture *fixture)
{
  GtkTextIter at;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_iter_at_offset (app_get_buffer (fixture, PAGE_FIELD), &at, 11);
  tags = gtk_text_iter_get_tags (&at);
  return g_slist_length (tags) >= 2;
}

/* In the form the same lines stand under the same words. */
static void
test_form (AppFixture *fixture, const void *data)
{
  GtkTextBuffer *buffer = app_get_buffer (fixture, PAGE_FIELD);
  GtkTextIter at;
  GtkWidget *view = app_get_editor (fixture, PAGE_FIELD);

  nb_report_set_text (app_get_report (fixture), PAGE_FIELD, "一是办展。二是办讲座。五是借书。",
                      NULL);
  app_check (fixture);
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), PAGE_FIELD);
  app_wait (fixture, is_underlined_in_form, "the line under the words");
  app_spin (300);
  gtk_text_buffer_get_iter_at_offset (buffer, &at, 11);
  gtk_text_buffer_place_cursor (buffer, &at);
  app_activate (fixture, "win.show-finding");
  app_spin (50);
  close_popover (app_find_widget (view, NB_UI_TYPE_FINDING_POPOVER));
}

static void
add_tests (void)
{
#define ADD(path, test)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down)
  ADD ("/app/narrative/there-and-back", test_there_and_back);
  ADD ("/app/narrative/other-fields", test_other_fields);
  ADD ("/app/narrative/outline", test_outline);
  ADD ("/app/narrative/outline-click", test_outline_click);
  ADD ("/app/narrative/finding", test_finding);
  ADD ("/app/narrative/popover", test_popover);
  ADD ("/app/narrative/popover-answer", test_popover_answer);
  ADD ("/app/narrative/popover-out-of-sight", test_popover_out_of_sight);
  ADD ("/app/narrative/placed-in-part", test_placed_in_part);
  ADD ("/app/narrative/scrolled-in-frame", test_scrolled_in_frame);
  ADD ("/app/narrative/at-rest", test_at_rest);
  ADD ("/app/narrative/form", test_form);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
