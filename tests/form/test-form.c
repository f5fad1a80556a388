/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edition in use, as formats.md fixes it, and what the accessors say of it. */

#include <string.h>

#include "edition-files.h"

/* Permanent: ids, order, labels and types are what report files are read by. */
static const struct
{
  const char *id;
  const char *label;
  NbFieldType type;
  gboolean published;
  gboolean certificate;
} fields[] = {
  { "year", "年度", NB_FIELD_YEAR, FALSE, FALSE },
  { "credit-code", "统一社会信用代码", NB_FIELD_CODE, FALSE, TRUE },
  { "name", "单位名称", NB_FIELD_LINE, TRUE, TRUE },
  { "purpose", "宗旨和业务范围", NB_FIELD_LONG, TRUE, TRUE },
  { "address", "住所", NB_FIELD_LINE, TRUE, TRUE },
  { "legal-representative", "法定代表人", NB_FIELD_LINE, TRUE, TRUE },
  { "initial-capital", "开办资金", NB_FIELD_MONEY, TRUE, TRUE },
  { "funding-source", "经费来源", NB_FIELD_LINE, TRUE, TRUE },
  { "sponsor", "举办单位", NB_FIELD_LINE, TRUE, TRUE },
  { "net-assets-opening", "年初数（万元）", NB_FIELD_MONEY, TRUE, FALSE },
  { "net-assets-closing", "年末数（万元）", NB_FIELD_MONEY, TRUE, FALSE },
  { "online-name", "网上名称", NB_FIELD_LINE, TRUE, FALSE },
  { "staff-count", "从业人数", NB_FIELD_COUNT, TRUE, FALSE },
  { "registration-changes", "对《条例》和实施细则有关变更登记规定的执行情况", NB_FIELD_LONG, TRUE,
    FALSE },
  { "activities", "开展业务活动情况", NB_FIELD_LONG, TRUE, FALSE },
  { "licences", "相关资质认可或执业许可证明文件及有效期", NB_FIELD_LONG, TRUE, FALSE },
  { "performance", "绩效和受奖惩及诉讼投诉情况", NB_FIELD_LONG, TRUE, FALSE },
  { "donations", "接受捐赠资助及使用情况", NB_FIELD_LONG, TRUE, FALSE },
  { "preparer", "填表人", NB_FIELD_LINE, FALSE, FALSE },
  { "phone", "联系电话", NB_FIELD_LINE, FALSE, FALSE },
  { "filing-date", "报送日期", NB_FIELD_DATE, FALSE, FALSE },
};

static NbForm *form;

static void
test_fields (void)
{
  g_assert_cmpstr (nb_form_get_id (form), ==, "annual-report");
  g_assert_cmpstr (nb_form_get_edition (form), ==, "2014");
  g_assert_cmpstr (nb_form_get_title (form), ==, "事业单位法人年度报告书");
  g_assert_cmpuint (nb_form_get_n_fields (form), ==, G_N_ELEMENTS (fields));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);
      gboolean net_assets = g_str_has_prefix (field->id, "net-assets-");

      g_assert_cmpstr (field->id, ==, fields[i].id);
      g_assert_cmpstr (field->label, ==, fields[i].label);
      g_assert_cmpint (field->type, ==, fields[i].type);
      g_assert_cmpint (field->published, ==, fields[i].published);
      g_assert_cmpint (field->certificate, ==, fields[i].certificate);
      g_assert_cmpint (field->negative, ==, net_assets);
      g_assert_cmpstr (field->unit, ==, strcmp (field->id, "initial-capital") ? NULL : "万元");
      g_assert_cmpuint (field->index, ==, i);
      g_assert_true (nb_form_lookup_field (form, field->id) == field);
      g_assert_nonnull (field->help);
      g_assert_null (field->choices);
    }
  g_assert_null (nb_form_lookup_field (form, "Year"));
  g_assert_null (nb_form_lookup_field (form, ""));
}

static void
test_digest (void)
{
  g_autoptr (GBytes) bytes = test_read ("../data/forms/2014/fields.xml");
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_assert_cmpstr (nb_form_get_digest (form), ==, digest);
}

