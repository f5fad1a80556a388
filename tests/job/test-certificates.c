/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "nb-job.h"

/* Certificates kept in a folder, one an institution. */
static NbJob *job;

static NbReportData *
make_report (const char *code, const char *name)
{
  NbReportDataBuilder *builder =
      nb_report_data_builder_new (nb_catalog_get_default_form (nb_job_get_catalog (job)));
  g_autoptr (NbText) code_text = nb_text_new (code);
  g_autoptr (NbText) name_text = nb_text_new (name);
  g_autoptr (NbText) purpose = nb_text_new ("读书\n看报");

  nb_report_data_builder_set_text (builder, "credit-code", code_text, NULL);
  nb_report_data_builder_set_text (builder, "name", name_text, NULL);
  nb_report_data_builder_set_text (builder, "purpose", purpose, NULL);
  return nb_report_data_builder_finish (builder);
}

static void
keep (const char *folder, const char *code, const char *name, const char *capital)
{
  g_autoptr (NbFacts) facts = nb_facts_new ();
  g_autoptr (GError) error = NULL;

  nb_facts_set (facts, "credit-code", code);
  nb_facts_set (facts, "name", name);
  nb_facts_set (facts, "initial-capital", capital);
  nb_facts_set_term (facts, (NbPeriod){ { 2019, 3, 1 }, { 2024, 2, 29 } });
  nb_job_keep_certificate (job, folder, facts, &error);
  g_assert_no_error (error);
}

static void
assert_kept (const char *folder, const char *code, const char *name, const char *capital)
{
  g_autoptr (NbReportData) data = make_report (code, name);
  g_autoptr (NbFacts) facts = nb_job_lookup_certificate (job, folder, data);

  if (capital == NULL)
    {
      g_assert_null (facts);
      return;
    }
  g_assert_nonnull (facts);
  g_assert_cmpstr (nb_facts_lookup (facts, "initial-capital"), ==, capital);
  g_assert_cmpint (nb_facts_get_term (facts).to.day, ==, 29);
  g_assert_false (nb_date_is_set (nb_facts_get_validity (facts).from));
}

static void
test_keep (void)
{
  g_autofree char *top = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (top, "deep", "certificates", NULL);
  g_autoptr (GPtrArray) none = nb_job_list_certificates (job, folder);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) damaged = NULL;
  g_autofree char *bad = g_build_filename (folder, "zzz.xml", NULL);

  g_assert_cmpuint (none->len, ==, 0);
  assert_kept (folder, "", "青禾县图书馆", NULL);

  keep (folder, NULL, "青禾县图书馆", "１７０万元");
  assert_kept (folder, "", "青禾县图书馆", "170.00");
  assert_kept (folder, "", "青禾县档案馆", NULL);
  /* Now the code is known: still one file, found by code and by name. */
  keep (folder, "12610326MB2A12345G", "青禾县图书馆", "180");
  assert_kept (folder, "12610326MB2A12345G", "改了名", "180.00");
  assert_kept (folder, "12610326MB2A12345H", "青禾县图书馆", "180.00");
  keep (folder, "../../../etc/passwd", "青禾县../档案馆", "5");
  assert_kept (folder, "", "青禾县../档案馆", "5.00");

  all = nb_job_list_certificates (job, folder);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (g_file_set_contents (bad, "<certificate/>", -1, NULL));
  damaged = nb_job_list_certificates (job, folder);
  g_assert_cmpuint (damaged->len, ==, 3);
  g_assert_nonnull (((NbKeptFacts *) g_ptr_array_index (damaged, 2))->error);
  assert_kept (folder, "", "青禾县图书馆", "180.00");

  for (guint i = 0; i < damaged->len; i++)
    g_assert_true (
        nb_job_forget_certificate (((NbKeptFacts *) g_ptr_array_index (damaged, i))->path, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (NbFacts) facts = nb_facts_new ();
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (nb_job_keep_certificate (job, folder, facts, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_ARGUMENT);
  g_clear_error (&error);

  nb_facts_set (facts, "name", "青禾县图书馆");
  nb_facts_set (facts, "initial-capital", "很多");
  g_assert_false (nb_job_keep_certificate (job, folder, facts, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_INVALID);
  g_clear_error (&error);

  nb_facts_set (facts, "initial-capital", "5");
  nb_facts_set_term (facts, (NbPeriod){ { 2024, 3, 1 }, { 2019, 2, 28 } });
  g_assert_false (nb_job_keep_certificate (job, folder, facts, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_INVALID);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What a report says can be kept, and comes back. */
static void
test_from_report (void)
{
  g_autoptr (NbReportData) data = make_report ("12610326MB2A12345G", "青禾县图书馆");
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbFacts) facts = nb_facts_new_from_data (data, &error);
  g_autoptr (NbFacts) kept = NULL;
  g_autoptr (NbReportData) next = NULL;
  g_autofree char *purpose = NULL;

  g_assert_no_error (error);
  g_assert_true (nb_job_keep_certificate (job, folder, facts, &error));
  kept = nb_job_lookup_certificate (job, folder, data);
  g_assert_cmpstr (nb_facts_lookup (kept, "purpose"), ==, "读书\n看报");
  next = nb_job_begin (job, NULL, kept, NULL, NULL, 2023, &error);
  g_assert_no_error (error);
  purpose = nb_report_data_dup_canonical (next, "purpose");
  g_assert_cmpstr (purpose, ==, "读书\n看报");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  job = nb_job_new (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/certificates/keep", test_keep);
  g_test_add_func ("/certificates/refused", test_refused);
  g_test_add_func ("/certificates/from-report", test_from_report);
  result = g_test_run ();
  nb_job_free (job);
  return result;
}
