/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-field-row.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-finding-box.h"
#include "nb-ui-line-editor.h"
#include "nb-ui-long-editor.h"
#include "nb-ui-platform.h"

struct _NbUiFieldRow
{
  GtkWidget parent_instance;
  NbUiReview *review;
  NbUiDocument *document; /* the review's */
  const NbFieldDef *def;
  GtkWidget *editor;
  GtkWidget *focus; /* the widget of the editor that one types into */

  GtkLabel *label;
  GtkMenuButton *choices;
  AdwBin *place;
  GtkLabel *help;
  NbUiFindingBox *findings;
};

G_DEFINE_FINAL_TYPE (NbUiFieldRow, nb_ui_field_row, GTK_TYPE_WIDGET)

/* What is chosen replaces the text, as one command. */
static void
choose_text (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFieldRow *self = NB_UI_FIELD_ROW (widget);
  g_autoptr (GError) error = NULL;

  if (!nb_ui_document_set_text (self->document, self->def->id,
                                g_variant_get_string (parameter, NULL), &error))
    nb_ui_document_remark (self->document, error->message);
}

static void
nb_ui_field_row_dispose (GObject *object)
{
  NbUiFieldRow *self = NB_UI_FIELD_ROW (object);
  GtkWidget *child;

  /* The template lets go of the children that it names, not of the others. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_FIELD_ROW);
  g_clear_object (&self->review);
  self->document = NULL;
  G_OBJECT_CLASS (nb_ui_field_row_parent_class)->dispose (object);
}

static void
nb_ui_field_row_class_init (NbUiFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_field_row_dispose;

  g_type_ensure (NB_UI_TYPE_FINDING_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nianbao/Nianbao/ui/nb-ui-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, choices);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, place);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, help);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, findings);
  gtk_widget_class_install_action (widget_class, "field.choose", "s", choose_text);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nb_ui_field_row_init (NbUiFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_choices (NbUiFieldRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->def->choices == NULL || nb_ui_document_get_read_only (self->document))
    return;
  for (guint i = 0; self->def->choices[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (self->def->choices[i], NULL);

      g_menu_item_set_action_and_target (item, "field.choose", "s", self->def->choices[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->choices, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->choices), TRUE);
}

/* Where focus leaves, what is typed next is a command of its own. A window that is left for another one
 * keeps its focus, and nobody has left the field. */
static void
note_leave (NbUiFieldRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->review == NULL || root == NULL)
    return;
  nb_report_pause (nb_ui_document_get_report (self->document));
  if (gtk_root_get_focus (root) == NULL
      || !gtk_widget_is_ancestor (gtk_root_get_focus (root), self->editor))
    nb_ui_review_note_left (self->review, self->def->id);
}

static void
watch_focus (NbUiFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (note_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, focus);
}

static void
append_line (GString *text, const char *line)
{
  if (line == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* Not every reader follows relations or knows the state "invalid", so the description says it all. */
static void
describe_editor (NbUiFieldRow *self)
{
  GtkAccessible *editor = GTK_ACCESSIBLE (self->focus);
  g_autofree char *faults = nb_ui_finding_box_describe (self->findings);
  g_autoptr (GString) description = g_string_new (NULL);
  gboolean invalid = nb_ui_finding_box_get_severity (self->findings) == NB_SEVERITY_ERROR;

  append_line (description, faults);
  if (NB_UI_IS_LINE_EDITOR (self->editor))
    append_line (description, nb_ui_line_editor_get_reading (NB_UI_LINE_EDITOR (self->editor)));
  append_line (description, self->def->help != NULL ? _ (self->def->help) : NULL);

  if (description->len > 0)
    gtk_accessible_update_property (editor, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str,
                                    -1);
  else
    gtk_accessible_reset_property (editor, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_accessible_update_state (editor, GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  nb_ui_platform_set_error_message (editor, invalid ? GTK_ACCESSIBLE (self->findings) : NULL);
  if (invalid)
    gtk_widget_add_css_class (self->focus, "error");
  else
    gtk_widget_remove_css_class (self->focus, "error");
}

static void
label_editor (NbUiFieldRow *self)
{
  GtkAccessible *editor = GTK_ACCESSIBLE (self->focus);

  gtk_label_set_text (self->label, self->def->label);
  gtk_label_set_mnemonic_widget (self->label, self->focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->def->label, -1);
  gtk_accessible_update_property (editor, GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  nb_ui_document_get_read_only (self->document), -1);
  /* Not the label property too: GTK 4.8 would join both into one name. */
  gtk_accessible_update_relation (editor, GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL,
                                  -1);
  if (self->def->help != NULL)
    {
      gtk_label_set_text (self->help, _ (self->def->help));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->help), self->def->source);
      gtk_widget_set_visible (GTK_WIDGET (self->help), TRUE);
    }
}

static void
add_editor (NbUiFieldRow *self)
{
  if (self->def->type == NB_FIELD_LONG)
    {
      self->editor = nb_ui_long_editor_new (self->document, self->def);
      self->focus = nb_ui_long_editor_get_focus_widget (NB_UI_LONG_EDITOR (self->editor));
    }
  else
    {
      self->editor = nb_ui_line_editor_new (self->document, self->def);
      self->focus = nb_ui_line_editor_get_focus_widget (NB_UI_LINE_EDITOR (self->editor));
      g_signal_connect_object (self->editor, "changed", G_CALLBACK (describe_editor), self,
                               G_CONNECT_SWAPPED);
    }
  adw_bin_set_child (self->place, self->editor);
}

static void
take_focus (NbUiFieldRow *self)
{
  nb_ui_field_row_show_span (self, NULL);
}

GtkWidget *
nb_ui_field_row_new (NbUiReview *review, const NbFieldDef *def)
{
  NbUiFieldRow *self = g_object_new (NB_UI_TYPE_FIELD_ROW, NULL);

  self->review = g_object_ref (review);
  self->document = nb_ui_review_get_document (review);
  self->def = def;
  add_editor (self);
  add_choices (self);
  label_editor (self);
  watch_focus (self);
  g_signal_connect_object (self->findings, "changed", G_CALLBACK (describe_editor), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "focus-lost", G_CALLBACK (take_focus), self,
                           G_CONNECT_SWAPPED);
  nb_ui_finding_box_set_source (self->findings, review, def->id);
  describe_editor (self);
  return GTK_WIDGET (self);
}

const NbFieldDef *
nb_ui_field_row_get_def (NbUiFieldRow *self)
{
  return self->def;
}

GtkWidget *
nb_ui_field_row_get_editor (NbUiFieldRow *self)
{
  return self->focus;
}

void
nb_ui_field_row_show_span (NbUiFieldRow *self, const NbSpan *span)
{
  if (NB_UI_IS_LONG_EDITOR (self->editor))
    nb_ui_long_editor_show_span (NB_UI_LONG_EDITOR (self->editor), span);
  else
    nb_ui_line_editor_show_span (NB_UI_LINE_EDITOR (self->editor), span);
}
