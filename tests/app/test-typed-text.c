/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-typed-text.h"

typedef struct
{
  const char *text;
  gboolean one_line;
  const char *clean; /* NULL: stays */
  guint n_lost;
} Case;

static const Case cases[] = {
  { "", FALSE, NULL, 0 },
  { "年度报告 2022", FALSE, NULL, 0 },
  { "一\n二", FALSE, NULL, 0 },
  { "一\n二", TRUE, "一 二", 0 },
  { "一\r\n二\r三\n四", FALSE, "一\n二\n三\n四", 0 },
  { "一\r\n二\r三\n四", TRUE, "一 二 三 四", 0 },
  { "一\r", FALSE, "一\n", 0 },
  { "\r\r\n", FALSE, "\n\n", 0 },
  { "甲\x01乙\x0c丙", FALSE, "甲\xEF\xBF\xBD乙\xEF\xBF\xBD丙", 2 },
  { "\xEF\xBF\xBE", FALSE, "\xEF\xBF\xBD", 1 }, /* U+FFFE */
  { "甲\t乙", FALSE, NULL, 0 },
  { "\xF0\xA0\xAE\xB7", FALSE, NULL, 0 }, /* U+20BB7 */
  { "甲\xE2\x80\xA9乙", FALSE, NULL, 0 }, /* U+2029 is no paragraph break to a report */
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_lost = 99;
      g_autofree char *clean =
          nb_ui_typed_text_clean (cases[i].text, -1, cases[i].one_line, &n_lost);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpuint (n_lost, ==, cases[i].n_lost);
    }
}

/* The text of a signal need not end where its length does. */
static void
test_size (void)
{
  guint n_lost;
  g_autofree char *clean = nb_ui_typed_text_clean ("甲\r乙\x01", 4, FALSE, &n_lost);
  g_autofree char *same = nb_ui_typed_text_clean ("甲\r", 3, FALSE, &n_lost);

  g_assert_cmpstr (clean, ==, "甲\n");
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_null (same);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/typed-text/cases", test_cases);
  g_test_add_func ("/app/typed-text/size", test_size);
  return g_test_run ();
}
