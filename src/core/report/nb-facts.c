/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-facts.h"

#include <glib/gi18n-lib.h>

struct _NbFacts
{
  gatomicrefcount references;
  GHashTable *texts; /* field id -> text */
  NbPeriod term;
  NbPeriod validity;
};

NbFacts *
nb_facts_new (void)
{
  NbFacts *facts = g_new0 (NbFacts, 1);

  g_atomic_ref_count_init (&facts->references);
  facts->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return facts;
}

NbFacts *
nb_facts_new_from_data (const NbReportData *data, GError **error)
{
  NbForm *form = nb_report_data_get_form (data);
  g_autoptr (NbFacts) facts = nb_facts_new ();

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);
      g_autofree char *fact = NULL;

      if (!def->certificate || nb_text_is_empty (nb_report_data_get_text (data, def->id)))
        continue;
      fact = nb_report_data_dup_canonical (data, def->id);
      if (*fact == '\0')
        {
          nb_error_set (error, NB_ERROR_INVALID, (NbPlace){ 0, 0 },
                        _ ("“%s” cannot be read. Correct it before a certificate is made from the "
                           "report."),
                        def->label);
          return NULL;
        }
      nb_facts_set (facts, def->id, fact);
    }
  if (g_hash_table_size (facts->texts) == 0)
    {
      nb_error_set (error, NB_ERROR_INVALID, (NbPlace){ 0, 0 },
                    _ ("The report holds none of the facts that stand on a certificate. Fill in "
                       "the name of the institution first."));
      return NULL;
    }
  return g_steal_pointer (&facts);
}

NbFacts *
nb_facts_ref (NbFacts *facts)
{
  g_atomic_ref_count_inc (&facts->references);
  return facts;
}

void
nb_facts_unref (NbFacts *facts)
{
  if (facts == NULL || !g_atomic_ref_count_dec (&facts->references))
    return;
  g_hash_table_unref (facts->texts);
  g_free (facts);
}

const char *
nb_facts_lookup (const NbFacts *facts, const char *field)
{
  return g_hash_table_lookup (facts->texts, field);
}

void
nb_facts_set (NbFacts *facts, const char *field, const char *text)
{
  if (text == NULL || *text == '\0')
    g_hash_table_remove (facts->texts, field);
  else
    g_hash_table_insert (facts->texts, g_strdup (field), g_strdup (text));
}

NbPeriod
nb_facts_get_term (const NbFacts *facts)
{
  return facts->term;
}

void
nb_facts_set_term (NbFacts *facts, NbPeriod term)
{
  facts->term = term;
}

NbPeriod
nb_facts_get_validity (const NbFacts *facts)
{
  return facts->validity;
}

void
nb_facts_set_validity (NbFacts *facts, NbPeriod validity)
{
  facts->validity = validity;
}

static const char *
lookup_first (const NbFacts *facts, NbForm *form, NbFieldType type)
{
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);

      if (def->certificate && def->type == type)
        return nb_facts_lookup (facts, def->id);
    }
  return NULL;
}

const char *
nb_facts_lookup_code (const NbFacts *facts, NbForm *form)
{
  return lookup_first (facts, form, NB_FIELD_CODE);
}

const char *
nb_facts_lookup_name (const NbFacts *facts, NbForm *form)
{
  return lookup_first (facts, form, NB_FIELD_LINE);
}
