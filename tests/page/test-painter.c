/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nb-font-list.h"
#include "nb-pdf.h"
#include "page-fixture.h"

#define NARRATIVE                                                                                                              \
  "2022年,我单位在主管部门的领导下,认真贯彻《条例》，办件5632件(其中线上2412件)，满意率100%" \
  "。一是推行“容缺受理”；"                                                                                       \
  "二是开通网上名称test.公益，电子邮箱 office@example.cn。"

static const NbDate filed = { 2023, 3, 5 };

static NbReportData *
make_report (NbForm *form, guint times)
{
  g_autoptr (GString) lines =
      g_string_new ("year=2022\nname=青禾县图书馆\nlegal-representative=王小明\n"
                    "preparer=李雷\nphone=0917-1234567\nactivities=");

  for (guint i = 0; i < times; i++)
    g_string_append (lines, NARRATIVE);
  return page_fixture_report (form, lines->str);
}

static GBytes *
write_dated (NbPainter *painter, NbPageList *const *lists, guint n_lists, NbDate date)
{
  g_autoptr (GError) error = NULL;
  NbPdf *pdf = nb_pdf_new (painter);

  for (guint i = 0; i < n_lists; i++)
    {
      nb_pdf_add (pdf, lists[i], &error);
      g_assert_no_error (error);
    }
  return nb_pdf_finish (pdf, date);
}

static GBytes *
write_pdf (NbPainter *painter, NbPageList *const *lists, guint n_lists)
{
  return write_dated (painter, lists, n_lists, filed);
}

/* Two painters, two runs, one result; another date is all that may change it. */
static void
test_deterministic (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = make_report (form, 30);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, TRUE);
  g_autoptr (NbPainter) first = nb_painter_new ();
  g_autoptr (NbPainter) second = nb_painter_new ();
  g_autoptr (GBytes) one = write_pdf (first, &pages, 1);
  g_autoptr (GBytes) again = write_pdf (first, &pages, 1);
  g_autoptr (GBytes) two = write_pdf (second, &pages, 1);
  g_autoptr (GBytes) undated = write_dated (first, &pages, 1, (NbDate){ 0, 0, 0 });

  g_assert_true (g_bytes_equal (one, again));
  g_assert_true (g_bytes_equal (one, two));
  g_assert_false (g_bytes_equal (one, undated));
}

/* The text that poppler reads out of @pdf, white space dropped. */
static char *
extract (GBytes *pdf)
{
  const char *command[] = { PDFTOTEXT, "-raw", "-", "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr (GBytes) output = NULL;
  GString *text = g_string_new (NULL);
  const char *at, *end;
  gsize size;

  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  at = g_bytes_get_data (output, &size);
  g_assert_true (g_utf8_validate_len (at, size, NULL));
  for (end = at + size; at < end; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (text, g_utf8_get_char (at));
  return g_string_free (text, FALSE);
}

static void
drop (GString *text, const char *words)
{
  g_string_replace (text, words, "", 0);
}

/* Every character of the narrative, in order, without the label and the foot between the pages; and
 * none of the look-alikes (radicals) that share a glyph with it. */
static void
test_searchable (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = make_report (form, 40);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, TRUE);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GBytes) pdf = write_pdf (painter, &pages, 1);
  g_autofree char *narrative = nb_report_data_dup_canonical (data, "activities");
  g_autoptr (GString) found = NULL;
  g_autoptr (GString) expected = g_string_new (narrative);
  g_autofree char *text = NULL;

  if (*PDFTOTEXT == '\0')
    {
      g_test_skip ("pdftotext (poppler-utils) was not found: the text in the PDF was NOT checked");
      return;
    }
  text = extract (pdf);
  found = g_string_new (text);
  /* The cover has no number. */
  for (guint i = 2; i <= nb_page_list_get_n_pages (pages); i++)
    {
      g_autofree char *foot = g_strdup_printf ("第%u页，共%u页。此码只供核对版本，不作证明。", i,
                                               nb_page_list_get_n_pages (pages));
      g_autofree char *number = g_strdup_printf ("—%u—", i);

      g_assert_nonnull (strstr (found->str, foot));
      drop (found, foot);
      drop (found, number);
    }
  drop (found, "开展业务活动情况（续）");
  drop (found, "开展业务活动情况");
  drop (found, "草稿");
  drop (found, "核对码");
  drop (expected, " ");
  g_assert_nonnull (strstr (found->str, expected->str));
  g_assert_nonnull (strstr (found->str, "青禾县图书馆"));
  for (const char *at = found->str; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_false (g_utf8_get_char (at) >= 0x2E80 && g_utf8_get_char (at) < 0x2FE0);
}

/* One PDF of a pile: one cut of the fonts for all. */
static void
test_pile (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = make_report (form, 1);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_PUBLICATION, FALSE);
  NbPageList *const lists[] = { pages, pages, pages };
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GBytes) single = write_pdf (painter, lists, 1);
  g_autoptr (GBytes) pile = write_pdf (painter, lists, 3);

  g_assert_cmpuint (g_bytes_get_size (pile), <, 2 * g_bytes_get_size (single));
}

