/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-form-private.h"
#include "nb-rule-loader.h"

const NbElementDef nb_rules_grammar[] = {
  { "rules", "source* rule*", "engine=1 edition=NAME revision=NUMBER" },
  { "source", NB_TEXT, "id=ID" },
  { "rule", "title parameter* example*", NB_RULE_ATTRIBUTES " source=NAMES" },
  { "title", NB_TEXT, "" },
  { "parameter", NB_TEXT, "name=NAME" },
  { "example", "bad good?", "" },
  { "bad", NB_TEXT, "" },
  { "good", NB_TEXT, "" },
  { NULL },
};

/* The words of all sources that a rule names, joined as a clerk reads them. */
static const char *
join_sources (const NbDefinition *definition,
              const xmlNode *node,
              GHashTable *sources,
              GError **error)
{
  g_autofree const char **ids = nb_definition_dup_list (definition, node, "source");
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *words = g_hash_table_lookup (sources, ids[i]);

      if (words == NULL)
        {
          nb_definition_fail (definition, node, error, _ ("the rule names the unknown source “%s”"),
                              ids[i]);
          return NULL;
        }
      g_string_append_printf (joined, "%s%s", i > 0 ? "；" : "", words);
    }
  return g_string_chunk_insert_const (definition->strings, joined->str);
}

static gboolean
load_rule (const NbDefinition *definition,
           const xmlNode *node,
           NbForm *form,
           GHashTable *sources,
           const char *const *checks,
           GError **error)
{
  const char *authority = join_sources (definition, node, sources, error);
  g_autoptr (NbRuleDef) rule = NULL;

  if (authority == NULL)
    return FALSE;
  rule = nb_rule_def_load (definition, node, authority, error);
  if (rule == NULL
      || !nb_rule_def_check (definition, node, rule, form->fields_by_id, checks, error))
    return FALSE;
  g_hash_table_insert (form->rules_by_id, (gpointer) rule->id, rule);
  g_ptr_array_add (form->rules, g_steal_pointer (&rule));
  return TRUE;
}

gboolean
nb_rules_load (const NbDefinition *definition,
               NbForm *form,
               const char *const *checks,
               GError **error)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  const xmlNode *node;

  for (node = nb_xml_get_first (definition->root); node != NULL; node = nb_xml_get_next (node))
    if (nb_xml_is (node, NB_XML_FORM, "source"))
      g_hash_table_insert (sources, (gpointer) nb_definition_get (definition, node, "id"),
                           (gpointer) nb_definition_get_text (definition, node));
  for (node = nb_xml_get_first (definition->root); node != NULL; node = nb_xml_get_next (node))
    if (nb_xml_is (node, NB_XML_FORM, "rule")
        && !load_rule (definition, node, form, sources, checks, error))
      return FALSE;
  return TRUE;
}
