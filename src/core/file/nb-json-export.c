/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-json.h"
#include "nb-table.h"

static void
write_report (NbJson *json, const NbReportData *data)
{
  const NbForm *form = nb_report_data_get_form (data);
  guint n_fields = nb_form_get_n_fields (form);

  nb_json_begin_object (json, NULL);
  nb_json_string (json, "edition", nb_form_get_edition (form));
  nb_json_string (json, "registry", nb_report_data_get_registry (data));
  nb_json_int (json, "revision", nb_report_data_get_revision (data));
  nb_json_begin_object (json, "fields");
  for (guint i = 0; i < n_fields; i++)
    {
      const char *id = nb_form_get_field (form, i)->id;
      g_autofree char *value = nb_report_data_dup_canonical (data, id);

      nb_json_string (json, id, value);
    }
  nb_json_end_object (json);
  nb_json_end_object (json);
}

char *
nb_json_export (const NbReportData *const *reports, guint n_reports)
{
  g_autoptr (NbJson) json = nb_json_new ();

  nb_json_begin_object (json, NULL);
  nb_json_int (json, "version", 1);
  nb_json_begin_array (json, "reports");
  for (guint i = 0; i < n_reports; i++)
    write_report (json, reports[i]);
  nb_json_end_array (json);
  nb_json_end_object (json);
  return nb_json_finish (g_steal_pointer (&json));
}
