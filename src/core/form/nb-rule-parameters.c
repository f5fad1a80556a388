/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-definition-check.h"
#include "nb-rule-loader.h"

#define PATTERN_MAXIMUM 200
#define PREVIOUS        "previous:"

/* The parameters of each generic kind, in the notation of a grammar's attributes. TEXT ones are
 * looked at more closely below. */
static const char *const parameters_of_kind[] = {
  [NB_RULE_REQUIRED] = "",
  [NB_RULE_NONE_WORD] = "",
  [NB_RULE_NUMBER] = "",
  [NB_RULE_INTEGER] = "",
  [NB_RULE_RANGE] = "min?=DECIMAL max?=DECIMAL",
  [NB_RULE_LENGTH] = "min?=NUMBER max?=NUMBER",
  [NB_RULE_PATTERN] = "pattern=TEXT",
  [NB_RULE_ONE_OF] = "values=TEXT",
  [NB_RULE_EQUALS] = "with=TEXT",
  [NB_RULE_RATIO] = "of=FIELD limit=DECIMAL",
  [NB_RULE_DATE_WINDOW] = "from=TEXT to=TEXT",
};

const char *
nb_rule_parameters_get_declaration (NbRuleKind kind)
{
  return kind < G_N_ELEMENTS (parameters_of_kind) ? parameters_of_kind[kind] : "";
}

static gboolean
check_bounds (const NbDefinition *definition,
              const xmlNode *node,
              const NbRuleDef *rule,
              GError **error)
{
  const char *minimum = nb_rule_def_get_parameter (rule, "min");
  const char *maximum = nb_rule_def_get_parameter (rule, "max");

  if (minimum == NULL && maximum == NULL)
    return nb_definition_fail (definition, node, error,
                               _ ("rule %s needs the parameter “min” or “max”"), rule->id);
  return TRUE;
}

/* A pattern must stay cheap on any text: a group may not be repeated without end, which is what makes
 * a matcher try exponentially many ways, and nothing may refer back. */
static const char *
find_pattern_fault (const char *pattern)
{
  gboolean in_class = FALSE;

  if (g_utf8_strlen (pattern, -1) > PATTERN_MAXIMUM)
    return _ ("is longer than 200 characters");
  for (const char *at = pattern; *at != '\0'; at++)
    {
      if (*at == '\\')
        {
          at++;
          if (!in_class && (strchr ("gk", *at) != NULL || (*at >= '1' && *at <= '9')))
            return _ ("refers back to a group");
        }
      else if (in_class)
        in_class = *at != ']';
      else if (*at == '[')
        {
          in_class = TRUE;
          at += at[1] == '^' ? 1 : 0;
          at += at[1] == ']' ? 1 : 0;
        }
      else if (strncmp (at, "(?P", 3) == 0 || strncmp (at, "(?R", 3) == 0
               || strncmp (at, "(?&", 3) == 0
               || (strncmp (at, "(?", 2) == 0 && g_ascii_isdigit (at[2])))
        return _ ("refers back to a group");
      else if (*at == ')' && (at[1] == '*' || at[1] == '+' || at[1] == '{'))
        return _ ("repeats a group");
    }
  return NULL;
}

static gboolean
check_pattern (const NbDefinition *definition,
               const xmlNode *node,
               const NbRuleDef *rule,
               GError **error)
{
  const char *pattern = nb_rule_def_get_parameter (rule, "pattern");
  const char *fault = find_pattern_fault (pattern);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GRegex) regex = NULL;

  if (fault != NULL)
    return nb_definition_fail (definition, node, error, _ ("the pattern of rule %s %s"), rule->id,
                               fault);
  regex = g_regex_new (pattern, G_REGEX_DEFAULT, 0, &reason);
  if (regex == NULL)
    return nb_definition_fail (definition, node, error, _ ("the pattern of rule %s is wrong: %s"),
                               rule->id, reason->message);
  return TRUE;
}

