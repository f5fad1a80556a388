/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The PDF as poppler, another program, sees it: every character of every box stands inside its box and in
 * its order; and a QR code from a page of mediocre paper says what it should. */

#include <math.h>
#include <poppler.h>
#include <string.h>
#ifdef HAVE_ZBAR
#include <zbar.h>
#endif

#include "nb-pdf.h"
#include "page-fixture.h"
#include "page-generator.h"

/* Poppler brings its own only since 23. */
#if !POPPLER_CHECK_VERSION(23, 0, 0)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)
#endif

#define DIGEST "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define TO_UM  (25400.0 / 72.0)

/* A character that poppler found, with the box that it stands in. */
typedef struct
{
  gunichar c;
  double x, y; /* a third into it, µm */
  double along;
} Found;

/* What has no ink is not looked for; a mark that joins a letter may be told as one with it. */
static gboolean
has_ink (gunichar c)
{
  return !g_unichar_isspace (c) && g_unichar_isgraph (c) && !g_unichar_ismark (c);
}

static GArray *
find_characters (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree char *decomposed = NULL;
  PopplerRectangle *places;
  guint n_places;
  guint i = 0;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));

  if (!poppler_page_get_text_layout (page, &places, &n_places))
    return found;
  g_assert_cmpuint (n_places, ==, g_utf8_strlen (text, -1));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), i++)
    {
      g_autofree char *one =
          g_ucs4_to_utf8 ((gunichar[]){ g_utf8_get_char (at), 0 }, 1, NULL, NULL, NULL);
      g_autofree char *parts = g_utf8_normalize (one, -1, G_NORMALIZE_NFD);
      Found character = {
        .c = g_utf8_get_char (parts),
        .x = (places[i].x1 + (places[i].x2 - places[i].x1) / 3) * TO_UM,
        .y = (places[i].y1 + places[i].y2) / 2 * TO_UM,
      };

      if (has_ink (character.c))
        g_array_append_val (found, character);
    }
  g_free (places);
  return found;
}

static int
compare_along (gconstpointer first, gconstpointer second)
{
  const Found *a = first;
  const Found *b = second;

  return a->along < b->along ? -1 : a->along > b->along;
}

static gboolean
is_inside (const Found *character, const NbPageBox *box)
{
  return character->x >= box->rect.x && character->x <= box->rect.x + box->rect.width
         && character->y >= box->rect.y && character->y <= box->rect.y + box->rect.height;
}

/* The characters inside @box, in the order in which one reads them. */
static char *
collect (const GArray *found, const NbPageBox *box, guint *n_seen)
{
  g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (Found));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      Found character = g_array_index (found, Found, i);

      character.along = box->vertical ? character.y : character.x;
      if (is_inside (&character, box))
        g_array_append_val (inside, character);
    }
  g_array_sort (inside, compare_along);
  for (guint i = 0; i < inside->len; i++)
    g_string_append_unichar (text, g_array_index (inside, Found, i).c);
  *n_seen += inside->len;
  return g_string_free (text, FALSE);
}

static char *
dup_ink (const char *text)
{
  GString *ink = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (has_ink (g_utf8_get_char (text)))
      g_string_append_unichar (ink, g_utf8_get_char (text));
  return g_string_free (ink, FALSE);
}

static void
check_page (PopplerPage *page, NbPageList *pages, guint index)
{
  g_autoptr (GArray) found = find_characters (page);
  guint n_seen = 0;

  for (guint i = 0; i < nb_page_list_get_n_boxes (pages, index); i++)
    {
      const NbPageBox *box = nb_page_list_get_box (pages, index, i);
      g_autofree char *expected = NULL;
      g_autofree char *inside = NULL;

      if (box->kind != NB_PAGE_TEXT)
        continue;
      expected = dup_ink (box->text);
      inside = collect (found, box, &n_seen);
      g_assert_cmpstr (inside, ==, expected);
    }
  /* And nothing stands outside of all boxes. */
  g_assert_cmpuint (n_seen, ==, found->len);
}

