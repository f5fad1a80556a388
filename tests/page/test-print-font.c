/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cut fonts have what official Chinese is written with, and nobody else on the computer sees them. */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "nb-painter.h"
#include "nb-font.h"
#include "page-fixture.h"

static const char *const names[] = { "song", "hei" };

static void
assert_has (const char *text, const char *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NbFont) font = nb_font_new_print (names[i]);

      for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          if (g_unichar_isprint (c) && !nb_font_has (font, c, NULL))
            g_error ("%s: U+%04X of %s is missing", names[i], c, source);
        }
    }
}

/* The list itself: three levels, every character once. */
static void
test_list (void)
{
  static const guint sizes[] = { 3500, 3000, 1605 };
  g_autofree char *text = page_fixture_read ("../data/print/characters.txt");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint level = 0, size = 0;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#')
        {
          if (level > 0)
            g_assert_cmpuint (size, ==, sizes[level - 1]);
          level++;
          size = 0;
          continue;
        }
      for (const char *at = lines[i]; *at != '\0'; at = g_utf8_next_char (at))
        {
          g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (g_utf8_get_char (at))));
          size++;
        }
    }
  g_assert_cmpuint (level, ==, 3);
  g_assert_cmpuint (size, ==, sizes[2]);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 8105);
  assert_has (text, "通用规范汉字表");
}

/* It is the one that Unicode gives. */
static void
test_unihan (void)
{
  const char *command[] = { "bzgrep", "kTGH", "/usr/share/unicode/Unihan_OtherMappings.txt.bz2",
                            NULL };
  g_autofree char *text = page_fixture_read ("../data/print/characters.txt");
  g_autofree char *unihan = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);
  guint n_found = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_hash_table_add (listed, GUINT_TO_POINTER (g_utf8_get_char (at)));
  if (!g_file_test (command[2], G_FILE_TEST_EXISTS)
      || !g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &unihan,
                        NULL, NULL, NULL))
    {
      g_test_skip ("unicode-data is not installed: the list was NOT compared with Unihan");
      return;
    }
  lines = g_strsplit (unihan, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "\tkTGH\t") != NULL)
      {
        guint64 character = g_ascii_strtoull (lines[i] + 2, NULL, 16);

        if (!g_hash_table_contains (listed, GUINT_TO_POINTER ((guint) character)))
          g_error ("%s is not in characters.txt", lines[i]);
        n_found++;
      }
  g_assert_cmpuint (n_found, ==, 8105);
}

static void
test_gb2312 (void)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (int row = 0xA1; row <= 0xF7; row++)
    for (int cell = 0xA1; cell <= 0xFE; cell++)
      {
        const char code[] = { (char) row, (char) cell };
        g_autofree char *character = g_convert (code, 2, "UTF-8", "GB2312", NULL, NULL, NULL);

        g_string_append (all, character != NULL ? character : "");
      }
  g_assert_cmpint (g_utf8_strlen (all->str, -1), ==, 7445);
  assert_has (all->str, "GB 2312");
}

/* What the definitions print, and signs that reports are full of. */
static void
test_form (void)
{
  static const char *const files[] = { "../data/forms/2014/page.xml",
                                       "../data/forms/2014/fields.xml",
                                       "../data/registries/national.xml",
                                       "../data/registries/370000.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = page_fixture_read (files[i]);

      assert_has (text, files[i]);
    }
  assert_has ("㎡①⑩⒈㈠Ⅻ‰℃§№×÷±≤≥→—…·“”‘’「」〔〕", "signs");
}

/* A character of a column has the shape of one where it has another there. */
static void
test_column (void)
{
  g_autoptr (NbFont) font = nb_font_new_print ("song");
  guint line, column;

  g_assert_true (nb_font_has (font, 0x300A /* 《 */, &line));
  g_assert_true (nb_font_get_column_glyph (font, 0x300A, &column));
  g_assert_cmpuint (line, !=, column);
  g_assert_true (nb_font_has (font, 0x4E8B /* 事 */, &line));
  g_assert_false (nb_font_get_column_glyph (font, 0x4E8B, &column));
  g_assert_cmpuint (line, ==, column);
  g_assert_cmpfloat (nb_font_get_advance (font, line), ==, 1.0);
}

static void
test_marks (void)
{
  g_autoptr (NbFont) song = nb_font_new_print ("song");
  g_autoptr (NbFont) again = nb_font_new_print ("song");
  g_autoptr (NbFont) hei = nb_font_new_print ("hei");

  g_assert_cmpstr (nb_font_get_mark (song), ==, nb_font_get_mark (again));
  g_assert_cmpstr (nb_font_get_mark (song), !=, nb_font_get_mark (hei));
  g_assert_cmpstr (nb_font_get_family (song), ==, "Noto Serif CJK SC");
  g_assert_cmpstr (nb_font_get_family (hei), ==, "Noto Sans CJK SC");
}

/* Nothing of it is given to fontconfig: the fonts that programs can choose are what they were. */
static void
test_private (void)
{
  g_autoptr (PangoFontMap) before = pango_cairo_font_map_new ();
  g_autoptr (PangoFontMap) after = NULL;
  g_autoptr (NbPainter) painter = NULL;
  PangoFontFamily **families;
  int n_before, n_after;

  pango_font_map_list_families (before, &families, &n_before);
  g_free (families);
  painter = nb_painter_new ();
  after = pango_cairo_font_map_new ();
  pango_font_map_list_families (after, &families, &n_after);
  g_free (families);
  g_assert_cmpint (n_before, ==, n_after);
}

/* A rare character is drawn by another font, and the sentence names both. */
static void
test_substitute (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) rare = page_fixture_report (form, "name=青禾县𠮷田馆\nsponsor=青禾县");
  g_autoptr (NbReportData) plain = page_fixture_report (form, "name=青禾县图书馆");
  g_autoptr (NbPageList) rare_pages = page_fixture_layout (rare, NB_COPY_FILING, FALSE);
  g_autoptr (NbPageList) plain_pages = page_fixture_layout (plain, NB_COPY_FILING, TRUE);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autofree char *sentence = nb_painter_describe_substitutes (painter, rare_pages);

  g_assert_null (nb_painter_describe_substitutes (painter, plain_pages));
  g_assert_nonnull (sentence);
  g_assert_nonnull (strstr (sentence, "𠮷（Noto"));
  g_assert_null (strstr (sentence, "青"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-font/list", test_list);
  g_test_add_func ("/print-font/unihan", test_unihan);
  g_test_add_func ("/print-font/gb2312", test_gb2312);
  g_test_add_func ("/print-font/form", test_form);
  g_test_add_func ("/print-font/column", test_column);
  g_test_add_func ("/print-font/marks", test_marks);
  g_test_add_func ("/print-font/private", test_private);
  g_test_add_func ("/print-font/substitute", test_substitute);
  return g_test_run ();
}
