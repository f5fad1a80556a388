/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The paper beside the form: the printer's pages, the cursor on them, a click back into the field. */

#include "app-fixture.h"
#include "app-main.h"

#include <string.h>

#include "nb-ui-paper-desk-private.h"
#include "nb-ui-paper-view.h"

static NbUiPaperView *
get_view (AppFixture *fixture)
{
  return NB_UI_PAPER_VIEW (app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_PAPER_VIEW));
}

static NbUiPaperDesk *
get_desk (AppFixture *fixture)
{
  return NB_UI_PAPER_DESK (app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_PAPER_DESK));
}

static NbPageList *
get_pages (AppFixture *fixture)
{
  return nb_ui_paper_get_pages (nb_ui_paper_view_get_paper (get_view (fixture)));
}

static NbUiPaperSheet *
get_sheet (AppFixture *fixture, guint page)
{
  return g_ptr_array_index (get_desk (fixture)->sheets, page);
}

static gboolean
has_picture (AppFixture *fixture)
{
  NbUiPaperDesk *desk = get_desk (fixture);

  return get_pages (fixture) != NULL && desk->sheets->len > desk->page && desk->source == 0
         && nb_ui_paper_sheet_has_picture (get_sheet (fixture, desk->page), desk->serial);
}

static void
show_paper (AppFixture *fixture)
{
  app_activate (fixture, "win.toggle-paper");
  app_wait (fixture, has_picture, "a picture of the page");
}

/* The words of all pages, so that one can wait for others. */
static char *
dup_words (NbPageList *pages)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < nb_page_list_get_n_pages (pages); i++)
    {
      g_autofree char *text = nb_page_list_dup_text (pages, i);

      g_string_append (words, text);
    }
  return g_string_free (words, FALSE);
}

static void
wait_for_words (AppFixture *fixture, const char *part)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *words = dup_words (get_pages (fixture));

      if (strstr (words, part) != NULL)
        return;
      app_spin (10);
    }
  g_error ("the paper never said “%s”", part);
}

/* The very pages that the printer gets, and what is seen of them is what the painter draws. */
static void
test_pages (AppFixture *fixture, const void *data)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (NbReportData) report = nb_report_freeze (app_get_report (fixture));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbPageList) printed = NULL;
  g_autofree char *shown_boxes = NULL;
  g_autofree char *printed_boxes = NULL;

  show_paper (fixture);
  printed = nb_job_layout (job, report, (NbPrinting){ .copy = NB_COPY_FILING }, &error);
  g_assert_no_error (error);
  shown_boxes = nb_page_list_dump (get_pages (fixture));
  printed_boxes = nb_page_list_dump (printed);
  g_assert_cmpstr (shown_boxes, ==, printed_boxes);
  g_assert_cmpuint (get_desk (fixture)->sheets->len, ==, nb_page_list_get_n_pages (printed));
  g_assert_nonnull (
      strstr (nb_ui_paper_get_fonts (nb_ui_paper_view_get_paper (get_view (fixture))), "仿宋（"));
}

/* A change is on the paper a moment later; the sheets stay the same widgets. */
static void
test_renew (AppFixture *fixture, const void *data)
{
  NbUiPaperSheet *sheet;

  show_paper (fixture);
  sheet = get_sheet (fixture, 0);
  gtk_editable_set_text (GTK_EDITABLE (app_get_editor (fixture, "name")), "青石县图书馆");
  wait_for_words (fixture, "青石县图书馆");
  app_wait (fixture, has_picture, "a picture of the new page");
  g_assert_true (sheet == get_sheet (fixture, 0));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (sheet),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (get_desk (fixture)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));

  /* Nobody looks: nothing is made. */
  app_activate (fixture, "win.toggle-paper");
  app_spin (600);
  gtk_editable_set_text (GTK_EDITABLE (app_get_editor (fixture, "name")), "白石县文化馆");
  app_spin (900);
  {
    g_autofree char *words = dup_words (get_pages (fixture));

    g_assert_null (strstr (words, "白石县文化馆"));
  }
  app_activate (fixture, "win.toggle-paper");
  wait_for_words (fixture, "白石县文化馆");
}

