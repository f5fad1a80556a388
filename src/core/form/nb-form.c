/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-form-private.h"
#include "nb-width.h"

NbForm *
nb_form_ref (NbForm *form)
{
  g_atomic_ref_count_inc (&form->references);
  return form;
}

void
nb_form_unref (NbForm *form)
{
  if (!g_atomic_ref_count_dec (&form->references))
    return;

  g_clear_pointer (&form->pages, nb_page_def_free);
  g_ptr_array_unref (form->rules);
  g_hash_table_unref (form->rules_by_id);
  g_array_unref (form->rolls);
  g_ptr_array_unref (form->rows);
  g_array_unref (form->sections);
  g_hash_table_unref (form->fields_by_label);
  g_hash_table_unref (form->fields_by_id);
  g_ptr_array_unref (form->fields);
  g_free (form->digest);
  g_string_chunk_free (form->strings);
  g_free (form);
}

const char *
nb_form_get_id (const NbForm *form)
{
  return form->id;
}

const char *
nb_form_get_edition (const NbForm *form)
{
  return form->edition;
}

const char *
nb_form_get_title (const NbForm *form)
{
  return form->title;
}

const char *
nb_form_get_digest (const NbForm *form)
{
  return form->digest;
}

guint
nb_form_get_n_fields (const NbForm *form)
{
  return form->fields->len;
}

const NbFieldDef *
nb_form_get_field (const NbForm *form, guint index)
{
  g_return_val_if_fail (index < form->fields->len, NULL);
  return g_ptr_array_index (form->fields, index);
}

const NbFieldDef *
nb_form_lookup_field (const NbForm *form, const char *id)
{
  return g_hash_table_lookup (form->fields_by_id, id);
}

const NbFieldDef *
nb_form_lookup_label (const NbForm *form, const char *label, gboolean *canonical)
{
  g_autofree char *folded = nb_width_fold_label (label);
  const NbFieldDef *field = g_hash_table_lookup (form->fields_by_label, folded);

  if (field != NULL && canonical != NULL)
    {
      g_autofree char *official = nb_width_fold_label (field->label);

      *canonical = g_str_equal (folded, official);
    }
  return field;
}

guint
nb_form_get_n_sections (const NbForm *form)
{
  return form->sections->len;
}

const NbSectionDef *
nb_form_get_section (const NbForm *form, guint index)
{
  g_return_val_if_fail (index < form->sections->len, NULL);
  return &g_array_index (form->sections, NbSectionDef, index);
}

guint
nb_form_get_n_rules (const NbForm *form)
{
  return form->rules->len;
}

const NbRuleDef *
nb_form_get_rule (const NbForm *form, guint index)
{
  g_return_val_if_fail (index < form->rules->len, NULL);
  return g_ptr_array_index (form->rules, index);
}

const NbRuleDef *
nb_form_lookup_rule (const NbForm *form, const char *id)
{
  return g_hash_table_lookup (form->rules_by_id, id);
}

const NbPageDef *
nb_form_get_pages (const NbForm *form)
{
  return form->pages;
}

guint
nb_form_get_n_table_rows (const NbForm *form)
{
  return form->rows->len;
}

const GArray *
nb_form_get_table_row (const NbForm *form, guint index)
{
  g_return_val_if_fail (index < form->rows->len, NULL);
  return g_ptr_array_index (form->rows, index);
}

const NbRollDef *
nb_form_get_roll (const NbForm *form, const char *field)
{
  const NbFieldDef *def = nb_form_lookup_field (form, field);

  g_return_val_if_fail (def != NULL, NULL);
  return &g_array_index (form->rolls, NbRollDef, def->index);
}
