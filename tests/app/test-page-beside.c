/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page beside last year's text and its own figures, and how it looks. */

#include "app-main.h"
#include "app-narrative.h"

#include "nb-ui-figures-pane.h"
#include "nb-ui-sentence-list.h"
#include "nb-ui-sentence-pair.h"

/* The most characters that are asked for (rule R30). */
#define MOST 3500

#define LAST "总述。\n一、工作。接待读者60批。办展四次。\n二、问题。人少。"
#define NOW  "总述。\n一、工作。接待读者64批。\n二、问题。人少。钱少。"

static NbUiSentenceList *
get_list (AppFixture *fixture)
{
  GtkWidget *list = app_find_widget (GTK_WIDGET (app_get_page (fixture)), NB_UI_TYPE_SENTENCE_LIST);

  return list != NULL ? NB_UI_SENTENCE_LIST (list) : NULL;
}

static gboolean
has_rows (AppFixture *fixture)
{
  NbUiSentenceList *list = get_list (fixture);

  return list != NULL && g_list_model_get_n_items (nb_ui_sentence_list_get_rows (list)) > 0;
}

/* The row where last year's sentence is @last. */
static guint
find_row (AppFixture *fixture, const char *last, const char *now)
{
  GListModel *rows = nb_ui_sentence_list_get_rows (get_list (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (NbUiSentencePair) pair = g_list_model_get_item (rows, i);

      if (g_str_equal (nb_ui_sentence_pair_get_last (pair), last))
        {
          g_assert_cmpstr (nb_ui_sentence_pair_get_now (pair), ==, now);
          return i;
        }
    }
  g_error ("no sentence “%s”", last);
}

static void
test_compare (AppFixture *fixture, const void *data)
{
  app_set_last_year (fixture, LAST);
  app_open_page (fixture, NOW);
  app_activate (fixture, "win.compare-text");
  app_wait (fixture, has_rows, "the comparison");
  find_row (fixture, "接待读者60批。", "接待读者64批。");
  find_row (fixture, "人少。", "人少。");

  nb_ui_sentence_list_take_sentence (get_list (fixture), find_row (fixture, "办展四次。", ""));
  app_assert_page (fixture, "总述。\n一、工作。接待读者64批。办展四次。\n二、问题。人少。钱少。");
  app_activate (fixture, "win.undo");
  app_assert_page (fixture, NOW);
  app_spin (700);

  nb_ui_sentence_list_take_section (get_list (fixture),
                                    find_row (fixture, "接待读者60批。", "接待读者64批。"));
  app_assert_page (fixture, "总述。\n一、工作。接待读者60批。办展四次。\n二、问题。人少。钱少。");
  app_activate (fixture, "win.undo");
  app_assert_page (fixture, NOW);
}

/* Without last year's report there is nothing to compare with, and it is said. */
static void
test_no_last_year (AppFixture *fixture, const void *data)
{
  g_autofree char *toast = NULL;

  app_open_page (fixture, NOW);
  app_activate (fixture, "win.compare-text");
  app_spin (50);
  g_assert_null (get_list (fixture));
  toast = app_dup_toast (fixture);
  g_assert_nonnull (toast);
}

static gboolean
has_background (AppFixture *fixture, int offset)
{
  GtkTextIter iter;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_iter_at_offset (app_get_page_buffer (fixture), &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      gboolean set;

      g_object_get (l->data, "background-set", &set, NULL);
      if (set)
        return TRUE;
    }
  return FALSE;
}

static void
test_unchanged (AppFixture *fixture, const void *data)
{
  app_set_last_year (fixture, LAST);
  app_open_page (fixture, NOW);
  g_assert_false (has_background (fixture, 0));
  gtk_widget_activate_action (GTK_WIDGET (app_get_page (fixture)), "narrative.mark-unchanged",
                              NULL);
  g_assert_true (has_background (fixture, 0));
  g_assert_false (has_background (fixture, 12));
  /* Followed while one types. */
  app_put_cursor (fixture, 1);
  app_type (fixture, "的");
  app_spin (800);
  g_assert_false (has_background (fixture, 0));
  gtk_widget_activate_action (GTK_WIDGET (app_get_page (fixture)), "narrative.mark-unchanged",
                              NULL);
  g_assert_false (has_background (fixture, 25));
}

static GListModel *
get_figures (AppFixture *fixture)
{
  return nb_ui_figures_pane_get_figures (NB_UI_FIGURES_PANE (
      app_find_widget (GTK_WIDGET (app_get_page (fixture)), NB_UI_TYPE_FIGURES_PANE)));
}

static void
test_figures (AppFixture *fixture, const void *data)
{
  app_set_last_year (fixture, LAST);
  app_open_page (fixture, "接待读者64批。开课9期。");
  app_activate (fixture, "win.figures");
  app_spin (50);
  g_assert_cmpuint (g_list_model_get_n_items (get_figures (fixture)), ==, 2);
  {
    g_autoptr (NbUiFigure) figure = g_list_model_get_item (get_figures (fixture), 0);

    g_assert_cmpstr (nb_ui_figure_get_words (figure), ==, "64批");
    g_assert_cmpstr (nb_ui_figure_get_last (figure), ==, "60批");
    g_assert_cmpstr (nb_ui_figure_get_sentence (figure), ==, "接待读者64批");
    g_object_set (figure, "proved", TRUE, NULL);
  }
  g_assert_nonnull (app_find_label (GTK_WIDGET (app_get_page (fixture)), "1 of 2"));

  /* A tick stands while its sentence does. */
  app_put_cursor (fixture, -1);
  app_type (fixture, "借书5册。");
  app_spin (800);
  g_assert_nonnull (app_find_label (GTK_WIDGET (app_get_page (fixture)), "1 of 3"));
  app_put_cursor (fixture, 2);
  app_type (fixture, "了");
  app_spin (800);
  g_assert_nonnull (app_find_label (GTK_WIDGET (app_get_page (fixture)), "0 of 3"));
}

/* What is proved is known again when the file is opened another time, while its sentence stands. */
static void
test_figures_stay (AppFixture *fixture, const void *data)
{
  app_open_page (fixture, "接待读者64批。开课9期。");
  app_activate (fixture, "win.figures");
  app_spin (50);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (NbUiFigure) figure = g_list_model_get_item (get_figures (fixture), i);

      g_object_set (figure, "proved", TRUE, NULL);
    }
  app_put_cursor (fixture, -1);
  app_type (fixture, "借书5册。");
  app_activate (fixture, "win.save");
  app_spin (50);
  nb_ui_window_set_document (fixture->window, NULL);
  app_open (fixture, fixture->path);

  app_open_page (fixture, "接待读者64批。开课8期。借书5册。");
  app_activate (fixture, "win.figures");
  app_spin (50);
  g_assert_nonnull (app_find_label (GTK_WIDGET (app_get_page (fixture)), "1 of 3"));
}

