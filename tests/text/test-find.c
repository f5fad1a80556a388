/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-find.h"

static const struct
{
  const char *text;
  const char *words;
  const char *places; /* paragraph:start-end … */
} cases[] = {
  { "读者读书，读报。", "读", "0:0-1 0:2-3 0:5-6" },
  { "读者,读者，读者", "者，", "0:1-3 0:4-6" },
  { "读者,读者，读者", "者,", "0:1-3 0:4-6" },
  { "（一）(一)", "(一)", "0:0-3 0:3-6" },
  { "ＡＢC 12３", "abc", "0:0-3" },
  { "ＡＢC 12３", "123", "0:4-7" },
  { "甲　乙 丙", "甲 乙", "0:0-3" },
  { "书。\n还书。\n", "书。", "0:0-2 1:1-3" },
  /* Never over another, never over a paragraph's end. */
  { "哈哈哈哈哈", "哈哈", "0:0-2 0:2-4" },
  { "甲\n乙", "甲乙", "" },
  { "甲", "", "" },
  { "", "甲", "" },
  /* A full stop is no decimal point. */
  { "3.5和3。5", "3.5", "0:0-3" },
  { "𠮷祥", "祥", "0:1-2" },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbText) text = nb_text_new (cases[i].text);
      g_autoptr (GArray) found = nb_text_find (text, cases[i].words);
      g_autoptr (GString) places = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        {
          NbSpan span = g_array_index (found, NbSpan, j);

          g_string_append_printf (places, "%s%u:%u-%u", j > 0 ? " " : "", span.paragraph,
                                  span.start, span.end);
        }
      g_assert_cmpstr (places->str, ==, cases[i].places);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/find", test_find);
  return g_test_run ();
}
