/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-text-view.h"

struct _NbUiTextView
{
  GtkTextView parent_instance;
  GdkFrameClock *clock; /* while it is realized */
  gulong layout_handler;
  gboolean measured;
  gboolean unplaced; /* it asked for another size while it was given one */
};

G_DEFINE_FINAL_TYPE (NbUiTextView, nb_ui_text_view, GTK_TYPE_TEXT_VIEW)

/* The window has placed its widgets and will look once more before it draws whether any are to be placed again. */
static void
place_ancestors (NbUiTextView *self)
{
  if (!self->unplaced)
    return;
  self->unplaced = FALSE;
  for (GtkWidget *widget = GTK_WIDGET (self); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    gtk_widget_queue_allocate (widget);
}

static void
nb_ui_text_view_realize (GtkWidget *widget)
{
  NbUiTextView *self = NB_UI_TEXT_VIEW (widget);

  GTK_WIDGET_CLASS (nb_ui_text_view_parent_class)->realize (widget);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->layout_handler =
      g_signal_connect_swapped (self->clock, "layout", G_CALLBACK (place_ancestors), self);
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
  NB_UI_TEXT_VIEW (widget)->measured = TRUE;
  GTK_WIDGET_CLASS (nb_ui_text_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
}

/* GTK measures a widget once, and again only when it has asked for another size. */
static void
nb_ui_text_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NbUiTextView *self = NB_UI_TEXT_VIEW (widget);
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  self->measured = FALSE;
  GTK_WIDGET_CLASS (nb_ui_text_view_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  self->unplaced = self->unplaced || self->measured;
}

static void
nb_ui_text_view_class_init (NbUiTextViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->realize = nb_ui_text_view_realize;
  widget_class->unrealize = nb_ui_text_view_unrealize;
  widget_class->measure = nb_ui_text_view_measure;
  widget_class->size_allocate = nb_ui_text_view_size_allocate;
}

static void
nb_ui_text_view_init (NbUiTextView *self)
{
}

GtkWidget *
nb_ui_text_view_new (void)
{
  return g_object_new (NB_UI_TYPE_TEXT_VIEW, NULL);
}
