/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-figures.h"

static const struct
{
  const char *text;
  const char *last;
  const char *said; /* "number with unit=last year's [sentence]" … */
} cases[] = {
  { "接待读者64批。", NULL, "64批 [接待读者64批]" },
  { "接待读者64批、2,180人次；开课9期。", "接待读者60批、2,000人次；开课8期。",
    "64批=60批 [接待读者64批、2,180人次]; 2,180人次=2,000人次 [接待读者64批、2,180人次]; "
    "9期=8期 [开课9期]" },
  /* Another sentence, the same words before the number. */
  { "全年共接待读者64批。", "接待读者60批，开课8期。", "64批=60批 [全年共接待读者64批]" },
  /* The same words twice tell nothing. */
  { "今年接待读者64批。", "上半年接待读者60批，下半年接待读者61批。", "64批 [今年接待读者64批]" },
  { "展出3.6万人次。", "接待5人。", "3.6万人次 [展出3.6万人次]" },
  { "没有数字。", "3人。", "" },
};

static void
append_words (GString *said, const NbText *text, NbSpan span)
{
  g_autofree char *words = nb_text_dup_span (text, span);

  g_string_append (said, words);
}

static void
test_figures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbText) text = nb_text_new (cases[i].text);
      g_autoptr (NbText) last = cases[i].last != NULL ? nb_text_new (cases[i].last) : NULL;
      g_autoptr (GArray) figures = nb_text_list_figures (text, last);
      g_autoptr (GString) said = g_string_new (NULL);

      for (guint j = 0; j < figures->len; j++)
        {
          NbTextFigure figure = g_array_index (figures, NbTextFigure, j);

          if (j > 0)
            g_string_append (said, "; ");
          append_words (said, text, figure.span);
          if (figure.has_last)
            {
              g_string_append_c (said, '=');
              append_words (said, last, figure.last);
            }
          g_string_append (said, " [");
          append_words (said, text, figure.sentence);
          g_string_append_c (said, ']');
          g_assert_cmpuint (figure.digits_end, >, figure.span.start);
          g_assert_cmpuint (figure.digits_end, <=, figure.span.end);
        }
      g_assert_cmpstr (said->str, ==, cases[i].said);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/figures", test_figures);
  return g_test_run ();
}
