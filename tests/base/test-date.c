/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-date.h"

static void
test_spellings (void)
{
  static const char *const good[] = { "2023-3-5",           "2023-03-05",   "2023.3.5",
                                      "2023/03/5",          "2023年3月5日", "２０２３年３月５日",
                                      " 2023 年 3 月 5 日 " };
  static const char *const bad[] = { "",           "2023-3",     "2023-13-1",      "2023-2-29",
                                     "23-3-5",     "2023-3-5x",  "2023-3.5",       "2023年3月5",
                                     "2023-003-5", "0000-01-01", "99999999999-1-1" };
  NbDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_true (nb_date_parse (good[i], &date));
      g_assert_cmpint (nb_date_compare (date, (NbDate){ 2023, 3, 5 }), ==, 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (nb_date_parse (bad[i], &date));
    }
}

static void
test_iso (void)
{
  NbDate date;

  g_assert_true (nb_date_parse_iso ("2024-02-29", &date));
  g_assert_false (nb_date_parse_iso ("2023-02-29", &date));
  g_assert_false (nb_date_parse_iso ("2023-2-28", &date));
  g_assert_false (nb_date_parse_iso ("2023-02-28Z", &date));
}

static void
test_format (void)
{
  NbDate date = { 2023, 3, 5 };
  g_autofree char *iso = nb_date_format_iso (date);
  g_autofree char *chinese = nb_date_format_chinese (date);

  g_assert_cmpstr (iso, ==, "2023-03-05");
  g_assert_cmpstr (chinese, ==, "2023年3月5日");
  g_assert_true (nb_date_is_set (date));
  g_assert_false (nb_date_is_set ((NbDate){ 0, 0, 0 }));
  g_assert_cmpint (nb_date_compare (date, (NbDate){ 2023, 4, 1 }), <, 0);
  g_assert_cmpint (nb_date_compare (date, (NbDate){ 2022, 4, 1 }), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/spellings", test_spellings);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/format", test_format);
  return g_test_run ();
}