static gboolean
is_marked (AppFixture *fixture)
{
  NbUiPaperDesk *desk = get_desk (fixture);

  return desk->field != NULL && desk->source == 0 && has_picture (fixture);
}

static void
put_cursor (AppFixture *fixture, const char *field, int offset)
{
  GtkTextBuffer *buffer = app_get_buffer (fixture, field);
  GtkTextIter at;

  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), field);
  gtk_text_buffer_get_iter_at_offset (buffer, &at, offset);
  gtk_text_buffer_place_cursor (buffer, &at);
}

/* The place of the cursor is marked, and in sight. */
static void
test_follow (AppFixture *fixture, const void *data)
{
  NbUiPaperDesk *desk;
  NbRect room;
  guint page = 0;

  show_paper (fixture);
  desk = get_desk (fixture);
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), "credit-code");
  app_spin (50);
  g_assert_cmpstr (desk->field, ==, "credit-code");

  put_cursor (fixture, "activities", 100);
  app_wait (fixture, is_marked, "the mark");
  app_spin (100);
  g_assert_cmpstr (desk->field, ==, "activities");
  g_assert_cmpuint (desk->position.offset, ==, 100);
  g_assert_true (nb_page_list_find_room (get_pages (fixture), "activities", &page, &room));
  g_assert_cmpuint (desk->marked_page, ==, page);
  g_assert_cmpuint (desk->page, ==, page);
  g_assert_cmpfloat (gtk_adjustment_get_value (desk->vertical), >, 0);
}

typedef struct
{
  char *field;
  NbPosition position;
} Heard;

static void
note_activated (NbUiPaperView *view, const NbPagePlace *place, Heard *heard)
{
  g_free (heard->field);
  heard->field = g_strdup (place->field);
  heard->position = (NbPosition){ place->paragraph, place->offset };
}

/* A click at a character of a field puts the cursor of the form there. */
static void
test_click (AppFixture *fixture, const void *data)
{
  NbPagePlace place = { "activities", 0, 30 };
  GtkTextBuffer *buffer = app_get_buffer (fixture, "activities");
  NbUiPaperDesk *desk;
  NbUiPaperSheet *sheet;
  graphene_rect_t area;
  double x, y;
  NbRect cursor;
  guint page = 0;
  int offset;

  show_paper (fixture);
  desk = get_desk (fixture);
  g_assert_true (nb_page_list_locate (get_pages (fixture), &place, &page, &cursor));
  sheet = get_sheet (fixture, page);
  nb_ui_paper_sheet_get_area (sheet, &cursor, &area);
  gtk_widget_translate_coordinates (GTK_WIDGET (sheet), GTK_WIDGET (desk), area.origin.x,
                                    area.origin.y + area.size.height / 2, &x, &y);
  nb_ui_paper_desk_click (desk, x, y);
  g_object_get (buffer, "cursor-position", &offset, NULL);
  g_assert_cmpint (offset, ==, 30);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == app_get_editor (fixture, "activities"));
  /* On the margin nothing happens. */
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), "name");
  nb_ui_paper_desk_click (desk, 14, 14);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         app_get_editor (fixture, "name")));
}

/* Everything that the mouse does, by keys. */
static void
test_keys (AppFixture *fixture, const void *data)
{
  NbUiPaperDesk *desk;
  Heard heard = { NULL };
  g_autofree char *first = NULL;

  show_paper (fixture);
  desk = get_desk (fixture);
  g_signal_connect (get_view (fixture), "activated", G_CALLBACK (note_activated), &heard);
  app_activate (fixture, "win.switch-pane");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (desk));
  app_press (GTK_WIDGET (desk), GDK_KEY_Down, 0);
  first = g_strdup (desk->field);
  g_assert_nonnull (first);
  app_press (GTK_WIDGET (desk), GDK_KEY_Down, 0);
  g_assert_cmpstr (desk->field, !=, first);
  app_press (GTK_WIDGET (desk), GDK_KEY_Up, 0);
  g_assert_cmpstr (desk->field, ==, first);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (desk),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  app_press (GTK_WIDGET (desk), GDK_KEY_End, 0);
  app_spin (100);
  g_assert_cmpuint (desk->page, ==, desk->sheets->len - 1);
  app_press (GTK_WIDGET (desk), GDK_KEY_Page_Up, 0);
  app_spin (100);
  g_assert_cmpuint (desk->page, ==, desk->sheets->len - 2);
  app_press (GTK_WIDGET (desk), GDK_KEY_Return, 0);
  g_assert_cmpstr (heard.field, ==, first);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                              GTK_WIDGET (nb_ui_window_get_form_view (fixture->window))));
  app_activate (fixture, "win.switch-pane");
  app_press (GTK_WIDGET (get_view (fixture)), GDK_KEY_Escape, 0);
  g_assert_false (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (desk));
  g_free (heard.field);
}

