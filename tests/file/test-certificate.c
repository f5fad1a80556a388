/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "file-fixture.h"

/* The files .xml in certificate/: each beside .expected, the facts as "id=text" in the order of their ids, or the
 * error. */

static int
compare_ids (const void *a, const void *b)
{
  return strcmp (a, b);
}

static char *
describe (GHashTable *facts)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (facts), compare_ids);
  GString *seen = g_string_new (NULL);

  for (GList *id = ids; id != NULL; id = id->next)
    {
      g_auto (GStrv) paragraphs = g_strsplit (g_hash_table_lookup (facts, id->data), "\n", -1);
      g_autofree char *text = g_strjoinv ("\n  ", paragraphs);

      g_string_append_printf (seen, "%s=%s\n", (char *) id->data, text);
    }
  return g_string_free (seen, FALSE);
}

static void
test_read (const void *path)
{
  g_autofree char *expected = g_strconcat (path, ".expected", NULL);
  g_autoptr (GBytes) bytes = file_fixture_read (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) facts = nb_certificate_file_read (bytes, file_fixture_schema (), &error);
  g_autofree char *seen = facts != NULL ? describe (facts) : file_fixture_describe_error (error);

  file_fixture_assert_file (expected, seen);
}

static NbReportData *
make_report (const char *capital)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new (file_fixture_form ());
  const char *const texts[][2] = { { "name", "桃溪县档案馆" },
                                   { "purpose", "收集档案。\n提供利用。" },
                                   { "initial-capital", capital },
                                   { "staff-count", "11" } };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (NbText) text = nb_text_new (texts[i][1]);
      g_autoptr (GError) error = NULL;

      nb_report_data_builder_set_text (builder, texts[i][0], text, &error);
      g_assert_no_error (error);
    }
  return nb_report_data_builder_finish (builder);
}

/* Registered facts only, canonical, and what was written is read. */
static void
test_write (void)
{
  g_autoptr (NbReportData) report = make_report ("80万元");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nb_certificate_file_write (report, &error);
  g_autoptr (GHashTable) facts = NULL;
  g_autofree char *seen = NULL;

  g_assert_no_error (error);
  facts = nb_certificate_file_read (bytes, file_fixture_schema (), &error);
  g_assert_no_error (error);
  seen = describe (facts);
  g_assert_cmpstr (seen, ==,
                   "initial-capital=80.00\nname=桃溪县档案馆\npurpose=收集档案。\n  提供利用。\n");
}

static void
test_write_refuses (void)
{
  g_autoptr (NbReportData) unreadable = make_report ("很多");
  g_autoptr (NbReportData) empty =
      nb_report_data_builder_finish (nb_report_data_builder_new (file_fixture_form ()));
  g_autoptr (GError) error = NULL;

  g_assert_null (nb_certificate_file_write (unreadable, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (nb_certificate_file_write (empty, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  file_fixture_add_cases ("file/certificate", ".xml", test_read);
  g_test_add_func ("/certificate/write", test_write);
  g_test_add_func ("/certificate/write-refuses", test_write_refuses);
  return g_test_run ();
}
