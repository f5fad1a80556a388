/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

static char *
make_message (const NbCheck *check, const char *field, const NbValue *value, const char *yuan)
{
  const char *typed = nb_check_get_line (check, field);
  const char *label = nb_check_get_label (check, field);

  if (value->spelling & NB_MONEY_ROUNDED)
    return g_strdup_printf (_ ("“%s” in “%s” is rounded to %s (万元), which is %s."), typed, label,
                            value->canonical, yuan);
  return g_strdup_printf (
      _ ("“%s” in “%s” is read as %s (万元), which is %s. Write the number alone."), typed, label,
      value->canonical, yuan);
}

/* Amounts that can be read, but are not spelled as the form wants them (R09). A unit behind the number is
 * usual where the form prints it there itself. */
void
nb_check_amount_spelling (NbCheck *check)
{
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const NbFieldDef *def = nb_form_lookup_field (check->form, *field);
      const NbValue *value = nb_report_data_get_value (check->data, *field);
      guint unusual = value->spelling & ~(def->unit != NULL ? NB_MONEY_HAS_UNIT : 0u);
      g_autofree char *yuan = NULL;
      NbFinding *finding;

      if (value->state != NB_VALUE_READ || unusual == 0)
        continue;
      yuan = nb_money_format_yuan (value->number);
      finding = nb_check_add_whole (check, *field, make_message (check, *field, value, yuan));
      nb_finding_add_edit (finding, nb_finding_get_spans (finding)[0], value->canonical);
    }
}
