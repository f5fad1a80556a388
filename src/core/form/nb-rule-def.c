/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-rule-def.h"

const char *
nb_rule_def_get_parameter (const NbRuleDef *rule, const char *name)
{
  return g_hash_table_lookup (rule->parameters, name);
}

const char *
nb_severity_get_nick (NbSeverity severity)
{
  static const char *const nicks[] = { "off", "advice", "warning", "error" };

  return nicks[severity];
}

const char *
nb_stage_get_nick (NbStage stage)
{
  static const char *const nicks[] = { "data", "filing" };

  return nicks[stage];
}
