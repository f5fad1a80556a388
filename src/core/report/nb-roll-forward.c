/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-roll-forward.h"

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
begin_field (const NbReportData *previous,
             const NbFacts *facts,
             const char *const *wanted,
             const NbFieldDef *def)
{
  const NbRollDef *roll = nb_form_get_roll (previous->form, def->id);
  const char *fact = facts != NULL && def->certificate ? nb_facts_lookup (facts, def->id) : NULL;

  if (fact != NULL)
    return nb_text_new (fact);
  switch (roll->kind)
    {
    case NB_ROLL_CARRY:
      return carry (previous, roll->from);
    case NB_ROLL_NEXT:
      return make_next_year (previous, def->id);
    case NB_ROLL_OFFER:
      if (wanted != NULL && g_strv_contains (wanted, def->id))
        return carry (previous, def->id);
      break;
    case NB_ROLL_DROP:
      break;
    }
  return nb_text_new ("");
}

NbReportData *
nb_report_data_roll_forward (const NbReportData *previous,
                             const NbFacts *facts,
                             const char *const *wanted)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new (previous->form);

  nb_report_data_builder_set_registry (builder, previous->registry);
  for (guint i = 0; i < nb_form_get_n_fields (previous->form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (previous->form, i);
      g_autoptr (NbText) text = begin_field (previous, facts, wanted, def);

      /* A certificate is read without a form: a fact that its field cannot hold is refused here, and
       * the field begins empty. */
      nb_report_data_builder_set_text (builder, def->id, text, NULL);
    }
  return nb_report_data_builder_finish (builder);
}

static void
free_offer (void *data)
{
  NbOffer *offer = data;

  nb_text_unref (offer->text);
  g_array_unref (offer->years);
  g_free (offer);
}

GPtrArray *
nb_report_data_list_offers (const NbReportData *previous)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (free_offer);

  for (guint i = 0; i < nb_form_get_n_fields (previous->form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (previous->form, i);
      NbOffer *offer;

      if (nb_form_get_roll (previous->form, def->id)->kind != NB_ROLL_OFFER
          || nb_text_is_empty (nb_report_data_get_text (previous, def->id)))
        continue;
      offer = g_new0 (NbOffer, 1);
      offer->field = def;
      offer->text = carry (previous, def->id);
      offer->years = g_array_new (FALSE, FALSE, sizeof (NbYearMention));
      nb_text_scan_years (offer->text, offer->years);
      g_ptr_array_add (offers, offer);
    }
  return offers;
}
