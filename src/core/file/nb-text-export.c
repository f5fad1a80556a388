/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-table.h"

/* Further paragraphs stand under the first one: a tab where its label was. */
static void
append_value (GString *text, const char *value)
{
  for (const char *c = value; *c != '\0'; c++)
    {
      g_string_append_c (text, *c);
      if (*c == '\n')
        g_string_append_c (text, '\t');
    }
}

char *
nb_text_export (const NbReportData *data)
{
  const NbForm *form = nb_report_data_get_form (data);
  guint n_fields = nb_form_get_n_fields (form);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);
      g_autofree char *value = NULL;

      if (!def->published)
        continue;
      value = nb_report_data_dup_canonical (data, def->id);
      g_string_append_printf (text, "%s\t", def->label);
      append_value (text, value);
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
