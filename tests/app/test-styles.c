/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In the light and the dark style, and in both of high contrast (ADW_DEBUG_HIGH_CONTRAST=1), every word stands out
 * from what is behind it. */

#include "app-fixture.h"
#include "app-main.h"

#include <math.h>

/* WCAG 2.1: large text and parts of controls need 3, text under high contrast more. */
#define CONTRAST      3.0
#define HIGH_CONTRAST 4.5

static const struct
{
  const char *name;
  AdwColorScheme scheme;
} styles[] = {
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

typedef struct
{
  guint32 *pixels; /* xRGB */
  int width;
  int height;
} Picture;

static Picture
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  Picture picture;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                   &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (window),
                                                        (float) gtk_widget_get_height (window)));
  picture.width = gdk_texture_get_width (texture);
  picture.height = gdk_texture_get_height (texture);
  picture.pixels = g_new (guint32, (gsize) picture.width * (gsize) picture.height);
  gdk_texture_download (texture, (guchar *) picture.pixels, (gsize) picture.width * 4);
  return picture;
}

static double
get_channel (guint32 pixel, guint shift)
{
  double value = (pixel >> shift & 0xff) / 255.0;

  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* The relative luminance of WCAG 2.1. */
static double
get_luminance (guint32 pixel)
{
  return 0.2126 * get_channel (pixel, 16) + 0.7152 * get_channel (pixel, 8)
         + 0.0722 * get_channel (pixel, 0);
}

/* Between what is there most and what differs most from it: the words are thinner than what is behind them. */
static double
measure_contrast (const Picture *picture, const graphene_rect_t *bounds)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  void *key, *value;
  guint32 ground = 0;
  guint most = 0;
  double contrast = 1;

  for (int y = MAX (0, (int) bounds->origin.y);
       y < MIN (picture->height, (int) (bounds->origin.y + bounds->size.height)); y++)
    for (int x = MAX (0, (int) bounds->origin.x);
         x < MIN (picture->width, (int) (bounds->origin.x + bounds->size.width)); x++)
      {
        void *pixel = GUINT_TO_POINTER (picture->pixels[y * picture->width + x] & 0xffffff);
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pixel)) + 1;

        g_hash_table_insert (counts, pixel, GUINT_TO_POINTER (count));
        if (count > most)
          {
            most = count;
            ground = GPOINTER_TO_UINT (pixel);
          }
      }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      double a = get_luminance (ground) + 0.05;
      double b = get_luminance (GPOINTER_TO_UINT (key)) + 0.05;

      contrast = MAX (contrast, MAX (a, b) / MIN (a, b));
    }
  return contrast;
}

static gboolean
is_seen (GtkWidget *label, GtkWidget *window, graphene_rect_t *bounds)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t room, seen;

  if (!gtk_widget_compute_bounds (label, window, bounds) || bounds->size.width < 1)
    return FALSE;
  if (scroller == NULL || !gtk_widget_compute_bounds (scroller, window, &room))
    return TRUE;
  return graphene_rect_intersection (bounds, &room, &seen) && graphene_rect_equal (&seen, bounds);
}

static guint
assert_words (GtkWidget *window, GtkWidget *widget, const Picture *picture, double least)
{
  graphene_rect_t bounds;
  guint n = 0;

  if (!gtk_widget_get_mapped (widget) || (GTK_IS_NATIVE (widget) && widget != window))
    return 0;
  if (GTK_IS_LABEL (widget) && gtk_widget_is_sensitive (widget)
      && *gtk_label_get_text (GTK_LABEL (widget)) != '\0' && is_seen (widget, window, &bounds))
    {
      double contrast = measure_contrast (picture, &bounds);

      if (contrast < least)
        g_error ("“%s” has a contrast of %.2f", gtk_label_get_text (GTK_LABEL (widget)), contrast);
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += assert_words (window, child, picture, least);
  return n;
}

/* @data: the index of the style. */
static void
test_style (AppFixture *fixture, const void *data)
{
  guint index = GPOINTER_TO_UINT (data);
  GtkWidget *window = GTK_WIDGET (fixture->window);
  double contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ())
                        ? HIGH_CONTRAST
                        : CONTRAST;
  static const char *const views[] = { "win.check", "win.filing" };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), styles[index].scheme);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      Picture picture;

      app_activate (fixture, views[i]);
      /* A window that is not the active one is drawn dimmed; colours glide. */
      app_spin (500);
      picture = draw (window);
      g_assert_cmpuint (assert_words (window, window, &picture, contrast), >, 20);
      g_free (picture.pixels);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *path = g_strconcat ("/app/styles/", styles[i].name, NULL);

      g_test_add (path, AppFixture, GUINT_TO_POINTER (i), app_fixture_set_up, test_style,
                  app_fixture_tear_down);
    }
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