static gboolean
check_values (const NbDefinition *definition,
              const xmlNode *node,
              const NbRuleDef *rule,
              GError **error)
{
  g_auto (GStrv) values = g_strsplit (nb_rule_def_get_parameter (rule, "values"), "|", -1);

  for (guint i = 0; values[i] != NULL; i++)
    if (*values[i] == '\0')
      return nb_definition_fail (definition, node, error,
                                 _ ("the values of rule %s hold an empty one"), rule->id);
  return TRUE;
}

static gboolean
is_month_and_day (const char *text)
{
  int month, day;

  if (strlen (text) != 5 || text[2] != '-' || !g_ascii_isdigit (text[0])
      || !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;
  month = (text[0] - '0') * 10 + text[1] - '0';
  day = (text[3] - '0') * 10 + text[4] - '0';
  return month >= 1 && month <= 12 && day >= 1
         && day <= g_date_get_days_in_month ((GDateMonth) month, 2001);
}

static gboolean
check_window (const NbDefinition *definition,
              const xmlNode *node,
              const NbRuleDef *rule,
              GError **error)
{
  const char *from = nb_rule_def_get_parameter (rule, "from");
  const char *to = nb_rule_def_get_parameter (rule, "to");

  if (!is_month_and_day (from) || !is_month_and_day (to) || strcmp (from, to) > 0)
    return nb_definition_fail (
        definition, node, error,
        _ ("rule %s needs two days of a year as MM-DD, “from” not after “to”"), rule->id);
  return TRUE;
}

static gboolean
check_declared (const NbDefinition *definition,
                const xmlNode *node,
                const NbRuleDef *rule,
                GError **error)
{
  const char *declared = nb_rule_parameters_get_declaration (rule->kind);
  NbAttributeDef attribute;
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, rule->parameters);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      if (!nb_grammar_lookup_attribute (declared, name, &attribute))
        return nb_definition_fail (
            definition, node, error,
            _ ("rule %s has the parameter “%s”, which its kind does not know"), rule->id,
            (const char *) name);
      if (!nb_definition_check_value (definition, node, &attribute, value, error))
        return FALSE;
    }
  while (nb_grammar_next_attribute (&declared, &attribute))
    {
      g_autofree char *needed = g_strndup (attribute.name, attribute.name_length);

      if (!attribute.optional && !g_hash_table_contains (rule->parameters, needed))
        return nb_definition_fail (definition, node, error, _ ("rule %s lacks the parameter “%s”"),
                                   rule->id, needed);
    }
  return TRUE;
}

gboolean
nb_rule_parameters_check (const NbDefinition *definition,
                          const xmlNode *node,
                          const NbRuleDef *rule,
                          GError **error)
{
  if (rule->kind == NB_RULE_NAMED)
    return TRUE;
  if (!check_declared (definition, node, rule, error))
    return FALSE;

  switch (rule->kind)
    {
    case NB_RULE_RANGE:
    case NB_RULE_LENGTH:
      return check_bounds (definition, node, rule, error);
    case NB_RULE_PATTERN:
      return check_pattern (definition, node, rule, error);
    case NB_RULE_ONE_OF:
      return check_values (definition, node, rule, error);
    case NB_RULE_DATE_WINDOW:
      return check_window (definition, node, rule, error);
    default:
      return TRUE;
    }
}

char **
nb_rule_parameters_list_fields (const NbRuleDef *rule)
{
  GPtrArray *fields = g_ptr_array_new ();
  const char *with = nb_rule_def_get_parameter (rule, "with");

  if (rule->kind == NB_RULE_RATIO)
    g_ptr_array_add (fields, (gpointer) nb_rule_def_get_parameter (rule, "of"));
  if (rule->kind == NB_RULE_EQUALS && g_str_has_prefix (with, PREVIOUS))
    g_ptr_array_add (fields, (gpointer) (with + strlen (PREVIOUS)));
  else if (rule->kind == NB_RULE_EQUALS && strcmp (with, "certificate") != 0)
    g_ptr_array_add (fields, (gpointer) with);
  g_ptr_array_add (fields, NULL);
  return (char **) g_ptr_array_free (fields, FALSE);
}
