/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keyboard, names for readers, motion, and what saving leaves alone. */

#include "app-fixture.h"
#include "app-main.h"

#include <string.h>

#include "nb-ui-report-view.h"
#include "nb-ui-shortcuts-window.h"
#include "nb-ui-shortcuts.h"

/* Keys that mean the same in every program, and the ones of ours that the help names. F10 opens the main menu
 * without being an action of ours. */
static const struct
{
  const char *accelerator;
  const char *action;
} expected_keys[] = {
  { "<Control>n", "win.new" },
  { "<Control>o", "win.open" },
  { "<Control>s", "win.save" },
  { "<Control><Shift>s", "win.save-as" },
  { "<Control>p", "win.print" },
  { "<Control>f", "win.find" },
  { "<Control>comma", "app.preferences" },
  { "<Control>z", "win.undo" },
  { "<Control><Shift>z", "win.redo" },
  { "<Control>w", "window.close" },
  { "<Control>q", "app.quit" },
  { "<Control>question", "app.shortcuts" },
  { "F1", "app.help" },
  { "<Shift>F1", "win.explain" },
  { "F5", "win.check" },
  { "F8", "win.next-finding" },
  { "<Shift>F8", "win.previous-finding" },
  { "<Control>1", "win.section(uint32 1)" },
  { "<Control>9", "win.section(uint32 9)" },
};

/* Keys that input methods and the desktop take for themselves. */
static const char *const foreign_keys[] = {
  "<Control>space", "<Shift>space",   "<Control>period", "<Control>comma",  "<Control>semicolon",
  "<Alt>F4",        "<Alt>Tab",       "<Super>space",    "<Control>grave",  "F10",
  "Escape",         "<Control>slash", "<Shift>F10",      "<Control>Escape",
};

static guint
count_shortcuts (GtkWidget *root)
{
  guint n = ADW_IS_ACTION_ROW (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_shortcuts (child);
  return n;
}

/* A line whose key the help binds by itself is added to the @names of those of the application. */
static void
note_line (const char *group, const char *title, const char *keys, void *names)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);
  g_auto (GStrv) found = strstr (keys, "...") != NULL
                             ? NULL
                             : gtk_application_get_actions_for_accel (application, each[0]);

  /* A key of another window may mean something else in this one, which is listed before it. */
  if (found != NULL && (found[0] == NULL || g_hash_table_contains (names, each[0])))
    g_hash_table_add (names, g_strdup (title));
  else if (found != NULL)
    {
      g_hash_table_remove (names, found[0]);
      g_hash_table_add (names, g_strdup (each[0]));
    }
}

static void
test_keys (AppFixture *fixture, const void *data)
{
  GtkApplication *application = GTK_APPLICATION (fixture->application);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWindow *window = nb_ui_shortcuts_window_new (GTK_WINDOW (fixture->window));

  for (guint i = 0; i < G_N_ELEMENTS (expected_keys); i++)
    {
      g_auto (GStrv) found =
          gtk_application_get_actions_for_accel (application, expected_keys[i].accelerator);

      g_assert_cmpuint (g_strv_length (found), ==, 1);
      g_assert_cmpstr (found[0], ==, expected_keys[i].action);
    }
  for (guint i = 0; i < G_N_ELEMENTS (foreign_keys); i++)
    {
      g_auto (GStrv) found = gtk_application_get_actions_for_accel (application, foreign_keys[i]);

      if (g_str_equal (foreign_keys[i], "<Control>comma"))
        continue; /* preferences, everywhere in GNOME */
      g_assert_cmpuint (g_strv_length (found), ==, 0);
    }

  /* No key twice, and the window that lists them lists them all, those with a number as one. */
  for (guint i = 0; actions[i] != NULL; i++)
    {
      char *number = strchr (actions[i], '(');
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        g_assert_true (g_hash_table_add (taken, g_strdup (keys[j])));
      if (number != NULL)
        *number = '\0';
      g_hash_table_add (names, g_strdup (actions[i]));
    }
  g_assert_true (gtk_menu_button_get_primary (
      GTK_MENU_BUTTON (app_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_MENU_BUTTON))));
  gtk_window_present (window);
  app_spin (200);
  nb_ui_shortcuts_visit (note_line, names);
  g_assert_cmpuint (count_shortcuts (GTK_WIDGET (window)), ==, g_hash_table_size (names));
}

