/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-paper-sheet.h"

#include <string.h>

struct _NbUiPaperSheet
{
  GtkWidget parent_instance;
  int width, height; /* µm */
  int shown_width;   /* or 0 */
  GdkTexture *picture;
  guint serial;
  char *label;
  char *text;
  GArray *rooms; /* of NbRect */
  NbRect cursor; /* of no height: there is none */
};

G_DEFINE_FINAL_TYPE (NbUiPaperSheet, nb_ui_paper_sheet, GTK_TYPE_WIDGET)

/* Where the sheet takes the width that there is, it wants about this. */
#define MINIMUM_WIDTH 240
#define NATURAL_WIDTH 440

#define CURSOR_WIDTH 2
#define TINT         0.12 /* of the rooms */

static void
nb_ui_paper_sheet_finalize (GObject *object)
{
  NbUiPaperSheet *self = NB_UI_PAPER_SHEET (object);

  g_clear_object (&self->picture);
  g_array_unref (self->rooms);
  g_free (self->label);
  g_free (self->text);
  G_OBJECT_CLASS (nb_ui_paper_sheet_parent_class)->finalize (object);
}

static double
get_scale (NbUiPaperSheet *self)
{
  return (double) gtk_widget_get_width (GTK_WIDGET (self)) / self->width;
}

static GtkSizeRequestMode
nb_ui_paper_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nb_ui_paper_sheet_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  NbUiPaperSheet *self = NB_UI_PAPER_SHEET (widget);

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = self->shown_width;
  if (self->shown_width == 0)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int width = self->shown_width == 0 && for_size > 0 ? for_size : *natural;

      *minimum = *natural = (int) ((gint64) width * self->height / self->width);
    }
}

static void
snapshot_marks (NbUiPaperSheet *self, GtkSnapshot *snapshot)
{
  GdkRGBA colour;
  graphene_rect_t area;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  if (self->cursor.height > 0)
    {
      nb_ui_paper_sheet_get_area (self, &self->cursor, &area);
      area.origin.x -= CURSOR_WIDTH / 2.0f;
      area.size.width = CURSOR_WIDTH;
      gtk_snapshot_append_color (snapshot, &colour, &area);
    }
  colour.alpha = TINT;
  for (guint i = 0; i < self->rooms->len; i++)
    {
      nb_ui_paper_sheet_get_area (self, &g_array_index (self->rooms, NbRect, i), &area);
      gtk_snapshot_append_color (snapshot, &colour, &area);
    }
}

static void
nb_ui_paper_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NbUiPaperSheet *self = NB_UI_PAPER_SHEET (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget));
  int density = gtk_widget_get_scale_factor (widget);

  /* Pixel on pixel: to stretch a picture by a part of one takes many times as long. */
  if (self->picture != NULL
      && (guint) gdk_texture_get_width (self->picture) == nb_ui_paper_sheet_get_wanted_width (self))
    graphene_rect_init (&area, 0, 0,
                        (float) gdk_texture_get_width (self->picture) / (float) density,
                        (float) gdk_texture_get_height (self->picture) / (float) density);
  if (self->picture != NULL)
    gtk_snapshot_append_texture (snapshot, self->picture, &area);
  snapshot_marks (self, snapshot);
}

static void
nb_ui_paper_sheet_class_init (NbUiPaperSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nb_ui_paper_sheet_finalize;
  widget_class->get_request_mode = nb_ui_paper_sheet_get_request_mode;
  widget_class->measure = nb_ui_paper_sheet_measure;
  widget_class->snapshot = nb_ui_paper_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nb_ui_paper_sheet_init (NbUiPaperSheet *self)
{
  self->width = self->height = 1;
  self->rooms = g_array_new (FALSE, FALSE, sizeof (NbRect));
}

GtkWidget *
nb_ui_paper_sheet_new (void)
{
  return g_object_new (NB_UI_TYPE_PAPER_SHEET, NULL);
}

void
nb_ui_paper_sheet_set_size (NbUiPaperSheet *self, int width, int height)
{
  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
nb_ui_paper_sheet_set_width (NbUiPaperSheet *self, int width)
{
  self->shown_width = width;
  gtk_widget_set_halign (GTK_WIDGET (self), width == 0 ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
nb_ui_paper_sheet_set_picture (NbUiPaperSheet *self, GdkTexture *picture, guint serial)
{
  self->serial = serial;
  if (g_set_object (&self->picture, picture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
nb_ui_paper_sheet_get_wanted_width (NbUiPaperSheet *self)
{
  return (guint) (gtk_widget_get_width (GTK_WIDGET (self))
                  * gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

gboolean
nb_ui_paper_sheet_has_picture (NbUiPaperSheet *self, guint serial)
{
  return self->picture != NULL && self->serial == serial
         && (guint) gdk_texture_get_width (self->picture)
                == nb_ui_paper_sheet_get_wanted_width (self);
}

void
nb_ui_paper_sheet_set_words (NbUiPaperSheet *self, const char *label, const char *text)
{
  /* Readers are told of each change. */
  if (g_strcmp0 (self->text, text) == 0 && g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  g_free (self->text);
  self->label = g_strdup (label);
  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
nb_ui_paper_sheet_set_marks (NbUiPaperSheet *self, GArray *rooms, const NbRect *cursor)
{
  NbRect none = { 0 };

  if (cursor == NULL)
    cursor = &none;
  if (memcmp (cursor, &self->cursor, sizeof none) == 0 && rooms->len == self->rooms->len
      && (rooms->len == 0
          || memcmp (rooms->data, self->rooms->data, rooms->len * sizeof (NbRect)) == 0))
    return;
  g_array_set_size (self->rooms, 0);
  g_array_append_vals (self->rooms, rooms->data, rooms->len);
  self->cursor = *cursor;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
nb_ui_paper_sheet_get_point (NbUiPaperSheet *self, double x, double y, int *left, int *top)
{
  double scale = get_scale (self);

  *left = (int) (x / scale);
  *top = (int) (y / scale);
}

void
nb_ui_paper_sheet_get_area (NbUiPaperSheet *self, const NbRect *rect, graphene_rect_t *area)
{
  float scale = (float) get_scale (self);

  graphene_rect_init (area, (float) rect->x * scale, (float) rect->y * scale,
                      (float) rect->width * scale, (float) rect->height * scale);
}
