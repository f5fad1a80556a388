/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-rule-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
nb_rule_def_free (NbRuleDef *rule)
{
  g_free ((gpointer) rule->fields);
  g_free ((gpointer) rule->reads);
  g_clear_pointer (&rule->parameters, g_hash_table_unref);
  if (rule->examples != NULL)
    g_array_unref ((GArray *) rule->examples);
  g_free (rule);
}

static gboolean
load_parameters (const NbDefinition *definition,
                 const xmlNode *node,
                 NbRuleDef *rule,
                 GError **error)
{
  rule->parameters = g_hash_table_new (g_str_hash, g_str_equal);
  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    {
      const char *name;

      if (!nb_xml_is (child, NB_XML_FORM, "parameter"))
        continue;
      name = nb_definition_get (definition, child, "name");
      if (!g_hash_table_insert (rule->parameters, (gpointer) name,
                                (gpointer) nb_definition_get_text (definition, child)))
        return nb_definition_fail (definition, child, error,
                                   _ ("rule %s has the parameter “%s” twice"), rule->id, name);
    }
  return nb_rule_parameters_check (definition, node, rule, error);
}

static GArray *
load_examples (const NbDefinition *definition, const xmlNode *node)
{
  GArray *examples = g_array_new (FALSE, FALSE, sizeof (NbRuleExample));

  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    if (nb_xml_is (child, NB_XML_FORM, "example"))
      {
        NbRuleExample example = { nb_definition_get_child_text (definition, child, "bad"),
                                  nb_definition_get_child_text (definition, child, "good") };

        g_array_append_val (examples, example);
      }
  return examples;
}

static gboolean
check_kind (const NbDefinition *definition,
            const xmlNode *node,
            const NbRuleDef *rule,
            GError **error)
{
  if (rule->kind == NB_RULE_NAMED && rule->check == NULL)
    return nb_definition_fail (definition, node, error,
                               _ ("rule %s is of kind “named” and lacks its “check”"), rule->id);
  if (rule->kind != NB_RULE_NAMED && rule->check != NULL)
    return nb_definition_fail (definition, node, error,
                               _ ("rule %s has a “check”, but is not of kind “named”"), rule->id);
  if (rule->kind != NB_RULE_NAMED && rule->fields[0] == NULL)
    return nb_definition_fail (definition, node, error,
                               _ ("rule %s lacks “fields”: only named checks may have none"),
                               rule->id);
  return TRUE;
}

NbRuleDef *
nb_rule_def_load (const NbDefinition *definition,
                  const xmlNode *node,
                  const char *authority,
                  GError **error)
{
  g_autoptr (NbRuleDef) rule = g_new0 (NbRuleDef, 1);

  rule->id = nb_definition_get (definition, node, "id");
  rule->kind = nb_definition_get_choice (definition, node, "kind", NB_RULE_NAMED);
  rule->check = nb_definition_get (definition, node, "check");
  rule->severity = nb_definition_get_choice (definition, node, "severity", NB_SEVERITY_OFF);
  rule->stage = nb_definition_get_choice (definition, node, "stage", NB_STAGE_DATA);
  rule->fields = nb_definition_dup_list (definition, node, "fields");
  rule->reads = nb_definition_dup_list (definition, node, "reads");
  rule->title = nb_definition_get_child_text (definition, node, "title");
  rule->authority = authority;
  rule->examples = load_examples (definition, node);
  rule->line = nb_xml_get_place (node).line;
  if (!check_kind (definition, node, rule, error)
      || !load_parameters (definition, node, rule, error))
    return NULL;
  return g_steal_pointer (&rule);
}

gboolean
nb_rule_def_check (const NbDefinition *definition,
                   const xmlNode *node,
                   const NbRuleDef *rule,
                   GHashTable *fields,
                   const char *const *checks,
                   GError **error)
{
  g_autofree char **named = nb_rule_parameters_list_fields (rule);

  for (guint i = 0; named[i] != NULL; i++)
    if (!g_hash_table_contains (fields, named[i]))
      return nb_definition_fail (definition, node, error,
                                 _ ("a parameter of rule %s names the unknown field “%s”"),
                                 rule->id, named[i]);
  if (rule->check != NULL && !g_strv_contains (checks, rule->check))
    return nb_definition_fail (definition, node, error,
                               _ ("rule %s names the check “%s”, which this program does not have"),
                               rule->id, rule->check);
  return TRUE;
}
