/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"

/* A narrative in which no rule finds anything. */
#define NARRATIVE                                                                                                                             \
  "一、业务活动开展情况\n2022年，青禾县图书馆坚持公益服务，全年开放312天，接待读者18."                     \
  "6万人次，外借图书24."                                                                                                              \
  "3万册次。新增图书1.2万册，订阅报刊320种。举办读者活动98场，参加读者1."                                        \
  "4万人次。建成社区分馆6个，流动服务"                                                                                        \
  "车下乡86次，为视障读者送书上门240册。修复古籍残页1,"                                                                 \
  "260页，开展馆员业务培训14期。\n二、取得的社会效益\n"                                                                  \
  "数字资源访问量达到52万次，读者满意率98%"                                                                                  \
  "，全民阅读氛围日益浓厚。自习室增加座位120个，方便了周边居民学习"                                             \
  "。\n三、存在问题及改进措施\n一是专业人员不足，拟招聘古籍修复人员2人；二是部分设备陈旧，拟申请" \
  "专项资金更"                                                                                                                           \
  "新。\n四、下一年工作计划\n继续办好读者活动，扩大馆藏规模，提升数字服务能力，新增社区分馆2个。" \
  "做好安全管"                                                                                                                           \
  "理，组织应急演练4次，保障读者和馆藏安全。"

/* The named checks that read more than one text; those that read prose have a corpus. */
static NbCatalog *catalog;

static NbReportDataBuilder *
begin_report (void)
{
  static const char *const texts[][2] = { { "year", "2022" },
                                          { "credit-code", "12610326MB2A12345G" },
                                          { "name", "青禾县图书馆" },
                                          { "purpose", "读书" },
                                          { "address", "陕西省宝鸡市青禾县城关镇1号" },
                                          { "legal-representative", "王小明" },
                                          { "initial-capital", "170万元" },
                                          { "funding-source", "财政补助收入" },
                                          { "sponsor", "青禾县文化局" },
                                          { "net-assets-opening", "160.00" },
                                          { "net-assets-closing", "165.00" },
                                          { "online-name", "无" },
                                          { "staff-count", "12" },
                                          { "registration-changes", "无" },
                                          { "activities", NARRATIVE },
                                          { "licences", "无" },
                                          { "performance", "无" },
                                          { "donations", "无" } };
  NbReportDataBuilder *builder =
      nb_report_data_builder_new (nb_catalog_lookup_form (catalog, "2014"));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (NbText) text = nb_text_new (texts[i][1]);
      g_autoptr (GError) error = NULL;

      nb_report_data_builder_set_text (builder, texts[i][0], text, &error);
      g_assert_no_error (error);
    }
  return builder;
}

static char *
describe (const NbReportData *data)
{
  NbCheckContext context = { .registry = nb_catalog_lookup_registry (catalog, "national") };
  g_autoptr (NbFindingList) findings = nb_check (data, &context);
  GString *seen = g_string_new (NULL);

  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      g_string_append_printf (
          seen, "%s%s:%s:%s", i > 0 ? " " : "", nb_finding_get_rule (finding),
          nb_finding_get_field (finding) != NULL ? nb_finding_get_field (finding) : "-",
          nb_severity_get_nick (nb_finding_get_severity (finding)));
      if (nb_finding_get_answer (finding) != NULL)
        g_string_append (seen, "(answered)");
    }
  return g_string_free (seen, FALSE);
}

static void
test_fields (void)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *findings;
  } cases[] = {
    { "donations", "无", "" },
    { "credit-code", "", "R02:credit-code:error" },
    { "credit-code", "12610326MB2A12345H", "R02:credit-code:error" },
    { "credit-code", "91350100M000100Y43", "R03:credit-code:warning" },
    { "year", "", "R04:year:error" },
    { "year", "前年", "R04:year:error" },
    { "filing-date", "2023-02-01", "" },
    { "filing-date", "2024-02-01", "R04:year:warning" },
    { "net-assets-opening", "约十三万", "R08:net-assets-opening:error" },
    { "net-assets-opening", "-3.20", "R15:net-assets-closing:advice" },
    { "net-assets-opening", "160万元", "R09:net-assets-opening:warning" },
    { "net-assets-opening", "1600012元", "R09:net-assets-opening:warning" },
    { "initial-capital", "一百七十万", "R09:initial-capital:warning" },
    { "initial-capital", "170", "" },
    { "initial-capital", "-170", "R16:initial-capital:error" },
    { "net-assets-closing", "136.00", "" },
    { "net-assets-closing", "135.99",
      "R13:net-assets-closing:warning R14:registration-changes:warning" },
    { "staff-count", "12人", "R17:staff-count:error" },
    { "staff-count", "", "R01:staff-count:error" },
    { "licences", "/", "R06:licences:warning" },
    { "licences", "", "R06:licences:warning" },
    { "name", "青禾\xEF\xBF\xBD馆", "R55:name:error" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NbReportDataBuilder *builder = begin_report ();
      g_autoptr (NbText) text = nb_text_new (cases[i].text);
      g_autoptr (NbReportData) data = NULL;
      g_autofree char *seen = NULL;

      g_test_message ("%s = “%s”", cases[i].field, cases[i].text);
      nb_report_data_builder_set_text (builder, cases[i].field, text, NULL);
      data = nb_report_data_builder_finish (builder);
      seen = describe (data);
      g_assert_cmpstr (seen, ==, cases[i].findings);
    }
}

