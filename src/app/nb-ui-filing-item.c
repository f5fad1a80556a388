/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-filing-item.h"

#include <glib/gi18n-lib.h>

struct _NbUiFilingItem
{
  GtkWidget parent_instance;
  char *name;
  GtkWidget *icon;
  GtkBox *words;
};

G_DEFINE_FINAL_TYPE (NbUiFilingItem, nb_ui_filing_item, GTK_TYPE_WIDGET)

static void
nb_ui_filing_item_dispose (GObject *object)
{
  NbUiFilingItem *self = NB_UI_FILING_ITEM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (nb_ui_filing_item_parent_class)->dispose (object);
}

static void
nb_ui_filing_item_class_init (NbUiFilingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_ui_filing_item_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_GRID_LAYOUT);
}

static void
nb_ui_filing_item_init (NbUiFilingItem *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_grid_layout_set_column_spacing (GTK_GRID_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "finding");
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "words");
  gtk_widget_set_parent (GTK_WIDGET (self->words), GTK_WIDGET (self));
  g_object_set (gtk_layout_manager_get_layout_child (layout, GTK_WIDGET (self->words)), "column", 1,
                NULL);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

GtkWidget *
nb_ui_filing_item_new (gboolean done, const char *state, const char *text)
{
  NbUiFilingItem *self = g_object_new (NB_UI_TYPE_FILING_ITEM, NULL);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>  %s", state, text);
  GtkWidget *label = make_label (NULL);

  self->name = g_strdup_printf (_ ("%s: %s"), state, text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                done ? "object-select-symbolic" : "checkbox-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self), done ? "done" : "open");
  gtk_label_set_markup (GTK_LABEL (label), markup);
  nb_ui_filing_item_add (self, label);
  return GTK_WIDGET (self);
}

const char *
nb_ui_filing_item_get_name (NbUiFilingItem *self)
{
  return self->name;
}

void
nb_ui_filing_item_add (NbUiFilingItem *self, GtkWidget *child)
{
  gtk_box_append (self->words, child);
}

void
nb_ui_filing_item_add_note (NbUiFilingItem *self, const char *note)
{
  GtkWidget *label = make_label (note);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  nb_ui_filing_item_add (self, label);
}
