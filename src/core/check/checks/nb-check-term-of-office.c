/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

static gboolean
is_attached (const NbReportData *data, const char *kind)
{
  for (guint i = 0; kind != NULL && i < nb_report_data_get_n_attachments (data); i++)
    if (g_str_equal (nb_report_data_get_attachment (data, i)->kind, kind))
      return TRUE;
  return FALSE;
}

/* The term on the certificate ended before the report is filed, and no paper that renews it is attached
 * (R25). */
void
nb_check_term_of_office (NbCheck *check)
{
  const char *field = check->rule->fields[0];
  g_autofree char *end = NULL;

  if (field == NULL || nb_check_compare_term (check->data, check->context) != NB_TERM_ENDED
      || is_attached (check->data, nb_rule_def_get_parameter (check->rule, "paper")))
    return;
  end = nb_date_format_chinese (nb_facts_get_term (check->context->facts).to);
  nb_check_add_whole (
      check, field,
      g_strdup_printf (_ ("The term of “%s” ended on %s. Attach the new appointment; "
                          "if the person changed, register the change first."),
                       nb_check_get_label (check, field), end));
}
