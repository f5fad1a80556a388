/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-narrative-private.h"

#include "nb-ui-finding-row.h"
#include "nb-ui-flow-layout.h"
#include "nb-ui-text-view.h"

#define NORMAL_ZOOM 3

G_DEFINE_FINAL_TYPE (NbUiNarrativeView, nb_ui_narrative_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_UNDISTURBED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint left_signal;

static void
nb_ui_narrative_view_dispose (GObject *object)
{
  NbUiNarrativeView *self = NB_UI_NARRATIVE_VIEW (object);
  GtkWidget *child;

  if (self->findings != NULL)
    g_object_run_dispose (G_OBJECT (self->findings));
  g_clear_object (&self->findings);
  if (self->binding != NULL)
    {
      nb_ui_narrative_view_end_counting (self);
      nb_ui_narrative_view_end_comparing (self);
      adw_bin_set_child (self->find_place, NULL);
      nb_ui_text_binding_remove_view (self->binding, self->text);
      nb_ui_document_set_prompt (nb_ui_review_get_document (self->review), FALSE);
    }
  g_clear_object (&self->binding);
  g_clear_object (&self->review);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_NARRATIVE_VIEW);
  G_OBJECT_CLASS (nb_ui_narrative_view_parent_class)->dispose (object);
}

static void
nb_ui_narrative_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, NB_UI_NARRATIVE_VIEW (object)->undisturbed);
}

/* What was opened last is left first. */
static void
leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiNarrativeView *self = NB_UI_NARRATIVE_VIEW (widget);

  if (nb_ui_narrative_view_leave_undisturbed (self))
    return;
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "compare"))
    gtk_widget_activate_action (widget, "narrative.compare", NULL);
  else
    g_signal_emit (widget, left_signal, 0);
}

static void
leave_at_once (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_narrative_view_leave_undisturbed (NB_UI_NARRATIVE_VIEW (widget));
  g_signal_emit (widget, left_signal, 0);
}

static void
show_finding (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_text_findings_popup (NB_UI_NARRATIVE_VIEW (widget)->findings);
}

static void
find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiNarrativeView *self = NB_UI_NARRATIVE_VIEW (widget);

  gtk_stack_set_visible_child_name (self->stack, "write");
  nb_ui_find_bar_open (self->find_bar, g_str_equal (action, "narrative.replace"));
}

static void
step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiNarrativeView *self = NB_UI_NARRATIVE_VIEW (widget);

  if (!nb_ui_text_binding_is_composing (self->binding))
    nb_ui_find_bar_step (self->find_bar, g_str_equal (action, "narrative.find-next") ? 1 : -1);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, tools);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, title);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, outline_flap);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, outline_place);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, figures_flap);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, figures_place);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, stack);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, compare_place);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, find_place);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, clamp);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, text);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, finding_icon);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, finding);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, finding_button);
  gtk_widget_class_bind_template_child (widget_class, NbUiNarrativeView, count);
}

