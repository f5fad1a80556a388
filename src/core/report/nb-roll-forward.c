/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-data-private.h"

static NbText *
make_next_year (const NbReportData *previous, const char *field)
{
  const NbValue *value = nb_report_data_get_value (previous, field);
  g_autofree char *next = NULL;

  if (value->state != NB_VALUE_READ)
    return nb_text_new ("");
  next = g_strdup_printf ("%" G_GINT64_FORMAT, value->number + 1);
  return nb_text_new (next);
}

/* Numbers roll forward as their canonical value, so that last year's spelling faults end; what could
 * not be read comes along as it was typed. */
static NbText *
carry (const NbReportData *previous, const char *from)
{
  const NbValue *value = nb_report_data_get_value (previous, from);

  if (value->state == NB_VALUE_READ && value->canonical != NULL)
    return nb_text_new (value->canonical);
  return nb_text_ref (nb_report_data_get_text (previous, from));
}

static NbText *
begin_field (const NbReportData *previous, GHashTable *certificate, const NbFieldDef *def)
{
  const NbRollDef *roll = nb_form_get_roll (previous->form, def->id);
  const char *fact =
      certificate != NULL && def->certificate ? g_hash_table_lookup (certificate, def->id) : NULL;

  if (fact != NULL)
    return nb_text_new (fact);
  switch (roll->kind)
    {
    case NB_ROLL_CARRY:
      return carry (previous, roll->from);
    case NB_ROLL_NEXT:
      return make_next_year (previous, def->id);
    case NB_ROLL_OFFER:
    case NB_ROLL_DROP:
      break;
    }
  return nb_text_new ("");
}

NbReportData *
nb_report_data_roll_forward (const NbReportData *previous, GHashTable *certificate)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new (previous->form);

  nb_report_data_builder_set_registry (builder, previous->registry);
  for (guint i = 0; i < nb_form_get_n_fields (previous->form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (previous->form, i);
      g_autoptr (NbText) text = begin_field (previous, certificate, def);

      /* A certificate is read without a form: a fact that its field cannot hold is refused here, and
       * the field begins empty. */
      nb_report_data_builder_set_text (builder, def->id, text, NULL);
    }
  return nb_report_data_builder_finish (builder);
}
