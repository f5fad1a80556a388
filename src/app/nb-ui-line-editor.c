/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-line-editor.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-line-binding.h"

struct _NbUiLineEditor
{
  GtkWidget parent_instance;
  NbUiDocument *document;
  const NbFieldDef *def;
  GtkWidget *line; /* of entry and unit */
  GtkEntry *entry;
  GtkLabel *reading;
  NbUiLineBinding *binding;
};

G_DEFINE_FINAL_TYPE (NbUiLineEditor, nb_ui_line_editor, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
nb_ui_line_editor_dispose (GObject *object)
{
  NbUiLineEditor *self = NB_UI_LINE_EDITOR (object);
  GtkWidget *child;

  if (self->binding != NULL)
    g_object_run_dispose (G_OBJECT (self->binding));
  g_clear_object (&self->binding);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_line_editor_parent_class)->dispose (object);
}

static void
nb_ui_line_editor_class_init (NbUiLineEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_line_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  changed_signal = g_signal_new ("changed", NB_UI_TYPE_LINE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
nb_ui_line_editor_init (NbUiLineEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));

  self->entry = GTK_ENTRY (gtk_entry_new ());
  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string ("zh-cn")));
  gtk_entry_set_attributes (self->entry, attributes);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->entry));

  self->reading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->reading, 0);
  gtk_label_set_wrap (self->reading, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->reading), "reading");
  gtk_widget_add_css_class (GTK_WIDGET (self->reading), "numeric");
  gtk_widget_set_visible (GTK_WIDGET (self->reading), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->reading), GTK_WIDGET (self));
}

/* Hints for on-screen keyboards and input methods; they forbid nothing. */
static GtkInputPurpose
get_purpose (NbFieldType type)
{
  return type == NB_FIELD_YEAR || type == NB_FIELD_COUNT ? GTK_INPUT_PURPOSE_DIGITS
                                                         : GTK_INPUT_PURPOSE_FREE_FORM;
}

/* NULL where what was typed says it by itself. */
static char *
format_reading (const NbFieldDef *def, const NbValue *value)
{
  g_autofree char *read = NULL;

  if (value->state != NB_VALUE_READ)
    return NULL;
  if (def->type == NB_FIELD_MONEY)
    read = nb_money_format_yuan (value->number);
  else if (value->spelling != 0)
    read = g_strdup (value->canonical);
  return read != NULL ? g_strconcat ("= ", read, NULL) : NULL;
}

static void
show_reading (NbUiLineEditor *self)
{
  NbReport *report = nb_ui_document_get_report (self->document);
  NbField *field = nb_report_lookup_field (report, self->def->id);
  g_autofree char *reading = format_reading (self->def, nb_field_get_value (field));

  if (g_strcmp0 (reading, nb_ui_line_editor_get_reading (self)) == 0)
    return;
  gtk_label_set_text (self->reading, reading != NULL ? reading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reading), reading != NULL);
  g_signal_emit (self, changed_signal, 0);
}

GtkWidget *
nb_ui_line_editor_new (NbUiDocument *document, const NbFieldDef *def)
{
  NbUiLineEditor *self = g_object_new (NB_UI_TYPE_LINE_EDITOR, NULL);
  NbReport *report = nb_ui_document_get_report (document);

  self->document = g_object_ref (document);
  self->def = def;
  gtk_entry_set_input_purpose (self->entry, get_purpose (def->type));
  if (def->type == NB_FIELD_CODE)
    gtk_entry_set_input_hints (self->entry,
                               GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_UPPERCASE_CHARS);
  if (def->unit != NULL)
    {
      GtkWidget *unit = gtk_label_new (def->unit);

      gtk_widget_add_css_class (unit, "dim-label");
      gtk_box_append (GTK_BOX (self->line), unit);
    }
  self->binding = nb_ui_line_binding_new (document, def, self->entry);
  g_signal_connect_object (nb_report_lookup_field (report, def->id), "notify::text",
                           G_CALLBACK (show_reading), self, G_CONNECT_SWAPPED);
  show_reading (self);
  return GTK_WIDGET (self);
}

GtkWidget *
nb_ui_line_editor_get_focus_widget (NbUiLineEditor *self)
{
  return GTK_WIDGET (self->entry);
}

const char *
nb_ui_line_editor_get_reading (NbUiLineEditor *self)
{
  const char *reading = gtk_label_get_text (self->reading);

  return *reading != '\0' ? reading : NULL;
}

void
nb_ui_line_editor_show_span (NbUiLineEditor *self, const NbSpan *span)
{
  /* An entry would also select its whole text, which the next key would then replace. */
  gtk_entry_grab_focus_without_selecting (self->entry);
  if (span != NULL)
    gtk_editable_select_region (GTK_EDITABLE (self->entry), (int) span->start, (int) span->end);
}