/* Sections follow each other without a field out of place: the editor shows them in this order. */
static void
test_sections (void)
{
  guint section = 0;

  g_assert_cmpstr (nb_form_get_section (form, 0)->id, ==, "cover");
  g_assert_cmpstr (nb_form_get_section (form, 0)->name, ==, "Cover");
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);

      if (strcmp (field->section, nb_form_get_section (form, section)->id) != 0)
        section++;
      g_assert_cmpstr (field->section, ==, nb_form_get_section (form, section)->id);
    }
  g_assert_cmpuint (section + 1, ==, nb_form_get_n_sections (form));
}

static void
assert_label (const char *label, const char *id, gboolean is_canonical)
{
  gboolean canonical = !is_canonical;
  const NbFieldDef *field = nb_form_lookup_label (form, label, &canonical);

  g_assert_nonnull (field);
  g_assert_cmpstr (field->id, ==, id);
  g_assert_cmpint (canonical, ==, is_canonical);
  g_assert_true (nb_form_lookup_label (form, label, NULL) == field);
}

static void
test_labels (void)
{
  assert_label ("单位名称", "name", TRUE);
  assert_label (" 住　所 ", "address", TRUE);
  assert_label ("年初数(万元)", "net-assets-opening", TRUE);
  assert_label ("年末数（ 万元 ）", "net-assets-closing", TRUE);
  assert_label ("经济来源", "funding-source", FALSE);
  assert_label ("接收捐赠资助及使用情况", "donations", FALSE);
  assert_label ("对《条例》和《实施细则》有关变更登记规定的执行情况", "registration-changes",
                FALSE);
  g_assert_null (nb_form_lookup_label (form, "", NULL));
  g_assert_null (nb_form_lookup_label (form, "从业人数 20", NULL));
  g_assert_null (nb_form_lookup_label (form, "资产损益情况", NULL));
}

static void
test_table (void)
{
  /* A letter a cell: the label, the value, or words; its field's index beside it. */
  static const char *const rows[] = {
    "l2 v2",  "l3 v3",  "l4 v4",           "l5 v5",   "l6 v6",   "l7 v7",   "l8 v8",   "h",
    "l9 l10", "v9 v10", "l11 v11 l12 v12", "l13 v13", "l14 v14", "l15 v15", "l16 v16", "l17 v17",
  };

  g_assert_cmpuint (nb_form_get_n_table_rows (form), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GArray *row = nb_form_get_table_row (form, i);
      g_autoptr (GString) shape = g_string_new (NULL);

      for (guint j = 0; j < row->len; j++)
        {
          const NbTableCell *cell = &g_array_index (row, NbTableCell, j);

          g_string_append (shape, j > 0 ? " " : "");
          if (cell->kind == NB_TABLE_HEADING)
            {
              g_string_append (shape, "h");
              g_assert_cmpstr (cell->words, ==, "资产损益情况");
              g_assert_null (cell->field);
              continue;
            }
          g_assert_null (cell->words);
          g_string_append_printf (shape, "%c%u", cell->kind == NB_TABLE_LABEL ? 'l' : 'v',
                                  nb_form_lookup_field (form, cell->field)->index);
        }
      g_assert_cmpstr (shape->str, ==, rows[i]);
    }
}

static void
assert_roll (const char *field, int kind, const char *from)
{
  const NbRollDef *roll = nb_form_get_roll (form, field);

  g_assert_nonnull (roll);
  g_assert_cmpstr (roll->field, ==, field);
  g_assert_cmpint (roll->kind, ==, kind);
  g_assert_cmpstr (roll->from, ==, from);
}

static void
test_roll (void)
{
  assert_roll ("year", NB_ROLL_NEXT, "year");
  assert_roll ("net-assets-opening", NB_ROLL_CARRY, "net-assets-closing");
  assert_roll ("net-assets-closing", NB_ROLL_DROP, "net-assets-closing");
  assert_roll ("filing-date", NB_ROLL_DROP, "filing-date");
  assert_roll ("activities", NB_ROLL_OFFER, "activities");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].certificate)
      assert_roll (fields[i].id, NB_ROLL_CARRY, fields[i].id);
}

