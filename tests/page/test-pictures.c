/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages as pictures, drawn in a font of our own (pictures/test.ttc), beside pictures that were looked at:
 * pictures/COPY-PAGE.png. What differs by a hair, as it does between versions of Cairo, is blurred away.
 * After a change that is meant: test-page-pictures --write, look at every picture, commit them. */

#include <string.h>

#include "nb-painter.h"
#include "page-fixture.h"

#define DPI 60
#define FINER                                                                                      \
  4 /* drawn so many times as large, since Cairo before 1.17 puts glyphs on whole pixels */
#define BLUR   2  /* pixels to each side */
#define DIFFER 40 /* of 255, after the blur: no character looks like another one */
#define DIGEST "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static gboolean write_pictures;

/* Each pixel is the mean of FINER times FINER of @large. */
static cairo_surface_t *
reduce (cairo_surface_t *large)
{
  int width = cairo_image_surface_get_width (large) / FINER;
  int height = cairo_image_surface_get_height (large) / FINER;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  int from = cairo_image_surface_get_stride (large);
  int to = cairo_image_surface_get_stride (surface);
  const guint8 *pixels = cairo_image_surface_get_data (large);
  guint8 *reduced = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width * 4; x++)
      {
        guint sum = 0;

        for (int i = 0; i < FINER * FINER; i++)
          sum += pixels[(y * FINER + i / FINER) * from + (x / 4 * FINER + i % FINER) * 4 + x % 4];
        reduced[y * to + x] = (guint8) (sum / (FINER * FINER));
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static cairo_surface_t *
draw (NbPainter *painter, NbPageList *pages, guint page)
{
  int width, height;
  cairo_surface_t *large, *surface;
  cairo_t *cr;

  nb_page_list_get_size (pages, page, &width, &height);
  large = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * DPI / 25400 * FINER,
                                      height * DPI / 25400 * FINER);
  cr = cairo_create (large);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DPI * FINER / 72.0, DPI * FINER / 72.0);
  nb_painter_draw (painter, pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (large);
  surface = reduce (large);
  cairo_surface_destroy (large);
  return surface;
}

/* The mean round each pixel, by sums over the rectangles from the top left corner. */
static guint8 *
blur (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  g_autofree guint *sums = g_new0 (guint, (width + 1) * (height + 1));
  guint8 *blurred = g_malloc ((gsize) (width * height));

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      sums[(y + 1) * (width + 1) + x + 1] = data[y * stride + 4 * x] + sums[y * (width + 1) + x + 1]
                                            + sums[(y + 1) * (width + 1) + x]
                                            - sums[y * (width + 1) + x];
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        int left = MAX (x - BLUR, 0), right = MIN (x + BLUR + 1, width);
        int top = MAX (y - BLUR, 0), bottom = MIN (y + BLUR + 1, height);
        guint sum = sums[bottom * (width + 1) + right] - sums[top * (width + 1) + right]
                    - sums[bottom * (width + 1) + left] + sums[top * (width + 1) + left];

        blurred[y * width + x] = (guint8) (sum / (guint) ((right - left) * (bottom - top)));
      }
  return blurred;
}

static int
compare (cairo_surface_t *found, cairo_surface_t *expected)
{
  int width = cairo_image_surface_get_width (found);
  int height = cairo_image_surface_get_height (found);
  g_autofree guint8 *one = blur (found);
  g_autofree guint8 *other = NULL;
  int worst = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (expected));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (expected));
  other = blur (expected);
  for (int i = 0; i < width * height; i++)
    worst = MAX (worst, ABS (one[i] - other[i]));
  return worst;
}

static char *
get_path (GTestFileType type, const char *copy, guint page)
{
  g_autofree char *name = g_strdup_printf ("%s-%u.png", copy, page + 1);
  g_autofree char *dist = g_test_build_filename (G_TEST_DIST, "page", "pictures", name, NULL);

  return type == G_TEST_DIST ? g_steal_pointer (&dist)
                             : g_build_filename (g_get_tmp_dir (), name, NULL);
}

static void
check_picture (NbPainter *painter, NbPageList *pages, guint page, const char *copy)
{
  cairo_surface_t *found = draw (painter, pages, page);
  g_autofree char *path = get_path (G_TEST_DIST, copy, page);
  cairo_surface_t *expected;
  int worst;

  if (write_pictures)
    g_assert_cmpint (cairo_surface_write_to_png (found, path), ==, CAIRO_STATUS_SUCCESS);
  expected = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (expected), ==, CAIRO_STATUS_SUCCESS);
  worst = compare (found, expected);
  if (worst > DIFFER)
    {
      g_autofree char *kept = get_path (G_TEST_BUILT, copy, page);

      cairo_surface_write_to_png (found, kept);
      g_error ("%s differs by %d: see %s", path, worst, kept);
    }
  cairo_surface_destroy (expected);
  cairo_surface_destroy (found);
}

static NbPageList *
layout (const NbReportData *data, NbCopy copy)
{
  NbPageOptions options = { .copy = copy, .draft = copy == NB_COPY_PUBLICATION };

  if (copy != NB_COPY_BLANK)
    options.digest = DIGEST;
  return nb_page_layout (data, &options);
}

static void
check_copy (NbCopy copy, const char *name)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autofree char *lines = page_fixture_read ("page/pictures/report.txt");
  g_autoptr (NbReportData) data = page_fixture_report (form, lines);
  g_autoptr (NbPageList) pages = layout (data, copy);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autofree char *substitutes = nb_painter_describe_substitutes (painter, pages);

  /* All of it is drawn in the test font. */
  g_assert_cmpstr (nb_painter_get_family (painter, "song"), ==, "SimSun");
  g_assert_cmpstr (substitutes, ==, NULL);
  for (guint i = 0; i < nb_page_list_get_n_pages (pages); i++)
    check_picture (painter, pages, i, name);
}

static void
test_filing (void)
{
  check_copy (NB_COPY_FILING, "filing");
}

static void
test_publication (void)
{
  check_copy (NB_COPY_PUBLICATION, "publication");
}

static void
test_blank (void)
{
  check_copy (NB_COPY_BLANK, "blank");
}

/* The tolerance tells one character from another: the same page with one figure changed differs. */
static void
test_tells (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autofree char *lines = page_fixture_read ("page/pictures/report.txt");
  g_autoptr (NbReportData) data = page_fixture_report (form, lines);
  g_autoptr (NbReportData) changed = NULL;
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_PUBLICATION, FALSE);
  g_autoptr (NbPageList) others = NULL;
  g_autoptr (NbPainter) painter = nb_painter_new ();
  cairo_surface_t *one = draw (painter, pages, 0);
  cairo_surface_t *other;

  memcpy (strstr (lines, "181.75"), "131.75", 6);
  changed = page_fixture_report (form, lines);
  others = page_fixture_layout (changed, NB_COPY_PUBLICATION, FALSE);
  other = draw (painter, others, 0);
  g_assert_cmpint (compare (one, one), ==, 0);
  g_assert_cmpint (compare (one, other), >, DIFFER);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  write_pictures = argc > 1 && strcmp (argv[1], "--write") == 0;
  g_test_add_func ("/pictures/filing", test_filing);
  g_test_add_func ("/pictures/publication", test_publication);
  g_test_add_func ("/pictures/blank", test_blank);
  g_test_add_func ("/pictures/tells", test_tells);
  return g_test_run ();
}
