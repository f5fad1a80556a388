/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app-main.h"

#include <string.h>

#include "nb-ui-about.h"
#include "nb-ui-preferences.h"
#include "nb-ui-recent.h"
#include "nb-ui-report-view.h"
#include "nb-ui-start-page.h"
#include "nb-ui-start-row.h"

static void
set_up (AppFixture *fixture, const void *data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  app_fixture_set_up (fixture, data);
  nb_ui_window_set_document (fixture->window, NULL);
  g_settings_reset (settings, "recent-reports");
}

static gboolean
is_open (AppFixture *fixture)
{
  return nb_ui_window_get_document (fixture->window) != NULL;
}

static gboolean
has_dialog (AppFixture *fixture)
{
  return app_find_dialog () != NULL;
}

static GtkWidget *
find_page (AppFixture *fixture)
{
  return app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_START_PAGE);
}

/* Every row is there, says what it does, and does something. */
static void
test_rows (AppFixture *fixture, const void *data)
{
  static const char *const titles[] = {
    "Last Year", "New Report", "Open…", "Published Table", "Clipboard", "Sample",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *label = app_find_label (find_page (fixture), titles[i]);
      GtkWidget *row;

      g_assert_nonnull (label);
      row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
      g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
      g_assert_true (gtk_widget_is_sensitive (row));
    }
}

static void
test_new (AppFixture *fixture, const void *data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (now) - 1);

  app_activate (fixture, "win.new");
  g_assert_true (is_open (fixture));
  app_assert_text (fixture, "year", year);
  g_assert_false (nb_report_get_modified (app_get_report (fixture)));
  g_assert_null (nb_ui_window_get_path (fixture->window));
  /* Nothing was typed, so nothing is asked. */
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_null (app_find_dialog ());
}

static void
test_sample (AppFixture *fixture, const void *data)
{
  app_activate (fixture, "win.open-sample");
  g_assert_true (is_open (fixture));
  g_assert_null (nb_ui_window_get_path (fixture->window));
}

/* A report in the window stays; the next one gets its own window. */
static void
test_second_window (AppFixture *fixture, const void *data)
{
  GtkApplication *application = GTK_APPLICATION (fixture->application);

  app_activate (fixture, "win.new");
  app_activate (fixture, "win.open-sample");
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 2);
}

/* Importing is one step: undoing it leaves an empty report. */
static void
test_import (AppFixture *fixture, const void *data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "app", "gallery.txt", NULL);
  g_autoptr (GFile) table = g_file_new_for_path (path);

  g_application_open (G_APPLICATION (fixture->application), &table, 1, "");
  app_wait (fixture, is_open, "the imported table");
  app_assert_text (fixture, "name", "白石县美术馆");
  g_assert_null (nb_ui_window_get_path (fixture->window));
  g_assert_true (nb_report_get_modified (app_get_report (fixture)));
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "name", "");
  app_assert_text (fixture, "activities", "");
  g_assert_false (nb_report_can_undo (app_get_report (fixture)));
  app_activate (fixture, "win.redo");
  app_assert_text (fixture, "name", "白石县美术馆");
}

static void
put_into_clipboard (AppFixture *fixture, const char *type, const char *text)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes (type, bytes);

  g_assert_true (gdk_clipboard_set_content (clipboard, provider));
}

static void
test_clipboard (AppFixture *fixture, const void *data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "app", "gallery.txt", NULL);
  g_autofree char *table = NULL;

  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  put_into_clipboard (fixture, "text/plain;charset=utf-8", table);
  app_activate (fixture, "win.import-clipboard");
  app_wait (fixture, is_open, "the imported table");
  app_assert_text (fixture, "name", "白石县美术馆");
}

static void
test_empty_clipboard (AppFixture *fixture, const void *data)
{
  put_into_clipboard (fixture, "image/png", "no text");
  app_activate (fixture, "win.import-clipboard");
  app_wait (fixture, has_dialog, "the explanation");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (app_find_dialog ()), "copy it"));
  g_assert_false (is_open (fixture));
}

/* Files let go over the window open, however many. */
static void
test_drop (AppFixture *fixture, const void *data)
{
  app_drop (GTK_WIDGET (fixture->window), fixture->path);
  app_wait (fixture, is_open, "the dropped file");
  g_assert_cmpstr (nb_ui_window_get_path (fixture->window), ==, fixture->path);
}

