/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-check.h"

/* The labels of the fields that the rule looks at, joined by 、. */
static void
append_fields (GString *text, NbForm *form, const NbRuleDef *rule)
{
  if (rule->fields[0] == NULL)
    return;
  g_string_append (text, _ ("Looks at: "));
  for (guint i = 0; rule->fields[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "",
                            nb_form_lookup_field (form, rule->fields[i])->label);
  g_string_append_c (text, '\n');
}

/* A registry that only makes a rule stricter need not repeat its examples. */
static void
append_examples (GString *text, const NbRuleDef *rule, const NbRuleDef *own)
{
  const GArray *examples = rule->examples->len > 0 ? rule->examples : own->examples;

  for (guint i = 0; i < examples->len; i++)
    {
      const NbRuleExample *example = &g_array_index (examples, NbRuleExample, i);

      if (example->good != NULL)
        g_string_append_printf (text, _ ("Example: %s → %s\n"), example->bad, example->good);
      else
        g_string_append_printf (text, _ ("Example: %s\n"), example->bad);
    }
}

char *
nb_check_explain (NbForm *form, const NbRegistry *registry, const char *id)
{
  const NbRuleDef *own = nb_form_lookup_rule (form, id);
  const NbRuleDef *local = nb_registry_lookup_rule (registry, id);
  const NbRuleDef *rule = local != NULL ? local : own;
  GString *text;

  if (own == NULL)
    return NULL;
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s: %s\n", rule->id, _ (rule->title));
  g_string_append_printf (text, _ ("Severity: %s\n"), nb_severity_get_word (rule->severity));
  if (rule->stage == NB_STAGE_FILING)
    g_string_append (text, _ ("Stage: before handing in; it blocks nothing\n"));
  append_fields (text, form, rule);
  g_string_append_printf (text, _ ("Authority: %s\n"), rule->authority);
  append_examples (text, rule, own);
  if (nb_check_rule_has_fix (rule))
    g_string_append_printf (text, _ ("Fix: nianbao-cli check FILE --fix %s -o FILE\n"), rule->id);
  if (rule->severity == NB_SEVERITY_WARNING && rule->fields[0] != NULL)
    g_string_append_printf (text, _ ("Answer: nianbao-cli answer FILE %s FIELD TEXT\n"), rule->id);
  return g_string_free (text, FALSE);
}