static gboolean
has_pages (AppFixture *fixture)
{
  return app_find_label (GTK_WIDGET (app_get_page (fixture)), "page") != NULL;
}

static void
test_count (AppFixture *fixture, const void *data)
{
  app_open_page (fixture, "甲乙。\n丙。");
  g_assert_nonnull (app_find_label (GTK_WIDGET (app_get_page (fixture)), "5 characters, at least"));
  app_wait (fixture, has_pages, "the pages");
}

/* At the limit and one character beyond it. */
static void
test_count_limit (AppFixture *fixture, const void *data)
{
  g_autoptr (GString) full = g_string_new (NULL);
  GtkTextIter end;

  for (guint i = 0; i < MOST; i++)
    g_string_append (full, "字");
  app_open_page (fixture, full->str);
  g_assert_nonnull (
      app_find_label (GTK_WIDGET (app_get_page (fixture)), "3500 of 3500 characters"));
  gtk_text_buffer_get_end_iter (app_get_page_buffer (fixture), &end);
  gtk_text_buffer_insert (app_get_page_buffer (fixture), &end, "多", -1);
  g_assert_nonnull (
      app_find_label (GTK_WIDGET (app_get_page (fixture)), "3501 characters, at most 3500"));
}

static void
test_look (AppFixture *fixture, const void *data)
{
  GtkWidget *page, *view;

  app_open_page (fixture, NOW);
  page = GTK_WIDGET (app_get_page (fixture));
  view = GTK_WIDGET (app_get_page_view (fixture));
  app_activate (fixture, "win.larger-text");
  app_activate (fixture, "win.larger-text");
  g_assert_true (gtk_widget_has_css_class (view, "zoom-125"));
  app_activate (fixture, "win.normal-text");
  app_activate (fixture, "win.smaller-text");
  g_assert_true (gtk_widget_has_css_class (view, "zoom-90"));
  gtk_widget_activate_action (page, "narrative.paper-face", NULL);
  g_assert_true (gtk_widget_has_css_class (view, "paper-face"));

  app_activate (fixture, "win.undisturbed");
  app_spin (100);
  g_assert_nonnull (app_get_page (fixture));
  gtk_widget_activate_action (page, "narrative.leave", NULL);
  app_spin (50);
  g_assert_nonnull (app_get_page (fixture));
  gtk_widget_activate_action (page, "narrative.leave", NULL);
  app_spin (50);
  g_assert_null (app_get_page (fixture));
}

static void
add_tests (void)
{
#define ADD(path, test)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down)
  ADD ("/app/page-beside/compare", test_compare);
  ADD ("/app/page-beside/no-last-year", test_no_last_year);
  ADD ("/app/page-beside/unchanged", test_unchanged);
  ADD ("/app/page-beside/figures", test_figures);
  ADD ("/app/page-beside/figures-stay", test_figures_stay);
  ADD ("/app/page-beside/count", test_count);
  ADD ("/app/page-beside/count-limit", test_count_limit);
  ADD ("/app/page-beside/look", test_look);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
