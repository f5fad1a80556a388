/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-form-private.h"

static gboolean
load_cell (const NbDefinition *definition,
           const xmlNode *node,
           const NbForm *form,
           GHashTable *seen,
           GArray *row,
           GError **error)
{
  NbTableCell cell = { NB_TABLE_HEADING, NULL, NULL };
  const NbFieldDef *field;

  if (nb_xml_is (node, NB_XML_FORM, "heading"))
    {
      cell.words = nb_definition_get_text (definition, node);
      g_array_append_val (row, cell);
      return TRUE;
    }

  cell.kind = nb_xml_is (node, NB_XML_FORM, "label") ? NB_TABLE_LABEL : NB_TABLE_VALUE;
  cell.field = nb_definition_get (definition, node, "field");
  field = nb_form_lookup_field (form, cell.field);
  if (!field->published)
    return nb_definition_fail (definition, node, error,
                               _ ("the field “%s” is not published and may not stand in the table"),
                               cell.field);
  if (!g_hash_table_add (seen, g_strdup_printf ("%d %s", cell.kind, cell.field)))
    return nb_definition_fail (definition, node, error,
                               _ ("the %s of the field “%s” stands twice in the table"),
                               (const char *) node->name, cell.field);
  g_array_append_val (row, cell);
  return TRUE;
}

static gboolean
check_complete (const NbDefinition *definition,
                const xmlNode *table,
                const NbForm *form,
                GHashTable *seen,
                GError **error)
{
  for (guint i = 0; i < form->fields->len; i++)
    {
      const NbFieldDef *field = g_ptr_array_index (form->fields, i);
      g_autofree char *label = g_strdup_printf ("%d %s", NB_TABLE_LABEL, field->id);
      g_autofree char *value = g_strdup_printf ("%d %s", NB_TABLE_VALUE, field->id);

      if (field->published
          && (!g_hash_table_contains (seen, label) || !g_hash_table_contains (seen, value)))
        return nb_definition_fail (
            definition, table, error,
            _ ("the field “%s” is published: the table needs its label and its value"), field->id);
    }
  return TRUE;
}

gboolean
nb_table_load (const NbDefinition *definition, NbForm *form, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const xmlNode *table = nb_xml_lookup (definition->root, "table");

  for (const xmlNode *node = nb_xml_get_first (table); node != NULL; node = nb_xml_get_next (node))
    {
      GArray *row = g_array_new (FALSE, FALSE, sizeof (NbTableCell));

      g_ptr_array_add (form->rows, row);
      for (const xmlNode *cell = nb_xml_get_first (node); cell != NULL;
           cell = nb_xml_get_next (cell))
        if (!load_cell (definition, cell, form, seen, row, error))
          return FALSE;
    }
  return check_complete (definition, table, form, seen, error);
}

static gboolean
check_roll (const NbDefinition *definition,
            const xmlNode *node,
            const NbForm *form,
            const NbRollDef *roll,
            GError **error)
{
  const NbFieldDef *field = nb_form_lookup_field (form, roll->field);
  const NbFieldDef *from = nb_form_lookup_field (form, roll->from);

  if (nb_form_get_roll (form, roll->field)->kind != NB_ROLL_DROP)
    return nb_definition_fail (definition, node, error,
                               _ ("the field “%s” is rolled forward twice"), roll->field);
  if (roll->kind == NB_ROLL_NEXT && field->type != NB_FIELD_YEAR)
    return nb_definition_fail (definition, node, error,
                               _ ("only a field of type “year” has a next one, not “%s”"),
                               roll->field);
  if (field->type != from->type)
    return nb_definition_fail (definition, node, error,
                               _ ("the fields “%s” and “%s” are of different types"), roll->field,
                               roll->from);
  return TRUE;
}

gboolean
nb_roll_load (const NbDefinition *definition, NbForm *form, GError **error)
{
  const xmlNode *table = nb_xml_lookup (definition->root, "roll-forward");

  for (guint i = 0; i < form->fields->len; i++)
    {
      const NbFieldDef *field = g_ptr_array_index (form->fields, i);
      NbRollDef drop = { NB_ROLL_DROP, field->id, field->id };

      g_array_append_val (form->rolls, drop);
    }
  for (const xmlNode *node = nb_xml_get_first (table); node != NULL; node = nb_xml_get_next (node))
    {
      const char *field = nb_definition_get (definition, node, "field");
      const char *from = nb_definition_get (definition, node, "from");
      NbRollDef roll = { NB_ROLL_CARRY, field, from != NULL ? from : field };

      if (nb_xml_is (node, NB_XML_FORM, "next"))
        roll.kind = NB_ROLL_NEXT;
      else if (nb_xml_is (node, NB_XML_FORM, "offer"))
        roll.kind = NB_ROLL_OFFER;
      if (!check_roll (definition, node, form, &roll, error))
        return FALSE;
      g_array_index (form->rolls, NbRollDef, nb_form_lookup_field (form, field)->index) = roll;
    }
  return TRUE;
}
