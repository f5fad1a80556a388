/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: pseudo.py SOURCE_ROOT test-language
 * Every view and dialog in a language whose texts are by two fifths longer, from left to right and from right to
 * left, in a wide window and in one of 360 pixels. */

#include "app-fixture.h"
#include "app-language.h"
#include "app-main.h"
#include "app-narrative.h"
#include "language-views.h"

#include <libintl.h>

#include "nb-ui-finding-row.h"
#include "nb-ui-report-view.h"
#include "nb-ui-roll-dialog.h"

/* 360 pixels and the shadow of the window. */
#define NARROW 370
#define WIDE   1000
#define HEIGHT 700

typedef struct
{
  GtkTextDirection direction;
  int width;
  const char *name;
} Setting;

static const Setting settings[] = {
  { GTK_TEXT_DIR_LTR, WIDE, "wide" },
  { GTK_TEXT_DIR_RTL, WIDE, "wide, from right to left" },
  { GTK_TEXT_DIR_LTR, NARROW, "narrow" },
  { GTK_TEXT_DIR_RTL, NARROW, "narrow, from right to left" },
};

static void
set_text (AppFixture *fixture, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  nb_report_set_text (app_get_report (fixture), field, text, &error);
  g_assert_no_error (error);
}

static void
show_start_page (AppFixture *fixture)
{
  nb_ui_window_set_document (fixture->window, NULL);
}

static void
show_form (AppFixture *fixture)
{
}

static void
show_findings (AppFixture *fixture)
{
  set_text (fixture, "staff-count", "7人");
  set_text (fixture, "initial-capital", "五十万元");
  set_text (fixture, "credit-code", "12");
  set_text (fixture, "activities", "一是做了,二是做了,三是做了,五是今年以来的好的多(完)。");
  app_activate (fixture, "win.check");
}

/* The report that people try things out with has more kinds of findings. */
static void
show_sample (AppFixture *fixture)
{
  nb_ui_window_set_document (fixture->window, NULL);
  app_activate (fixture, "win.open-sample");
  app_spin (200);
  app_activate (fixture, "win.check");
  app_activate (fixture, "win.toggle-findings");
}

static void
show_form_with_findings (AppFixture *fixture)
{
  show_findings (fixture);
  app_activate (fixture, "win.toggle-findings");
}

static void
set_toggles (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget)
      && gtk_widget_get_ancestor (widget, NB_UI_TYPE_FINDING_ROW) != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_toggles (child);
}

static void
begin_answers (GtkWidget *widget)
{
  if (NB_UI_IS_FINDING_ROW (widget))
    gtk_widget_activate_action (widget, "finding.answer", NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    begin_answers (child);
}

/* Every finding with its reason and with room for an answer. */
static void
show_reasons (AppFixture *fixture)
{
  show_findings (fixture);
  set_toggles (GTK_WIDGET (fixture->window));
  begin_answers (GTK_WIDGET (fixture->window));
}

static void
show_filing (AppFixture *fixture)
{
  app_activate (fixture, "win.filing");
}

static void
show_sections (AppFixture *fixture)
{
  show_findings (fixture);
  g_object_set (app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_REPORT_VIEW),
                "findings-shown", FALSE, "sections-shown", TRUE, NULL);
}

static void
show_narrative (AppFixture *fixture)
{
  app_open_page (fixture, "一、主要工作\n一是做了,三是今年以来做的好。\n二、问题");
  app_activate (fixture, "win.check");
}

static void
show_last_year (AppFixture *fixture)
{
  nb_ui_window_compare_with (fixture->window, fixture->path);
}

static void
show_menu (AppFixture *fixture)
{
  GtkWidget *button = app_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_MENU_BUTTON);

  g_assert_true (gtk_menu_button_get_primary (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}

static void
show_portal (AppFixture *fixture)
{
  app_activate (fixture, "win.portal");
}

static void
show_paper (AppFixture *fixture)
{
  app_activate (fixture, "win.toggle-paper");
}

static void
show_certificate (AppFixture *fixture)
{
  app_activate (fixture, "win.certificate");
}

static void
show_preferences (AppFixture *fixture)
{
  app_activate (fixture, "app.preferences");
}

static void
show_shortcuts (AppFixture *fixture)
{
  app_activate (fixture, "app.shortcuts");
}

static void
note_rolled (const NbReportData *begun, const NbReportData *previous, void *data)
{
}

static void
show_roll (AppFixture *fixture)
{
  g_autoptr (NbReportData) previous = nb_report_freeze (app_get_report (fixture));

  gtk_window_present (nb_ui_roll_dialog_new (GTK_WINDOW (fixture->window),
                                             nb_ui_application_get_job (fixture->application),
                                             previous, NULL, 2022, note_rolled, NULL));
}

static void
show_unsaved (AppFixture *fixture)
{
  set_text (fixture, "name", "白石县");
  gtk_window_close (GTK_WINDOW (fixture->window));
}

static void
show_unreadable (AppFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "2022", NULL);

  nb_ui_window_open (fixture->window, path);
}

