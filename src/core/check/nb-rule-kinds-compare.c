/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-rule-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PREVIOUS    "previous:"
#define CERTIFICATE "certificate"

void
nb_rule_kind_pattern (NbCheck *check)
{
  g_autofree char *whole =
      g_strdup_printf ("\\A(?:%s)\\z", nb_rule_def_get_parameter (check->rule, "pattern"));
  g_autoptr (GRegex) regex = g_regex_new (whole, G_REGEX_DEFAULT, 0, NULL);

  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const char *text = nb_check_get_line (check, *field);

      if (*text != '\0' && !g_regex_match (regex, text, 0, NULL))
        nb_check_add_whole (
            check, *field,
            g_strdup_printf (_ ("“%s” does not have the form that it must have: %s."),
                             nb_check_get_label (check, *field), _ (check->rule->title)));
    }
}

void
nb_rule_kind_one_of (NbCheck *check)
{
  const char *values = nb_rule_def_get_parameter (check->rule, "values");
  g_auto (GStrv) choices = g_strsplit (values, "|", -1);
  g_autofree char *list = g_strjoinv ("、", choices);

  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const char *text = nb_check_get_line (check, *field);

      if (*text != '\0' && !g_strv_contains ((const char *const *) choices, text))
        nb_check_add_whole (check, *field,
                            g_strdup_printf (_ ("“%s” must be one of: %s."),
                                             nb_check_get_label (check, *field), list));
    }
}

/* What @field is to be equal to, or NULL where there is nothing to compare with. Free with g_free(). */
static char *
dup_counterpart (const NbCheck *check, const char *field, const char *with)
{
  const NbReportData *previous = check->context->previous;

  if (g_str_equal (with, CERTIFICATE))
    return check->context->facts != NULL ? g_strdup (nb_facts_lookup (check->context->facts, field))
                                         : NULL;
  if (!g_str_has_prefix (with, PREVIOUS))
    return nb_report_data_dup_canonical (check->data, with);

  with += strlen (PREVIOUS);
  /* Last year's report may be of another edition of the form. */
  if (previous == NULL || nb_form_lookup_field (nb_report_data_get_form (previous), with) == NULL)
    return NULL;
  return nb_report_data_dup_canonical (previous, with);
}

static char *
make_equals_message (const NbCheck *check, const char *field, const char *with, const char *other)
{
  const char *label = nb_check_get_label (check, field);

  if (g_str_equal (with, CERTIFICATE))
    return g_strdup_printf (_ ("“%s” is not what the certificate says: “%s”. If it changed, "
                               "register the change first."),
                            label, other);
  if (g_str_has_prefix (with, PREVIOUS))
    return g_strdup_printf (_ ("“%s” is not what last year’s report ended with: %s. "
                               "Correct it, or answer why it moved."),
                            label, other);
  return g_strdup_printf (_ ("“%s” is not equal to “%s”: %s."), label,
                          nb_check_get_label (check, with), other);
}

void
nb_rule_kind_equals (NbCheck *check)
{
  const char *with = nb_rule_def_get_parameter (check->rule, "with");

  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      g_autofree char *value = nb_report_data_dup_canonical (check->data, *field);
      g_autofree char *other = dup_counterpart (check, *field, with);

      NbFinding *finding;

      if (*value == '\0' || other == NULL || *other == '\0' || g_str_equal (value, other))
        continue;
      finding =
          nb_check_add_whole (check, *field, make_equals_message (check, *field, with, other));
      if (g_str_equal (with, CERTIFICATE))
        nb_check_add_registered (check, finding);
    }
}

/* MM-DD of the loader's making, in @year. */
static NbDate
make_day (const char *month_and_day, int year)
{
  return (NbDate){ year, (int) g_ascii_strtoll (month_and_day, NULL, 10),
                   (int) g_ascii_strtoll (month_and_day + strlen ("MM-"), NULL, 10) };
}

void
nb_rule_kind_date_window (NbCheck *check)
{
  int year = nb_check_get_report_year (check->data);
  NbDate from = make_day (nb_rule_def_get_parameter (check->rule, "from"), year + 1);
  NbDate to = make_day (nb_rule_def_get_parameter (check->rule, "to"), year + 1);
  g_autofree char *first = nb_date_format_chinese (from);
  g_autofree char *last = nb_date_format_chinese (to);

  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const NbValue *value = nb_report_data_get_value (check->data, *field);

      if (year == 0 || value->state != NB_VALUE_READ)
        continue;
      if (nb_date_compare (value->date, from) < 0 || nb_date_compare (value->date, to) > 0)
        nb_check_add_whole (check, *field,
                            g_strdup_printf (_ ("“%s” lies outside the time for filing, %s to %s."),
                                             nb_check_get_label (check, *field), first, last));
    }
}

NbPeriod
nb_check_get_filing_window (const NbReportData *data, const NbRegistry *registry)
{
  NbForm *form = nb_report_data_get_form (data);
  int year = nb_check_get_report_year (data);

  for (guint i = 0; year != 0 && i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = nb_check_get_rule (form, registry, i);

      if (rule->kind == NB_RULE_DATE_WINDOW && rule->severity != NB_SEVERITY_OFF)
        return (NbPeriod){ make_day (nb_rule_def_get_parameter (rule, "from"), year + 1),
                           make_day (nb_rule_def_get_parameter (rule, "to"), year + 1) };
    }
  return (NbPeriod){ { 0 }, { 0 } };
}
