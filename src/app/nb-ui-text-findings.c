/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-text-findings.h"

#include "nb-ui-finding-popover.h"
#include "nb-ui-finding-row.h"
#include "nb-ui-underlines.h"

/* A second press would select a word: until then nothing comes up. */
#define PRESS_DELAY_MS 250

/* What is drawn under a paragraph on the screen. */
typedef struct
{
  NbParagraph *paragraph;
  guint signature; /* of its findings */
} Drawn;

struct _NbUiTextFindings
{
  GObject parent_instance;
  NbUiReview *review;
  NbUiTextBinding *binding;
  GtkTextView *view; /* borrowed */
  GtkAdjustment *adjustment;
  GArray *drawn;        /* of Drawn, what was on the screen last */
  GPtrArray *at_cursor; /* of NbFinding */
  NbUiFindingPopover *popover;
  gulong adjustment_handlers[2];
  guint press_source;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (NbUiTextFindings, nb_ui_text_findings, G_TYPE_OBJECT)

static guint changed_signal;

static void
clear_drawn (void *data)
{
  nb_paragraph_unref (((Drawn *) data)->paragraph);
}

static void
forget_adjustment (NbUiTextFindings *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustment_handlers) && self->adjustment != NULL; i++)
    g_clear_signal_handler (&self->adjustment_handlers[i], self->adjustment);
  g_clear_object (&self->adjustment);
}

static void
nb_ui_text_findings_dispose (GObject *object)
{
  NbUiTextFindings *self = NB_UI_TEXT_FINDINGS (object);

  g_clear_handle_id (&self->press_source, g_source_remove);
  g_clear_handle_id (&self->update_source, g_source_remove);
  forget_adjustment (self);
  if (self->popover != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
    }
  g_clear_pointer (&self->drawn, g_array_unref);
  g_clear_pointer (&self->at_cursor, g_ptr_array_unref);
  g_clear_object (&self->review);
  g_clear_object (&self->binding);
  G_OBJECT_CLASS (nb_ui_text_findings_parent_class)->dispose (object);
}

