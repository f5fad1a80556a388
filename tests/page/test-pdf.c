/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The PDF is sound, shows what the screen shows, and gives its text back whatever font drew it. */

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "nb-pdf.h"
#include "page-fixture.h"

#define RESOLUTION 150
#define SQUARE     12

static const NbDate filed = { 2023, 3, 5 };

/* Among common text: letters with marks, a rare character, scripts of other fonts, one of which runs leftward. */
#define STRANGE                                                                                                        \
  "year=2022\nname=𠮷田é中心\nsponsor=ئۇيغۇر و 123 ქართ\naddress=e\xcc\x81 a\xe2\x80\x8b b　c\n" \
  "activities=“一是”：《条例》（12.79万元）……——ＡＢ①㎡；\n"

static GBytes *
make_pdf (NbPainter *painter, NbPageList *pages, GBytes *attached)
{
  NbPdf *pdf = nb_pdf_new (painter);
  g_autoptr (GError) error = NULL;

  nb_pdf_add (pdf, pages, &error);
  g_assert_no_error (error);
  if (attached != NULL)
    nb_pdf_attach (pdf, attached, "report.xml", "application/xml");
  return nb_pdf_finish (pdf, filed);
}

/* Runs a command on @pdf, which it finds as the last argument, and gives what it wrote. */
static GBytes *
run (const char *const *command, GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  GBytes *output = NULL;
  int descriptor = g_file_open_tmp ("page-XXXXXX.pdf", &path, &error);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  g_assert_no_error (error);
  g_close (descriptor, NULL);
  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  for (; *command != NULL; command++)
    g_ptr_array_add (argv, (char *) *command);
  g_ptr_array_add (argv, path);
  /* pdftotext writes to a file unless it is told otherwise. */
  if (strstr (argv->pdata[0], "pdftotext") != NULL)
    g_ptr_array_add (argv, (char *) "-");
  g_ptr_array_add (argv, NULL);
  process =
      g_subprocess_newv ((const char *const *) argv->pdata,
                         G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  if (!g_subprocess_get_successful (process))
    g_error ("%s: %.*s", (char *) argv->pdata[0], (int) g_bytes_get_size (output),
             (const char *) g_bytes_get_data (output, NULL));
  return output;
}

static gboolean
is_missing (const char *program, const char *name)
{
  g_autofree char *reason = NULL;

  if (*program != '\0')
    return FALSE;
  reason = g_strdup_printf ("%s was not found: the PDF was NOT checked with it", name);
  g_test_skip (reason);
  return TRUE;
}

/* Every object where the table says, every stream whole, as qpdf reads it; and the same bytes twice. */
static void
test_sound (void)
{
  const char *command[] = { QPDF, "--check", NULL };
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = page_fixture_report (form, STRANGE);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, TRUE);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (NbPainter) other = nb_painter_new ();
  g_autoptr (GBytes) attached = g_bytes_new_static ("<package/>", 10);
  g_autoptr (GBytes) pdf = make_pdf (painter, pages, attached);
  g_autoptr (GBytes) again = make_pdf (other, pages, attached);
  g_autoptr (GBytes) output = NULL;

  g_assert_true (g_bytes_equal (pdf, again));
  if (is_missing (QPDF, "qpdf"))
    return;
  output = run (command, pdf);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (output, NULL),
                                  (gssize) g_bytes_get_size (output),
                                  "No syntax or stream encoding errors found"));
}

/* What is inside comes out as it was put in. */
static void
test_attached (void)
{
  const char *list[] = { PDFDETACH, "-list", NULL };
  const char *save[] = { PDFDETACH, "-save", "1", "-o", "/dev/stdout", NULL };
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = page_fixture_report (form, STRANGE);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, TRUE);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GBytes) attached = g_bytes_new_static ("<package>年报</package>", 25);
  g_autoptr (GBytes) pdf = make_pdf (painter, pages, attached);
  g_autoptr (GBytes) names = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autofree char *text = NULL;

  if (is_missing (PDFDETACH, "pdfdetach"))
    return;
  names = run (list, pdf);
  text = g_strndup (g_bytes_get_data (names, NULL), g_bytes_get_size (names));
  g_assert_cmpstr (text, ==, "1 embedded files\n1: report.xml\n");
  saved = run (save, pdf);
  g_assert_true (g_bytes_equal (saved, attached));
}

/* The text in the order in which it was drawn, without white space. */
static char *
read_text (GBytes *pdf)
{
  const char *command[] = { PDFTOTEXT, "-raw", NULL };
  g_autoptr (GBytes) output = run (command, pdf);
  GString *text =
      g_string_new_len (g_bytes_get_data (output, NULL), (gssize) g_bytes_get_size (output));

  g_string_replace (text, " ", "", 0);
  g_string_replace (text, "\n", "", 0);
  return g_string_free (text, FALSE);
}

static void
test_text (void)
{
  static const char *const words[] = { "𠮷田é中心", "ქართ",
                                       "“一是”：《条例》（12.79万元）……——ＡＢ①㎡；" };
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = page_fixture_report (form, STRANGE);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_PUBLICATION, FALSE);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GBytes) pdf = make_pdf (painter, pages, NULL);
  g_autofree char *text = NULL;

  if (is_missing (PDFTOTEXT, "pdftotext"))
    return;
  text = read_text (pdf);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("“%s” is not in: %s", words[i], text);
}

static int
read_number (const char **at)
{
  char *end;
  long number = strtol (*at, &end, 10);

  *at = end;
  return (int) number;
}

