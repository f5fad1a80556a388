/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-field-row.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-finding-box.h"
#include "nb-ui-line-binding.h"
#include "nb-ui-platform.h"
#include "nb-ui-text-binding.h"

/* A long text grows with what is in it, then scrolls by itself. */
#define LONG_TEXT_MIN_HEIGHT 72
#define LONG_TEXT_MAX_HEIGHT 420

struct _NbUiFieldRow
{
  GtkWidget parent_instance;
  NbUiDocument *document;
  const NbFieldDef *def;
  GtkWidget *editor;
  GObject *binding;

  GtkLabel *label;
  GtkMenuButton *choices;
  GtkBox *place;
  GtkLabel *help;
  NbUiFindingBox *findings;
};

G_DEFINE_FINAL_TYPE (NbUiFieldRow, nb_ui_field_row, GTK_TYPE_WIDGET)

/* What is chosen replaces the text, as one command. */
static void
choose_text (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFieldRow *self = NB_UI_FIELD_ROW (widget);
  NbReport *report = nb_ui_document_get_report (self->document);
  g_autoptr (GError) error = NULL;

  nb_report_pause (report);
  if (!nb_report_set_text (report, self->def->id, g_variant_get_string (parameter, NULL), &error))
    nb_ui_document_remark (self->document, error->message);
  nb_report_pause (report);
}

static void
nb_ui_field_row_dispose (GObject *object)
{
  NbUiFieldRow *self = NB_UI_FIELD_ROW (object);
  GtkWidget *child;

  if (self->binding != NULL)
    g_object_run_dispose (self->binding);
  g_clear_object (&self->binding);
  /* The template lets go of the children that it names, not of the others. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_FIELD_ROW);
  g_clear_object (&self->document);
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

/* Hints for on-screen keyboards and input methods; they forbid nothing. */
static GtkInputPurpose
get_purpose (NbFieldType type)
{
  return type == NB_FIELD_YEAR || type == NB_FIELD_COUNT ? GTK_INPUT_PURPOSE_DIGITS
                                                         : GTK_INPUT_PURPOSE_FREE_FORM;
}

static void
add_line_editor (NbUiFieldRow *self)
{
  GtkEntry *entry = GTK_ENTRY (gtk_entry_new ());
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string ("zh-cn")));
  gtk_entry_set_attributes (entry, attributes);
  gtk_entry_set_input_purpose (entry, get_purpose (self->def->type));
  gtk_entry_set_input_hints (entry,
                             self->def->type == NB_FIELD_CODE
                                 ? GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_UPPERCASE_CHARS
                                 : GTK_INPUT_HINT_NONE);
  gtk_widget_set_hexpand (GTK_WIDGET (entry), TRUE);
  gtk_box_append (self->place, GTK_WIDGET (entry));
  if (self->def->unit != NULL)
    {
      GtkWidget *unit = gtk_label_new (self->def->unit);

      gtk_widget_add_css_class (unit, "dim-label");
      gtk_box_append (self->place, unit);
    }
  self->editor = GTK_WIDGET (entry);
  self->binding = G_OBJECT (nb_ui_line_binding_new (self->document, self->def, entry));
}

static gboolean
ask_for_room (void *data)
{
  GtkWidget *view = data;
  GtkWidget *scroller = gtk_widget_get_parent (view);
  int height;

  if (scroller == NULL)
    return G_SOURCE_REMOVE;
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (view), NULL, &height,
                      NULL, NULL);
  gtk_scrolled_window_set_min_content_height (
      GTK_SCROLLED_WINDOW (scroller), CLAMP (height, LONG_TEXT_MIN_HEIGHT, LONG_TEXT_MAX_HEIGHT));
  return G_SOURCE_REMOVE;
}

/* A text view knows the height of its lines only when it has been idle, and does not ask for it then. */
static void
note_height (GtkWidget *view)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, ask_for_room, g_object_ref (view), g_object_unref);
}

static void
add_long_editor (NbUiFieldRow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, 6);
  gtk_text_view_set_bottom_margin (view, 6);
  gtk_text_view_set_left_margin (view, 8);
  gtk_text_view_set_right_margin (view, 8);
  gtk_text_view_set_pixels_below_lines (view, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE,
                                  -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LONG_TEXT_MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LONG_TEXT_MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                           "notify::upper", G_CALLBACK (note_height), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (note_height),
                           view, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (scroller, "long-text");
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (self->place, scroller);
  self->editor = GTK_WIDGET (view);
  self->binding = G_OBJECT (nb_ui_text_binding_new (self->document, self->def, view));
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

/* Where focus leaves, what is typed next is a command of its own. */
static void
note_leave (NbUiFieldRow *self)
{
  if (self->document != NULL)
    nb_report_pause (nb_ui_document_get_report (self->document));
}

static void
watch_focus (NbUiFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (note_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, focus);
}

/* Not every reader follows relations or knows the state "invalid", so the description says it all. */
static void
describe_editor (NbUiFieldRow *self)
{
  GtkAccessible *editor = GTK_ACCESSIBLE (self->editor);
  const char *help = self->def->help != NULL ? _ (self->def->help) : NULL;
  g_autofree char *faults = nb_ui_finding_box_describe (self->findings);
  g_autofree char *description = NULL;
  gboolean invalid = nb_ui_finding_box_get_severity (self->findings) == NB_SEVERITY_ERROR;

  if (faults != NULL && help != NULL)
    description = g_strconcat (faults, "\n", help, NULL);
  else
    description = g_strdup (faults != NULL ? faults : help);

  if (description != NULL)
    gtk_accessible_update_property (editor, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  else
    gtk_accessible_reset_property (editor, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_accessible_update_state (editor, GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  nb_ui_platform_set_error_message (editor, invalid ? GTK_ACCESSIBLE (self->findings) : NULL);
  if (invalid)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
}

static void
label_editor (NbUiFieldRow *self)
{
  GtkAccessible *editor = GTK_ACCESSIBLE (self->editor);

  gtk_label_set_text (self->label, self->def->label);
  gtk_label_set_mnemonic_widget (self->label, self->editor);
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

GtkWidget *
nb_ui_field_row_new (NbUiDocument *document, const NbFieldDef *def)
{
  NbUiFieldRow *self = g_object_new (NB_UI_TYPE_FIELD_ROW, NULL);

  self->document = g_object_ref (document);
  self->def = def;
  if (def->type == NB_FIELD_LONG)
    add_long_editor (self);
  else
    add_line_editor (self);
  add_choices (self);
  label_editor (self);
  watch_focus (self);
  g_signal_connect_object (self->findings, "changed", G_CALLBACK (describe_editor), self,
                           G_CONNECT_SWAPPED);
  nb_ui_finding_box_set_source (self->findings, document, def->id);
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
  return self->editor;
}