/* A character of a private area is in no font; it is named with its field, on paper and in words. */
static void
test_missing_glyph (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = page_fixture_report (form, "sponsor=青禾县\364\217\277\275局");
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NbPdf) pdf = NULL;

  g_assert_false (nb_painter_check (painter, pages, form, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_GLYPH);
  g_assert_nonnull (strstr (error->message, "U+10FFFD"));
  g_assert_nonnull (strstr (error->message, "\364\217\277\275"));
  g_assert_nonnull (strstr (error->message, "举办单位"));
  g_clear_error (&error);

  pdf = nb_pdf_new (painter);
  g_assert_false (nb_pdf_add (pdf, pages, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_GLYPH);
}

/* Spaces, tabs, combining marks and rare Han are no reason to refuse. */
static void
test_unusual (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data =
      page_fixture_report (form, "name=𠮷\t田 e\314\201　中心\nsponsor=a\342\200\213b");
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GError) error = NULL;

  nb_painter_check (painter, pages, form, &error);
  g_assert_no_error (error);
}

/* A cell of nothing but combining marks, all on one line: no cause to be slow (drawn in one
 * piece, it took half a minute). */
static void
test_marks (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (GString) lines = g_string_new ("activities=字");
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbPageList) pages = NULL;
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GBytes) pdf = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    g_string_append (lines, "\314\201");
  data = page_fixture_report (form, lines->str);
  pages = page_fixture_layout (data, NB_COPY_PUBLICATION, FALSE);
  pdf = write_pdf (painter, &pages, 1);
  g_assert_cmpint ((g_get_monotonic_time () - start) / G_TIME_SPAN_SECOND, <, 10);
}

static void
test_families (void)
{
  static const char *const faces[] = { "song", "hei", "kai", "fang" };
  g_autoptr (NbPainter) painter = nb_painter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      const char *family = nb_painter_get_family (painter, faces[i]);

      g_assert_nonnull (family);
      g_assert_cmpstr (family, !=, "");
    }
}

/* What is left and right of the ink of @box, in µm, from a picture in tenths of a millimetre. */
static void
measure_ink (cairo_surface_t *surface, const NbPageBox *box, int *left, int *right)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface);

  *left = width;
  *right = 0;
  for (int y = box->rect.y / 100; y < (box->rect.y + box->rect.height) / 100; y++)
    for (int x = 0; x < width; x++)
      if (data[y * stride + x] > 64)
        {
          *left = MIN (*left, x);
          *right = MAX (*right, x + 1);
        }
  *left *= 100;
  *right *= 100;
}

