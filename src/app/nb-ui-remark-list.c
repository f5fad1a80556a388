/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-remark-list.h"

#include <glib/gi18n-lib.h>

#include "nb-remark.h"
#include "nb-ui-handing-in.h"
#include "nb-ui-help.h"

struct _NbUiRemarkList
{
  GtkWidget parent_instance;
  NbUiDocument *document;
  NbUiHandingIn *handing_in;
  GPtrArray *shown; /* of NbRemark */
  gboolean ticking;

  GtkLabel *heading;
  GtkBox *points;
};

G_DEFINE_FINAL_TYPE (NbUiRemarkList, nb_ui_remark_list, GTK_TYPE_WIDGET)

static guint activated_signal;

static void
nb_ui_remark_list_dispose (GObject *object)
{
  NbUiRemarkList *self = NB_UI_REMARK_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->handing_in);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_remark_list_parent_class)->dispose (object);
}

static void
nb_ui_remark_list_class_init (NbUiRemarkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_remark_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  activated_signal = g_signal_new ("activated", NB_UI_TYPE_REMARK_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nb_ui_remark_list_init (NbUiRemarkList *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "remarks");
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_set_parent (GTK_WIDGET (self->heading), GTK_WIDGET (self));
  self->points = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_parent (GTK_WIDGET (self->points), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remarks of the registry"), -1);
  nb_ui_help_set_page (GTK_WIDGET (self), "returned");
}

static void
note_ticked (GtkCheckButton *tick, NbUiRemarkList *self)
{
  const NbRemark *remark = g_object_get_data (G_OBJECT (tick), "remark");

  self->ticking = TRUE;
  nb_ui_handing_in_set_done (self->handing_in, remark->text, gtk_check_button_get_active (tick));
  self->ticking = FALSE;
}

static void
note_clicked (GtkButton *button, NbUiRemarkList *self)
{
  const NbRemark *remark = g_object_get_data (G_OBJECT (button), "remark");

  g_signal_emit (self, activated_signal, 0, remark->field->id);
}

/* Its own label would not wrap. */
static GtkWidget *
make_tick (NbUiRemarkList *self, const NbRemark *remark)
{
  GtkWidget *tick = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (remark->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (tick), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick),
                               nb_ui_handing_in_is_done (self->handing_in, remark->text));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  g_object_set_data (G_OBJECT (tick), "remark", (gpointer) remark);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (note_ticked), self, 0);
  return tick;
}

static void
add_point (NbUiRemarkList *self, const NbRemark *remark)
{
  gtk_box_append (self->points, make_tick (self, remark));
  if (remark->field != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (remark->field->label);

      gtk_widget_add_css_class (button, "small");
      gtk_widget_add_css_class (button, "goes-to-field");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (button, _ ("Go to the field"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      remark->text, -1);
      g_object_set_data (G_OBJECT (button), "remark", (gpointer) remark);
      g_signal_connect_object (button, "clicked", G_CALLBACK (note_clicked), self, 0);
      gtk_box_append (self->points, button);
    }
}

guint
nb_ui_remark_list_count (NbUiRemarkList *self, guint *n_done)
{
  guint n = 0;

  for (guint i = 0; self->shown != NULL && i < self->shown->len; i++)
    {
      const NbRemark *remark = g_ptr_array_index (self->shown, i);

      if (nb_ui_handing_in_is_done (self->handing_in, remark->text))
        n++;
    }
  if (n_done != NULL)
    *n_done = n;
  return self->shown != NULL ? self->shown->len : 0;
}

static void
show_count (NbUiRemarkList *self)
{
  guint n_done;
  guint n = nb_ui_remark_list_count (self, &n_done);
  g_autofree char *words =
      g_strdup_printf (_ ("Returned by the registry: %u of %u done"), n_done, n);

  gtk_label_set_text (self->heading, words);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
follow (NbUiRemarkList *self)
{
  GtkWidget *child;

  /* A tick that was made here is seen already. */
  if (!self->ticking)
    {
      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->points))) != NULL)
        gtk_box_remove (self->points, child);
      g_clear_pointer (&self->shown, g_ptr_array_unref);
      self->shown = nb_ui_handing_in_list_remarks (self->handing_in);
      for (guint i = 0; i < self->shown->len; i++)
        add_point (self, g_ptr_array_index (self->shown, i));
    }
  show_count (self);
}

void
nb_ui_remark_list_set_document (NbUiRemarkList *self, NbUiDocument *document)
{
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->handing_in = g_object_ref (nb_ui_document_get_handing_in (document));
  g_signal_connect_object (self->handing_in, "changed", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  follow (self);
}
