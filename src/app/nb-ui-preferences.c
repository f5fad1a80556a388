/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-preferences.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-combo.h"
#include "nb-ui-help.h"
#include "nb-ui-paper-font.h"
#include "nb-ui-platform.h"
#include "nb-ui-trust.h"

struct _NbUiPreferences
{
  AdwPreferencesWindow parent_instance;
  GSettings *settings;
  NbUiDocument *document;
  char **registries; /* ids, in the order of the row */
  gboolean following;
  AdwComboRow *registry_row;
  AdwComboRow *font_row;
  AdwActionRow *trust_row;
  GtkSwitch *autosave_switch;
  GtkSpinButton *interval_spin;
};

G_DEFINE_FINAL_TYPE (NbUiPreferences, nb_ui_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* What a person chooses here; the rest of the settings the program remembers by itself. */
static const char *const keys[] = { "registry", "paper-font", "autosave", "autosave-interval",
                                    "trust-folder" };

static void
note_registry (NbUiPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->registry_row);
  const char *registry;

  if (self->following || self->registries == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  registry = self->registries[selected];
  g_settings_set_string (self->settings, "registry", registry);
  if (self->document != NULL && !nb_ui_document_get_read_only (self->document))
    {
      nb_report_set_registry (nb_ui_document_get_report (self->document), registry, NULL);
      nb_ui_document_check (self->document);
    }
}

/* The row shows the registry of the report in the window, else that of new ones. */
static void
follow_registry (NbUiPreferences *self)
{
  g_autofree char *set = g_settings_get_string (self->settings, "registry");
  const char *shown = self->document != NULL
                          ? nb_report_get_registry (nb_ui_document_get_report (self->document))
                          : set;

  self->following = TRUE;
  for (guint i = 0; self->registries[i] != NULL; i++)
    if (g_str_equal (self->registries[i], shown))
      adw_combo_row_set_selected (self->registry_row, i);
  self->following = FALSE;
}

/* Reports that are open are verified again. */
static void
follow_trust (NbUiPreferences *self)
{
  g_autofree char *folder = nb_ui_trust_dup_folder ();
  g_autofree char *name = g_filename_display_name (folder);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  adw_action_row_set_subtitle (self->trust_row, escaped);
  if (self->document != NULL)
    nb_ui_document_verify (self->document);
}

static void
note_folder (const char *path, void *data)
{
  NbUiPreferences *self = data;

  /* Settings hold UTF-8 only. */
  if (path != NULL && g_utf8_validate (path, -1, NULL))
    g_settings_set_string (self->settings, "trust-folder", path);
}

static void
choose_trust (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_platform_choose_folder (
      GTK_WINDOW (widget), _ ("Choose the Folder of Trusted Certificates"), note_folder, widget);
}

static void
reset (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiPreferences *self = NB_UI_PREFERENCES (widget);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (self->settings, keys[i]);
  follow_registry (self);
}

static void
nb_ui_preferences_dispose (GObject *object)
{
  NbUiPreferences *self = NB_UI_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_PREFERENCES);
  g_clear_object (&self->settings);
  g_clear_object (&self->document);
  g_clear_pointer (&self->registries, g_strfreev);
  G_OBJECT_CLASS (nb_ui_preferences_parent_class)->dispose (object);
}

static void
nb_ui_preferences_class_init (NbUiPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_preferences_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiPreferences, registry_row);
  gtk_widget_class_bind_template_child (widget_class, NbUiPreferences, font_row);
  gtk_widget_class_bind_template_child (widget_class, NbUiPreferences, trust_row);
  gtk_widget_class_bind_template_child (widget_class, NbUiPreferences, autosave_switch);
  gtk_widget_class_bind_template_child (widget_class, NbUiPreferences, interval_spin);
  gtk_widget_class_bind_template_callback (widget_class, note_registry);
  gtk_widget_class_install_action (widget_class, "preferences.reset", NULL, reset);
  gtk_widget_class_install_action (widget_class, "preferences.choose-trust", NULL, choose_trust);
}

static void
nb_ui_preferences_init (NbUiPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_combo_wrap (self->registry_row);
  nb_ui_paper_font_offer (self->font_row);
  nb_ui_help_set_page (GTK_WIDGET (self), "registry");
  self->settings = g_settings_new (APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::trust-folder", G_CALLBACK (follow_trust), self,
                           G_CONNECT_SWAPPED);
  follow_trust (self);
  g_settings_bind (self->settings, "autosave", self->autosave_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "autosave-interval", self->interval_spin, "value",
                   G_SETTINGS_BIND_DEFAULT);
}

GtkWindow *
nb_ui_preferences_new (GtkWindow *parent, NbCatalog *catalog, NbUiDocument *document)
{
  NbUiPreferences *self = g_object_new (NB_UI_TYPE_PREFERENCES, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_set_object (&self->document, document);
  self->registries = nb_catalog_list_registries (catalog);
  for (guint i = 0; self->registries[i] != NULL; i++)
    gtk_string_list_append (
        names, nb_registry_get_name (nb_catalog_lookup_registry (catalog, self->registries[i])));
  self->following = TRUE;
  adw_combo_row_set_model (self->registry_row, G_LIST_MODEL (names));
  follow_registry (self);
  return GTK_WINDOW (self);
}
