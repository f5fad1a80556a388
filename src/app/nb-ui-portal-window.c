/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-portal-window.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-help.h"
#include "nb-ui-portal.h"

struct _NbUiPortalWindow
{
  AdwWindow parent_instance;
  NbUiDocument *document;
  GPtrArray *fields; /* of NbFieldDef, borrowed from the form */
  guint index;

  AdwWindowTitle *title;
  GtkLabel *field;
  GtkTextView *text;
  GtkLabel *status;
  GtkButton *next;
};

G_DEFINE_FINAL_TYPE (NbUiPortalWindow, nb_ui_portal_window, ADW_TYPE_WINDOW)

static const NbFieldDef *
get_field (NbUiPortalWindow *self)
{
  return g_ptr_array_index (self->fields, self->index);
}

static void
show_field (NbUiPortalWindow *self)
{
  g_autofree char *text = nb_ui_portal_dup_text (self->document, get_field (self));
  g_autofree char *place =
      g_strdup_printf (_ ("Field %u of %u"), self->index + 1, self->fields->len);

  adw_window_title_set_subtitle (self->title, place);
  gtk_label_set_text (self->field, get_field (self)->label);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

static void
copy_field (NbUiPortalWindow *self)
{
  gboolean copied = nb_ui_portal_copy (GTK_WIDGET (self), self->document, get_field (self));
  const char *status = copied ? _ ("Copied. Paste it into the registry’s form.")
                              : _ ("There is nothing to copy here.");

  gtk_label_set_text (self->status, status);
  /* A reader tells what changes at the widget that has the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  status, -1);
}

/* By @parameter fields on; every step copies. */
static void
step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiPortalWindow *self = NB_UI_PORTAL_WINDOW (widget);
  int index = (int) self->index + g_variant_get_int32 (parameter);

  if (index < 0 || index >= (int) self->fields->len)
    {
      gtk_label_set_text (self->status, _ ("There is no further field."));
      return;
    }
  self->index = (guint) index;
  show_field (self);
  copy_field (self);
}

static void
nb_ui_portal_window_dispose (GObject *object)
{
  NbUiPortalWindow *self = NB_UI_PORTAL_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_PORTAL_WINDOW);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_portal_window_parent_class)->dispose (object);
}

static void
nb_ui_portal_window_class_init (NbUiPortalWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_portal_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-portal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiPortalWindow, title);
  gtk_widget_class_bind_template_child (widget_class, NbUiPortalWindow, field);
  gtk_widget_class_bind_template_child (widget_class, NbUiPortalWindow, text);
  gtk_widget_class_bind_template_child (widget_class, NbUiPortalWindow, status);
  gtk_widget_class_bind_template_child (widget_class, NbUiPortalWindow, next);
  gtk_widget_class_install_action (widget_class, "portal.step", "i", step);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nb_ui_portal_window_init (NbUiPortalWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_help_set_page (GTK_WIDGET (self), "portal");
  self->fields = g_ptr_array_new ();
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->next));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->next));
}

NbUiPortalWindow *
nb_ui_portal_window_new (GtkWindow *parent, NbUiDocument *document)
{
  NbUiPortalWindow *self = g_object_new (NB_UI_TYPE_PORTAL_WINDOW, "transient-for", parent,
                                         "destroy-with-parent", TRUE, NULL);
  NbReport *report = nb_ui_document_get_report (document);
  NbForm *form = nb_report_get_form (report);

  self->document = g_object_ref (document);
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    if (nb_ui_portal_has_field (nb_form_get_field (form, i)))
      g_ptr_array_add (self->fields, (void *) nb_form_get_field (form, i));
  g_signal_connect_object (report, "changed", G_CALLBACK (show_field), self, G_CONNECT_SWAPPED);
  show_field (self);
  copy_field (self);
  return self;
}