/* The accessors of rules, on the test-only edition, which has one of each. */
static void
test_rules (void)
{
  g_autoptr (NbForm) other = test_load_edition ("data/forms/9999");
  const NbRuleDef *rule = nb_form_lookup_rule (other, "X12");

  g_assert_cmpint (rule->kind, ==, NB_RULE_DATE_WINDOW);
  g_assert_cmpint (rule->severity, ==, NB_SEVERITY_WARNING);
  g_assert_cmpint (rule->stage, ==, NB_STAGE_FILING);
  g_assert_cmpstr (rule->title, ==, "The report is filed in time");
  g_assert_cmpstr (nb_rule_def_get_parameter (rule, "to"), ==, "03-31");
  g_assert_null (nb_rule_def_get_parameter (rule, "limit"));
  g_assert_null (rule->check);

  rule = nb_form_lookup_rule (other, "X13");
  g_assert_cmpstr (rule->check, ==, "ordinal-run");
  g_assert_cmpint (rule->stage, ==, NB_STAGE_DATA);
  g_assert_cmpstr (rule->fields[0], ==, "story");
  g_assert_null (rule->fields[1]);
  g_assert_cmpstr (rule->reads[0], ==, "year");
  g_assert_cmpstr (rule->reads[1], ==, "name");
  g_assert_null (rule->reads[2]);

  rule = nb_form_lookup_rule (other, "X02");
  g_assert_cmpuint (rule->examples->len, ==, 2);
  g_assert_cmpstr (g_array_index (rule->examples, NbRuleExample, 0).bad, ==, "/");
  g_assert_cmpstr (g_array_index (rule->examples, NbRuleExample, 0).good, ==, "无");
  g_assert_null (g_array_index (rule->examples, NbRuleExample, 1).good);
  g_assert_cmpstr (rule->authority, ==, "测试规定第一条；测试规定第二条");
  g_assert_null (rule->reads[0]);
  g_assert_cmpstr (nb_form_get_rule (other, 0)->id, ==, "X01");
  g_assert_null (nb_form_lookup_rule (other, "X99"));
  g_assert_cmpstr (nb_severity_get_nick (nb_form_lookup_rule (other, "X14")->severity), ==, "off");
  g_assert_cmpstr (nb_severity_get_nick (NB_SEVERITY_ERROR), ==, "error");
  g_assert_cmpstr (nb_stage_get_nick (NB_STAGE_FILING), ==, "filing");
}

static void
test_choices (void)
{
  g_autoptr (NbForm) other = test_load_edition ("data/forms/9999");
  const NbFieldDef *field = nb_form_lookup_field (other, "mode");

  g_assert_cmpuint (g_strv_length ((GStrv) field->choices), ==, 2);
  g_assert_cmpstr (field->choices[1], ==, "合办");
  g_assert_cmpstr (nb_form_lookup_field (other, "people")->unit, ==, "人");
}

static gpointer
use_form (gpointer data)
{
  for (guint i = 0; i < 10000; i++)
    nb_form_unref (nb_form_ref (data));
  return NULL;
}

static void
test_references (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, use_form, form);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpstr (nb_form_get_edition (form), ==, "2014");
}

/* Rules come and go with revisions; what is fixed for ever stands in fields.xml. */
static NbForm *
load_form (void)
{
  static const char no_rules[] =
      "<rules xmlns='urn:nianbao:form:1' engine='1' edition='2014' revision='1'/>";
  g_autoptr (GBytes) definition = test_read ("../data/forms/2014/fields.xml");
  g_autoptr (GBytes) pages = test_read ("../data/forms/2014/page.xml");
  g_autoptr (GBytes) rules = g_bytes_new_static (no_rules, strlen (no_rules));
  static const char *const no_checks[] = { NULL };
  g_autoptr (GError) error = NULL;
  NbForm *loaded = nb_form_load ("2014", definition, rules, pages, no_checks, &error);

  g_assert_no_error (error);
  return loaded;
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  form = load_form ();
  g_test_add_func ("/form/fields", test_fields);
  g_test_add_func ("/form/digest", test_digest);
  g_test_add_func ("/form/sections", test_sections);
  g_test_add_func ("/form/labels", test_labels);
  g_test_add_func ("/form/table", test_table);
  g_test_add_func ("/form/roll", test_roll);
  g_test_add_func ("/form/rules", test_rules);
  g_test_add_func ("/form/choices", test_choices);
  g_test_add_func ("/form/references", test_references);
  status = g_test_run ();
  nb_form_unref (form);
  return status;
}
