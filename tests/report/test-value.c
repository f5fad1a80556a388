/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-value.h"

static void
assert_value (
    NbFieldType type, const char *text, NbValueState state, const char *canonical, gboolean unusual)
{
  NbFieldDef def = { .id = "x", .type = type, .label = "x" };
  g_auto (NbValue) value = { 0 };

  g_test_message ("%d “%s”", type, text);
  nb_value_parse (&def, text, &value);
  g_assert_cmpint (value.state, ==, state);
  g_assert_cmpstr (value.canonical, ==, canonical);
  g_assert_cmpint (value.spelling != 0, ==, unusual);
}

static void
test_types (void)
{
  assert_value (NB_FIELD_MONEY, "170万元", NB_VALUE_READ, "170.00", TRUE);
  assert_value (NB_FIELD_MONEY, "170", NB_VALUE_READ, "170.00", FALSE);
  assert_value (NB_FIELD_MONEY, "-3", NB_VALUE_UNREADABLE, "", FALSE);
  assert_value (NB_FIELD_MONEY, "", NB_VALUE_EMPTY, "", FALSE);
  assert_value (NB_FIELD_COUNT, "20", NB_VALUE_READ, "20", FALSE);
  assert_value (NB_FIELD_COUNT, "２０", NB_VALUE_READ, "20", TRUE);
  assert_value (NB_FIELD_COUNT, "020", NB_VALUE_READ, "20", TRUE);
  assert_value (NB_FIELD_COUNT, "20人", NB_VALUE_UNREADABLE, "", TRUE);
  assert_value (NB_FIELD_COUNT, "-1", NB_VALUE_UNREADABLE, "", TRUE);
  assert_value (NB_FIELD_COUNT, "9999999999999999999999", NB_VALUE_UNREADABLE, "", TRUE);
  assert_value (NB_FIELD_YEAR, "2022", NB_VALUE_READ, "2022", FALSE);
  assert_value (NB_FIELD_YEAR, "2022年度", NB_VALUE_READ, "2022", TRUE);
  assert_value (NB_FIELD_YEAR, "二〇二二年", NB_VALUE_READ, "2022", TRUE);
  assert_value (NB_FIELD_YEAR, "22", NB_VALUE_UNREADABLE, "", TRUE);
  assert_value (NB_FIELD_YEAR, "0022", NB_VALUE_UNREADABLE, "", TRUE);
  assert_value (NB_FIELD_DATE, "2023年3月5日", NB_VALUE_READ, "2023-03-05", TRUE);
  assert_value (NB_FIELD_DATE, "2023-03-05", NB_VALUE_READ, "2023-03-05", FALSE);
  assert_value (NB_FIELD_DATE, "去年", NB_VALUE_UNREADABLE, "", TRUE);
  assert_value (NB_FIELD_LINE, "无", NB_VALUE_READ, NULL, FALSE);
  assert_value (NB_FIELD_CODE, "", NB_VALUE_EMPTY, "", FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/types", test_types);
  return g_test_run ();
}
