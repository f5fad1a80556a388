/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-paper-font.h"

#include <glib/gi18n-lib.h>

#include "nb-font-list.h"
#include "nb-ui-combo.h"

#define KEY "paper-font"

char *
nb_ui_paper_font_dup (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  return g_settings_get_string (settings, KEY);
}

/* What a row offers. */
typedef struct
{
  GSettings *settings;
  GPtrArray *names; /* of char, "" first, in the order of the row */
  gboolean following;
} Offer;

#define OFFER "nb-ui-paper-font"

static void
offer_free (void *data)
{
  Offer *offer = data;

  g_object_unref (offer->settings);
  g_ptr_array_unref (offer->names);
  g_free (offer);
}

static void
note_selected (AdwComboRow *row)
{
  Offer *offer = g_object_get_data (G_OBJECT (row), OFFER);
  guint selected = adw_combo_row_get_selected (row);

  if (!offer->following && selected < offer->names->len)
    g_settings_set_string (offer->settings, KEY, g_ptr_array_index (offer->names, selected));
}

static void
add (Offer *offer, GtkStringList *titles, const char *name, const char *title)
{
  g_ptr_array_add (offer->names, g_strdup (name));
  gtk_string_list_append (titles, title);
}

/* Installed or not, it is in the list: what was chosen elsewhere, or is gone, is not forgotten. */
static guint
find_chosen (Offer *offer, GtkStringList *titles, const char *chosen)
{
  g_autofree char *found = *chosen != '\0' ? nb_font_list_find (chosen) : NULL;
  const char *name = found != NULL ? found : chosen;
  g_autofree char *title = NULL;
  guint index;

  if (g_ptr_array_find_with_equal_func (offer->names, name, g_str_equal, &index))
    return index;
  title = g_strdup_printf (_ ("%s (not installed)"), chosen);
  add (offer, titles, chosen, title);
  return offer->names->len - 1;
}

static void
follow (AdwComboRow *row)
{
  Offer *offer = g_object_get_data (G_OBJECT (row), OFFER);
  g_autofree char *chosen = g_settings_get_string (offer->settings, KEY);

  offer->following = TRUE;
  adw_combo_row_set_selected (
      row, find_chosen (offer, GTK_STRING_LIST (adw_combo_row_get_model (row)), chosen));
  offer->following = FALSE;
}

void
nb_ui_paper_font_offer (AdwComboRow *row)
{
  Offer *offer = g_new0 (Offer, 1);
  g_autoptr (GPtrArray) families = nb_font_list_families ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  offer->settings = g_settings_new (APPLICATION_ID);
  offer->names = g_ptr_array_new_with_free_func (g_free);
  add (offer, titles, "", _ ("As the form prescribes"));
  for (guint i = 0; i < families->len; i++)
    {
      const NbFontFamily *family = g_ptr_array_index (families, i);

      add (offer, titles, family->name, family->title);
    }
  nb_ui_combo_wrap (row);
  g_object_set_data_full (G_OBJECT (row), OFFER, offer, offer_free);
  offer->following = TRUE;
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
  follow (row);
  g_signal_connect (row, "notify::selected", G_CALLBACK (note_selected), NULL);
  g_signal_connect_object (offer->settings, "changed::" KEY, G_CALLBACK (follow), row,
                           G_CONNECT_SWAPPED);
}

static void
renew_style (GSettings *settings, const char *key, GtkCssProvider *provider)
{
  g_autofree char *font = g_settings_get_string (settings, KEY);
  g_autofree char *quoted = g_strescape (font, NULL);
  g_autofree char *css = *font != '\0' ? g_strdup_printf (".paper-face { font-family: \"%s\", "
                                                          "serif; }",
                                                          quoted)
                                       : g_strdup ("");

  gtk_css_provider_load_from_data (provider, css, -1);
}

void
nb_ui_paper_font_style (void)
{
  static gboolean styled = FALSE;
  GSettings *settings;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (styled)
    return;
  styled = TRUE;
  /* As long as the program. */
  settings = g_settings_new (APPLICATION_ID);
  provider = gtk_css_provider_new ();
  renew_style (settings, KEY, provider);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (renew_style), provider, 0);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}
