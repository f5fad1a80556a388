/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "nb-handing-in.h"
#include "nb-remark.h"

/* What is kept of a report on its way to the registry. */

#define CODE "1261032612345678XJ"

static NbJob *job;

static NbReportData *
make_report (const char *code, const char *name, const char *year)
{
  NbForm *form = nb_catalog_get_default_form (nb_job_get_catalog (job));
  g_autoptr (NbReport) report = nb_report_new (form, "national");

  nb_report_set_text (report, "credit-code", code, NULL);
  nb_report_set_text (report, "name", name, NULL);
  nb_report_set_text (report, "year", year, NULL);
  return nb_report_freeze (report);
}

static char *
make_folder (void)
{
  g_autofree char *top = g_dir_make_tmp ("nianbao-XXXXXX", NULL);

  return g_build_filename (top, "handing-in", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *top = g_path_get_dirname (folder);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_rmdir (top);
}

static void
test_steps (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (NbReportData) by_name = make_report ("", "白石县美术馆", "2022");
  g_autoptr (NbReportData) by_code = make_report (CODE, "白石县美术馆", "2022");
  g_autoptr (NbReportData) next_year = make_report (CODE, "白石县美术馆", "2023");
  g_autoptr (NbReportData) nobody = make_report ("", "", "2022");
  g_autoptr (NbHandingIn) fresh = nb_handing_in_load (folder, by_name);
  g_autoptr (NbHandingIn) again = NULL;
  g_autoptr (NbHandingIn) other = NULL;
  g_autoptr (GError) error = NULL;
  gboolean stale;

  g_assert_false (nb_date_is_set (nb_handing_in_get_day (fresh, NB_STEP_PRINTED)));
  nb_handing_in_set_day (fresh, NB_STEP_PRINTED, (NbDate){ 2023, 3, 1 }, "abc");
  nb_handing_in_set_day (fresh, NB_STEP_SUBMITTED, (NbDate){ 2023, 3, 2 }, NULL);
  nb_handing_in_set_copied (fresh, "address", "青石路8号", (NbDate){ 2023, 3, 3 });
  nb_handing_in_save (fresh, folder, nobody, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 0);
  nb_handing_in_save (fresh, folder, by_name, &error);
  g_assert_no_error (error);

  /* The code comes later: one file all the same. */
  again = nb_handing_in_load (folder, by_code);
  g_assert_cmpint (nb_handing_in_get_day (again, NB_STEP_PRINTED).day, ==, 1);
  g_assert_false (nb_handing_in_is_stale (again, NB_STEP_PRINTED, "abc"));
  g_assert_true (nb_handing_in_is_stale (again, NB_STEP_PRINTED, "abd"));
  g_assert_false (nb_handing_in_is_stale (again, NB_STEP_SUBMITTED, "abc"));
  g_assert_cmpint (nb_handing_in_get_copied (again, "address", "青石路8号", &stale).day, ==, 3);
  g_assert_false (stale);
  nb_handing_in_get_copied (again, "address", "青石路9号", &stale);
  g_assert_true (stale);
  g_assert_false (nb_date_is_set (nb_handing_in_get_copied (again, "purpose", "", NULL)));
  nb_handing_in_set_day (again, NB_STEP_PRINTED, (NbDate){ 0 }, NULL);
  nb_handing_in_save (again, folder, by_code, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 1);
  other = nb_handing_in_load (folder, by_code);
  g_assert_false (nb_date_is_set (nb_handing_in_get_day (other, NB_STEP_PRINTED)));
  g_assert_cmpint (nb_handing_in_get_day (other, NB_STEP_SUBMITTED).day, ==, 2);
  g_clear_pointer (&other, nb_handing_in_free);

  /* Each year begins anew. */
  other = nb_handing_in_load (folder, next_year);
  g_assert_false (nb_date_is_set (nb_handing_in_get_day (other, NB_STEP_SUBMITTED)));
  remove_folder (folder);
}

static void
test_return (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (NbReportData) data = make_report (CODE, "白石县美术馆", "2022");
  g_autoptr (NbHandingIn) kept = nb_handing_in_load (folder, data);
  g_autoptr (NbHandingIn) again = NULL;
  g_autofree char *remark = NULL;
  guint revision;
  NbDate day;

  nb_handing_in_set_remark (kept, "住所；\n开办资金", (NbDate){ 2023, 3, 9 }, 2);
  nb_handing_in_set_done (kept, "住所", TRUE);
  g_assert_true (nb_handing_in_save (kept, folder, data, NULL));
  again = nb_handing_in_load (folder, data);
  remark = nb_handing_in_dup_remark (again, &day, &revision);
  g_assert_cmpstr (remark, ==, "住所；\n开办资金");
  g_assert_cmpint (day.day, ==, 9);
  g_assert_cmpuint (revision, ==, 2);
  g_assert_true (nb_handing_in_is_done (again, "住所"));
  g_assert_false (nb_handing_in_is_done (again, "开办资金"));

  /* The same again changes nothing; another one is not done. */
  nb_handing_in_set_remark (again, remark, day, revision);
  g_assert_true (nb_handing_in_is_done (again, "住所"));
  nb_handing_in_set_remark (again, "住所", day, 3);
  g_assert_false (nb_handing_in_is_done (again, "住所"));
  nb_handing_in_set_remark (again, NULL, day, 3);
  g_clear_pointer (&remark, g_free);
  remark = nb_handing_in_dup_remark (again, NULL, NULL);
  g_assert_null (remark);
  remove_folder (folder);
}

/* A number is proved in one field, for as long as it is known by the same key. */
static void
test_proved (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (NbReportData) data = make_report (CODE, "白石县美术馆", "2022");
  g_autoptr (NbHandingIn) kept = nb_handing_in_load (folder, data);
  g_autoptr (NbHandingIn) again = NULL;

  nb_handing_in_set_proved (kept, "activities", "4 接待读者64批", TRUE);
  nb_handing_in_set_proved (kept, "activities", "2 开课9期", TRUE);
  nb_handing_in_set_proved (kept, "activities", "2 开课9期", FALSE);
  g_assert_true (nb_handing_in_save (kept, folder, data, NULL));
  again = nb_handing_in_load (folder, data);
  g_assert_true (nb_handing_in_is_proved (again, "activities", "4 接待读者64批"));
  g_assert_false (nb_handing_in_is_proved (again, "activities", "2 开课9期"));
  g_assert_false (nb_handing_in_is_proved (again, "activities", "4 接待读者65批"));
  g_assert_false (nb_handing_in_is_proved (again, "other", "4 接待读者64批"));
  remove_folder (folder);
}

/* Each point is bound to the field that it names first, by whatever name. */
static void
test_remarks (void)
{
  static const struct
  {
    const char *remark;
    const char *fields[4]; /* "" for none; ended by NULL */
  } cases[] = {
    { "", { NULL } },
    { "请尽快改正。", { "" } },
    { "1. 开办资金与证书不符；2. 住所漏写路名", { "initial-capital", "address" } },
    { "（1）年末数未填\n（2）开展业务活动情况缺四是；", { "net-assets-closing", "activities" } },
    { "经济来源写错了", { "funding-source" } },
    { "宗 旨 和 业 务 范 围：半角逗号", { "purpose" } },
    { "举办单位名称写错，住所也不对", { "sponsor" } },
  };
  NbForm *form = nb_catalog_get_default_form (nb_job_get_catalog (job));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) list = nb_remark_list (cases[i].remark, form);
      guint n = 0;

      for (; cases[i].fields[n] != NULL; n++)
        {
          const NbRemark *one = n < list->len ? g_ptr_array_index (list, n) : NULL;

          g_assert_nonnull (one);
          g_assert_nonnull (strstr (cases[i].remark, one->text));
          g_assert_cmpstr (one->field != NULL ? one->field->id : "", ==, cases[i].fields[n]);
        }
      g_assert_cmpuint (list->len, ==, n);
    }
}

