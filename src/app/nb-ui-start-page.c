/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-start-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-help.h"
#include "nb-ui-recent.h"
#include "nb-ui-start-row.h"

struct _NbUiStartPage
{
  AdwBin parent_instance;
  GSettings *settings;
  GtkWidget *recent_group;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (NbUiStartPage, nb_ui_start_page, ADW_TYPE_BIN)

static void
forget (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiStartPage *self = NB_UI_START_PAGE (widget);

  nb_ui_recent_remove (self->settings, g_variant_get_string (parameter, NULL));
}

static GtkWidget *
make_forget_button (const char *path, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Remove “%s” from the list"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove from the List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "start-page.forget");
  return button;
}

/* The folder as people know it: their own as "~". */
static char *
dup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (folder, home) && strchr ("/", folder[strlen (home)]) != NULL)
    return g_strconcat ("~", folder + strlen (home), NULL);
  return g_steal_pointer (&folder);
}

static GtkWidget *
make_row (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = dup_folder (path);
  GtkWidget *row = nb_ui_start_row_new (name, folder, make_forget_button (path, name));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  return row;
}

static void
update_recent (NbUiStartPage *self)
{
  g_auto (GStrv) paths = nb_ui_recent_list (self->settings);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  for (guint i = 0; paths[i] != NULL; i++)
    gtk_list_box_append (self->recent_list, make_row (paths[i]));
  gtk_widget_set_visible (self->recent_group, paths[0] != NULL);
}

static void
nb_ui_start_page_dispose (GObject *object)
{
  NbUiStartPage *self = NB_UI_START_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_START_PAGE);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (nb_ui_start_page_parent_class)->dispose (object);
}

static void
nb_ui_start_page_class_init (NbUiStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_start_page_dispose;
  g_type_ensure (NB_UI_TYPE_START_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nianbao/Nianbao/ui/nb-ui-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, NbUiStartPage, recent_list);
  gtk_widget_class_install_action (widget_class, "start-page.forget", "s", forget);
}

static void
nb_ui_start_page_init (NbUiStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_help_set_page (GTK_WIDGET (self), "first-run");
  self->settings = g_settings_new (APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::recent-reports", G_CALLBACK (update_recent),
                           self, G_CONNECT_SWAPPED);
  update_recent (self);
}
