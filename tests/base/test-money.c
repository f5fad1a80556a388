/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nb-money.h"

typedef struct
{
  const char *text;
  const char *value; /* canonical, NULL: unreadable */
  guint spelling;
} Case;

static const Case cases[] = {
  { "170", "170.00", NB_MONEY_PLAIN },
  { "170.00", "170.00", NB_MONEY_PLAIN },
  { " 14.92 ", "14.92", NB_MONEY_PLAIN },
  { "170万元", "170.00", NB_MONEY_HAS_UNIT },
  { "170 万元", "170.00", NB_MONEY_HAS_UNIT },
  { "14.92万", "14.92", NB_MONEY_HAS_UNIT },
  { "１７０．００", "170.00", NB_MONEY_FULL_WIDTH },
  { "1,700,000元", "170.00", NB_MONEY_HAS_UNIT | NB_MONEY_IN_YUAN | NB_MONEY_HAS_GROUPS },
  { "127912.34元", "12.79", NB_MONEY_HAS_UNIT | NB_MONEY_IN_YUAN | NB_MONEY_ROUNDED },
  { "壹佰柒拾万元", "170.00", NB_MONEY_HAS_UNIT | NB_MONEY_CHINESE },
  { "人民币壹佰柒拾万元整", "170.00", NB_MONEY_HAS_UNIT | NB_MONEY_CHINESE },
  { "一百七十万", "170.00", NB_MONEY_HAS_UNIT | NB_MONEY_CHINESE },
  { "一百七十", "170.00", NB_MONEY_CHINESE },
  { "十二点七九万元", "12.79", NB_MONEY_HAS_UNIT | NB_MONEY_CHINESE },
  { "十二万七千九百一十二元三角四分", "12.79",
    NB_MONEY_HAS_UNIT | NB_MONEY_CHINESE | NB_MONEY_ROUNDED },
  { "1.5亿元", "15000.00", NB_MONEY_HAS_UNIT },
  { "-3.20", "-3.20", NB_MONEY_PLAIN },
  { "−3.20", "-3.20", NB_MONEY_PLAIN },
  { "－３．２０", "-3.20", NB_MONEY_FULL_WIDTH },
  { "(3.20)", "-3.20", NB_MONEY_PARENTHESES },
  { "（3.20）", "-3.20", NB_MONEY_PARENTHESES | NB_MONEY_FULL_WIDTH },
  { "0", "0.00", NB_MONEY_PLAIN },
  { "0.005", "0.01", NB_MONEY_MORE_DECIMALS | NB_MONEY_ROUNDED },
  { "0.0049", "0.00", NB_MONEY_MORE_DECIMALS | NB_MONEY_ROUNDED },
  { "-0.005", "-0.01", NB_MONEY_MORE_DECIMALS | NB_MONEY_ROUNDED },
  { "12.790", "12.79", NB_MONEY_MORE_DECIMALS },
  { "50元", "0.01", NB_MONEY_HAS_UNIT | NB_MONEY_IN_YUAN | NB_MONEY_ROUNDED },
  { "49.99元", "0.00", NB_MONEY_HAS_UNIT | NB_MONEY_IN_YUAN | NB_MONEY_ROUNDED },
  { "1000000000000元", "100000000.00", NB_MONEY_HAS_UNIT | NB_MONEY_IN_YUAN },
  { "1000000000051元", NULL, 0 },
  { "100000000", "100000000.00", NB_MONEY_PLAIN },
  { "100000000.01", NULL, 0 },
  { "约十三万", NULL, 0 },
  { "十三万余元", NULL, 0 },
  { "170余", NULL, 0 },
  { "1,70", NULL, 0 },
  { "1,7000,000", NULL, 0 },
  { ",170", NULL, 0 },
  { "170,", NULL, 0 },
  { "170.", NULL, 0 },
  { ".5", NULL, 0 },
  { "1.2.3", NULL, 0 },
  { "--3", NULL, 0 },
  { "(-3)", NULL, 0 },
  { "1e3", NULL, 0 },
  { "0x10", NULL, 0 },
  { "万元", NULL, 0 },
  { "元", NULL, 0 },
  { "整", NULL, 0 },
  { "", NULL, 0 },
  { " ", NULL, 0 },
  { "很多", NULL, 0 },
  { "一百七十万元五", NULL, 0 },
  { "170\n", "170.00", NB_MONEY_PLAIN },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NbMoney money = { 1, 1 };
      gboolean read = nb_money_parse (cases[i].text, NB_MONEY_WAN, TRUE, &money);
      g_autofree char *value = NULL;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (read, ==, cases[i].value != NULL);
      if (!read)
        {
          g_assert_cmpint (money.fen, ==, 1);
          continue;
        }
      value = nb_money_format (money.fen);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmphex (money.spelling, ==, cases[i].spelling);
    }
}

static void
test_negative_only_where_it_makes_sense (void)
{
  NbMoney money;

  g_assert_false (nb_money_parse ("-3.20", NB_MONEY_WAN, FALSE, &money));
  g_assert_false (nb_money_parse ("(3.20)", NB_MONEY_WAN, FALSE, &money));
  g_assert_true (nb_money_parse ("3.20", NB_MONEY_WAN, FALSE, &money));
}

static void
test_unit_of_the_cell (void)
{
  NbMoney money;

  g_assert_true (nb_money_parse ("1700000", NB_MONEY_YUAN, FALSE, &money));
  g_assert_cmpint (money.fen, ==, 170 * NB_FEN_PER_WAN);
}

/* What is written canonically is read back as itself. */
static void
test_round_trip (void)
{
  for (gint64 steps = -30000; steps <= 30000; steps += 7)
    {
      g_autofree char *text = nb_money_format (steps * 10000);
      NbMoney money;

      g_assert_true (nb_money_parse (text, NB_MONEY_WAN, TRUE, &money));
      g_assert_cmpint (money.fen, ==, steps * 10000);
      g_assert_cmphex (money.spelling, ==, NB_MONEY_PLAIN);
    }
}

static void
test_yuan (void)
{
  g_autofree char *amount = nb_money_format_yuan (170 * NB_FEN_PER_WAN);
  g_autofree char *negative = nb_money_format_yuan (-320 * NB_FEN_PER_WAN / 100);
  g_autofree char *small = nb_money_format_yuan (10000);

  g_assert_cmpstr (amount, ==, "1,700,000 元");
  g_assert_cmpstr (negative, ==, "-32,000 元");
  g_assert_cmpstr (small, ==, "100 元");
}

static void
test_long_nonsense (void)
{
  static const char *const pieces[] = { "9", "一", "万", ",", "(", "亿" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      NbMoney money;

      for (int j = 0; j < 4000; j++)
        g_string_append (text, pieces[i]);
      g_assert_false (nb_money_parse (text->str, NB_MONEY_WAN, TRUE, &money));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/cases", test_cases);
  g_test_add_func ("/money/negative-only-where-it-makes-sense",
                   test_negative_only_where_it_makes_sense);
  g_test_add_func ("/money/unit-of-the-cell", test_unit_of_the_cell);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/yuan", test_yuan);
  g_test_add_func ("/money/long-nonsense", test_long_nonsense);
  return g_test_run ();
}
