/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

/* The report was made with another state of its edition's fields.xml than is installed here. */
void
nb_check_edition_digest (NbCheck *check)
{
  if (g_str_equal (nb_report_data_get_digest (check->data), nb_form_get_digest (check->form)))
    return;
  nb_check_add_about (
      check, nb_report_data_get_digest (check->data),
      g_strdup_printf (_ ("The report was made with another version of the form %s than "
                          "is installed here. Look through all fields "
                          "before you file it."),
                       nb_form_get_edition (check->form)));
}
