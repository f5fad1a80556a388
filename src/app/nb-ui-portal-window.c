/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-portal-window.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-help.h"
#include "nb-ui-handing-in.h"
#include "nb-ui-portal.h"

struct _NbUiPortalWindow
{
  AdwWindow parent_instance;
  NbUiDocument *document;
  NbUiHandingIn *handing_in;
  GPtrArray *fields; /* of NbFieldDef, borrowed from the form */
  GPtrArray *marks;  /* of GtkWidget: the icon and, behind it, the words of each row */
  guint index;

  AdwWindowTitle *title;
  GtkListBox *list;
  GtkLabel *progress;
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

/* Whether a field was copied, when, and whether it is another one since. */
static gboolean
show_mark (NbUiPortalWindow *self, guint index)
{
  const NbFieldDef *field = g_ptr_array_index (self->fields, index);
  GtkWidget *icon = g_ptr_array_index (self->marks, 2 * index);
  GtkWidget *words = g_ptr_array_index (self->marks, 2 * index + 1);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);
  gboolean stale;
  NbDate day = nb_ui_handing_in_get_copied (self->handing_in, field, &stale);
  gboolean copied = nb_date_is_set (day);
  g_autofree char *date = copied ? nb_date_format_iso (day) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (!copied)
    text = g_strdup (_ ("Not copied yet"));
  else
    text =
        g_strdup_printf (stale ? _ ("Copied on %s, and changed since") : _ ("Copied on %s"), date);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), !copied ? "checkbox-symbolic"
                                                  : stale ? "dialog-warning-symbolic"
                                                          : "object-select-symbolic");
  gtk_label_set_text (GTK_LABEL (words), text);
  name = g_strdup_printf (_ ("%s: %s"), field->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return copied && !stale;
}

static void
show_marks (NbUiPortalWindow *self)
{
  guint n = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    n += show_mark (self, i) ? 1 : 0;
  words = g_strdup_printf (_ ("%u of %u fields copied"), n, self->fields->len);
  gtk_label_set_text (self->progress, words);
}

static void
add_row (NbUiPortalWindow *self, const NbFieldDef *field)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *label = gtk_label_new (field->label);
  GtkWidget *words = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_add_css_class (words, "caption");
  gtk_widget_add_css_class (words, "dim-label");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_attach (GTK_GRID (grid), icon, 0, 0, 1, 2);
  gtk_grid_attach (GTK_GRID (grid), label, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), words, 1, 1, 1, 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->fields, (void *) field);
  g_ptr_array_add (self->marks, icon);
  g_ptr_array_add (self->marks, words);
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
  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, (int) self->index));
  show_marks (self);
}

static void
copy_field (NbUiPortalWindow *self)
{
  gboolean copied = nb_ui_portal_copy (GTK_WIDGET (self), self->document, get_field (self));
  const char *status = copied ? _ ("Copied. Paste it into the registry’s form.")
                              : _ ("There is nothing to copy here.");

  if (copied)
    nb_ui_handing_in_note_copied (self->handing_in, get_field (self));
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
note_row_activated (NbUiPortalWindow *self, GtkListBoxRow *row)
{
  self->index = (guint) gtk_list_box_row_get_index (row);
  show_field (self);
  copy_field (self);
}

static void
nb_ui_portal_window_dispose (GObject *object)
{
  NbUiPortalWindow *self = NB_UI_PORTAL_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_PORTAL_WINDOW);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_object (&self->handing_in);
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
  gtk_widget_class_bind_template_child (widget_class, NbUiPortalWindow, list);
  gtk_widget_class_bind_template_child (widget_class, NbUiPortalWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, NbUiPortalWindow, field);
  gtk_widget_class_bind_template_child (widget_class, NbUiPortalWindow, text);
  gtk_widget_class_bind_template_child (widget_class, NbUiPortalWindow, status);
  gtk_widget_class_bind_template_child (widget_class, NbUiPortalWindow, next);
  gtk_widget_class_bind_template_callback (widget_class, note_row_activated);
  gtk_widget_class_install_action (widget_class, "portal.step", "i", step);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nb_ui_portal_window_init (NbUiPortalWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_help_set_page (GTK_WIDGET (self), "portal");
  self->fields = g_ptr_array_new ();
  self->marks = g_ptr_array_new ();
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
  self->handing_in = g_object_ref (nb_ui_document_get_handing_in (document));
  g_signal_connect_object (self->handing_in, "changed", G_CALLBACK (show_marks), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    if (nb_ui_portal_has_field (nb_form_get_field (form, i)))
      add_row (self, nb_form_get_field (form, i));
  g_signal_connect_object (report, "changed", G_CALLBACK (show_field), self, G_CONNECT_SWAPPED);
  show_field (self);
  copy_field (self);
  return self;
}
