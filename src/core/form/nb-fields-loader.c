/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-form-private.h"
#include "nb-width.h"

const NbElementDef nb_fields_grammar[] = {
  { "form", "title section+ table roll-forward", "engine=1 id=NAME edition=NAME" },
  { "title", NB_TEXT, "" },

  { "section", "name field+", "id=ID" },
  { "name", NB_TEXT, "" },
  { "field", "label alias* help? source? choice*",
    "id=ID type=line|long|money|count|year|date|code|choice unit?=TEXT published?=yes|no "
    "certificate?=yes|no negative?=yes|no" },
  { "row/label", "", "field=FIELD" },
  { "label", NB_TEXT, "" },
  { "alias", NB_TEXT, "" },
  { "help", NB_TEXT, "" },
  { "source", NB_TEXT, "" },
  { "choice", NB_TEXT, "" },

  { "table", "row+", "" },
  { "row", "label* value* heading*", "" },
  { "value", "", "field=FIELD" },
  { "heading", NB_TEXT, "" },

  { "roll-forward", "carry* next* offer*", "" },
  { "carry", "", "field=FIELD from?=FIELD" },
  { "next", "", "field=FIELD" },
  { "offer", "", "field=FIELD" },
  { NULL },
};

/* The texts of all children called @name, NULL-ended; NULL where there is none and @or_null. */
static const char *const *
dup_child_texts (const NbDefinition *definition,
                 const xmlNode *node,
                 const char *name,
                 gboolean or_null)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    if (nb_xml_is (child, NB_XML_FORM, name))
      g_ptr_array_add (texts, (gpointer) nb_definition_get_text (definition, child));
  if (texts->len == 0 && or_null)
    {
      g_ptr_array_unref (texts);
      return NULL;
    }
  g_ptr_array_add (texts, NULL);
  return (const char *const *) g_ptr_array_free (texts, FALSE);
}

static gboolean
check_field (const NbDefinition *definition,
             const xmlNode *node,
             const NbFieldDef *field,
             GError **error)
{
  if (field->type == NB_FIELD_CHOICE && field->choices == NULL)
    return nb_definition_fail (definition, node, error,
                               _ ("the field “%s” is of type “choice” and lacks its “choice”"),
                               field->id);
  if (field->type != NB_FIELD_CHOICE && field->choices != NULL)
    return nb_definition_fail (definition, node, error,
                               _ ("the field “%s” has a “choice”, but is not of type “choice”"),
                               field->id);
  if (field->negative && field->type != NB_FIELD_MONEY)
    return nb_definition_fail (definition, node, error,
                               _ ("the field “%s” is “negative”, which only money may be"),
                               field->id);
  return TRUE;
}

/* A published label must lead to one field, or an importer would have to guess. */
static gboolean
add_label (const NbDefinition *definition,
           const xmlNode *node,
           NbForm *form,
           NbFieldDef *field,
           const char *label,
           GError **error)
{
  g_autofree char *folded = nb_width_fold_label (label);

  if (!g_hash_table_contains (form->fields_by_label, folded))
    {
      g_hash_table_insert (form->fields_by_label, g_steal_pointer (&folded), field);
      return TRUE;
    }
  return nb_definition_fail (definition, node, error,
                             _ ("the label “%s” of the field “%s” stands a second time"), label,
                             field->id);
}

static gboolean
add_labels (const NbDefinition *definition,
            const xmlNode *node,
            NbForm *form,
            NbFieldDef *field,
            GError **error)
{
  if (!add_label (definition, node, form, field, field->label, error))
    return FALSE;
  for (guint i = 0; field->aliases[i] != NULL; i++)
    if (!add_label (definition, node, form, field, field->aliases[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
load_field (const NbDefinition *definition,
            const xmlNode *node,
            NbForm *form,
            const char *section,
            GError **error)
{
  NbFieldDef *field = g_new0 (NbFieldDef, 1);

  field->index = form->fields->len;
  g_ptr_array_add (form->fields, field);
  field->id = nb_definition_get (definition, node, "id");
  field->type = nb_definition_get_choice (definition, node, "type", NB_FIELD_LINE);
  field->section = section;
  field->label = nb_definition_get_child_text (definition, node, "label");
  field->aliases = dup_child_texts (definition, node, "alias", FALSE);
  field->help = nb_definition_get_child_text (definition, node, "help");
  field->source = nb_definition_get_child_text (definition, node, "source");
  field->unit = nb_definition_get (definition, node, "unit");
  field->published = nb_definition_get_flag (node, "published");
  field->certificate = nb_definition_get_flag (node, "certificate");
  field->negative = nb_definition_get_flag (node, "negative");
  field->choices = dup_child_texts (definition, node, "choice", TRUE);
  g_hash_table_insert (form->fields_by_id, (gpointer) field->id, field);
  return check_field (definition, node, field, error)
         && add_labels (definition, node, form, field, error);
}

static gboolean
load_section (const NbDefinition *definition, const xmlNode *node, NbForm *form, GError **error)
{
  NbSectionDef section = { nb_definition_get (definition, node, "id"),
                           nb_definition_get_child_text (definition, node, "name") };

  g_array_append_val (form->sections, section);
  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    if (nb_xml_is (child, NB_XML_FORM, "field")
        && !load_field (definition, child, form, section.id, error))
      return FALSE;
  return TRUE;
}

gboolean
nb_fields_load (const NbDefinition *definition, NbForm *form, GError **error)
{
  form->id = nb_definition_get (definition, definition->root, "id");
  form->title = nb_definition_get_child_text (definition, definition->root, "title");
  for (const xmlNode *node = nb_xml_get_first (definition->root); node != NULL;
       node = nb_xml_get_next (node))
    if (nb_xml_is (node, NB_XML_FORM, "section") && !load_section (definition, node, form, error))
      return FALSE;
  return nb_definition_check_fields (definition, definition->root, form->fields_by_id, error);
}
