/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-long-editor.h"

#include "nb-ui-text-view.h"

/* A long text grows with what is in it, then scrolls by itself. */
#define MIN_HEIGHT 72
#define MAX_HEIGHT 420

struct _NbUiLongEditor
{
  GtkWidget parent_instance;
  GtkScrolledWindow *scroller;
  GtkTextView *view;
  NbUiTextBinding *binding;
  NbUiTextFindings *findings;
};

G_DEFINE_FINAL_TYPE (NbUiLongEditor, nb_ui_long_editor, GTK_TYPE_WIDGET)

static void
nb_ui_long_editor_dispose (GObject *object)
{
  NbUiLongEditor *self = NB_UI_LONG_EDITOR (object);

  if (self->findings != NULL)
    g_object_run_dispose (G_OBJECT (self->findings));
  g_clear_object (&self->findings);
  if (self->binding != NULL)
    g_object_run_dispose (G_OBJECT (self->binding));
  g_clear_object (&self->binding);
  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->scroller)));
  G_OBJECT_CLASS (nb_ui_long_editor_parent_class)->dispose (object);
}

static void
nb_ui_long_editor_class_init (NbUiLongEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_long_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static gboolean
ask_for_room (void *data)
{
  NbUiLongEditor *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self->view));
  int height;

  /* Of a view that has no place yet the height is asked when it gets one. */
  if (self->scroller == NULL || width == 0)
    return G_SOURCE_REMOVE;
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  gtk_scrolled_window_set_min_content_height (self->scroller,
                                              CLAMP (height, MIN_HEIGHT, MAX_HEIGHT));
  return G_SOURCE_REMOVE;
}

/* A text view knows the height of its lines only when it has been idle, and does not ask for it then. */
static void
note_height (NbUiLongEditor *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, ask_for_room, g_object_ref (self), g_object_unref);
}

static void
nb_ui_long_editor_init (NbUiLongEditor *self)
{
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->view = GTK_TEXT_VIEW (nb_ui_text_view_new ());

  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, 6);
  gtk_text_view_set_bottom_margin (self->view, 6);
  gtk_text_view_set_left_margin (self->view, 8);
  gtk_text_view_set_right_margin (self->view, 8);
  gtk_text_view_set_pixels_below_lines (self->view, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE,
                                  TRUE, -1);

  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (self->scroller, MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (self->scroller, MAX_HEIGHT);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  gtk_widget_add_css_class (GTK_WIDGET (self->scroller), "long-text");
  gtk_widget_set_hexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "notify::upper",
                           G_CALLBACK (note_height), self, G_CONNECT_SWAPPED);
}

GtkWidget *
nb_ui_long_editor_new (NbUiReview *review, const NbFieldDef *def)
{
  NbUiLongEditor *self = g_object_new (NB_UI_TYPE_LONG_EDITOR, NULL);

  self->binding = nb_ui_text_binding_new (nb_ui_review_get_document (review), def);
  nb_ui_text_binding_add_view (self->binding, self->view);
  self->findings = nb_ui_text_findings_new (review, self->binding, self->view);
  g_signal_connect_object (nb_ui_text_binding_get_buffer (self->binding), "changed",
                           G_CALLBACK (note_height), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

NbUiTextBinding *
nb_ui_long_editor_get_binding (NbUiLongEditor *self)
{
  return self->binding;
}

NbUiTextFindings *
nb_ui_long_editor_get_findings (NbUiLongEditor *self)
{
  return self->findings;
}

void
nb_ui_long_editor_set_shown (NbUiLongEditor *self, gboolean shown)
{
  if (shown)
    nb_ui_text_binding_add_view (self->binding, self->view);
  else
    nb_ui_text_binding_remove_view (self->binding, self->view);
  note_height (self);
}

GtkWidget *
nb_ui_long_editor_get_focus_widget (NbUiLongEditor *self)
{
  return GTK_WIDGET (self->view);
}

void
nb_ui_long_editor_show_span (NbUiLongEditor *self, const NbSpan *span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  if (span != NULL)
    {
      nb_ui_text_binding_get_iter (self->binding, span->paragraph, span->start, &start);
      nb_ui_text_binding_get_iter (self->binding, span->paragraph, span->end, &end);
      gtk_text_buffer_select_range (buffer, &start, &end);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
}
