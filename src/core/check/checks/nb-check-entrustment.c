/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

/* 事业单位委托意见, by which the institution lets the registry publish the report: signed, and the report
 * dated (R62). What is signed on paper the file cannot tell; it says so. */
void
nb_check_entrustment (NbCheck *check)
{
  if (!(check->context->signed_by & NB_SIGNED_BY_LEGAL_REPRESENTATIVE))
    nb_check_add_about (
        check, "unsigned",
        g_strdup (_ ("The legal representative has not signed the file. Sign it, or sign, "
                     "seal and date 事业单位委托意见 on the paper.")));
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    if (nb_text_is_empty (nb_report_data_get_text (check->data, *field)))
      nb_check_add_whole (check, *field,
                          g_strdup_printf (_ ("“%s” is empty. The filing form shows it."),
                                           nb_check_get_label (check, *field)));
}
