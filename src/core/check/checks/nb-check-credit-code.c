/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-credit-code.h"

static char *
make_message (NbCreditCodeFault fault, const char *code, guint position)
{
  guint length = (guint) g_utf8_strlen (code, -1);
  g_autofree char *sign = g_utf8_substring (code, MIN (position, g_utf8_strlen (code, -1)),
                                            MIN (position + 1, g_utf8_strlen (code, -1)));

  switch (fault)
    {
    case NB_CREDIT_CODE_EMPTY:
      return g_strdup (
          _ ("The credit code is missing. It stands on the certificate: 18 characters."));
    case NB_CREDIT_CODE_BAD_LENGTH:
      return g_strdup_printf (ngettext ("The credit code has %u character; it must have 18.",
                                        "The credit code has %u characters; it must have 18.",
                                        length),
                              length);
    case NB_CREDIT_CODE_BAD_CHARACTER:
      return g_strdup_printf (_ ("The credit code cannot hold “%s” (place %u): only digits and "
                                 "capitals without I, O, S, V, Z."),
                              sign, position + 1);
    case NB_CREDIT_CODE_BAD_REGION:
      return g_strdup_printf (_ ("Places 3 to 8 of the credit code are the region, in digits; “%s” "
                                 "stands at place %u."),
                              sign, position + 1);
    case NB_CREDIT_CODE_BAD_CHECK:
      return g_strdup (_ ("The last character of the credit code does not fit the others: one of "
                          "them was mistyped. Compare it with the "
                          "certificate."));
    case NB_CREDIT_CODE_GOOD:
      break;
    }
  return NULL;
}

/* R02, after GB 32100-2015. */
void
nb_check_credit_code (NbCheck *check)
{
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const char *code = nb_check_get_line (check, *field);
      guint length =
          nb_text_get_paragraph (nb_report_data_get_text (check->data, *field), 0)->length;
      guint position;
      NbCreditCodeFault fault = nb_credit_code_check (code, &position);
      NbSpan span = { 0, position, position + 1 };
      NbFinding *finding;

      if (fault == NB_CREDIT_CODE_GOOD)
        continue;
      if (fault == NB_CREDIT_CODE_EMPTY || fault == NB_CREDIT_CODE_BAD_LENGTH
          || fault == NB_CREDIT_CODE_BAD_CHECK)
        span = (NbSpan){ 0, 0, length };
      finding = nb_check_add (check, *field, make_message (fault, code, position));
      nb_finding_add_span (finding, span);
      if (!nb_check_is_registered (check, *field))
        nb_check_add_registered (check, finding);
    }
}