/* Opened reports are remembered, the latest first; one that is gone is explained and can be forgotten. */
static void
test_recent (AppFixture *fixture, const void *data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_auto (GStrv) recent = NULL;
  g_auto (GStrv) fewer = NULL;

  nb_ui_recent_add (settings, "/nowhere/gone.xml");
  nb_ui_window_open (fixture->window, fixture->path);
  app_wait (fixture, is_open, "the report");
  nb_ui_window_set_document (fixture->window, NULL);
  recent = nb_ui_recent_list (settings);
  g_assert_cmpuint (g_strv_length (recent), ==, 2);
  g_assert_cmpstr (recent[0], ==, fixture->path);
  g_assert_nonnull (app_find_label (find_page (fixture), "report.xml"));
  g_assert_nonnull (app_find_label (find_page (fixture), "gone.xml"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-path", "s",
                                             "/nowhere/gone.xml"));
  app_wait (fixture, has_dialog, "the explanation");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (app_find_dialog ()), "not there"));
  app_answer ("forget");
  fewer = nb_ui_recent_list (settings);
  g_assert_cmpuint (g_strv_length (fewer), ==, 1);
  g_assert_null (app_find_label (find_page (fixture), "gone.xml"));
}

/* The list has an end, and nothing stands in it twice. */
static void
test_recent_list (AppFixture *fixture, const void *data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_auto (GStrv) recent = NULL;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *path = g_strdup_printf ("/r/%u.xml", i % 15);

      nb_ui_recent_add (settings, path);
    }
  nb_ui_recent_add (settings, "/r/\xff.xml");
  recent = nb_ui_recent_list (settings);
  g_assert_cmpuint (g_strv_length (recent), ==, 10);
  g_assert_cmpstr (recent[0], ==, "/r/14.xml");
  g_assert_cmpstr (recent[1], ==, "/r/13.xml");
}

/* Everything that can be chosen has a default to go back to; what the program remembers stays. */
static void
test_preferences (AppFixture *fixture, const void *data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GVariant) registry = NULL;
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_auto (GStrv) registries = nb_catalog_list_registries (nb_job_get_catalog (job));
  GtkWidget *combo;
  GtkWindow *window;

  app_activate (fixture, "win.new");
  window = nb_ui_preferences_new (GTK_WINDOW (fixture->window), nb_job_get_catalog (job),
                                  nb_ui_window_get_document (fixture->window));
  combo = app_find_widget (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW);
  g_assert_cmpstr (nb_report_get_registry (app_get_report (fixture)), ==, "national");
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 0);
  g_assert_cmpstr (nb_report_get_registry (app_get_report (fixture)), ==, registries[0]);
  gtk_switch_set_active (GTK_SWITCH (app_find_widget (GTK_WIDGET (window), GTK_TYPE_SWITCH)),
                         FALSE);
  g_assert_false (g_settings_get_boolean (settings, "autosave"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "preferences.reset", NULL));
  g_assert_true (g_settings_get_boolean (settings, "autosave"));
  registry = g_settings_get_user_value (settings, "registry");
  g_assert_null (registry);
  app_activate (fixture, "win.undo");
  g_assert_cmpstr (nb_report_get_registry (app_get_report (fixture)), ==, "national");
  gtk_window_destroy (window);
}

/* What a person who looks for a fault asks first; nothing of the report. */
static void
test_about (AppFixture *fixture, const void *data)
{
  static const char *const lines[] = { "nianbao: ", "gtk: 4.", "libadwaita: 1.",
                                       "display: ", "renderer: Gsk" };
  GtkWindow *about;
  const char *information;

  about = nb_ui_about_window_new (GTK_WINDOW (fixture->window));
  information = adw_about_window_get_debug_info (ADW_ABOUT_WINDOW (about));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_nonnull (strstr (information, lines[i]));
  g_assert_null (strstr (information, fixture->folder));
  gtk_window_destroy (about);
}

/* The next window is as large as the last one was. */
static void
test_window_size (AppFixture *fixture, const void *data)
{
  GtkWindow *next;
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 500);
  app_spin (100);
  gtk_window_close (GTK_WINDOW (fixture->window));
  next = GTK_WINDOW (nb_ui_window_new (GTK_APPLICATION (fixture->application),
                                       nb_ui_application_get_job (fixture->application)));
  gtk_window_get_default_size (next, &width, &height);
  g_assert_cmpint (width, ==, 640);
  g_assert_cmpint (height, ==, 500);
}

