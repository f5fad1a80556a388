/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-data-private.h"

static void
free_change (void *data)
{
  NbFieldChange *change = data;

  g_free (change->a);
  g_free (change->b);
  g_free (change);
}

/* What a reader compares: the value, or what was typed where it has none. */
static char *
dup_comparable (const NbReportData *data, const char *field)
{
  if (nb_report_data_get_value (data, field)->state == NB_VALUE_UNREADABLE)
    return nb_text_dup_string (nb_report_data_get_text (data, field));
  return nb_report_data_dup_canonical (data, field);
}

GPtrArray *
nb_report_data_diff (const NbReportData *a, const NbReportData *b)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (free_change);

  for (guint i = 0; i < nb_form_get_n_fields (a->form); i++)
    {
      const char *field = nb_form_get_field (a->form, i)->id;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;
      NbFieldChange *change;

      if (nb_text_equal (nb_report_data_get_text (a, field), nb_report_data_get_text (b, field)))
        continue;
      one = dup_comparable (a, field);
      other = dup_comparable (b, field);
      if (g_str_equal (one, other))
        continue;
      change = g_new0 (NbFieldChange, 1);
      *change = (NbFieldChange){ field, g_steal_pointer (&one), g_steal_pointer (&other) };
      g_ptr_array_add (changes, change);
    }
  return changes;
}
