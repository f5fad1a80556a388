/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-prose-run.h"
#include "nb-text-class.h"

/* The runs of @string as "1 2 3|1 2 5". */
static char *
scan (const char *string)
{
  g_autoptr (NbText) text = nb_text_new (string);
  g_autoptr (GArray) ordinals = g_array_new (FALSE, FALSE, sizeof (NbRunItem));
  GString *runs = g_string_new (NULL);

  nb_text_list_runs (text, NB_ITEM_IS, ordinals);
  for (guint i = 0; i < ordinals->len; i++)
    {
      const NbRunItem *ordinal = &g_array_index (ordinals, NbRunItem, i);
      NbSpan span = { ordinal->paragraph, ordinal->item->start, ordinal->item->end };
      g_autofree char *words = nb_text_dup_span (text, span);
      g_autofree char *numeral = nb_text_format_numeral (ordinal->item->number);
      g_autofree char *expected = g_strconcat (numeral, "是", NULL);

      g_assert_cmpstr (words, ==, expected);
      if (i > 0)
        g_string_append (
            runs, g_array_index (ordinals, NbRunItem, i - 1).run == ordinal->run ? " " : "|");
      g_string_append_printf (runs, "%u", ordinal->item->number);
    }
  return g_string_free (runs, FALSE);
}

static void
test_runs (void)
{
  static const char *const cases[][2] = {
    { "一是甲;二是乙。三是丙；五是丁", "1 2 3 5" },
    { "一是甲。一是乙，二是丙", "1|1 2" },
    { "一是甲。二是乙。（二）改进。三是丙", "1 2" },
    { "一是甲。二是乙。二、效益。一是丙", "1 2|1" },
    { "一是甲。\n二是乙。\n三是丙。", "1 2 3" },
    { "存在问题一是管理不严；二是人手不足", "1 2" },
    { "问题一是老问题。", "" },
    { "要统一是非标准，二是重点", "" },
    { "服务对象之一是学生；二是家长", "" },
    { "星期二是工作日，十二是偶数", "" },
    { "一是甲。2.具体：二是乙", "1" },
    { "一是完成18.5万元；二是乙", "1 2" },
    { "九是甲", "" },
    { "一是1；二是2；三是3；四是4；五是5；六是6；七是7；八是8；九是9；十是10；十一是11",
      "1 2 3 4 5 6 7 8 9 10 11" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *runs = scan (cases[i][0]);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (runs, ==, cases[i][1]);
    }
}

static void
test_numerals (void)
{
  static const struct
  {
    guint number;
    const char *text;
  } cases[] = { { 1, "一" }, { 10, "十" }, { 11, "十一" }, { 20, "二十" }, { 99, "九十九" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nb_text_format_numeral (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ordinal/runs", test_runs);
  g_test_add_func ("/ordinal/numerals", test_numerals);
  return g_test_run ();
}