/* Tab goes through everything once and comes back; every editor of the form is on the way. */
static void
test_tab (AppFixture *fixture, const void *data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  NbForm *form = nb_report_get_form (app_get_report (fixture));
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  GtkWidget *first = NULL;

  app_check (fixture);
  /* The order is that of the places, and what was found has none yet. */
  app_spin (200);
  while (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD))
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

      first = first != NULL ? first : focus;
      if (!g_hash_table_add (met, focus))
        {
          /* What takes the focus and does not let it go would be a trap. */
          g_assert_true (focus == first);
          break;
        }
    }
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      GtkWidget *editor = app_get_editor (fixture, nb_form_get_field (form, i)->id);

      if (GTK_IS_ENTRY (editor))
        editor = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (editor)));
      g_assert_true (g_hash_table_contains (met, editor));
    }
  g_assert_cmpuint (g_hash_table_size (met), >, nb_form_get_n_fields (form));
}

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_words (child))
      return TRUE;
  return FALSE;
}

/* A button that shows no word has one for readers, and for eyes that rest on it. */
static void
assert_names (GtkWidget *widget)
{
  gboolean ours = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (ours && (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
      && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) && !has_words (widget))
    {
      if (gtk_widget_get_tooltip_text (widget) == NULL)
        g_error ("a %s has no tooltip", G_OBJECT_TYPE_NAME (widget));
      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL))
        g_error ("the button “%s” has no name", gtk_widget_get_tooltip_text (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_names (child);
}

static void
test_names (AppFixture *fixture, const void *data)
{
  app_check (fixture);
  assert_names (GTK_WIDGET (fixture->window));
}

/* Where the system wants no motion there is none: what opens is open at once. */
static void
test_motion (AppFixture *fixture, const void *data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  AdwFlap *flap;

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  app_activate (fixture, "win.toggle-findings");
  flap = ADW_FLAP (app_find_widget (GTK_WIDGET (adw_flap_get_content (ADW_FLAP (app_find_widget (
                                        GTK_WIDGET (fixture->window), ADW_TYPE_FLAP)))),
                                    ADW_TYPE_FLAP));
  g_assert_true (adw_flap_get_reveal_flap (flap));
  g_assert_cmpfloat (adw_flap_get_reveal_progress (flap), ==, 1.0);
  app_activate (fixture, "win.toggle-findings");
  g_assert_cmpfloat (adw_flap_get_reveal_progress (flap), ==, 0.0);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

static gboolean
is_saved (AppFixture *fixture)
{
  return !nb_report_get_modified (app_get_report (fixture));
}

/* Saving never moves cursor, selection or focus. */
static void
test_saving (AppFixture *fixture, const void *data)
{
  GtkTextBuffer *buffer = app_get_buffer (fixture, "activities");
  GtkTextIter start, end;

  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), "activities");
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, "三是编目。", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 7);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 3);
  gtk_text_buffer_select_range (buffer, &start, &end);
  app_activate (fixture, "win.save");
  app_wait (fixture, is_saved, "the file");
  app_spin (400);
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 3);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 7);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == app_get_editor (fixture, "activities"));
}

/* A draft is kept as it was typed, whatever is wrong with it. */
static void
test_draft (AppFixture *fixture, const void *data)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (NbReportData) read = NULL;
  g_autofree char *typed = NULL;
  g_autoptr (GError) error = NULL;

  gtk_editable_set_text (GTK_EDITABLE (app_get_editor (fixture, "initial-capital")), "很多");
  gtk_editable_set_text (GTK_EDITABLE (app_get_editor (fixture, "year")), "去年");
  gtk_editable_set_text (GTK_EDITABLE (app_get_editor (fixture, "name")), "");
  app_check (fixture);
  g_assert_true (nb_finding_list_has_errors (
      nb_ui_document_get_findings (nb_ui_window_get_document (fixture->window))));
  app_activate (fixture, "win.save");
  app_wait (fixture, is_saved, "the file");
  read = nb_job_open (job, fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  typed = nb_text_dup_string (nb_report_data_get_text (read, "initial-capital"));
  g_assert_cmpstr (typed, ==, "很多");
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/manners/keys", test_keys);
  add_test ("/app/manners/tab", test_tab);
  add_test ("/app/manners/names", test_names);
  add_test ("/app/manners/motion", test_motion);
  add_test ("/app/manners/saving", test_saving);
  add_test ("/app/manners/draft", test_draft);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
