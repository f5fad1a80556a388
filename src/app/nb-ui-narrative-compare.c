/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page beside last year's text: both sentence by sentence, what stayed the same marked, numbers to be proved. */

#include "nb-ui-narrative-private.h"

#include <glib/gi18n-lib.h>

#include "nb-text-diff.h"

/* What is shown beside the text follows it after so long a rest. */
#define FOLLOW_DELAY_MS 500

NbText *
nb_ui_narrative_view_get_last_year (NbUiNarrativeView *self)
{
  NbUiDocument *document = nb_ui_text_binding_get_document (self->binding);
  const NbReportData *previous = nb_ui_document_get_previous (document);

  if (previous == NULL
      || nb_report_data_get_form (previous)
             != nb_report_get_form (nb_ui_document_get_report (document)))
    return NULL;
  return nb_report_data_get_text (previous, nb_ui_text_binding_get_def (self->binding)->id);
}

static gboolean
is_comparing (NbUiNarrativeView *self)
{
  return self->sentences != NULL
         && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "compare");
}

static void
clear_marks (NbUiNarrativeView *self)
{
  GtkTextBuffer *buffer = nb_ui_text_binding_get_buffer (self->binding);

  if (self->unchanged != NULL)
    gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (buffer), self->unchanged);
  self->unchanged = NULL;
}

/* Sentences that stand word for word in last year's text get a background. */
static void
mark_unchanged (NbUiNarrativeView *self)
{
  GtkTextBuffer *buffer = nb_ui_text_binding_get_buffer (self->binding);
  const NbText *text = nb_ui_text_binding_get_text (self->binding);
  NbText *last = nb_ui_narrative_view_get_last_year (self);
  g_autoptr (GArray) pieces = NULL;
  GdkRGBA colour;

  clear_marks (self);
  if (last == NULL)
    return;
  gdk_rgba_parse (&colour, "rgba(145,65,172,0.16)");
  self->unchanged = gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &colour, NULL);
  pieces = nb_text_diff (last, text);
  for (guint i = 0; i < pieces->len; i++)
    {
      NbTextPiece piece = g_array_index (pieces, NbTextPiece, i);
      NbPosition from, to;
      GtkTextIter start, end;

      if (!piece.same)
        continue;
      nb_text_get_position (text, piece.b_start, &from.paragraph, &from.offset);
      nb_text_get_position (text, piece.b_end, &to.paragraph, &to.offset);
      nb_ui_text_binding_get_iter (self->binding, from.paragraph, from.offset, &start);
      nb_ui_text_binding_get_iter (self->binding, to.paragraph, to.offset, &end);
      gtk_text_buffer_apply_tag (buffer, self->unchanged, &start, &end);
    }
}

static void
toggle_marks (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiNarrativeView *self = NB_UI_NARRATIVE_VIEW (widget);

  if (nb_ui_text_binding_is_composing (self->binding))
    return;
  if (self->unchanged != NULL)
    clear_marks (self);
  else if (nb_ui_narrative_view_get_last_year (self) != NULL)
    mark_unchanged (self);
  else
    nb_ui_document_remark (nb_ui_text_binding_get_document (self->binding),
                           _ ("Last year’s report is not known. Open it to compare with it."));
}

static void
note_sentence (NbUiNarrativeView *self, const NbSpan *span)
{
  gtk_stack_set_visible_child_name (self->stack, "write");
  nb_ui_narrative_view_show_span (self, span);
}

