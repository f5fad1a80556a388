/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-credit-code.h"

#include <string.h>

#define BODY_LENGTH (NB_CREDIT_CODE_LENGTH - 1)

/* GB 32100-2015: an index in here is a character's value. */
static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

#define MODULUS ((guint) (sizeof alphabet - 1))

static int
get_value (char c)
{
  const char *found = c != '\0' ? strchr (alphabet, c) : NULL;

  return found != NULL ? (int) (found - alphabet) : -1;
}

char
nb_credit_code_check_character (const char *body)
{
  guint sum = 0;
  guint weight = 1;

  for (guint i = 0; i < BODY_LENGTH; i++)
    {
      int value = get_value (body[i]);

      if (value < 0)
        return '\0';
      sum += (guint) value * weight;
      weight = weight * 3 % MODULUS;
    }
  /* The outer remainder turns 31 - 0 into 0. */
  return alphabet[(MODULUS - sum % MODULUS) % MODULUS];
}

static void
set_position (guint *position, guint value)
{
  if (position != NULL)
    *position = value;
}

NbCreditCodeFault
nb_credit_code_check (const char *code, guint *position)
{
  gsize length = strlen (code);

  set_position (position, 0);
  if (length == 0)
    return NB_CREDIT_CODE_EMPTY;
  for (gsize i = 0; i < length; i++)
    if (get_value (code[i]) < 0)
      {
        set_position (position, (guint) g_utf8_strlen (code, (gssize) i));
        return NB_CREDIT_CODE_BAD_CHARACTER;
      }
  if (length != NB_CREDIT_CODE_LENGTH)
    {
      set_position (position, (guint) MIN (length, NB_CREDIT_CODE_LENGTH));
      return NB_CREDIT_CODE_BAD_LENGTH;
    }
  for (guint i = 2; i < 8; i++)
    if (!g_ascii_isdigit (code[i]))
      {
        set_position (position, i);
        return NB_CREDIT_CODE_BAD_REGION;
      }
  if (nb_credit_code_check_character (code) != code[BODY_LENGTH])
    {
      set_position (position, BODY_LENGTH);
      return NB_CREDIT_CODE_BAD_CHECK;
    }
  return NB_CREDIT_CODE_GOOD;
}
