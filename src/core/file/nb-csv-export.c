/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-table.h"

#include <string.h>

/* RFC 4180: a field with a comma, a quotation mark or a line break stands between quotation marks,
 * doubled inside. No guard against formulas: every value is canonical, a text that begins with = is
 * that text. */
static void
append_field (GString *csv, const char *value)
{
  if (value[strcspn (value, ",\"\r\n")] == '\0')
    {
      g_string_append (csv, value);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  g_string_append_c (csv, '"');
}

/* The ids of the form, or the values of @data. */
static void
append_row (GString *csv, const NbForm *form, const NbReportData *data)
{
  guint n_fields = nb_form_get_n_fields (form);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *id = nb_form_get_field (form, i)->id;
      g_autofree char *value =
          data != NULL ? nb_report_data_dup_canonical (data, id) : g_strdup (id);

      if (i > 0)
        g_string_append_c (csv, ',');
      append_field (csv, value);
    }
  g_string_append (csv, "\r\n");
}

char *
nb_csv_export (const NbReportData *const *reports, guint n_reports)
{
  g_autoptr (GString) csv = g_string_new ("\xEF\xBB\xBF");

  for (guint i = 0; i < n_reports; i++)
    {
      const NbForm *form = nb_report_data_get_form (reports[i]);

      if (i == 0)
        append_row (csv, form, NULL);
      append_row (csv, form, reports[i]);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}