static void
test_deadline (void)
{
  g_autoptr (NbReportData) data = make_report (CODE, "白石县美术馆", "2022");
  g_autoptr (NbReportData) no_year = make_report (CODE, "白石县美术馆", "");
  NbPeriod window = nb_check_get_filing_window (data, nb_job_get_registry (job, data, NULL));

  g_assert_cmpint (nb_date_compare (window.to, (NbDate){ 2023, 3, 31 }), ==, 0);
  g_assert_cmpint (nb_date_days_between ((NbDate){ 2023, 2, 28 }, window.to), ==, 31);
  g_assert_cmpint (nb_date_days_between ((NbDate){ 2023, 4, 2 }, window.to), ==, -2);
  window = nb_check_get_filing_window (no_year, nb_job_get_registry (job, no_year, NULL));
  g_assert_false (nb_date_is_set (window.to));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  job = nb_job_new (NULL, NULL);
  g_test_add_func ("/job/handing-in/steps", test_steps);
  g_test_add_func ("/job/handing-in/return", test_return);
  g_test_add_func ("/job/handing-in/proved", test_proved);
  g_test_add_func ("/job/handing-in/remarks", test_remarks);
  g_test_add_func ("/job/handing-in/deadline", test_deadline);
  status = g_test_run ();
  nb_job_free (job);
  return status;
}
