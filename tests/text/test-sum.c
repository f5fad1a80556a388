/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-sum.h"

static guint
count_faults (const char *string)
{
  g_autoptr (NbText) text = nb_text_new (string);
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (NbSumFault));

  g_array_set_clear_func (faults, (GDestroyNotify) nb_sum_fault_clear);
  nb_text_scan_sums (text, faults);
  return faults->len;
}

static void
test_found (void)
{
  static const char *const texts[] = {
    "大厅共办件5632件,其中线上评价事项2412件,线下评价事项3200件。",
    "全年共接待读者21,560人次，其中成人12,000人次，少儿9,650人次。",
    "共支出52.9万元，其中设备30.5万元，维修22.5万元；",
    "现有职工共120人，其中男58人，女65人。",
    "合计发证300件，其中新增150件，原有100件。",
    "共处理来访203次，其中：电话100次，来信100次。",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (count_faults (texts[i]), ==, 1);
    }
}

static void
test_silent (void)
{
  static const char *const texts[] = {
    "大厅共办件5632件,其中线上评价事项2412件,线下评价事项3220件,非常满意占到100%。",
    "共培训200人，其中党员50人，骨干30人。",
    "共培训200人，其中党员80人，女性150人。",
    "共借阅5000余册，其中文学2000册，科技2900册。",
    "共开展活动60场，其中讲座20场。",
    "共投入100万元，其中购书3000册，培训60人。",
    "其中线上100件，线下200件。",
    "共办件5632件。其中线上2412件，线下3200件是另一句。",
    "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (count_faults (texts[i]), ==, 0);
    }
}

static void
test_spans (void)
{
  g_autoptr (NbText) text = nb_text_new ("前言。\n共办件5632件，其中线上2412件，线下3200件");
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (NbSumFault));
  const NbSumFault *fault;
  g_autofree char *total = NULL;
  g_autofree char *part = NULL;

  g_array_set_clear_func (faults, (GDestroyNotify) nb_sum_fault_clear);
  nb_text_scan_sums (text, faults);
  g_assert_cmpuint (faults->len, ==, 1);
  fault = &g_array_index (faults, NbSumFault, 0);
  total = nb_text_dup_span (text, fault->total);
  part = nb_text_dup_span (text, g_array_index (fault->parts, NbSpan, 1));
  g_assert_cmpstr (total, ==, "5632件");
  g_assert_cmpstr (part, ==, "3200件");
  g_assert_cmpint (fault->total_value, ==, 563200);
  g_assert_cmpint (fault->parts_sum, ==, 561200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sum/found", test_found);
  g_test_add_func ("/sum/silent", test_silent);
  g_test_add_func ("/sum/spans", test_spans);
  return g_test_run ();
}
