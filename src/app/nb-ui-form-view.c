/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-form-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-finding-box.h"

struct _NbUiFormView
{
  GtkWidget parent_instance;
  NbUiDocument *document;
  GPtrArray *rows; /* borrowed NbUiFieldRow */

  GtkWidget *scroller;
  GtkBox *sections;
  NbUiFindingBox *findings;
};

G_DEFINE_FINAL_TYPE (NbUiFormView, nb_ui_form_view, GTK_TYPE_WIDGET)

static void
nb_ui_form_view_dispose (GObject *object)
{
  NbUiFormView *self = NB_UI_FORM_VIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_FORM_VIEW);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_form_view_parent_class)->dispose (object);
}

static void
nb_ui_form_view_class_init (NbUiFormViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_form_view_dispose;

  g_type_ensure (NB_UI_TYPE_FINDING_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nianbao/Nianbao/ui/nb-ui-form-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiFormView, scroller);
  gtk_widget_class_bind_template_child (widget_class, NbUiFormView, sections);
  gtk_widget_class_bind_template_child (widget_class, NbUiFormView, findings);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
nb_ui_form_view_init (NbUiFormView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

static void
add_section (NbUiFormView *self, const NbForm *form, const NbSectionDef *section)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *title = g_markup_escape_text (_ (section->name), -1);
  /* Not the group's own list: rows of a list take focus and arrow keys away from what one types into. */
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  adw_preferences_group_set_title (group, title);
  gtk_widget_add_css_class (fields, "card");
  gtk_widget_add_css_class (fields, "fields");
  adw_preferences_group_add (group, fields);
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);

      if (strcmp (def->section, section->id) == 0)
        {
          GtkWidget *row = nb_ui_field_row_new (self->document, def);

          gtk_box_append (GTK_BOX (fields), row);
          g_ptr_array_add (self->rows, row);
        }
    }
  gtk_box_append (self->sections, GTK_WIDGET (group));
}

GtkWidget *
nb_ui_form_view_new (NbUiDocument *document)
{
  NbUiFormView *self = g_object_new (NB_UI_TYPE_FORM_VIEW, NULL);
  NbForm *form = nb_report_get_form (nb_ui_document_get_report (document));

  self->document = g_object_ref (document);
  nb_ui_finding_box_set_source (self->findings, document, NULL);
  for (guint i = 0; i < nb_form_get_n_sections (form); i++)
    add_section (self, form, nb_form_get_section (form, i));
  return GTK_WIDGET (self);
}

NbUiFieldRow *
nb_ui_form_view_lookup_row (NbUiFormView *self, const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      NbUiFieldRow *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (nb_ui_field_row_get_def (row)->id, field) == 0)
        return row;
    }
  return NULL;
}

/* The whole row, with its label and findings; focus alone scrolls to the editor only. */
static void
show_row (NbUiFormView *self, GtkWidget *row)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->sections), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height
                                   + 2 * gtk_widget_get_margin_top (GTK_WIDGET (self->sections)));
}

void
nb_ui_form_view_focus_field (NbUiFormView *self, const char *field)
{
  NbUiFieldRow *row = nb_ui_form_view_lookup_row (self, field);
  GtkWidget *editor;

  if (row == NULL)
    return;
  editor = nb_ui_field_row_get_editor (row);
  /* An entry would also select its text, which the next key would then replace. */
  if (GTK_IS_ENTRY (editor))
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (editor));
  else
    gtk_widget_grab_focus (editor);
  show_row (self, GTK_WIDGET (row));
}
