/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-help.h"

#include "nb-ui-help-window.h"
#include "nb-ui-window.h"

#define PAGE_KEY   "nb-ui-help"
#define FIRST_PAGE "start"

void
nb_ui_help_set_page (GtkWidget *widget, const char *page)
{
  g_object_set_data_full (G_OBJECT (widget), PAGE_KEY, g_strdup (page), g_free);
}

/* A list puts its items into rows of its own, and a row has the focus. */
static const char *
get_page (GtkWidget *widget)
{
  const char *page = g_object_get_data (G_OBJECT (widget), PAGE_KEY);
  GtkWidget *child =
      GTK_IS_LIST_BOX_ROW (widget) ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)) : NULL;

  if (page == NULL && child != NULL)
    page = g_object_get_data (G_OBJECT (child), PAGE_KEY);
  return page;
}

const char *
nb_ui_help_find_page (GtkWindow *window)
{
  for (; window != NULL; window = gtk_window_get_transient_for (window))
    {
      GtkWidget *focus = gtk_window_get_focus (window);
      GtkWidget *at = focus != NULL ? focus : GTK_WIDGET (window);

      for (; at != NULL; at = gtk_widget_get_parent (at))
        if (get_page (at) != NULL)
          return get_page (at);
    }
  return FIRST_PAGE;
}

/* The help goes with the last window about which it could say something. */
static void
note_removed (NbUiHelpWindow *window, GtkWindow *removed, GtkApplication *application)
{
  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (NB_UI_IS_WINDOW (at->data))
      return;
  if (removed != GTK_WINDOW (window))
    gtk_window_destroy (GTK_WINDOW (window));
}

static NbUiHelpWindow *
find_window (GtkApplication *application)
{
  GtkWindow *window;

  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (NB_UI_IS_HELP_WINDOW (at->data))
      return at->data;
  window = nb_ui_help_window_new (application);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (note_removed), window,
                           G_CONNECT_SWAPPED);
  return NB_UI_HELP_WINDOW (window);
}

void
nb_ui_help_show (GtkApplication *application, NbJob *job, NbUiDocument *document, const char *page)
{
  NbUiHelpWindow *window = find_window (application);
  NbCatalog *catalog = nb_job_get_catalog (job);
  NbForm *form = nb_catalog_get_default_form (catalog);
  const NbRegistry *registry;

  if (document != NULL)
    {
      form = nb_report_get_form (nb_ui_document_get_report (document));
      registry = nb_ui_document_get_registry (document);
    }
  else
    {
      g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
      g_autofree char *id = g_settings_get_string (settings, "registry");

      registry = nb_job_get_registry (job, NULL, id);
    }
  nb_ui_help_window_show (window, catalog, form, registry, page);
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
show_page_of (GtkWidget *window, GVariant *parameter, void *data)
{
  const char *page = nb_ui_help_find_page (GTK_WINDOW (window));

  g_action_group_activate_action (data, "help-page", g_variant_new_string (page));
  return TRUE;
}

static void
note_windows (GListModel *windows, guint at, guint removed, guint added, void *application)
{
  for (guint i = at; i < at + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *keys;

      if (NB_UI_IS_WINDOW (window) || NB_UI_IS_HELP_WINDOW (window))
        continue;
      keys = gtk_shortcut_controller_new ();
      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (keys),
          gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                            gtk_callback_action_new (show_page_of, application, NULL)));
      gtk_widget_add_controller (window, keys);
    }
}

void
nb_ui_help_follow_windows (GtkApplication *application)
{
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (note_windows),
                           application, 0);
}
