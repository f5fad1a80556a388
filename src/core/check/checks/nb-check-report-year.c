/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

/* The report year is there and can be read; where the filing date (the first field that the rule reads) is
 * filled in, the year is the one before it, else that is a warning: a late report is still one (R04). */
void
nb_check_report_year (NbCheck *check)
{
  const char *field = check->rule->fields[0];
  const NbValue *filed = check->rule->reads[0] != NULL
                             ? nb_report_data_get_value (check->data, check->rule->reads[0])
                             : NULL;
  const NbValue *year;
  NbFinding *finding;

  if (field == NULL)
    return;
  year = nb_report_data_get_value (check->data, field);
  if (year->state != NB_VALUE_READ)
    {
      nb_check_add_whole (
          check, field,
          g_strdup_printf (_ ("“%s” must be the year that the report is about, in four digits."),
                           nb_check_get_label (check, field)));
      return;
    }
  if (filed == NULL || filed->state != NB_VALUE_READ || year->number == filed->date.year - 1)
    return;
  finding = nb_check_add_whole (
      check, field,
      g_strdup_printf (
          _ ("The report is of %d, but “%s” lies in %d: a report filed then is that of %d."),
          (int) year->number, nb_check_get_label (check, check->rule->reads[0]), filed->date.year,
          filed->date.year - 1));
  nb_finding_set_severity (finding, NB_SEVERITY_WARNING);
}
