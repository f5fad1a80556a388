/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "file-fixture.h"

/* The report package, written and read. What is refused stands in refused/, a file each beside its .expected; the
 * whole written file of one report stands in export/full.xml. */

#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void
set_text (NbReportDataBuilder *builder, const char *field, const char *value)
{
  g_autoptr (NbText) text = nb_text_new (value);
  g_autoptr (GError) error = NULL;

  nb_report_data_builder_set_text (builder, field, text, &error);
  g_assert_no_error (error);
}

static void
set_import (NbReportDataBuilder *builder)
{
  g_autoptr (NbImportRecord) record = nb_import_record_new ();

  nb_import_record_begin_row (record);
  nb_import_record_add_piece (record, NB_PIECE_CELL, "单位名称", NULL);
  nb_import_record_add_piece (record, NB_PIECE_SEPARATOR, " | ", NULL);
  nb_import_record_add_piece (record, NB_PIECE_CELL, "桃溪县<档案馆>", "name");
  nb_import_record_add_piece (record, NB_PIECE_SEPARATOR, "\t\r\n", NULL);
  nb_import_record_add_repair (record, "R07", "funding-source", "经济来源");
  nb_import_record_add_repair (record, "R07", NULL, "公示日期");
  nb_report_data_builder_set_import (builder, record);
}

/* A report that has everything a file can hold. */
static NbReportData *
make_full (void)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new (file_fixture_form ());

  nb_report_data_builder_set_registry (builder, "370000");
  nb_report_data_builder_set_revision (builder, 3);
  nb_report_data_builder_set_digest (builder, DIGEST);
  set_text (builder, "year", "２０２２年");
  set_text (builder, "name", "桃溪县<档案馆> & “馆”  ");
  set_text (builder, "initial-capital", "1,700,000元");
  set_text (builder, "net-assets-opening", "约十三万");
  set_text (builder, "net-assets-closing", "−3.20");
  set_text (builder, "staff-count", "11");
  set_text (builder, "activities", "一、接收。\n\n二、“整理”\t𠮷野家。\n");
  set_text (builder, "filing-date", "2023年3月5日");
  nb_report_data_builder_add_answer (builder, "R13", "net-assets-closing", DIGEST, "正在办理。");
  nb_report_data_builder_add_attachment (builder, "balance-sheet", "资产负债表.pdf", 12345, DIGEST,
                                         DIGEST);
  set_import (builder);
  nb_report_data_builder_set_opinion (builder, "情况属实。", "李某", (NbDate){ 2023, 3, 6 });
  nb_report_data_builder_set_registration (builder, "齐全", TRUE, (NbDate){ 2023, 3, 7 });
  return nb_report_data_builder_finish (builder);
}

static char *
write_text (const NbReportData *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nb_report_file_write (data, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Every byte of the format is as it is written down; the file validates and reads back to itself. */
static void
test_full (void)
{
  g_autoptr (NbReportData) data = make_full ();
  g_autoptr (NbReportData) read = NULL;
  g_autofree char *written = write_text (data);
  g_autofree char *again = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (written, strlen (written));
  g_autoptr (GError) error = NULL;

  file_fixture_assert_file ("file/export/full.xml", written);
  read = file_fixture_load (bytes, &error);
  g_assert_no_error (error);
  again = write_text (read);
  g_assert_cmpstr (again, ==, written);
  g_assert_true (nb_text_equal (nb_report_data_get_text (read, "activities"),
                                nb_report_data_get_text (data, "activities")));
  g_assert_cmpint (nb_report_data_get_value (read, "net-assets-opening")->state, ==,
                   NB_VALUE_UNREADABLE);
  g_assert_true (nb_report_data_get_registration (read)->accepted);
}

/* A rule may be answered once for each text that it is about, in a field or not; a report that is changed keeps
 * older ones. */
static void
test_answers (void)
{
  g_autoptr (NbReportData) full = make_full ();
  NbReportDataBuilder *builder = nb_report_data_builder_new_from (full);
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbReportData) read = NULL;
  g_autofree char *written = NULL;
  g_autofree char *other = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "－3.20", -1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  nb_report_data_builder_add_answer (builder, "R13", "net-assets-closing", other, "已经办理。");
  nb_report_data_builder_add_answer (builder, "R65", NULL, other, "收得下。");
  data = nb_report_data_builder_finish (builder);
  written = write_text (data);
  bytes = g_bytes_new (written, strlen (written));
  read = file_fixture_load (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nb_report_data_get_n_answers (read), ==, 3);
  g_assert_null (nb_report_data_get_answer (read, 2)->field);
}

/* A comma for a point, other digits and other orders of letters: none of it may show. */
static void
test_locales (void)
{
  static const char *const names[] = { "de_DE.UTF-8", "zh_CN.UTF-8", "tr_TR.UTF-8", "ar_SA.UTF-8" };
  g_autoptr (NbReportData) data = make_full ();
  g_autofree char *expected = write_text (data);
  g_autoptr (GBytes) bytes = g_bytes_new (expected, strlen (expected));
  guint n_tried = 0;

  g_setenv ("LOCPATH", LOCALES, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *written = NULL;
      g_autofree char *rewritten = NULL;
      g_autoptr (NbReportData) made = NULL;
      g_autoptr (NbReportData) read = NULL;
      g_autoptr (GError) error = NULL;

      if (setlocale (LC_ALL, names[i]) == NULL)
        continue;
      n_tried++;
      made = make_full ();
      written = write_text (made);
      g_assert_cmpstr (written, ==, expected);
      read = file_fixture_load (bytes, &error);
      g_assert_no_error (error);
      rewritten = write_text (read);
      g_assert_cmpstr (rewritten, ==, expected);
    }
  setlocale (LC_ALL, "C.UTF-8");
  g_unsetenv ("LOCPATH");
  if (n_tried < G_N_ELEMENTS (names))
    g_test_skip ("localedef cannot make all locales (package locales)");
}

static void
test_refused (const void *path)
{
  g_autofree char *expected = g_strconcat (path, ".expected", NULL);
  g_autoptr (GBytes) bytes = file_fixture_read (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = NULL;

  g_assert_null (file_fixture_load (bytes, &error));
  seen = file_fixture_describe_error (error);
  file_fixture_assert_file (expected, seen);
}

/* What the reader would refuse is not written: more elements than the guard lets through. */
static void
test_too_large (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  NbReportDataBuilder *builder = nb_report_data_builder_new (file_fixture_form ());
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 300000; i++)
    g_string_append (text, "段\n");
  nb_report_data_builder_set_registry (builder, "national");
  set_text (builder, "activities", text->str);
  data = nb_report_data_builder_finish (builder);
  g_assert_null (nb_report_file_write (data, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_INVALID);
}

/* The digest of another fields.xml is kept, and so is a registry that is not installed. */
static void
test_kept (void)
{
  g_autoptr (GBytes) bytes = file_fixture_read ("file/export/full.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) data = file_fixture_load (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (nb_report_data_get_digest (data), ==, DIGEST);
  g_assert_cmpstr (nb_report_data_get_registry (data), ==, "370000");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-file/full", test_full);
  g_test_add_func ("/report-file/answers", test_answers);
  g_test_add_func ("/report-file/locales", test_locales);
  g_test_add_func ("/report-file/too-large", test_too_large);
  g_test_add_func ("/report-file/kept", test_kept);
  file_fixture_add_cases ("file/refused", ".xml", test_refused);
  return g_test_run ();
}
