/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

#define FACTOR 1000 /* a real institution does not grow to this many times its size in a year */

static const NbValue *
get_amount (const NbReportData *data, const char *field)
{
  const NbValue *value = nb_form_lookup_field (nb_report_data_get_form (data), field) != NULL
                             ? nb_report_data_get_value (data, field)
                             : NULL;

  return value != NULL && value->state == NB_VALUE_READ ? value : NULL;
}

static gboolean
is_beyond (const NbValue *value, const NbValue *scale)
{
  return scale != NULL && scale->number != 0 && ABS (value->number) / FACTOR >= ABS (scale->number);
}

/* What @value is a thousand times as large as, in words; NULL for nothing. Free with g_free(). */
static char *
find_scale (const NbCheck *check, const char *field, const NbValue *value)
{
  const NbReportData *previous = check->context->previous;

  if (previous != NULL && is_beyond (value, get_amount (previous, field)))
    return g_strdup_printf (_ ("last year’s “%s”"), nb_check_get_label (check, field));
  for (const char *const *other = check->rule->reads; *other != NULL; other++)
    if (!g_str_equal (*other, field) && is_beyond (value, get_amount (check->data, *other)))
      return g_strdup_printf (_ ("“%s”"), nb_check_get_label (check, *other));
  return NULL;
}

/* An amount in 元 where the cell is in 万元 (R10). The fix reads it as 元. */
void
nb_check_yuan_amount (NbCheck *check)
{
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const NbValue *value = get_amount (check->data, *field);
      g_autofree char *scale = value != NULL ? find_scale (check, *field, value) : NULL;
      g_autofree char *yuan = NULL;
      g_autofree char *better = NULL;
      NbFinding *finding;
      NbMoney money;

      if (scale == NULL)
        continue;
      yuan = g_strdup_printf ("%s元", value->canonical);
      if (!nb_money_parse (yuan, NB_MONEY_WAN, TRUE, &money))
        continue;
      better = nb_money_format (money.fen);
      finding = nb_check_add_whole (
          check, *field,
          g_strdup_printf (_ ("“%s” (%s) is more than %d times as large as %s. It looks like an "
                              "amount in 元; in 万元 it is %s."),
                           nb_check_get_label (check, *field), value->canonical, FACTOR, scale,
                           better));
      nb_finding_add_edit (finding, nb_finding_get_spans (finding)[0], better);
    }
}
