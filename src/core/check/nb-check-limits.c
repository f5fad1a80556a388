/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-check-limits.h"

#include "nb-checker.h"

/* The named check that counts a narrative's characters; its parameters are those of kind length. */
#define NARRATIVE_LENGTH "narrative-length"

static gboolean
counts_characters (const NbRuleDef *rule, const char *field)
{
  return rule->severity != NB_SEVERITY_OFF
         && (rule->kind == NB_RULE_LENGTH
             || (rule->kind == NB_RULE_NAMED && g_strcmp0 (rule->check, NARRATIVE_LENGTH) == 0))
         && g_strv_contains (rule->fields, field);
}

static guint
get_number (const NbRuleDef *rule, const char *parameter, guint otherwise)
{
  const char *text = nb_rule_def_get_parameter (rule, parameter);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

void
nb_check_get_limits (
    NbForm *form, const NbRegistry *registry, const char *field, guint *least, guint *most)
{
  *least = 0;
  *most = G_MAXUINT;
  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = nb_check_get_rule (form, registry, i);

      if (!counts_characters (rule, field))
        continue;
      *least = MAX (*least, get_number (rule, "min", 0));
      *most = MIN (*most, get_number (rule, "max", G_MAXUINT));
    }
}
