/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-break.h"

#define EM 4000

static NbMetrics *
make_metrics (void)
{
  NbMetrics *metrics = nb_metrics_new ("，。；：、！？）》”%", "（《“");
  GString *ascii = g_string_new (NULL);

  for (char c = 0x20; c < 0x7F; c++)
    g_string_append_c (ascii, c);
  nb_metrics_set_advance (metrics, ascii->str, 500);
  nb_metrics_set_blanks (metrics, "（《“", "，。；：、！？）》”");
  nb_metrics_set_units (metrics, "枚 万 元 余 人 人次 平方米");
  g_string_free (ascii, TRUE);
  return metrics;
}

/* The lines of @string, @width ems wide, divided by |. */
static char *
break_lines (const char *string, int width, int indent)
{
  g_autoptr (NbMetrics) metrics = make_metrics ();
  g_autoptr (NbParagraph) paragraph = nb_paragraph_new (string, -1);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (NbLine));
  GString *broken = g_string_new (NULL);

  nb_text_break_lines (paragraph, metrics, EM, width * EM, indent * EM, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const NbLine *line = &g_array_index (lines, NbLine, i);

      g_string_append (broken, i > 0 ? "|" : "");
      g_string_append_len (broken, string + line->from, (gssize) (line->to - line->from));
    }
  return g_string_free (broken, FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    int width, indent;
    const char *lines;
  } cases[] = {
    { "", 5, 0, "" },
    { "一二三四五六", 3, 0, "一二三|四五六" },
    { "一二三四五六", 3, 2, "一|二三四|五六" },
    { "一二三，四五", 3, 0, "一二|三，四|五" },
    { "一二（三四）", 3, 0, "一二|（三|四）" },
    { "共12345件", 3, 0, "共|12345|件" },
    { "刻章3311枚好", 4, 0, "刻章|3311枚好" },
    { "共100%满意", 3, 0, "共100%|满意" },
    { "约12.79万元整", 4, 0, "约|12.79万|元整" },
    { "约有12.79万元整", 5, 0, "约有|12.79万元|整" },
    { "接待读者60余万人次多", 6, 0, "接待读者|60余万人次多" },
    { "占地20平方米多", 4, 0, "占地|20平方米|多" },
    { "占地２０．５元多", 5, 0, "占地|２０．５元|多" },
    /* A mark at the end lets its empty half hang out; two side by side take less room. */
    { "一二三，四五六", 3, 0, "一二|三，四|五六" },
    { "一二三，四五六", 4, 0, "一二三，|四五六" },
    { "ab一二，四五六", 4, 0, "ab一二，|四五六" },
    { "a一二三，四五六", 4, 0, "a一二三，|四五六" },
    { "ab一二三，四五六", 4, 0, "ab一二|三，四五|六" },
    { "一二》。四五六", 4, 0, "一二》。|四五六" },
    { "a一》。四五", 4, 0, "a一》。四|五" },
    { "（《一》）二", 4, 0, "（《一》）|二" },
    { "一，“二”三四", 4, 0, "一，“二”|三四" },
    { "甲 ，乙丙", 2, 0, "甲 ，|乙丙" },
    { "aaaaaaaaaa", 3, 0, "aaaaaa|aaaa" },
    { "word word", 3, 0, "word |word" },
    { "一 二三四", 2, 0, "一 |二三|四" },
    { "甲e\xCC\x81乙", 1, 0, "甲|e\xCC\x81|乙" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = break_lines (cases[i].text, cases[i].width, cases[i].indent);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

/* Lines follow each other without a gap and, but for a single wide character, fit. */
static void
test_nothing_lost (void)
{
  static const char *const pieces[] = { "年", "，", "（", "1", ".",         "a", " ",
                                        "%",  "万", "元", "”", "e\xCC\x81", "𠮷" };
  g_autoptr (NbMetrics) metrics = make_metrics ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (9704);

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (NbParagraph) paragraph = NULL;
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (NbLine));
      int width = g_rand_int_range (rand, 1, 8) * EM;
      guint offset = 0;
      gsize byte = 0;

      for (int j = g_rand_int_range (rand, 0, 60); j > 0; j--)
        g_string_append (string, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      paragraph = nb_paragraph_new (string->str, -1);
      nb_text_break_lines (paragraph, metrics, EM, width, 0, lines);
      for (guint j = 0; j < lines->len; j++)
        {
          const NbLine *line = &g_array_index (lines, NbLine, j);

          g_assert_cmpuint (line->start, ==, offset);
          g_assert_cmpuint (line->from, ==, byte);
          g_assert_cmpint (line->width, <=, width);
          g_assert_cmpint (line->width, >=, 0);
          g_assert_true (line->end > line->start || lines->len == 1);
          offset = line->end;
          byte = line->to;
        }
      g_assert_cmpuint (offset, ==, paragraph->length);
      g_assert_cmpuint (byte, ==, paragraph->size);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/break/cases", test_cases);
  g_test_add_func ("/break/nothing-lost", test_nothing_lost);
  return g_test_run ();
}