static void
nb_ui_text_findings_class_init (NbUiTextFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_ui_text_findings_dispose;
  changed_signal = g_signal_new ("changed", NB_UI_TYPE_TEXT_FINDINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static GArray *
drawn_new (void)
{
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (Drawn));

  g_array_set_clear_func (drawn, clear_drawn);
  return drawn;
}

static void
nb_ui_text_findings_init (NbUiTextFindings *self)
{
  self->drawn = drawn_new ();
  self->at_cursor = g_ptr_array_new_with_free_func (g_object_unref);
}

/* What is said of paragraph @index now: unanswered findings that are shown. Of NbFinding, borrowed. */
static GPtrArray *
list_in_paragraph (NbUiTextFindings *self, guint index)
{
  NbUiDocument *document = nb_ui_review_get_document (self->review);
  const char *field = nb_ui_text_binding_get_def (self->binding)->id;
  GPtrArray *findings = g_ptr_array_new ();

  if (!nb_ui_review_is_revealed (self->review, field))
    return findings;
  nb_finding_list_find_in_paragraph (nb_ui_document_get_findings (document), field, index,
                                     findings);
  for (guint i = findings->len; i > 0; i--)
    {
      NbFinding *finding = g_ptr_array_index (findings, i - 1);

      if (nb_finding_get_answer (finding) != NULL
          || nb_finding_get_stage (finding) == NB_STAGE_FILING)
        g_ptr_array_remove_index (findings, i - 1);
    }
  return findings;
}

static guint
get_signature (const GPtrArray *findings)
{
  guint signature = findings->len;

  for (guint i = 0; i < findings->len; i++)
    signature = signature * 31 + g_direct_hash (g_ptr_array_index (findings, i));
  return signature;
}

static void
draw_finding (NbUiTextFindings *self, NbFinding *finding, guint index)
{
  GtkTextBuffer *buffer = nb_ui_text_binding_get_buffer (self->binding);
  NbUiUnderlines *underlines = nb_ui_underlines_get (buffer);
  const NbSpan *spans = nb_finding_get_spans (finding);

  for (guint i = 0; i < nb_finding_get_n_spans (finding); i++)
    {
      GtkTextIter start, end;

      if (spans[i].paragraph != index)
        continue;
      nb_ui_text_binding_get_iter (self->binding, index, spans[i].start, &start);
      nb_ui_text_binding_get_iter (self->binding, index, MAX (spans[i].end, spans[i].start + 1),
                                   &end);
      nb_ui_underlines_draw (underlines, nb_finding_get_severity (finding), &start, &end);
    }
}

/* The same paragraph with the same findings keeps its lines: they moved with their words. */
static gboolean
is_drawn (NbUiTextFindings *self, const NbParagraph *paragraph, guint signature)
{
  for (guint i = 0; i < self->drawn->len; i++)
    {
      const Drawn *drawn = &g_array_index (self->drawn, Drawn, i);

      if (drawn->paragraph == paragraph && drawn->signature == signature)
        return TRUE;
    }
  return FALSE;
}

static void
draw_paragraph (NbUiTextFindings *self, guint index, GArray *now)
{
  GtkTextBuffer *buffer = nb_ui_text_binding_get_buffer (self->binding);
  const NbParagraph *paragraph =
      nb_text_get_paragraph (nb_ui_text_binding_get_text (self->binding), index);
  g_autoptr (GPtrArray) findings = list_in_paragraph (self, index);
  Drawn drawn = { nb_paragraph_ref ((NbParagraph *) paragraph), get_signature (findings) };
  GtkTextIter start, end;

  if (!is_drawn (self, paragraph, drawn.signature))
    {
      nb_ui_text_binding_get_iter (self->binding, index, 0, &start);
      nb_ui_text_binding_get_iter (self->binding, index, paragraph->length, &end);
      nb_ui_underlines_clear (nb_ui_underlines_get (buffer), &start, &end);
      for (guint i = 0; i < findings->len; i++)
        draw_finding (self, g_ptr_array_index (findings, i), index);
    }
  g_array_append_val (now, drawn);
}

/* The paragraphs on the screen, the last one included. */
static void
get_visible_paragraphs (NbUiTextFindings *self, guint *first, guint *last)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_line_at_y (self->view, &iter, visible.y, NULL);
  *first = nb_ui_text_binding_get_position (self->binding, &iter).paragraph;
  gtk_text_view_get_line_at_y (self->view, &iter, visible.y + visible.height, NULL);
  *last = nb_ui_text_binding_get_position (self->binding, &iter).paragraph;
}

static gboolean
is_at (NbFinding *finding, NbPosition place)
{
  const NbSpan *spans = nb_finding_get_spans (finding);

  for (guint i = 0; i < nb_finding_get_n_spans (finding); i++)
    if (spans[i].paragraph == place.paragraph && spans[i].start <= place.offset
        && place.offset <= MAX (spans[i].end, spans[i].start + 1))
      return TRUE;
  return FALSE;
}

static int
compare_severities (const void *a, const void *b)
{
  return (int) nb_finding_get_severity (*(NbFinding *const *) b)
         - (int) nb_finding_get_severity (*(NbFinding *const *) a);
}

static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

static void
follow_cursor (NbUiTextFindings *self)
{
  NbPosition cursor = nb_ui_text_binding_get_cursor (self->binding);
  g_autoptr (GPtrArray) all = list_in_paragraph (self, cursor.paragraph);
  GPtrArray *now = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (is_at (g_ptr_array_index (all, i), cursor))
      g_ptr_array_add (now, g_object_ref (g_ptr_array_index (all, i)));
  g_ptr_array_sort (now, compare_severities);
  if (is_same (now, self->at_cursor))
    {
      g_ptr_array_unref (now);
      return;
    }
  g_ptr_array_unref (self->at_cursor);
  self->at_cursor = now;
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
is_shown (NbUiTextFindings *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self->view))
         && gtk_text_view_get_buffer (self->view) == nb_ui_text_binding_get_buffer (self->binding);
}