/* What is drawn agrees with the layout: the ink of each line keeps inside its box. */
static void
check_ink (const char *family)
{
  g_autoptr (NbForm) form = page_fixture_load ("data/forms/9999", "page/cases/words.xml");
  g_autoptr (NbReportData) data = page_fixture_report (
      form, "fee=1234567.89\nopening=88.80\nclosing=不知道是多少\npeople=20\n");
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1000, 1200);
  cairo_t *cr = cairo_create (surface);

  g_assert_true (nb_painter_set_font (painter, family));
  cairo_scale (cr, 254.0 / 72.0, 254.0 / 72.0);
  nb_painter_draw (painter, pages, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint i = 0; i < nb_page_list_get_n_boxes (pages, 0); i++)
    {
      const NbPageBox *box = nb_page_list_get_box (pages, 0, i);
      int left, right;

      if (box->field == NULL)
        continue;
      measure_ink (surface, box, &left, &right);
      g_assert_cmpint (left, >=, box->rect.x - 300);
      g_assert_cmpint (right, <=, box->rect.x + box->rect.width + 300);
      /* Nor is it squeezed into a corner. */
      g_assert_cmpint (right - left, >, box->rect.width - 2 * box->size);
    }
  cairo_surface_destroy (surface);
}

static void
test_ink (void)
{
  check_ink (NULL);
}

/* The font that is chosen draws the text, whatever its capitals; titles, lines and pages are as they were. Chinese
 * of other places is no choice, nor is what is not installed: that is said, and the form has its way. */
static void
test_chosen (void)
{
  static const char *const refused[] = { "Noto Sans CJK JP", "DejaVu Sans", "No Such Font" };
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = make_report (form, 3);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, TRUE);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (NbPainter) plain = nb_painter_new ();
  g_autofree char *name = nb_font_list_find ("NOTO sans cjk sc");
  g_autofree char *text = NULL;
  g_autofree char *plain_text = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) plain_pdf = write_pdf (plain, &pages, 1);
  g_autoptr (GBytes) again = NULL;

  if (name == NULL)
    {
      g_test_skip ("Noto Sans CJK SC is not installed: choosing a font was NOT checked");
      return;
    }
  g_assert_cmpstr (name, ==, "Noto Sans CJK SC");
  g_assert_true (nb_painter_set_font (painter, "NOTO sans cjk sc"));
  g_assert_cmpstr (nb_painter_get_family (painter, "song"), ==, name);
  g_assert_cmpstr (nb_painter_get_family (painter, "fang"), ==, name);
  g_assert_cmpstr (nb_painter_get_family (painter, "kai"), ==, name);
  g_assert_cmpstr (nb_painter_get_family (painter, "hei"), ==,
                   nb_painter_get_family (plain, "hei"));
  pdf = write_pdf (painter, &pages, 1);
  g_assert_false (g_bytes_equal (pdf, plain_pdf));
  if (*PDFTOTEXT != '\0')
    {
      text = extract (pdf);
      plain_text = extract (plain_pdf);
      g_assert_cmpstr (text, ==, plain_text);
    }
  check_ink (name);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *described = NULL;

      g_assert_false (nb_painter_set_font (painter, refused[i]));
      described = nb_painter_describe_fonts (painter, pages);
      g_assert_nonnull (strstr (described, refused[i]));
      g_assert_cmpstr (nb_painter_get_family (painter, "song"), ==,
                       nb_painter_get_family (plain, "song"));
    }
  g_assert_true (nb_painter_set_font (painter, ""));
  again = write_pdf (painter, &pages, 1);
  g_assert_true (g_bytes_equal (again, plain_pdf));
  sentence = nb_painter_describe_fonts (painter, pages);
  g_assert_null (strstr (sentence, "No Such Font"));
}

static void
test_families_offered (void)
{
  g_autoptr (GPtrArray) families = nb_font_list_families ();

  for (guint i = 0; i < families->len; i++)
    {
      const NbFontFamily *family = g_ptr_array_index (families, i);

      g_assert_false (g_str_has_suffix (family->name, " JP"));
      g_assert_cmpstr (family->title, !=, "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/deterministic", test_deterministic);
  g_test_add_func ("/painter/searchable", test_searchable);
  g_test_add_func ("/painter/pile", test_pile);
  g_test_add_func ("/painter/missing-glyph", test_missing_glyph);
  g_test_add_func ("/painter/unusual", test_unusual);
  g_test_add_func ("/painter/marks", test_marks);
  g_test_add_func ("/painter/families", test_families);
  g_test_add_func ("/painter/ink", test_ink);
  g_test_add_func ("/painter/chosen", test_chosen);
  g_test_add_func ("/painter/families-offered", test_families_offered);
  return g_test_run ();
}
