/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-year.h"

/* The years as "2022@0.0 2023@1.5": the year, its paragraph and where it begins there. */
static char *
describe (const char *text)
{
  g_autoptr (NbText) paragraphs = nb_text_new (text);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (NbYearMention));
  GString *seen = g_string_new (NULL);

  nb_text_scan_years (paragraphs, years);
  for (guint i = 0; i < years->len; i++)
    {
      const NbYearMention *mention = &g_array_index (years, NbYearMention, i);

      g_assert_cmpuint (mention->span.end, ==, mention->span.start + 4);
      g_string_append_printf (seen, "%s%d@%u.%u", i > 0 ? " " : "", mention->year,
                              mention->span.paragraph, mention->span.start);
    }
  return g_string_free (seen, FALSE);
}

static void
test_years (void)
{
  static const char *const cases[][2] = {
    { "2022年，我馆全年开放。", "2022@0.0" },
    { "截至２０２２年底\n四、2023年工作计划", "2022@0.2 2023@1.2" },
    { "二〇二二年度总结", "2022@0.0" },
    { "二零二二年", "2022@0.0" },
    { "2020—2022年连续三年", "2020@0.0 2022@0.5" },
    { "2020、2021、2022年", "2020@0.0 2021@0.5 2022@0.10" },
    { "2021年至2022年", "2021@0.0 2022@0.6" },
    { "青文发〔2022〕15号", "2022@0.4" },
    { "有效期至2024-03-05，原证2019.3.6", "2024@0.4 2019@0.17" },
    { "2022 年", "2022@0.0" },
    { "共借出图书2022册", "" },
    { "电话2022-1234", "" },
    { "编号12022年", "" },
    { "面积1.2022年", "" },
    { "3022年", "" },
    { "建党101周年", "" },
    { "第二零二二号", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *seen = describe (cases[i][0]);

      g_test_message ("“%s”", cases[i][0]);
      g_assert_cmpstr (seen, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/year/years", test_years);
  return g_test_run ();
}