static void
update (NbUiTextFindings *self)
{
  GArray *now;
  guint first, last;

  if (!is_shown (self) || nb_ui_text_binding_is_composing (self->binding))
    return;
  now = drawn_new ();
  get_visible_paragraphs (self, &first, &last);
  for (guint i = first; i <= last; i++)
    draw_paragraph (self, i, now);
  g_array_unref (self->drawn);
  self->drawn = now;
}

static gboolean
update_before_frame (void *data)
{
  NbUiTextFindings *self = data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* The view scrolls while it lays its text out, when no tag may be changed. */
static void
queue_update (NbUiTextFindings *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_before_frame, self, NULL);
}

static void
follow_review (NbUiTextFindings *self)
{
  if (!is_shown (self) || nb_ui_text_binding_is_composing (self->binding))
    return;
  queue_update (self);
  follow_cursor (self);
}

static void
note_cursor (NbUiTextFindings *self)
{
  if (is_shown (self) && !nb_ui_text_binding_is_composing (self->binding))
    follow_cursor (self);
}

static void
note_adjustment (NbUiTextFindings *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  forget_adjustment (self);
  if (adjustment == NULL)
    return;
  self->adjustment = g_object_ref (adjustment);
  self->adjustment_handlers[0] =
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (queue_update), self);
  self->adjustment_handlers[1] =
      g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (queue_update), self);
}

static void
popup_at_cursor (NbUiTextFindings *self, gboolean take_focus)
{
  if (self->popover == NULL)
    {
      self->popover = NB_UI_FINDING_POPOVER (
          nb_ui_finding_popover_new (nb_ui_review_get_document (self->review)));
      gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->view));
    }
  nb_ui_finding_popover_show (self->popover, self->at_cursor, self->view, take_focus);
}

static gboolean
show_pressed (void *data)
{
  NbUiTextFindings *self = data;

  self->press_source = 0;
  if (self->at_cursor->len > 0
      && !gtk_text_buffer_get_has_selection (nb_ui_text_binding_get_buffer (self->binding)))
    popup_at_cursor (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
note_press (NbUiTextFindings *self, int n_press)
{
  g_clear_handle_id (&self->press_source, g_source_remove);
  if (n_press == 1)
    self->press_source = g_timeout_add (PRESS_DELAY_MS, show_pressed, self);
}

NbUiTextFindings *
nb_ui_text_findings_new (NbUiReview *review, NbUiTextBinding *binding, GtkTextView *view)
{
  NbUiTextFindings *self = g_object_new (NB_UI_TYPE_TEXT_FINDINGS, NULL);
  GtkGesture *press = gtk_gesture_click_new ();

  self->review = g_object_ref (review);
  self->binding = g_object_ref (binding);
  self->view = view;
  g_signal_connect_object (nb_ui_review_get_document (review), "checked",
                           G_CALLBACK (follow_review), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "changed", G_CALLBACK (follow_review), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nb_ui_text_binding_get_buffer (binding), "notify::cursor-position",
                           G_CALLBACK (note_cursor), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (note_adjustment), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "map", G_CALLBACK (follow_review), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  /* After the binding has seen that the composition ended. */
  g_signal_connect_object (view, "preedit-changed", G_CALLBACK (follow_review), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (note_press), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (press));
  note_adjustment (self);
  return self;
}

const GPtrArray *
nb_ui_text_findings_get_at_cursor (NbUiTextFindings *self)
{
  return self->at_cursor;
}

char *
nb_ui_text_findings_describe (NbUiTextFindings *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->at_cursor->len; i++)
    {
      g_autofree char *line = nb_ui_finding_row_describe (g_ptr_array_index (self->at_cursor, i));

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (words, self->at_cursor->len == 0);
}

gboolean
nb_ui_text_findings_popup (NbUiTextFindings *self)
{
  if (self->at_cursor->len == 0 || nb_ui_text_binding_is_composing (self->binding))
    return FALSE;
  popup_at_cursor (self, TRUE);
  return TRUE;
}
