/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

/* What was signed is no longer what stands there (R63). */
void
nb_check_signed_text (NbCheck *check)
{
  if (check->context->signature_broken)
    nb_check_add_about (
        check, "changed",
        g_strdup (_ ("The report was changed after it was signed: a signature does not fit "
                     "the text. Revise it, print it again and have it signed again.")));
}