static GtkWidget *
get_focus (AppFixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static gboolean
sees_focus (AppFixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);
  GtkWidget *scroller = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_get_height (focus) > 0 && gtk_widget_compute_bounds (focus, scroller, &bounds)
         && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

/* A report that was left in a field opens there, though the rows that nobody sees are made later. */
static void
test_place (AppFixture *fixture, const void *data)
{
  nb_ui_window_open (fixture->window, fixture->path);
  app_wait (fixture, is_open, "the report");
  g_assert_false (get_focus (fixture) == GTK_WIDGET (app_get_entry_text (fixture, "preparer")));
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), "preparer");
  nb_ui_window_set_document (fixture->window, NULL);

  nb_ui_window_open (fixture->window, fixture->path);
  app_wait (fixture, is_open, "the report again");
  g_assert_true (get_focus (fixture) == GTK_WIDGET (app_get_entry_text (fixture, "preparer")));
  app_wait (fixture, sees_focus, "the field in sight");
  app_spin (200);
  g_assert_true (sees_focus (fixture));
}

static AdwFlap *
find_flap (AppFixture *fixture)
{
  return ADW_FLAP (app_find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_FLAP));
}

/* The window is wide enough for the sections beside the form. */
static gboolean
has_room (AppFixture *fixture)
{
  return gtk_widget_get_width (GTK_WIDGET (fixture->window)) > 900
         && !adw_flap_get_folded (find_flap (fixture));
}

static gboolean
shows_sections (AppFixture *fixture)
{
  return has_room (fixture) && adw_flap_get_reveal_flap (find_flap (fixture));
}

static gboolean
shows_paper (AppFixture *fixture)
{
  NbUiReportView *view =
      NB_UI_REPORT_VIEW (app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_REPORT_VIEW));
  gboolean shown;

  g_object_get (view, "paper-shown", &shown, NULL);
  return shown && nb_ui_report_view_has_side (view);
}

/* Sections that were put away stay away in the next window, and the pane beside the form is there again. */
static void
test_panes (AppFixture *fixture, const void *data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 760);
  app_activate (fixture, "win.open-sample");
  app_wait (fixture, shows_sections, "the sections");
  app_activate (fixture, "win.toggle-sections");
  g_assert_false (shows_sections (fixture));
  app_activate (fixture, "win.toggle-paper");
  app_wait (fixture, shows_paper, "the paper");
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = nb_ui_window_new (GTK_APPLICATION (fixture->application),
                                      nb_ui_application_get_job (fixture->application));
  gtk_window_present (GTK_WINDOW (fixture->window));
  app_activate (fixture, "win.open-sample");
  app_spin (100);
  app_wait (fixture, has_room, "the window");
  app_spin (100);
  g_assert_false (adw_flap_get_reveal_flap (find_flap (fixture)));
  g_assert_true (shows_paper (fixture));
  g_settings_reset (settings, "sections-shown");
  g_settings_reset (settings, "side-pane");
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, set_up, test, app_fixture_tear_down);
}

/* The mnemonic that a Chinese title has behind its words works, but is none of them. */
static void
test_chinese_mnemonic (AppFixture *fixture, const void *data)
{
  g_autoptr (GtkWidget) row = g_object_ref_sink (
      g_object_new (NB_UI_TYPE_START_ROW, "title", "打开(_O)…", "subtitle", "", NULL));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);
  GtkWidget *label = app_find_widget (row, GTK_TYPE_LABEL);
  guint n_mnemonics = 0;

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "打开…");
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;
      GtkShortcutTrigger *trigger;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
      trigger = gtk_shortcut_get_trigger (shortcut);
      g_assert_cmpuint (gtk_mnemonic_trigger_get_keyval (GTK_MNEMONIC_TRIGGER (trigger)), ==,
                        GDK_KEY_o);
      n_mnemonics++;
    }
  g_assert_cmpuint (n_mnemonics, ==, 1);
}

static void
add_tests (void)
{
  add_test ("/app/start/rows", test_rows);
  add_test ("/app/start/chinese-mnemonic", test_chinese_mnemonic);
  add_test ("/app/start/new", test_new);
  add_test ("/app/start/sample", test_sample);
  add_test ("/app/start/second-window", test_second_window);
  add_test ("/app/start/import", test_import);
  add_test ("/app/start/clipboard", test_clipboard);
  add_test ("/app/start/empty-clipboard", test_empty_clipboard);
  add_test ("/app/start/drop", test_drop);
  add_test ("/app/start/recent", test_recent);
  add_test ("/app/start/recent-list", test_recent_list);
  add_test ("/app/start/preferences", test_preferences);
  add_test ("/app/start/about", test_about);
  add_test ("/app/start/window-size", test_window_size);
  add_test ("/app/start/place", test_place);
  add_test ("/app/start/panes", test_panes);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
