/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-pairs.h"

static const struct
{
  const char *a;
  const char *b;
  const char
      *said; /* "=words" the same, "-words", "+words", "-words+words" counterparts; | between */
} cases[] = {
  { "", "", "" },
  { "读书。看报。", "读书。看报。", "=读书。|=看报。" },
  { "读书十次。写字。", "读书九次。写字。", "-读书十次。+读书九次。|=写字。" },
  { "读书。\n看报。", "读书。看报。", "=读书。|=看报。" },
  { "接待读者六十批。开写生课八期。", "开写生课九期。接待读者六十四批。",
    "+开写生课九期。|-接待读者六十批。+接待读者六十四批。|-开写生课八期。" },
  { "甲乙丙丁。", "戊己庚辛。", "-甲乙丙丁。|+戊己庚辛。" },
  { "一、工作。全年办展四次。办讲座十场。",
    "一、工作。全年办展五次，观众三万。新购图书。办讲座十二场。",
    "=一、工作。|-全年办展四次。+全年办展五次，观众三万。|+新购图书。|-办讲座十场。+"
    "办讲座十二场。" },
};

static void
append_words (GString *said, const char *text, guint start, guint end, char sign)
{
  g_autofree char *words = g_utf8_substring (text, start, end);

  if (end > start)
    g_string_append_printf (said, "%c%s", sign, words);
}

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbText) a = nb_text_new (cases[i].a);
      g_autoptr (NbText) b = nb_text_new (cases[i].b);
      g_autoptr (GArray) pieces = nb_text_pair_sentences (a, b);
      g_autoptr (GString) said = g_string_new (NULL);

      for (guint j = 0; j < pieces->len; j++)
        {
          NbTextPiece piece = g_array_index (pieces, NbTextPiece, j);

          if (j > 0)
            g_string_append_c (said, '|');
          if (piece.same)
            append_words (said, cases[i].a, piece.a_start, piece.a_end, '=');
          else
            {
              append_words (said, cases[i].a, piece.a_start, piece.a_end, '-');
              append_words (said, cases[i].b, piece.b_start, piece.b_end, '+');
            }
        }
      g_assert_cmpstr (said->str, ==, cases[i].said);
    }
}

/* A megabyte on either side takes no minutes. */
static void
test_long (void)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);
  g_autoptr (NbText) a = NULL;
  g_autoptr (NbText) b = NULL;
  g_autoptr (GArray) pieces = NULL;
  gint64 start;

  for (guint i = 0; i < 12000; i++)
    {
      g_string_append_printf (one, "第%u件事，接待了%u位读者，办了展览和讲座。%s", i, i * 7 % 100,
                              i % 5 == 0 ? "\n" : "");
      g_string_append_printf (other, "第%u件事，接待了%u位读者，办了展览和讲座。%s", i,
                              i * 11 % 100, i % 5 == 0 ? "\n" : "");
    }
  a = nb_text_new (one->str);
  b = nb_text_new (other->str);
  start = g_get_monotonic_time ();
  pieces = nb_text_pair_sentences (a, b);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_TIME_SPAN_SECOND);
  g_assert_cmpuint (pieces->len, >=, 12000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/pairs", test_pairs);
  g_test_add_func ("/text/pairs/long", test_long);
  return g_test_run ();
}