static void
zoom (AppFixture *fixture, const char *action)
{
  app_activate (fixture, action);
  app_spin (100);
  app_wait (fixture, has_picture, "a picture of the size");
}

/* Larger and smaller keep what one looks at, and pictures are as sharp as the screen. */
static void
test_zoom (AppFixture *fixture, const void *data)
{
  NbUiPaperDesk *desk;
  guint page;
  int width;

  show_paper (fixture);
  desk = get_desk (fixture);
  app_press (GTK_WIDGET (desk), GDK_KEY_End, 0);
  app_spin (100);
  page = desk->page;
  width = nb_ui_paper_desk_get_width (desk);
  zoom (fixture, "win.zoom-in");
  g_assert_cmpint (nb_ui_paper_desk_get_width (desk), >, width);
  zoom (fixture, "win.zoom-in");
  g_assert_cmpuint (desk->page, ==, page);
  for (guint i = 0; i < 3; i++)
    zoom (fixture, "win.zoom-out");
  g_assert_cmpint (nb_ui_paper_desk_get_width (desk), <, width);
  zoom (fixture, "win.zoom-fit");
  g_assert_cmpint (nb_ui_paper_desk_get_width (desk), ==, width);
  g_assert_nonnull (app_find_label (GTK_WIDGET (get_view (fixture)), " %"));
}

/* White in the dark too. */
static void
test_dark (AppFixture *fixture, const void *data)
{
  graphene_rect_t bounds;
  GdkRGBA colour;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  show_paper (fixture);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_sheet (fixture, 0)),
                                            GTK_WIDGET (fixture->window), &bounds));
  app_get_pixel (GTK_WIDGET (fixture->window), (int) bounds.origin.x + 12,
                 (int) bounds.origin.y + 12, &colour);
  g_assert_cmpfloat (colour.red + colour.green + colour.blue, >, 2.99);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

/* A long report: only what is looked at is drawn. */
static void
test_long (AppFixture *fixture, const void *data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  NbUiPaperDesk *desk;
  guint n_pictures = 0;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "字句");
  nb_report_set_text (app_get_report (fixture), "activities", text->str, NULL);
  show_paper (fixture);
  desk = get_desk (fixture);
  g_assert_cmpuint (desk->sheets->len, >, 30);
  app_press (GTK_WIDGET (desk), GDK_KEY_End, 0);
  app_spin (50);
  app_wait (fixture, has_picture, "the last page");
  app_press (GTK_WIDGET (desk), GDK_KEY_Home, 0);
  app_spin (50);
  app_wait (fixture, has_picture, "the first page");
  app_spin (300);
  for (guint i = 0; i < desk->sheets->len; i++)
    n_pictures += nb_ui_paper_sheet_has_picture (get_sheet (fixture, i), desk->serial);
  g_assert_cmpuint (n_pictures, <, 12);
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/paper/pages", test_pages);
  add_test ("/app/paper/renew", test_renew);
  add_test ("/app/paper/follow", test_follow);
  add_test ("/app/paper/click", test_click);
  add_test ("/app/paper/keys", test_keys);
  add_test ("/app/paper/zoom", test_zoom);
  add_test ("/app/paper/dark", test_dark);
  add_test ("/app/paper/long", test_long);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
