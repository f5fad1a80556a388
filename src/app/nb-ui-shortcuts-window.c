/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-shortcuts-window.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-shortcuts.h"

/* GtkShortcutsWindow does not scroll: with all groups it is higher than many screens, and wider than a narrow one. */

typedef struct
{
  AdwPreferencesPage *page;
  AdwPreferencesGroup *group; /* the last one */
} Filling;

static GtkWidget *
make_keys (const char *accelerators)
{
  g_auto (GStrv) each = g_strsplit (accelerators, " ", -1);
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (keys, 6);
  gtk_widget_set_margin_bottom (keys, 6);
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  for (guint i = 0; each[i] != NULL; i++)
    {
      GtkWidget *label = gtk_shortcut_label_new (each[i]);

      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (keys), label);
    }
  return keys;
}

static void
add_line (const char *group, const char *title, const char *accelerators, void *data)
{
  Filling *filling = data;
  GtkWidget *row = adw_action_row_new ();

  if (filling->group == NULL
      || !g_str_equal (adw_preferences_group_get_title (filling->group), group))
    {
      filling->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (filling->group, group);
      adw_preferences_page_add (filling->page, filling->group);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_keys (accelerators));
  adw_preferences_group_add (filling->group, row);
}

GtkWindow *
nb_ui_shortcuts_window_new (GtkWindow *parent)
{
  Filling filling = { .page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ()) };
  GtkWidget *window = adw_preferences_window_new ();

  nb_ui_shortcuts_visit (add_line, &filling);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), filling.page);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard Shortcuts"));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  return GTK_WINDOW (window);
}