/* R14: what denies a change, and what does not. */
static void
test_change_claims (void)
{
  static const struct
  {
    const char *text;
    gboolean claims;
  } cases[] = {
    { "无", TRUE },
    { "2022年度没有涉及变更登记的事项，没有违法违规等情况。", TRUE },
    { "2022年度，未发生变更。", TRUE },
    { "本年度无变更登记事项。", TRUE },
    { "遵守条例。\n不涉及变更登记。", TRUE },
    { "2022年度，依法办理了开办资金变更登记。", FALSE },
    { "没有违法违规情况，办理了法定代表人变更登记。", FALSE },
    { "2022年度遵守条例和实施细则。", FALSE },
    { "变更登记中没有差错。", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NbReportDataBuilder *builder = begin_report ();
      g_autoptr (NbText) closing = nb_text_new ("12.79");
      g_autoptr (NbText) text = nb_text_new (cases[i].text);
      g_autoptr (NbReportData) data = NULL;
      g_autofree char *seen = NULL;

      g_test_message ("“%s”", cases[i].text);
      nb_report_data_builder_set_text (builder, "net-assets-closing", closing, NULL);
      nb_report_data_builder_set_text (builder, "registration-changes", text, NULL);
      data = nb_report_data_builder_finish (builder);
      seen = describe (data);
      g_assert_cmpint (g_strstr_len (seen, -1, "R14") != NULL, ==, cases[i].claims);
    }
}

static void
test_answers (void)
{
  NbReportDataBuilder *builder = begin_report ();
  g_autoptr (NbText) closing = nb_text_new ("12.79");
  g_autoptr (NbText) later = nb_text_new ("12.78");
  g_autoptr (NbText) none = nb_text_new ("");
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "12.79", -1);
  g_autofree char *empty = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "", -1);
  g_autoptr (NbReportData) answered = NULL;
  g_autoptr (NbReportData) lapsed = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  nb_report_data_builder_set_text (builder, "net-assets-closing", closing, NULL);
  nb_report_data_builder_set_text (builder, "name", none, NULL);
  nb_report_data_builder_add_answer (builder, "R13", "net-assets-closing", digest,
                                     "开办资金正在变更");
  nb_report_data_builder_add_answer (builder, "R01", "name", empty, "错误不能这样答复");
  answered = nb_report_data_builder_finish (builder);
  first = describe (answered);
  g_assert_cmpstr (
      first, ==,
      "R01:name:error R13:net-assets-closing:warning(answered) R15:net-assets-closing:advice "
      "R14:registration-changes:warning");

  builder = nb_report_data_builder_new_from (answered);
  nb_report_data_builder_set_text (builder, "net-assets-closing", later, NULL);
  lapsed = nb_report_data_builder_finish (builder);
  second = describe (lapsed);
  g_assert_cmpstr (second, ==,
                   "R01:name:error R13:net-assets-closing:warning R15:net-assets-closing:advice "
                   "R14:registration-changes:warning");
}

static void
test_import_repairs (void)
{
  NbReportDataBuilder *builder = begin_report ();
  g_autoptr (NbImportRecord) record = nb_import_record_new ();
  g_autoptr (NbText) none = nb_text_new ("");
  g_autoptr (NbReportData) data = NULL;
  g_autofree char *seen = NULL;

  nb_import_record_add_repair (record, "R07", "funding-source", "经济来源");
  nb_import_record_add_repair (record, "R17", "staff-count", "从业人数 12");
  nb_import_record_add_repair (record, "R07", "donations", "missing");
  nb_import_record_add_repair (record, "R07", "online-name", "missing");
  nb_import_record_add_repair (record, "R07", NULL, "备注");
  nb_import_record_add_repair (record, "R04", "year", "2022");
  nb_import_record_add_repair (record, "R04", "year", "2021");
  nb_report_data_builder_set_import (builder, record);
  nb_report_data_builder_set_text (builder, "online-name", none, NULL);
  data = nb_report_data_builder_finish (builder);
  seen = describe (data);
  g_assert_cmpstr (seen, ==,
                   "R04:year:advice R07:funding-source:advice R07:online-name:advice "
                   "R18:online-name:warning R17:staff-count:advice R07:-:advice");
}

static void
test_edition_digest (void)
{
  NbReportDataBuilder *builder = begin_report ();
  g_autoptr (NbReportData) data = NULL;
  g_autofree char *seen = NULL;

  nb_report_data_builder_set_digest (builder, "00");
  data = nb_report_data_builder_finish (builder);
  seen = describe (data);
  g_assert_cmpstr (seen, ==, "R66:-:warning");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalog = load_catalog ();
  g_test_add_func ("/named/fields", test_fields);
  g_test_add_func ("/named/change-claims", test_change_claims);
  g_test_add_func ("/named/answers", test_answers);
  g_test_add_func ("/named/import-repairs", test_import_repairs);
  g_test_add_func ("/named/edition-digest", test_edition_digest);
  result = g_test_run ();
  nb_catalog_unref (catalog);
  return result;
}