static void
toggle_comparison (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiNarrativeView *self = NB_UI_NARRATIVE_VIEW (widget);
  NbText *last = nb_ui_narrative_view_get_last_year (self);

  if (is_comparing (self))
    {
      gtk_stack_set_visible_child_name (self->stack, "write");
      nb_ui_narrative_view_show_span (self, NULL);
      return;
    }
  if (last == NULL)
    {
      nb_ui_document_remark (nb_ui_text_binding_get_document (self->binding),
                             _ ("Last year’s report is not known. Open it to compare with it."));
      return;
    }
  if (self->sentences == NULL)
    {
      self->sentences = NB_UI_SENTENCE_LIST (nb_ui_sentence_list_new (self->binding));
      g_signal_connect_object (self->sentences, "activated", G_CALLBACK (note_sentence), self,
                               G_CONNECT_SWAPPED);
      adw_bin_set_child (self->compare_place, GTK_WIDGET (self->sentences));
    }
  nb_ui_sentence_list_compare (self->sentences, last);
  gtk_stack_set_visible_child_name (self->stack, "compare");
}

static void
toggle_figures (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiNarrativeView *self = NB_UI_NARRATIVE_VIEW (widget);
  gboolean shown = !adw_flap_get_reveal_flap (self->figures_flap);

  if (shown)
    nb_ui_figures_pane_update (self->figures, nb_ui_narrative_view_get_last_year (self));
  adw_flap_set_reveal_flap (self->figures_flap, shown);
}

static gboolean
follow (void *data)
{
  NbUiNarrativeView *self = data;

  if (nb_ui_text_binding_is_composing (self->binding))
    return G_SOURCE_CONTINUE;
  self->marking_source = 0;
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return G_SOURCE_REMOVE;
  if (self->unchanged != NULL)
    mark_unchanged (self);
  if (adw_flap_get_reveal_flap (self->figures_flap))
    nb_ui_figures_pane_update (self->figures, nb_ui_narrative_view_get_last_year (self));
  if (is_comparing (self) && nb_ui_narrative_view_get_last_year (self) != NULL)
    nb_ui_sentence_list_compare (self->sentences, nb_ui_narrative_view_get_last_year (self));
  return G_SOURCE_REMOVE;
}

static void
note_change (NbUiNarrativeView *self)
{
  g_clear_handle_id (&self->marking_source, g_source_remove);
  if (self->unchanged != NULL || adw_flap_get_reveal_flap (self->figures_flap)
      || is_comparing (self))
    self->marking_source = g_timeout_add (FOLLOW_DELAY_MS, follow, self);
}

static void
note_figure (NbUiNarrativeView *self, NbUiFigure *figure)
{
  NbSpan span = nb_ui_figure_get_span (figure);

  if (adw_flap_get_folded (self->figures_flap))
    adw_flap_set_reveal_flap (self->figures_flap, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "write");
  nb_ui_narrative_view_show_span (self, &span);
}

void
nb_ui_narrative_view_begin_comparing (NbUiNarrativeView *self)
{
  NbUiDocument *document = nb_ui_text_binding_get_document (self->binding);

  self->figures = NB_UI_FIGURES_PANE (nb_ui_figures_pane_new (self->binding));
  adw_bin_set_child (self->figures_place, GTK_WIDGET (self->figures));
  g_signal_connect_object (self->figures, "activated", G_CALLBACK (note_figure), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (nb_ui_document_get_report (document), "changed",
                           G_CALLBACK (note_change), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::previous", G_CALLBACK (note_change), self,
                           G_CONNECT_SWAPPED);
}

void
nb_ui_narrative_view_end_comparing (NbUiNarrativeView *self)
{
  NbUiDocument *document = nb_ui_review_get_document (self->review);

  g_signal_handlers_disconnect_by_func (nb_ui_document_get_report (document), note_change, self);
  g_signal_handlers_disconnect_by_func (document, note_change, self);
  g_clear_handle_id (&self->marking_source, g_source_remove);
  clear_marks (self);
}

void
nb_ui_narrative_view_install_comparing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "narrative.compare", NULL, toggle_comparison);
  gtk_widget_class_install_action (widget_class, "narrative.figures", NULL, toggle_figures);
  gtk_widget_class_install_action (widget_class, "narrative.mark-unchanged", NULL, toggle_marks);
}
