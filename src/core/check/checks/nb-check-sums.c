/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-text-sum.h"

/* "5632", "52.9". Free with g_free(). */
static char *
format_hundredths (gint64 value)
{
  if (value % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value / 100);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", value / 100, (int) (value % 100));
}

static void
add_finding (NbCheck *check, const char *field, const NbSumFault *fault)
{
  g_autofree char *total = format_hundredths (fault->total_value);
  g_autofree char *sum = format_hundredths (fault->parts_sum);
  NbFinding *finding = nb_check_add (
      check, field,
      g_strdup_printf (
          _ ("The parts after 其中 add up to %s, the total says %s. One of the numbers is wrong."),
          sum, total));

  nb_finding_add_span (finding, fault->total);
  for (guint i = 0; i < fault->parts->len; i++)
    nb_finding_add_span (finding, g_array_index (fault->parts, NbSpan, i));
}

/* Totals whose parts do not add up (R46). */
void
nb_check_sums (NbCheck *check)
{
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (NbSumFault));

      g_array_set_clear_func (faults, (GDestroyNotify) nb_sum_fault_clear);
      nb_text_scan_sums (nb_report_data_get_text (check->data, *field), faults);
      for (guint i = 0; i < faults->len; i++)
        add_finding (check, *field, &g_array_index (faults, NbSumFault, i));
    }
}