static void
nb_ui_narrative_view_class_init (NbUiNarrativeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nb_ui_narrative_view_dispose;
  object_class->get_property = nb_ui_narrative_view_get_property;
  properties[PROP_UNDISTURBED] =
      g_param_spec_boolean ("undisturbed", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  left_signal = g_signal_new ("left", NB_UI_TYPE_NARRATIVE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);

  g_type_ensure (NB_UI_TYPE_FLOW_LAYOUT);
  g_type_ensure (NB_UI_TYPE_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-narrative-view.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "narrative.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "field.page", NULL, leave_at_once);
  gtk_widget_class_install_action (widget_class, "field.finding", NULL, show_finding);
  gtk_widget_class_install_action (widget_class, "narrative.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "narrative.replace", NULL, find);
  gtk_widget_class_install_action (widget_class, "narrative.find-next", NULL, step);
  gtk_widget_class_install_action (widget_class, "narrative.find-previous", NULL, step);
  nb_ui_narrative_view_install_edits (widget_class);
  nb_ui_narrative_view_install_look (widget_class);
  nb_ui_narrative_view_install_comparing (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "narrative.leave", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nb_ui_narrative_view_init (NbUiNarrativeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->zoom = NORMAL_ZOOM;
}

/* Not every reader follows a line that says the state of things, so the description says it too. */
static void
follow_findings (NbUiNarrativeView *self)
{
  const GPtrArray *findings = nb_ui_text_findings_get_at_cursor (self->findings);
  NbFinding *gravest = findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL;
  g_autofree char *words = nb_ui_text_findings_describe (self->findings);
  g_autofree char *line = gravest != NULL ? nb_ui_finding_row_describe (gravest) : NULL;

  gtk_label_set_text (self->finding, line != NULL ? line : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->finding), words);
  gtk_widget_set_visible (GTK_WIDGET (self->finding_icon), gravest != NULL);
  gtk_widget_set_visible (self->finding_button, gravest != NULL);
  if (gravest != NULL)
    gtk_image_set_from_icon_name (self->finding_icon,
                                  nb_ui_finding_row_get_icon (nb_finding_get_severity (gravest)));
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->text),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
note_heading_activated (NbUiNarrativeView *self, NbUiHeading *heading)
{
  NbSpan span = { nb_ui_heading_get_paragraph (heading), nb_ui_heading_get_start (heading),
                  nb_ui_heading_get_start (heading) };

  if (adw_flap_get_folded (self->outline_flap))
    adw_flap_set_reveal_flap (self->outline_flap, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "write");
  nb_ui_narrative_view_show_span (self, &span);
}

static void
label_text (NbUiNarrativeView *self)
{
  const char *label = nb_ui_text_binding_get_def (self->binding)->label;

  gtk_label_set_text (self->title, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE,
                                  TRUE, -1);
}

static void
scroll_to_cursor (NbUiNarrativeView *self, gboolean align)
{
  gtk_text_view_scroll_to_mark (self->text,
                                gtk_text_buffer_get_insert (gtk_text_view_get_buffer (self->text)),
                                0.1, align, 0, 0.2);
}

/* A text view that has no size yet would scroll to somewhere else. */
static gboolean
scroll_when_laid_out (GtkWidget *widget, GdkFrameClock *clock, void *data)
{
  NbUiNarrativeView *self = NB_UI_NARRATIVE_VIEW (widget);

  if (gtk_widget_get_height (GTK_WIDGET (self->text)) == 0)
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  scroll_to_cursor (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
note_found (NbUiNarrativeView *self, const NbSpan *span)
{
  GtkTextBuffer *buffer = nb_ui_text_binding_get_buffer (self->binding);
  GtkTextIter start, end;

  nb_ui_text_binding_get_iter (self->binding, span->paragraph, span->start, &start);
  nb_ui_text_binding_get_iter (self->binding, span->paragraph, span->end, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_mark_onscreen (self->text, gtk_text_buffer_get_insert (buffer));
}

static void
note_find_closed (NbUiNarrativeView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
add_find_bar (NbUiNarrativeView *self)
{
  self->find_bar = NB_UI_FIND_BAR (nb_ui_find_bar_new (self->binding));
  g_signal_connect_object (self->find_bar, "found", G_CALLBACK (note_found), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "closed", G_CALLBACK (note_find_closed), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->find_place, GTK_WIDGET (self->find_bar));
}

GtkWidget *
nb_ui_narrative_view_new (NbUiReview *review, NbUiTextBinding *binding)
{
  NbUiNarrativeView *self = g_object_new (NB_UI_TYPE_NARRATIVE_VIEW, NULL);

  self->review = g_object_ref (review);
  self->binding = g_object_ref (binding);
  nb_ui_text_binding_add_view (binding, self->text);
  self->findings = nb_ui_text_findings_new (review, binding, self->text);
  g_signal_connect_object (self->findings, "changed", G_CALLBACK (follow_findings), self,
                           G_CONNECT_SWAPPED);
  self->outline = NB_UI_OUTLINE (nb_ui_outline_new (binding));
  g_signal_connect_object (self->outline, "activated", G_CALLBACK (note_heading_activated), self,
                           G_CONNECT_SWAPPED);
  adw_clamp_set_child (self->outline_place, GTK_WIDGET (self->outline));
  add_find_bar (self);
  label_text (self);
  nb_ui_narrative_view_begin_counting (self);
  nb_ui_narrative_view_begin_comparing (self);
  nb_ui_document_set_prompt (nb_ui_review_get_document (review), TRUE);
  nb_ui_review_reveal (review, nb_ui_text_binding_get_def (binding)->id);
  return GTK_WIDGET (self);
}

const NbFieldDef *
nb_ui_narrative_view_get_def (NbUiNarrativeView *self)
{
  return nb_ui_text_binding_get_def (self->binding);
}

GtkTextView *
nb_ui_narrative_view_get_text_view (NbUiNarrativeView *self)
{
  return self->text;
}

void
nb_ui_narrative_view_show_span (NbUiNarrativeView *self, const NbSpan *span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  if (nb_ui_text_binding_is_composing (self->binding))
    return;
  if (span != NULL)
    {
      nb_ui_text_binding_get_iter (self->binding, span->paragraph, span->start, &start);
      nb_ui_text_binding_get_iter (self->binding, span->paragraph, span->end, &end);
      gtk_text_buffer_select_range (buffer, &start, &end);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->text))
      && gtk_widget_get_height (GTK_WIDGET (self->text)) > 0)
    scroll_to_cursor (self, span != NULL);
  else if (self->scroll_tick == 0)
    self->scroll_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_when_laid_out, NULL, NULL);
}
