/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-clean.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *clean;
  const char *said;
} Case;

static const Case cases[] = {
  { "", "", "" },
  { "全年开馆312天。", "全年开馆312天。", "" },
  { "一、读书。\n二、看报。\n", "一、读书。\n二、看报。\n", "" },
  { "一、读书。\r\n二、看报。\r三、\v四、\f五、", "一、读书。\n二、看报。\n三、\n四、\n五、",
    "4 line breaks" },
  { "甲\u2028乙\u2029丙\xC2\x85"
    "丁",
    "甲\n乙\n丙\n丁", "3 line breaks" },
  { "馆长\t王明", "馆长 王明", "1 tab" },
  { "新购图书\u00A04860\u2003册", "新购图书 4860 册", "2 no-break spaces" },
  { "甲 \t\u00A0乙", "甲 乙", "1 tab, 1 no-break space" },
  { "图书\u00AD馆\u00AD", "图书馆", "2 soft hyphens" },
  { "\uFEFF图\u200B书\u2060馆", "图书馆", "3 invisible characters" },
  { "　　2022年，我馆开馆。\n　　全年接待读者。　", "2022年，我馆开馆。\n全年接待读者。",
    "3 indents" },
  { "1.\t读书。\n2、\t看报。\n（三）\t写字。\n④\t画画。",
    "1.读书。\n2、看报。\n（三）写字。\n④画画。", "4 signs of lists" },
  { "•\t读书\n\uF0B7\t看报\n● 写字\nØ\t画画\no\t下棋", "读书\n看报\n写字\n画画\n下棋",
    "5 signs of lists" },
  { "  1.\u00A0\t读书。", "1. 读书。", "1 tab, 1 no-break space, 1 indent" },
  { "o 型血", "o 型血", "" },
  { "●重点工作", "●重点工作", "" },
  { "2022\t年度", "2022年度", "1 sign of a list" },
  { "123456789\t年度", "123456789 年度", "1 tab" },
  { "甲\x01乙\uFFFE", "甲\uFFFD乙\uFFFD", "2 impossible characters" },
  { " ", "", "1 indent" },
  { "\n\n", "\n\n", "" },
  { "𠮷野家\u00A0", "𠮷野家", "1 indent" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NbTextCleaned cleaned = { { 0 } };
      g_autofree char *clean = nb_text_clean (cases[i].text, &cleaned);
      g_autofree char *said = nb_text_cleaned_describe (&cleaned);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (said, ==, cases[i].said);
      g_assert_cmpint (nb_text_cleaned_is_empty (&cleaned), ==, *cases[i].said == '\0');
    }
}

/* What is clean stays as it is, whatever came in. */
static void
test_twice (void)
{
  static const char *const pieces[] = { "甲",     "1",      ".",  "\t",   " ",
                                        "　",     "\u00A0", "\r", "\n",   "\u00AD",
                                        "\uFEFF", "•",      "、", "\x02", "o" };

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;
      NbTextCleaned cleaned = { { 0 } };

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      once = nb_text_clean (text->str, NULL);
      twice = nb_text_clean (once, &cleaned);
      g_assert_null (strpbrk (once, "\t\r"));
      g_assert_true (g_utf8_validate (once, -1, NULL));
      if (cleaned.counts[NB_CLEAN_LIST_NUMBERS] == 0)
        g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_nicks (void)
{
  for (int i = 0; i < NB_N_CLEAN_KINDS; i++)
    {
      NbCleanKind kind;

      g_assert_true (nb_clean_kind_parse (nb_clean_kind_get_nick ((NbCleanKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (nb_clean_kind_parse ("dust", &(NbCleanKind){ 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clean/cases", test_cases);
  g_test_add_func ("/clean/twice", test_twice);
  g_test_add_func ("/clean/nicks", test_nicks);
  return g_test_run ();
}
