/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-text-view.h"

#include <adwaita.h>
#include <string.h>

struct _NbUiTextView
{
  GtkTextView parent_instance;
  GSignalGroup *buffer;
  GSignalGroup *down;   /* its adjustment */
  GdkFrameClock *clock; /* while it is realized */
  gulong layout_handler;
  gboolean queued; /* to be placed, with all that it stands in */
  gboolean measured;
  gboolean touched;  /* measured or placed since the window last placed its widgets */
  gboolean unplaced; /* it changed what is around it while it was placed */
  gboolean again;    /* all is being placed once more */
};

G_DEFINE_FINAL_TYPE (NbUiTextView, nb_ui_text_view, GTK_TYPE_TEXT_VIEW)

/* All of them, not only the view: GTK may have forgotten that one in between waits for a place, and stops there. */
static void
place_again (NbUiTextView *self)
{
  if (self->queued)
    return;
  self->queued = TRUE;
  for (GtkWidget *widget = GTK_WIDGET (self); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    gtk_widget_queue_allocate (widget);
}

/* The window has placed its widgets and will look once more before it draws whether any are to be placed again. If the
 * view was among them all is, once, so that nothing that was forgotten on the way stays forgotten. Never without need:
 * each time asks for another frame. */
static void
note_placed (NbUiTextView *self)
{
  self->again = gtk_widget_get_mapped (GTK_WIDGET (self))
                && (self->unplaced || (self->touched && !self->again));
  self->queued = FALSE;
  self->touched = FALSE;
  self->unplaced = FALSE;
  if (self->again)
    place_again (self);
}

static void
note_mark (NbUiTextView *self, const GtkTextIter *place, GtkTextMark *mark, GtkTextBuffer *buffer)
{
  if (mark == gtk_text_buffer_get_insert (buffer)
      || mark == gtk_text_buffer_get_selection_bound (buffer))
    place_again (self);
}

static gboolean
ask_for_room (void *data)
{
  GtkWidget *widget = data;
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  /* Only if it has too little: each asking makes it look at its height again. */
  if (gtk_adjustment_get_upper (down) > gtk_widget_get_height (widget))
    gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

static void
note_height (NbUiTextView *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!GTK_IS_SCROLLED_WINDOW (parent) && !ADW_IS_CLAMP_SCROLLABLE (parent))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, ask_for_room, g_object_ref (self), g_object_unref);
}

static void
nb_ui_text_view_dispose (GObject *object)
{
  g_clear_object (&NB_UI_TEXT_VIEW (object)->buffer);
  g_clear_object (&NB_UI_TEXT_VIEW (object)->down);
  G_OBJECT_CLASS (nb_ui_text_view_parent_class)->dispose (object);
}

static void
nb_ui_text_view_realize (GtkWidget *widget)
{
  NbUiTextView *self = NB_UI_TEXT_VIEW (widget);

  GTK_WIDGET_CLASS (nb_ui_text_view_parent_class)->realize (widget);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->layout_handler =
      g_signal_connect_swapped (self->clock, "layout", G_CALLBACK (note_placed), self);
}

static void
nb_ui_text_view_unrealize (GtkWidget *widget)
{
  NbUiTextView *self = NB_UI_TEXT_VIEW (widget);

  g_clear_signal_handler (&self->layout_handler, self->clock);
  g_clear_object (&self->clock);
  GTK_WIDGET_CLASS (nb_ui_text_view_parent_class)->unrealize (widget);
}

static void
nb_ui_text_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  NbUiTextView *self = NB_UI_TEXT_VIEW (widget);

  self->measured = TRUE;
  self->touched = TRUE;
  GTK_WIDGET_CLASS (nb_ui_text_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
}

/* What its bars show. */
static void
get_place (NbUiTextView *self, double place[4])
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self));
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  place[0] = gtk_adjustment_get_value (across);
  place[1] = gtk_adjustment_get_upper (across);
  place[2] = gtk_adjustment_get_value (down);
  place[3] = gtk_adjustment_get_upper (down);
}

/* GTK measures a widget once, and again only when it has asked for another size. */
static void
nb_ui_text_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NbUiTextView *self = NB_UI_TEXT_VIEW (widget);
  double before[4], after[4];
  int minimum;

  get_place (self, before);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  self->measured = FALSE;
  self->touched = TRUE;
  GTK_WIDGET_CLASS (nb_ui_text_view_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  get_place (self, after);
  self->unplaced = self->unplaced || self->measured || memcmp (before, after, sizeof before) != 0;
}

static void
nb_ui_text_view_class_init (NbUiTextViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_text_view_dispose;
  widget_class->realize = nb_ui_text_view_realize;
  widget_class->unrealize = nb_ui_text_view_unrealize;
  widget_class->measure = nb_ui_text_view_measure;
  widget_class->size_allocate = nb_ui_text_view_size_allocate;
}

static void
nb_ui_text_view_init (NbUiTextView *self)
{
  static const char *const changes[] = { "changed", "apply-tag", "remove-tag" };

  self->buffer = g_signal_group_new (GTK_TYPE_TEXT_BUFFER);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_group_connect_swapped (self->buffer, changes[i], G_CALLBACK (place_again), self);
  g_signal_group_connect_swapped (self->buffer, "mark-set", G_CALLBACK (note_mark), self);
  g_object_bind_property (self, "buffer", self->buffer, "target", G_BINDING_SYNC_CREATE);
  self->down = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->down, "notify::upper", G_CALLBACK (note_height), self);
  g_object_bind_property (self, "vadjustment", self->down, "target", G_BINDING_SYNC_CREATE);
}

GtkWidget *
nb_ui_text_view_new (void)
{
  return g_object_new (NB_UI_TYPE_TEXT_VIEW, NULL);
}
