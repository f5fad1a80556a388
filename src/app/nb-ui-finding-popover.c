/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-finding-popover.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-finding-row.h"

#define WIDTH      320
#define MAX_HEIGHT 320

struct _NbUiFindingPopover
{
  GtkPopover parent_instance;
  NbUiDocument *document;
  GtkScrolledWindow *scroller;
  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (NbUiFindingPopover, nb_ui_finding_popover, GTK_TYPE_POPOVER)

static void
nb_ui_finding_popover_dispose (GObject *object)
{
  g_clear_object (&NB_UI_FINDING_POPOVER (object)->document);
  G_OBJECT_CLASS (nb_ui_finding_popover_parent_class)->dispose (object);
}

static gboolean
hide (GtkWidget *widget, GVariant *parameter, void *data)
{
  gtk_popover_popdown (GTK_POPOVER (widget));
  return TRUE;
}

static void
nb_ui_finding_popover_class_init (NbUiFindingPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_finding_popover_dispose;
  /* GTK does it only for those that hide by themselves. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, hide, NULL);
}

static void
nb_ui_finding_popover_init (NbUiFindingPopover *self)
{
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "finding-popover");
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (GTK_WIDGET (self->scroller), WIDTH, -1);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->rows));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->scroller));
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings"), -1);
}

GtkWidget *
nb_ui_finding_popover_new (NbUiDocument *document)
{
  NbUiFindingPopover *self = g_object_new (NB_UI_TYPE_FINDING_POPOVER, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

/* A popover that points to a place off the screen would find no monitor: what is just being scrolled to is pointed
 * to at the nearest edge of the window. */
static void
keep_in_window (GtkWidget *view, GdkRectangle *place)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (view));
  double x, y;

  gtk_widget_translate_coordinates (view, root, place->x, place->y, &x, &y);
  x = CLAMP (x, 0, MAX (0, gtk_widget_get_width (root) - place->width));
  y = CLAMP (y, 0, MAX (0, gtk_widget_get_height (root) - place->height));
  gtk_widget_translate_coordinates (root, view, x, y, &x, &y);
  place->x = (int) x;
  place->y = (int) y;
}

/* As high as the rows are in its width. The scrolled window itself reckons with rows as narrow as they may be, and would
 * leave an empty place under them. */
static void
fit_height (NbUiFindingPopover *self)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self->rows), GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &height, NULL,
                      NULL);
  gtk_scrolled_window_set_min_content_height (self->scroller, MIN (height, MAX_HEIGHT));
}

static void
point_to_cursor (NbUiFindingPopover *self, GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter cursor;
  GdkRectangle place;

  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &cursor, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);
  place.width = MAX (place.width, 1);
  keep_in_window (GTK_WIDGET (view), &place);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
}

void
nb_ui_finding_popover_show (NbUiFindingPopover *self,
                            const GPtrArray *findings,
                            GtkTextView *view,
                            gboolean take_focus)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < findings->len; i++)
    gtk_box_append (self->rows,
                    nb_ui_finding_row_new (self->document, g_ptr_array_index (findings, i), FALSE));
  fit_height (self);
  point_to_cursor (self, view);
  gtk_popover_set_autohide (GTK_POPOVER (self), take_focus);
  gtk_popover_popup (GTK_POPOVER (self));
  if (take_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}