static void
show_help (AppFixture *fixture, const char *page)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "help-page",
                                  g_variant_new_string (page));
}

static void
show_help_start (AppFixture *fixture)
{
  show_help (fixture, "start");
}

static void
show_help_keys (AppFixture *fixture)
{
  show_help (fixture, "keyboard");
}

static void
show_help_section (AppFixture *fixture)
{
  show_help (fixture, "section-activities");
}

static void
show_help_rule (AppFixture *fixture)
{
  show_help (fixture, "rule-R28");
}

static void
show_help_papers (AppFixture *fixture)
{
  show_help (fixture, "handing-in");
}

static const LanguageView views[] = {
  { "start-page", show_start_page },
  { "form", show_form },
  { "sample", show_sample },
  { "form-with-findings", show_form_with_findings },
  { "findings", show_findings },
  { "reasons", show_reasons },
  { "filing", show_filing },
  { "sections", show_sections },
  { "narrative", show_narrative },
  { "last-year", show_last_year },
  { "menu", show_menu },
  { "portal", show_portal },
  { "paper", show_paper },
  { "certificate", show_certificate },
  { "preferences", show_preferences },
  { "shortcuts", show_shortcuts },
  { "roll-forward", show_roll },
  { "unsaved", show_unsaved },
  { "unreadable", show_unreadable },
  { "help-start", show_help_start },
  { "help-keys", show_help_keys },
  { "help-section", show_help_section },
  { "help-rule", show_help_rule },
  { "help-papers", show_help_papers },
};

static gboolean
has_width (GtkWidget *window, int width)
{
  return !gtk_widget_get_mapped (window) || gtk_widget_get_width (window) <= width;
}

/* All windows get the width, those that cannot become so narrow do not. A window that is just being given its former
 * size forgets what it was asked for: it is asked again. */
static void
set_width (int width)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  gboolean done;

  do
    {
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (gtk_window_get_resizable (window))
            gtk_window_set_default_size (window, width, HEIGHT);
        }
      app_spin (200);
      done = TRUE;
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

          done = done && has_width (window, width) && app_is_laid_out (window);
        }
    }
  while (!done && g_get_monotonic_time () < end);
}

static void
look_at_windows (AppFixture *fixture, const char *view, const Setting *setting)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autofree char *where = g_strdup_printf ("%s (%s)", view, setting->name);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      /* Behind a dialog stands what other views show. */
      if (!gtk_widget_get_mapped (window)
          || (window == GTK_WIDGET (fixture->window) && g_list_model_get_n_items (windows) > 1))
        continue;
      if (!has_width (window, setting->width))
        {
          g_autofree char *widest = app_describe_widest (window);

          g_test_message ("%s: %d wide because of %s", where, gtk_widget_get_width (window),
                          widest);
          g_test_fail ();
        }
      app_assert_language (window, where);
    }
}

static void
test_view (AppFixture *fixture, const void *data)
{
  const LanguageView *view = data;

  view->show (fixture);
  app_spin (200);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      gtk_widget_set_default_direction (settings[i].direction);
      set_width (settings[i].width);
      look_at_windows (fixture, view->name, &settings[i]);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
add_view (const LanguageView *view)
{
  g_autofree char *path = g_strconcat ("/language/", view->name, NULL);

  g_test_add (path, AppFixture, view, app_fixture_set_up, test_view, app_fixture_tear_down);
}

static void
add_views (const LanguageView *list)
{
  for (const LanguageView *view = list; view->name != NULL; view++)
    add_view (view);
}

static void
add_tests (void)
{
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("NIANBAO_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    add_view (&views[i]);
  add_views (language_signed_views);
  add_views (language_page_views);
}

int
main (int argc, char **argv)
{
  return app_main (argc, argv, add_tests);
}
