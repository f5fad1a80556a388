/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-flow-layout.h"

/* Between children and between lines, pixels. */
#define SPACING 6

struct _NbUiFlowLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (NbUiFlowLayout, nb_ui_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static int
measure_child (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return CLAMP (width, minimum, natural);
}

/* What the children behind @child that stand in the same line take of the @room there. */
static int
measure_following (GtkWidget *child, int width, int room)
{
  int taken = 0;

  while ((child = gtk_widget_get_next_sibling (child)) != NULL)
    if (gtk_widget_should_layout (child))
      {
        int wanted = SPACING + measure_child (child, width);

        if (taken + wanted > room)
          break;
        taken += wanted;
      }
  return taken;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* How high the line is that begins with @child. */
static int
measure_line (GtkWidget *child, int width)
{
  int x = 0;
  int height = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      wanted = measure_child (child, width);
      if (x > 0 && x + wanted > width)
        break;
      x += wanted + SPACING;
      height = MAX (height, measure_height (child, wanted));
    }
  return height;
}

/* Lays the children out in @width, or only asks how high they are then, where @place is FALSE. */
static int
flow (GtkWidget *widget, int width, gboolean place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int y = 0;
  int line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation room = { 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      room.width = measure_child (child, width);
      room.height = measure_height (child, room.width);
      if (x > 0 && x + room.width > width)
        {
          y += line + SPACING;
          x = 0;
        }
      if (x == 0)
        line = measure_line (child, width);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          int left = width - x - room.width;

          room.width += MAX (0, left - measure_following (child, width, left));
        }
      room.x = rtl ? width - x - room.width : x;
      room.y = y + (line - room.height) / 2;
      if (place)
        gtk_widget_size_allocate (child, &room, -1);
      x += room.width + SPACING;
    }
  return y + line;
}

/* The narrowest width in which the children are no higher than @height. */
static int
measure_width_for (GtkWidget *widget, int height, int minimum, int natural)
{
  int too_narrow = minimum - 1;
  int wide_enough = natural;

  while (wide_enough - too_narrow > 1)
    {
      int middle = too_narrow + (wide_enough - too_narrow) / 2;

      if (flow (widget, middle, FALSE) > height)
        too_narrow = middle;
      else
        wide_enough = middle;
    }
  return wide_enough;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  int narrowest, widest;

  measure_width (widget, &narrowest, &widest);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      /* Not asked for a width, GTK wants the least height that any width allows. */
      *minimum = *natural = flow (widget, for_size < 0 ? widest : for_size, FALSE);
      return;
    }
  *minimum = for_size < 0 ? narrowest : measure_width_for (widget, for_size, narrowest, widest);
  *natural = widest;
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  flow (widget, width, TRUE);
}

static void
nb_ui_flow_layout_class_init (NbUiFlowLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
nb_ui_flow_layout_init (NbUiFlowLayout *self)
{
}
