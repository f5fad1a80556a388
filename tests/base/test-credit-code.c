/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-credit-code.h"

#include <string.h>

static void
test_faults (void)
{
  static const struct
  {
    const char *code;
    NbCreditCodeFault fault;
    guint position;
  } cases[] = {
    { "91350100M000100Y43", NB_CREDIT_CODE_GOOD, 0 },
    { "91350100M000100Y4Z", NB_CREDIT_CODE_BAD_CHARACTER, 17 },
    { "91350100M000100Y44", NB_CREDIT_CODE_BAD_CHECK, 17 },
    { "", NB_CREDIT_CODE_EMPTY, 0 },
    { "91350100M000100Y4", NB_CREDIT_CODE_BAD_LENGTH, 17 },
    { "91350100M000100Y433", NB_CREDIT_CODE_BAD_LENGTH, 18 },
    { "91A50100M000100Y43", NB_CREDIT_CODE_BAD_REGION, 2 },
    { "9135O100M000100Y43", NB_CREDIT_CODE_BAD_CHARACTER, 4 },
    { "９1350100M000100Y43", NB_CREDIT_CODE_BAD_CHARACTER, 0 },
    { "91350100m000100Y43", NB_CREDIT_CODE_BAD_CHARACTER, 8 },
    { "9135年100M000100Y43", NB_CREDIT_CODE_BAD_CHARACTER, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint position = 99;

      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (nb_credit_code_check (cases[i].code, &position), ==, cases[i].fault);
      g_assert_cmpuint (position, ==, cases[i].position);
      g_assert_cmpint (nb_credit_code_check (cases[i].code, NULL), ==, cases[i].fault);
    }
}

/* The sum's remainder 0 gives the check character 0, which naive programs read beyond the table. */
static void
test_remainder_zero (void)
{
  char code[] = "12610326000000000?";
  gboolean seen = FALSE;

  for (int i = 0; i < 31; i++)
    {
      code[16] = "0123456789ABCDEFGHJKLMNPQRTUWXY"[i];
      code[17] = nb_credit_code_check_character (code);
      g_assert_cmpint (nb_credit_code_check (code, NULL), ==, NB_CREDIT_CODE_GOOD);
      seen |= code[17] == '0';
    }
  g_assert_true (seen);
}

/* Every single wrong character, and every swap of unequal neighbours, is noticed. */
static void
test_notices_slips (void)
{
  static const char good[] = "91350100M000100Y43";

  for (gsize i = 0; i < strlen (good); i++)
    for (const char *c = "0123456789ABCDEFGHJKLMNPQRTUWXY"; *c != '\0'; c++)
      {
        g_autofree char *code = g_strdup (good);

        code[i] = *c;
        g_assert_cmpint (nb_credit_code_check (code, NULL) == NB_CREDIT_CODE_GOOD, ==,
                         *c == good[i]);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/credit-code/faults", test_faults);
  g_test_add_func ("/credit-code/remainder-zero", test_remainder_zero);
  g_test_add_func ("/credit-code/notices-slips", test_notices_slips);
  return g_test_run ();
}
