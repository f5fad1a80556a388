/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "file-fixture.h"

/* The files .xml in certificate/: each beside .expected, the facts as "id=text" in the order of the form and the periods, or the
 * error. */

static void
append_date (GString *seen, const char *name, NbDate date)
{
  g_autofree char *iso = nb_date_is_set (date) ? nb_date_format_iso (date) : NULL;

  if (iso != NULL)
    g_string_append_printf (seen, "%s=%s\n", name, iso);
}

static char *
describe (const NbFacts *facts)
{
  NbForm *form = file_fixture_form ();
  GString *seen = g_string_new (NULL);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const char *id = nb_form_get_field (form, i)->id;
      const char *text = nb_facts_lookup (facts, id);
      g_auto (GStrv) paragraphs = g_strsplit (text != NULL ? text : "", "\n", -1);
      g_autofree char *shown = g_strjoinv ("\n  ", paragraphs);

      if (text != NULL)
        g_string_append_printf (seen, "%s=%s\n", id, shown);
    }
  append_date (seen, "term from", nb_facts_get_term (facts).from);
  append_date (seen, "term to", nb_facts_get_term (facts).to);
  append_date (seen, "validity from", nb_facts_get_validity (facts).from);
  append_date (seen, "validity to", nb_facts_get_validity (facts).to);
  return g_string_free (seen, FALSE);
}

static void
test_read (const void *path)
{
  g_autofree char *expected = g_strconcat (path, ".expected", NULL);
  g_autoptr (GBytes) bytes = file_fixture_read (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbFacts) facts = nb_certificate_file_read (bytes, file_fixture_schema (), &error);
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
  g_autoptr (NbFacts) facts = nb_facts_new_from_data (report, &error);
  g_autoptr (NbFacts) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *seen = NULL;

  g_assert_no_error (error);
  nb_facts_set_term (facts, (NbPeriod){ { 2020, 1, 1 }, { 2024, 12, 31 } });
  nb_facts_set_validity (facts, (NbPeriod){ { 2021, 3, 1 }, { 0, 0, 0 } });
  bytes = nb_certificate_file_write (facts, file_fixture_form (), &error);
  g_assert_no_error (error);
  read = nb_certificate_file_read (bytes, file_fixture_schema (), &error);
  g_assert_no_error (error);
  seen = describe (read);
  g_assert_cmpstr (seen, ==,
                   "name=桃溪县档案馆\npurpose=收集档案。\n  提供利用。\ninitial-capital=80.00\n"
                   "term from=2020-01-01\nterm to=2024-12-31\nvalidity from=2021-03-01\n");
}

static void
assert_not_written (const NbFacts *facts)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nb_certificate_file_write (facts, file_fixture_form (), &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_INVALID);
}

static void
test_write_refuses (void)
{
  g_autoptr (NbReportData) unreadable = make_report ("很多");
  g_autoptr (NbFacts) facts = nb_facts_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (nb_facts_new_from_data (unreadable, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_INVALID);
  assert_not_written (facts);
  nb_facts_set (facts, "initial-capital", "很多");
  assert_not_written (facts);
  nb_facts_set (facts, "initial-capital", "80.00");
  nb_facts_set_term (facts, (NbPeriod){ { 2024, 1, 1 }, { 2023, 1, 1 } });
  assert_not_written (facts);
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
