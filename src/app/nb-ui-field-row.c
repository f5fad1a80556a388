/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-field-row.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-finding-box.h"
#include "nb-ui-help.h"
#include "nb-ui-last-year.h"
#include "nb-ui-line-editor.h"
#include "nb-ui-phrase-chooser.h"
#include "nb-ui-platform.h"
#include "nb-ui-portal.h"

struct _NbUiFieldRow
{
  GtkWidget parent_instance;
  NbUiReview *review;
  NbUiDocument *document; /* the review's */
  const NbFieldDef *def;
  GtkWidget *editor;
  GtkWidget *focus; /* the widget of the editor that one types into */

  GtkLabel *label;
  NbUiPhraseChooser *phrases;
  GtkWidget *copy;
  GtkWidget *page;
  AdwBin *place;
  NbUiLastYear *last_year;
  GtkWidget *note;
  GtkLabel *help;
  GtkLabel *source;
  GtkToggleButton *explain;
  NbUiFindingBox *findings;
};

G_DEFINE_FINAL_TYPE (NbUiFieldRow, nb_ui_field_row, GTK_TYPE_WIDGET)

/* Replaces the text, as one command, and goes back to where one types. */
static void
set_text (NbUiFieldRow *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!nb_ui_document_set_text (self->document, self->def->id, text, &error))
    nb_ui_document_remark (self->document, error->message);
  nb_ui_field_row_show_span (self, NULL);
}

static void
choose_text (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_phrase_chooser_popdown (NB_UI_FIELD_ROW (widget)->phrases);
  set_text (NB_UI_FIELD_ROW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_phrase_chooser_popup (NB_UI_FIELD_ROW (widget)->phrases);
}

static void
take_over (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFieldRow *self = NB_UI_FIELD_ROW (widget);
  g_autofree char *text = g_strdup (nb_ui_last_year_get_offer (self->last_year));

  if (text != NULL)
    set_text (self, text);
}

static void
copy_for_portal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFieldRow *self = NB_UI_FIELD_ROW (widget);
  gboolean copied =
      nb_ui_portal_has_field (self->def) && nb_ui_portal_copy (widget, self->document, self->def);
  g_autofree char *sentence = NULL;

  if (copied)
    sentence =
        g_strdup_printf (_ ("“%s” was copied as the registry’s form wants it."), self->def->label);
  else
    sentence = g_strdup_printf (
        _ ("“%s” holds nothing that could be copied for the registry’s form."), self->def->label);
  nb_ui_document_remark (self->document, sentence);
}

static void
explain (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFieldRow *self = NB_UI_FIELD_ROW (widget);

  gtk_toggle_button_set_active (self->explain, !gtk_toggle_button_get_active (self->explain));
}

static void
open_as_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFieldRow *self = NB_UI_FIELD_ROW (widget);

  if (self->def->type == NB_FIELD_LONG)
    gtk_widget_activate_action (widget, "content.open-field", "s", self->def->id);
}

