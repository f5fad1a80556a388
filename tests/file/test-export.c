/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "file-fixture.h"

/* Two reports in the four forms: one made here with everything that could confuse a reader of them, one that was
 * imported and edited since. What must come out stands in export/NAME.FORM. */

typedef struct
{
  const char *field;
  const char *text;
} Assignment;

static void
assign (NbReportDataBuilder *builder, const Assignment *assignments)
{
  for (const Assignment *a = assignments; a->field != NULL; a++)
    {
      g_autoptr (NbText) text = nb_text_new (a->text);
      g_autoptr (GError) error = NULL;

      nb_report_data_builder_set_text (builder, a->field, text, &error);
      g_assert_no_error (error);
    }
}

static NbReportData *
make_built (void)
{
  static const Assignment assignments[] = {
    { "year", "２０２２年" },
    { "credit-code", "12999901MB0000000U" },
    { "name", "云渡县第一小学（云渡县教师进修学校）" },
    { "purpose", "实施小学教育,\"促进\"发展。" },
    { "initial-capital", "一百七十万" },
    { "net-assets-opening", "约十三万" },
    { "net-assets-closing", "−3.2" },
    { "staff-count", "４７" },
    { "activities", "一、教学。\n二、教研|培训。\n\n三、安全。" },
    { "donations", "无" },
    { "preparer", "不公开" },
    { "phone", "0999-5550123" },
    { "filing-date", "2023年3月5日" },
    { NULL },
  };
  NbReportDataBuilder *builder = nb_report_data_builder_new (file_fixture_form ());

  assign (builder, assignments);
  nb_report_data_builder_set_registry (builder, "national");
  return nb_report_data_builder_finish (builder);
}

static NbReportData *
make_edited (void)
{
  static const Assignment assignments[] = {
    { "address", "桃溪县城南路9号|东楼" },          /* what divides cells */
    { "sponsor", "" },                              /* emptied */
    { "donations", "接受捐款2万元。\n用于购书。" }, /* has no row in the table */
    { "preparer", "不公开" },
    { NULL },
  };
  g_autoptr (GBytes) table = file_fixture_read ("file/export/edited.txt");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) imported =
      nb_table_import (table, file_fixture_form (), "national", 0, &error);
  NbReportDataBuilder *builder = NULL;

  g_assert_no_error (error);
  builder = nb_report_data_builder_new_from (imported);
  assign (builder, assignments);
  return nb_report_data_builder_finish (builder);
}

static void
assert_form (const char *name, const char *form, char *seen)
{
  g_autofree char *path = g_strdup_printf ("file/export/%s.%s", name, form);

  file_fixture_assert_file (path, seen);
  g_free (seen);
}

static void
assert_forms (const char *name, const NbReportData *data)
{
  assert_form (name, "table", nb_table_export (data));
  assert_form (name, "text", nb_text_export (data));
  assert_form (name, "csv", nb_csv_export (&data, 1));
  assert_form (name, "json", nb_json_export (&data, 1));
}

static void
test_built (void)
{
  g_autoptr (NbReportData) data = make_built ();

  assert_forms ("built", data);
}

static void
test_edited (void)
{
  g_autoptr (NbReportData) data = make_edited ();

  assert_forms ("edited", data);
}

/* Several reports are rows of one CSV and members of one array; none are a header and an empty array. */
static void
test_several (void)
{
  g_autoptr (NbReportData) built = make_built ();
  g_autoptr (NbReportData) edited = make_edited ();
  const NbReportData *both[] = { built, edited };

  assert_form ("both", "csv", nb_csv_export (both, 2));
  assert_form ("both", "json", nb_json_export (both, 2));
}

/* An exported table is one that can be imported, with the same values. */
static void
test_table_comes_back (void)
{
  g_autoptr (NbReportData) built = make_built ();
  g_autofree char *table = nb_table_export (built);
  g_autoptr (GBytes) bytes = g_bytes_new (table, strlen (table));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) again =
      nb_table_import (bytes, file_fixture_form (), "national", 0, &error);
  static const char *const fields[] = {
    "name",        "purpose",  "initial-capital", "net-assets-opening", "net-assets-closing",
    "staff-count", "donations"
  };

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_true (nb_text_equal (nb_report_data_get_text (built, fields[i]),
                                  nb_report_data_get_text (again, fields[i])));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/built", test_built);
  g_test_add_func ("/export/edited", test_edited);
  g_test_add_func ("/export/several", test_several);
  g_test_add_func ("/export/table-comes-back", test_table_comes_back);
  return g_test_run ();
}
