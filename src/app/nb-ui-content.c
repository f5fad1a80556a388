/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-content.h"

#include "nb-ui-long-editor.h"

struct _NbUiContent
{
  GtkWidget parent_instance;
  NbUiReview *review;
  GtkStack *stack;
  NbUiFormView *form;
  NbUiNarrativeView *narrative;
  NbUiLongEditor *editor; /* of the same field, in the form */
};

G_DEFINE_FINAL_TYPE (NbUiContent, nb_ui_content, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARRATIVE,
  PROP_UNDISTURBED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
nb_ui_content_dispose (GObject *object)
{
  NbUiContent *self = NB_UI_CONTENT (object);

  self->narrative = NULL;
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->stack)));
  g_clear_object (&self->review);
  G_OBJECT_CLASS (nb_ui_content_parent_class)->dispose (object);
}

static void
nb_ui_content_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NbUiContent *self = NB_UI_CONTENT (object);
  gboolean undisturbed = FALSE;

  if (id == PROP_NARRATIVE)
    {
      g_value_set_object (value, self->narrative);
      return;
    }
  if (self->narrative != NULL)
    g_object_get (self->narrative, "undisturbed", &undisturbed, NULL);
  g_value_set_boolean (value, undisturbed);
}

static void
open_field (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_content_open (NB_UI_CONTENT (widget), g_variant_get_string (parameter, NULL));
}

static void
nb_ui_content_class_init (NbUiContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nb_ui_content_dispose;
  object_class->get_property = nb_ui_content_get_property;
  properties[PROP_NARRATIVE] =
      g_param_spec_object ("narrative", NULL, NULL, NB_UI_TYPE_NARRATIVE_VIEW,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_UNDISTURBED] =
      g_param_spec_boolean ("undisturbed", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "content.open-field", "s", open_field);
}

static void
nb_ui_content_init (NbUiContent *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

GtkWidget *
nb_ui_content_new (NbUiReview *review)
{
  NbUiContent *self = g_object_new (NB_UI_TYPE_CONTENT, NULL);

  self->review = g_object_ref (review);
  self->form = NB_UI_FORM_VIEW (nb_ui_form_view_new (review));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->form), "form");
  return GTK_WIDGET (self);
}

NbUiFormView *
nb_ui_content_get_form_view (NbUiContent *self)
{
  return self->form;
}

NbUiNarrativeView *
nb_ui_content_get_narrative (NbUiContent *self)
{
  return self->narrative;
}

static gboolean
is_open (NbUiContent *self, const char *field)
{
  return self->narrative != NULL
         && g_strcmp0 (nb_ui_narrative_view_get_def (self->narrative)->id, field) == 0;
}

static gboolean
is_composing (NbUiContent *self)
{
  return nb_ui_document_is_composing (nb_ui_review_get_document (self->review));
}

static void
note_undisturbed (NbUiContent *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDISTURBED]);
}

void
nb_ui_content_close (NbUiContent *self)
{
  GtkWidget *narrative = GTK_WIDGET (self->narrative);
  g_autofree char *field = NULL;
  gboolean undisturbed;

  if (narrative == NULL || is_composing (self))
    return;
  g_object_get (narrative, "undisturbed", &undisturbed, NULL);
  field = g_strdup (nb_ui_narrative_view_get_def (self->narrative)->id);
  self->narrative = NULL;
  nb_ui_long_editor_set_shown (self->editor, TRUE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->form));
  gtk_stack_remove (self->stack, narrative);
  nb_ui_form_view_focus_field (self->form, field);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARRATIVE]);
  if (undisturbed)
    note_undisturbed (self);
}

void
nb_ui_content_open (NbUiContent *self, const char *field)
{
  NbUiFieldRow *row = nb_ui_form_view_lookup_row (self->form, field);

  g_return_if_fail (row != NULL && nb_ui_field_row_get_def (row)->type == NB_FIELD_LONG);

  if (is_composing (self) || is_open (self, field))
    return;
  nb_ui_content_close (self);
  self->editor = nb_ui_field_row_get_long_editor (row);
  nb_ui_long_editor_set_shown (self->editor, FALSE);
  self->narrative = NB_UI_NARRATIVE_VIEW (
      nb_ui_narrative_view_new (self->review, nb_ui_long_editor_get_binding (self->editor)));
  g_signal_connect_object (self->narrative, "notify::undisturbed", G_CALLBACK (note_undisturbed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->narrative, "left", G_CALLBACK (nb_ui_content_close), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->narrative), "narrative");
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->narrative));
  nb_ui_narrative_view_show_span (self->narrative, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARRATIVE]);
}

void
nb_ui_content_show_span (NbUiContent *self, const char *field, const NbSpan *span)
{
  if (is_composing (self))
    return;
  if (is_open (self, field))
    {
      nb_ui_narrative_view_show_span (self->narrative, span);
      return;
    }
  nb_ui_content_close (self);
  nb_ui_form_view_show_span (self->form, field, span);
}

void
nb_ui_content_focus_field (NbUiContent *self, const char *field)
{
  nb_ui_content_show_span (self, field, NULL);
}

void
nb_ui_content_focus_section (NbUiContent *self, const char *section)
{
  if (is_composing (self))
    return;
  nb_ui_content_close (self);
  nb_ui_form_view_focus_section (self->form, section);
}

void
nb_ui_content_show_finding (NbUiContent *self, NbFinding *finding)
{
  if (is_composing (self))
    return;
  if (is_open (self, nb_finding_get_field (finding)))
    {
      nb_ui_narrative_view_show_span (self->narrative, nb_finding_get_n_spans (finding) > 0
                                                           ? nb_finding_get_spans (finding)
                                                           : NULL);
      return;
    }
  nb_ui_content_close (self);
  nb_ui_form_view_show_finding (self->form, finding);
}

const char *
nb_ui_content_get_focus_field (NbUiContent *self)
{
  NbUiFieldRow *row;

  if (self->narrative != NULL)
    return nb_ui_narrative_view_get_def (self->narrative)->id;
  row = nb_ui_form_view_get_focus_row (self->form);
  return row != NULL ? nb_ui_field_row_get_def (row)->id : NULL;
}

/* Where one looks for words who is in no long field: in the longest text. */
static const char *
find_longest (NbUiContent *self)
{
  NbReport *report = nb_ui_document_get_report (nb_ui_review_get_document (self->review));
  NbForm *form = nb_report_get_form (report);
  const char *longest = NULL;
  guint most = 0;

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);
      guint length =
          nb_text_get_length (nb_field_get_text (nb_report_lookup_field (report, def->id)));

      if (def->type == NB_FIELD_LONG && (longest == NULL || length > most))
        {
          longest = def->id;
          most = length;
        }
    }
  return longest;
}

void
nb_ui_content_act_in_field (NbUiContent *self, const char *action)
{
  NbUiFieldRow *row = nb_ui_form_view_get_focus_row (self->form);
  gboolean finds =
      g_str_equal (action, "narrative.find") || g_str_equal (action, "narrative.replace");

  if (is_composing (self))
    return;
  if (self->narrative == NULL && finds)
    {
      gboolean here = row != NULL && nb_ui_field_row_get_def (row)->type == NB_FIELD_LONG;
      const char *field = here ? nb_ui_field_row_get_def (row)->id : find_longest (self);

      if (field != NULL)
        nb_ui_content_open (self, field);
    }
  if (self->narrative != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->narrative), action, NULL);
  else if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (row), action, NULL);
}
