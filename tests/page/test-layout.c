/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Page lists of small papers compared with what was looked at once: cases/NAME.xml is the paper (of the
 * test edition), NAME.txt the report, NAME.expected the boxes. */

#include <string.h>

#include "page-fixture.h"

static void
check_case (const char *name, gboolean draft)
{
  g_autofree char *paper = g_strdup_printf ("page/cases/%s.xml", name);
  g_autofree char *fields = g_strdup_printf ("page/cases/%s.txt", name);
  g_autofree char *file = g_strdup_printf ("page/cases/%s.expected", name);
  g_autoptr (NbForm) form = page_fixture_load ("data/forms/9999", paper);
  g_autofree char *lines = page_fixture_read (fields);
  g_autofree char *expected = page_fixture_read (file);
  g_autoptr (NbReportData) data = page_fixture_report (form, lines);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, draft);
  g_autofree char *found = nb_page_list_dump (pages);

  if (strcmp (found, expected) != 0)
    g_test_message ("the boxes found:\n%s", found);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_split (void)
{
  check_case ("split", FALSE);
}

static void
test_span (void)
{
  check_case ("span", FALSE);
}

static void
test_words (void)
{
  check_case ("words", FALSE);
}

static void
test_blank (void)
{
  check_case ("blank", TRUE);
}

static gboolean
has_words (const NbPageList *pages, const char *words)
{
  for (guint i = 0; i < nb_page_list_get_n_boxes (pages, 0); i++)
    if (g_strcmp0 (nb_page_list_get_box (pages, 0, i)->text, words) == 0)
      return TRUE;
  return FALSE;
}

/* Each copy has its own boxes, and a report of a copy that the paper does not know has no page. */
static void
test_copies (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("data/forms/9999", "page/cases/words.xml");
  g_autoptr (NbReportData) data = page_fixture_report (form, "name=甲");
  g_autoptr (NbPageList) filing = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  g_autoptr (NbPageList) publication = page_fixture_layout (data, NB_COPY_PUBLICATION, FALSE);
  g_autoptr (NbPageList) review = page_fixture_layout (data, NB_COPY_REVIEW, FALSE);

  g_assert_false (has_words (filing, "只在公示稿"));
  g_assert_true (has_words (publication, "只在公示稿"));
  g_assert_cmpuint (nb_page_list_get_n_pages (review), ==, 0);
}

/* Pre-printed words come from the registry that the report is filed with, the year filled in. */
static void
test_phrase (void)
{
  static const char *const checks[] = { "ordinal-run", NULL };
  g_autoptr (NbForm) form = page_fixture_load ("data/forms/9999", "page/cases/phrase.xml");
  g_autoptr (NbCatalog) catalog = nb_catalog_new ();
  g_autofree char *text = page_fixture_read ("page/cases/990000.xml");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) plain = page_fixture_report (form, "year=2022");
  g_autoptr (NbReportData) reviewed =
      page_fixture_report (form, "year=2022\nopinion=另一句。|李四|2023-03-09");
  g_autoptr (NbPageList) pages = NULL;
  g_autoptr (NbPageList) other = NULL;
  g_autoptr (NbPageList) by_pen = NULL;
  NbPageOptions options = { .copy = NB_COPY_FILING };

  nb_catalog_add_form (catalog, form, &error);
  g_assert_no_error (error);
  nb_catalog_add_registry (catalog, "990000.xml", bytes, &error);
  g_assert_no_error (error);
  nb_catalog_close (catalog, checks, &error);
  g_assert_no_error (error);
  options.registry = nb_catalog_lookup_registry (catalog, "990000");
  pages = nb_page_layout (plain, &options);
  other = nb_page_layout (reviewed, &options);
  options.for_pen = TRUE;
  by_pen = nb_page_layout (plain, &options);

  g_assert_true (has_words (pages, "2022年度情况属实。"));
  g_assert_false (has_words (other, "2022年度情况属实。"));
  g_assert_true (has_words (other, "另一句。"));
  g_assert_false (has_words (by_pen, "2022年度情况属实。"));
}

static void
test_title (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("data/forms/9999", NULL);
  g_autoptr (NbReportData) full = page_fixture_report (form, "code=A1\nname=甲中心\nyear=2022年");
  g_autoptr (NbReportData) empty = page_fixture_report (form, "");
  g_autoptr (NbPageList) pages = page_fixture_layout (full, NB_COPY_FILING, FALSE);
  g_autoptr (NbPageList) blank = page_fixture_layout (empty, NB_COPY_FILING, FALSE);

  g_assert_cmpstr (nb_page_list_get_title (pages), ==, "测试报告书（2022年度） 甲中心");
  g_assert_cmpstr (nb_page_list_get_title (blank), ==, "测试报告书");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/split", test_split);
  g_test_add_func ("/layout/span", test_span);
  g_test_add_func ("/layout/words", test_words);
  g_test_add_func ("/layout/blank", test_blank);
  g_test_add_func ("/layout/copies", test_copies);
  g_test_add_func ("/layout/phrase", test_phrase);
  g_test_add_func ("/layout/title", test_title);
  return g_test_run ();
}
