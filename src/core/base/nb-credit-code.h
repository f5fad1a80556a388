/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The unified social credit code of GB 32100-2015: 18 characters of an alphabet without I O S V Z,
 * digits 3-8 a region of GB/T 2260, the last one a check character. */
#define NB_CREDIT_CODE_LENGTH 18

typedef enum
{
  NB_CREDIT_CODE_GOOD,
  NB_CREDIT_CODE_EMPTY,
  NB_CREDIT_CODE_BAD_LENGTH,
  NB_CREDIT_CODE_BAD_CHARACTER, /* not in the alphabet */
  NB_CREDIT_CODE_BAD_REGION,    /* digits 3-8 are not digits */
  NB_CREDIT_CODE_BAD_CHECK,
} NbCreditCodeFault;

/* What is wrong with @code. @position (optional) receives the offset, in characters, of the
 * fault. */
NbCreditCodeFault nb_credit_code_check (const char *code, guint *position);

/* The check character for the first 17 characters of @body, or 0 where one of them is not of the
 * alphabet. Source: GB 32100-2015, weights 3^(i-1) mod 31, remainder 0 gives '0'. */
char nb_credit_code_check_character (const char *body);

G_END_DECLS