static void
show_finding (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiLongEditor *editor = nb_ui_field_row_get_long_editor (NB_UI_FIELD_ROW (widget));

  if (editor != NULL)
    nb_ui_text_findings_popup (nb_ui_long_editor_get_findings (editor));
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
  g_type_ensure (NB_UI_TYPE_LAST_YEAR);
  g_type_ensure (NB_UI_TYPE_PHRASE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nianbao/Nianbao/ui/nb-ui-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, phrases);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, copy);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, page);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, place);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, last_year);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, note);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, help);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, source);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, explain);
  gtk_widget_class_bind_template_child (widget_class, NbUiFieldRow, findings);
  gtk_widget_class_install_action (widget_class, "field.choose", "s", choose_text);
  gtk_widget_class_install_action (widget_class, "field.sentences", NULL, open_list);
  gtk_widget_class_install_action (widget_class, "field.take-over", NULL, take_over);
  gtk_widget_class_install_action (widget_class, "field.copy", NULL, copy_for_portal);
  gtk_widget_class_install_action (widget_class, "field.explain", NULL, explain);
  gtk_widget_class_install_action (widget_class, "field.page", NULL, open_as_page);
  gtk_widget_class_install_action (widget_class, "field.finding", NULL, show_finding);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nb_ui_field_row_init (NbUiFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  g_autofree char *at_cursor = NULL;
  g_autoptr (GString) description = g_string_new (NULL);
  gboolean invalid = nb_ui_finding_box_get_severity (self->findings) == NB_SEVERITY_ERROR;

  if (NB_UI_IS_LONG_EDITOR (self->editor))
    at_cursor = nb_ui_text_findings_describe (
        nb_ui_long_editor_get_findings (NB_UI_LONG_EDITOR (self->editor)));
  append_line (description, at_cursor != NULL ? at_cursor : faults);
  if (NB_UI_IS_LINE_EDITOR (self->editor))
    append_line (description, nb_ui_line_editor_get_reading (NB_UI_LINE_EDITOR (self->editor)));
  append_line (description, nb_ui_last_year_get_words (self->last_year));
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->def->label, -1);
  gtk_widget_set_visible (self->copy, nb_ui_portal_has_field (self->def));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->def->label, -1);
  gtk_widget_set_visible (self->page, self->def->type == NB_FIELD_LONG);
}

/* The help line, and on demand on whose authority it stands. */
static void
show_note (NbUiFieldRow *self)
{
  g_autofree char *source = NULL;

  if (self->def->help == NULL)
    return;
  gtk_label_set_text (self->help, _ (self->def->help));
  gtk_widget_set_visible (self->note, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->explain), self->def->source != NULL);
  if (self->def->source == NULL)
    return;
  source = g_strdup_printf (_ ("Authority: %s"), self->def->source);
  gtk_label_set_text (self->source, source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->explain),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, source, -1);
  g_object_bind_property (self->explain, "active", self->source, "visible", G_BINDING_SYNC_CREATE);
}

static void
add_editor (NbUiFieldRow *self)
{
  if (self->def->type == NB_FIELD_LONG)
    {
      self->editor = nb_ui_long_editor_new (self->review, self->def);
      self->focus = nb_ui_long_editor_get_focus_widget (NB_UI_LONG_EDITOR (self->editor));
      g_signal_connect_object (nb_ui_long_editor_get_findings (NB_UI_LONG_EDITOR (self->editor)),
                               "changed", G_CALLBACK (describe_editor), self, G_CONNECT_SWAPPED);
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
  g_autofree char *page = g_strdup_printf ("section-%s#%s", def->section, def->id);

  nb_ui_help_set_page (GTK_WIDGET (self), page);
  self->review = g_object_ref (review);
  self->document = nb_ui_review_get_document (review);
  self->def = def;
  add_editor (self);
  label_editor (self);
  show_note (self);
  nb_ui_phrase_chooser_set_field (self->phrases, self->document, def);
  g_signal_connect_object (self->last_year, "changed", G_CALLBACK (describe_editor), self,
                           G_CONNECT_SWAPPED);
  nb_ui_last_year_set_field (self->last_year, self->document, def);
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

NbUiLongEditor *
nb_ui_field_row_get_long_editor (NbUiFieldRow *self)
{
  return NB_UI_IS_LONG_EDITOR (self->editor) ? NB_UI_LONG_EDITOR (self->editor) : NULL;
}

void
nb_ui_field_row_show_span (NbUiFieldRow *self, const NbSpan *span)
{
  if (NB_UI_IS_LONG_EDITOR (self->editor))
    nb_ui_long_editor_show_span (NB_UI_LONG_EDITOR (self->editor), span);
  else
    nb_ui_line_editor_show_span (NB_UI_LINE_EDITOR (self->editor), span);
}