static PopplerDocument *
print (NbPainter *painter, NbPageList *pages)
{
  g_autoptr (GError) error = NULL;
  NbPdf *made = nb_pdf_new (painter);
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document;

  nb_pdf_add (made, pages, &error);
  g_assert_no_error (error);
  pdf = nb_pdf_finish (made, (NbDate){ 2023, 3, 5 });
  document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
test_generated (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (PAGE_SEED);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  NbPageOptions options = { .copy = NB_COPY_FILING, .digest = DIGEST };

  for (guint i = 0; i < (g_test_slow () ? PAGE_N_REPORTS : 10); i++)
    {
      g_autoptr (NbReportData) data = page_generate_report (random, form);
      g_autoptr (NbPageList) pages = nb_page_layout (data, &options);
      PopplerDocument *document = print (painter, pages);

      g_assert_cmpint (poppler_document_get_n_pages (document), ==,
                       (int) nb_page_list_get_n_pages (pages));
      for (guint j = 0; j < nb_page_list_get_n_pages (pages); j++)
        {
          PopplerPage *page = poppler_document_get_page (document, (int) j);

          check_page (page, pages, j);
          /* No g_autoptr: poppler 25 has none. */
          g_object_unref (page);
        }
      g_object_unref (document);
    }
}

#ifdef HAVE_ZBAR
#define DPI   150
#define TILT  2.0 /* degrees */
#define NOISE 32  /* of 255, either way */

/* The page as a scanner delivers it: grey, laid in a little askew, with noise. */
static cairo_surface_t *
scan (PopplerPage *page, double tilt, GRand *random)
{
  int width = (int) (210 / 25.4 * DPI);
  int height = (int) (297 / 25.4 * DPI);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  guint8 *data;
  int stride;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_rotate (cr, tilt * G_PI / 180);
  cairo_translate (cr, -width / 2.0, -height / 2.0);
  cairo_scale (cr, DPI / 72.0, DPI / 72.0);
  poppler_page_render_for_printing (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int i = 0; i < stride * height; i++)
    {
      int value = data[i] + g_rand_int_range (random, -NOISE, NOISE + 1);

      data[i] = (guint8) CLAMP (value, 0, 255);
    }
  return surface;
}

/* What the codes in @surface say, joined by LF. */
static char *
decode (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autofree guint8 *grey = g_malloc ((gsize) (width * height));
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();
  zbar_image_t *image = zbar_image_create ();
  GString *said = g_string_new (NULL);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      grey[y * width + x] = data[y * stride + 4 * x];
  zbar_image_scanner_set_config (scanner, 0, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, (unsigned) width, (unsigned) height);
  zbar_image_set_data (image, grey, (unsigned long) (width * height), NULL);
  zbar_scan_image (scanner, image);
  for (const zbar_symbol_t *symbol = zbar_image_first_symbol (image); symbol != NULL;
       symbol = zbar_symbol_next (symbol))
    g_string_append_printf (said, "%s%s", said->len > 0 ? "\n" : "", zbar_symbol_get_data (symbol));
  zbar_image_destroy (image);
  zbar_image_scanner_destroy (scanner);
  return g_string_free (said, FALSE);
}

static const char *
get_payload (const NbPageList *pages, guint page)
{
  for (guint i = 0; i < nb_page_list_get_n_boxes (pages, page); i++)
    if (nb_page_list_get_box (pages, page, i)->kind == NB_PAGE_CODE)
      return nb_page_list_get_box (pages, page, i)->text;
  return NULL;
}

static void
test_scanned (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = page_fixture_report (
      form, "year=2022\nname=青禾县图书馆\ncredit-code=12610326ABCDEFGHXX\nactivities=无");
  NbPageOptions options = { .copy = NB_COPY_FILING, .digest = DIGEST };
  g_autoptr (NbPageList) pages = nb_page_layout (data, &options);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  PopplerDocument *document = print (painter, pages);
  g_autoptr (GRand) random = g_rand_new_with_seed (PAGE_SEED);

  for (guint i = 0; i < nb_page_list_get_n_pages (pages); i++)
    for (double tilt = -TILT; tilt <= TILT; tilt += TILT)
      {
        PopplerPage *page = poppler_document_get_page (document, (int) i);
        cairo_surface_t *surface = scan (page, tilt, random);
        g_autofree char *said = decode (surface);

        g_assert_cmpstr (said, ==, get_payload (pages, i));
        cairo_surface_destroy (surface);
        g_object_unref (page);
      }
  g_object_unref (document);
}
#endif

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rendered/generated", test_generated);
#ifdef HAVE_ZBAR
  g_test_add_func ("/rendered/scanned", test_scanned);
#endif
  return g_test_run ();
}