/* The ink of a square of pixels, 0 to 255, from bytes where @paper is white. */
static int
get_ink (const guchar *pixels, int stride, int x, int y, int paper)
{
  int sum = 0;

  for (int i = 0; i < SQUARE * SQUARE; i++)
    sum += abs (paper - pixels[(y + i / SQUARE) * stride + x + i % SQUARE]);
  return sum / (SQUARE * SQUARE);
}

/* The grey map at @at (PGM), which is left behind it. */
static const guchar *
read_map (const char **at, int *width, int *height)
{
  const guchar *pixels;

  g_assert_true (g_str_has_prefix (*at, "P5"));
  *at += 2;
  *width = read_number (at);
  *height = read_number (at);
  g_assert_cmpint (read_number (at), ==, 255);
  pixels = (const guchar *) ++*at;
  *at += *width * *height;
  return pixels;
}

/* How many squares differ. A pixel alone says nothing: glyphs are moved to whole or quarter pixels. */
static int
count_different (
    const guchar *one, int stride, int paper, const guchar *other, int width, int height)
{
  int n_different = 0;

  for (int y = 0; y + SQUARE <= height; y += SQUARE)
    for (int x = 0; x + SQUARE <= width; x += SQUARE)
      n_different +=
          abs (get_ink (one, stride, x, y, paper) - get_ink (other, width, x, y, 255)) > 48;
  return n_different;
}

static int
compare_page (NbPainter *painter, NbPageList *pages, guint page, const char **at)
{
  int width, height, n_different;
  const guchar *shown = read_map (at, &width, &height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, RESOLUTION / 72.0, RESOLUTION / 72.0);
  nb_painter_draw (painter, pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  n_different = count_different (cairo_image_surface_get_data (surface),
                                 cairo_image_surface_get_stride (surface), 0, shown, width, height);
  cairo_surface_destroy (surface);
  return n_different;
}

/* Two renderers, one picture. */
static void
test_pictures (void)
{
  static char resolution[] = G_STRINGIFY (RESOLUTION);
  const char *command[] = { PDFTOPPM, "-gray", "-r", resolution, NULL };
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = page_fixture_report (form, STRANGE);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GBytes) pdf = make_pdf (painter, pages, NULL);
  g_autoptr (GBytes) output = NULL;
  const char *at;

  if (is_missing (PDFTOPPM, "pdftoppm"))
    return;
  output = run (command, pdf);
  at = g_bytes_get_data (output, NULL);
  for (guint page = 0; page < nb_page_list_get_n_pages (pages); page++)
    {
      int n_different = compare_page (painter, pages, page, &at);

      g_test_message ("page %u: %d squares differ", page + 1, n_different);
      g_assert_cmpint (n_different, <, 4);
    }
}

static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What a print dialog makes a PDF of: the pages, drawn by Cairo. */
static GBytes *
print_pages (NbPainter *painter, NbPageList *pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, 10, 10);
  cairo_t *cr = cairo_create (surface);

  for (guint page = 0; page < nb_page_list_get_n_pages (pages); page++)
    {
      int width, height;

      nb_page_list_get_size (pages, page, &width, &height);
      cairo_pdf_surface_set_size (surface, width * 72.0 / 25400, height * 72.0 / 25400);
      nb_painter_draw (painter, pages, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* A printer gets the pages that the PDF shows: the same text on each, and the same picture. */
static void
test_printed (void)
{
  static char resolution[] = G_STRINGIFY (RESOLUTION);
  const char *command[] = { PDFTOPPM, "-gray", "-r", resolution, NULL };
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = page_fixture_report (form, STRANGE);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, TRUE);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GBytes) pdf = make_pdf (painter, pages, NULL);
  g_autoptr (GBytes) printed = print_pages (painter, pages);
  g_autoptr (GBytes) shown = NULL;
  g_autoptr (GBytes) drawn = NULL;
  g_autofree char *text = NULL;
  g_autofree char *printed_text = NULL;
  const char *one, *other;

  if (is_missing (PDFTOPPM, "pdftoppm") || is_missing (PDFTOTEXT, "pdftotext"))
    return;
  text = read_text (pdf);
  printed_text = read_text (printed);
  g_assert_cmpstr (text, ==, printed_text);
  shown = run (command, pdf);
  drawn = run (command, printed);
  one = g_bytes_get_data (shown, NULL);
  other = g_bytes_get_data (drawn, NULL);
  for (guint page = 0; page < nb_page_list_get_n_pages (pages); page++)
    {
      int width, height, other_width, other_height;
      const guchar *map = read_map (&one, &width, &height);
      const guchar *other_map = read_map (&other, &other_width, &other_height);

      g_assert_cmpint (width, ==, other_width);
      g_assert_cmpint (height, ==, other_height);
      g_assert_cmpint (count_different (map, width, 255, other_map, width, height), ==, 0);
    }
}

/* An official typeface that is installed is taken: tests/page/official.conf.in names one. */
static void
test_official (void)
{
  g_autoptr (NbPainter) painter = nb_painter_new ();
  const char *family = g_getenv ("OFFICIAL_FANG");

  g_assert_cmpstr (nb_painter_get_family (painter, "song"), ==, "Noto Serif CJK SC");
  g_assert_cmpstr (nb_painter_get_family (painter, "fang"), ==,
                   family != NULL ? family : "Noto Serif CJK SC");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/sound", test_sound);
  g_test_add_func ("/pdf/attached", test_attached);
  g_test_add_func ("/pdf/text", test_text);
  g_test_add_func ("/pdf/pictures", test_pictures);
  g_test_add_func ("/pdf/printed", test_printed);
  g_test_add_func ("/pdf/official", test_official);
  return g_test_run ();
}
