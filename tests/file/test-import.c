/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "file-fixture.h"

/* The files in import/: a published table each, as text, CSV, HTML, .docx or .xlsx. Beside it .expected: the fields as "id=text", further paragraphs
 * indented below, then "repair RULE field: detail" in their order, or the error. A line "--year 2019" before all that
 * is the option. What can be imported is also written and read again; text with separators is given back byte for byte. */

static void
append_text (GString *seen, const NbText *text)
{
  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    g_string_append_printf (seen, "%s%s\n", i > 0 ? "  " : "",
                            nb_text_get_paragraph (text, i)->text);
}

static char *
describe (const NbReportData *data)
{
  NbForm *form = nb_report_data_get_form (data);
  const NbImportRecord *record = nb_report_data_get_import (data);
  GString *seen = g_string_new (NULL);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const char *id = nb_form_get_field (form, i)->id;
      const NbText *text = nb_report_data_get_text (data, id);

      if (nb_text_is_empty (text))
        continue;
      g_string_append_printf (seen, "%s=", id);
      append_text (seen, text);
    }
  for (guint i = 0; i < nb_import_record_get_n_repairs (record); i++)
    {
      const NbImportRepair *repair = nb_import_record_get_repair (record, i);

      g_string_append_printf (seen, "repair %s %s: %s\n", repair->rule,
                              repair->field != NULL ? repair->field : "-", repair->detail);
    }
  return g_string_free (seen, FALSE);
}

/* Text in UTF-8 with pipes or tabs comes back as it was, unless it held characters that XML cannot hold. */
static gboolean
is_verbatim (const char *path, const NbReportData *data)
{
  const NbImportRecord *record = nb_report_data_get_import (data);

  if (!g_str_has_suffix (path, ".txt"))
    return FALSE;

  for (guint i = 0; i < nb_import_record_get_n_repairs (record); i++)
    {
      const char *detail = nb_import_record_get_repair (record, i)->detail;

      if (g_str_has_prefix (detail, "U+") || g_str_has_prefix (detail, NB_REPAIR_ENCODING))
        return FALSE;
    }
  return TRUE;
}

static void
assert_comes_back (const char *path, const NbReportData *data, GBytes *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = nb_report_file_write (data, &error);
  g_autoptr (NbReportData) read = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *before = describe (data);
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  read = file_fixture_load (file, &error);
  g_assert_no_error (error);
  after = describe (read);
  g_assert_cmpstr (before, ==, after);
  exported = nb_table_export (read);
  if (is_verbatim (path, data))
    g_assert_cmpmem (exported, strlen (exported), g_bytes_get_data (table, NULL),
                     g_bytes_get_size (table));
}

static int
read_year (const char *expected_path)
{
  g_autoptr (GBytes) bytes = file_fixture_read (expected_path);
  const char *text = g_bytes_get_data (bytes, NULL);

  return g_bytes_get_size (bytes) > strlen ("--year ") && g_str_has_prefix (text, "--year ")
             ? atoi (text + strlen ("--year "))
             : 0;
}

static void
test_import (const void *path)
{
  g_autofree char *expected = g_strconcat (path, ".expected", NULL);
  g_autoptr (GBytes) table = file_fixture_read (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) data = NULL;
  g_autofree char *body = NULL;
  g_autofree char *seen = NULL;
  int year = read_year (expected);

  data = nb_table_import (table, file_fixture_form (), "national", year, &error);
  body = data != NULL ? describe (data) : file_fixture_describe_error (error);
  seen = year != 0 ? g_strdup_printf ("--year %d\n%s", year, body) : g_strdup (body);
  if (data != NULL)
    assert_comes_back (path, data, table);
  file_fixture_assert_file (expected, seen);
}

/* A table of more cells than a report file could keep. */
static void
test_too_many_cells (void)
{
  g_autoptr (GString) text = g_string_new ("单位名称 | 甲 |");
  g_autoptr (GBytes) table = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 60000; i++)
    g_string_append_c (text, '|');
  table = g_bytes_new (text->str, text->len);
  g_assert_null (nb_table_import (table, file_fixture_form (), "national", 0, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_REFUSED);
}

int
main (int argc, char *argv[])
{
  static const char *const endings[] = { ".txt", ".csv", ".html", ".docx", ".xlsx" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    file_fixture_add_cases ("file/import", endings[i], test_import);
  g_test_add_func ("/import/too-many-cells", test_too_many_cells);
  return g_test_run ();
}
