/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-definition.h"
#include "nb-rule-def.h"

G_BEGIN_DECLS

/* What both grammars say of the element "rule". */
#define NB_RULE_ATTRIBUTES                                                                         \
  "id=ID kind=required|none-word|number|integer|range|length|pattern|one-of|equals|ratio|"         \
  "date-window|named check?=NAME severity=off|advice|warning|error stage?=data|filing "            \
  "fields?=FIELDS reads?=FIELDS"

/* Builds a rule from its element, of either file; its parameters are compared with its kind.
 * @authority is borrowed and must live as long as @definition's strings. */
NbRuleDef *nb_rule_def_load (const NbDefinition *definition,
                             const xmlNode *node,
                             const char *authority,
                             GError **error);
void nb_rule_def_free (NbRuleDef *rule);

/* Compares what @rule names, beyond values of kind FIELD, with the edition: its @fields (a set of
 * ids) and the registered names of named checks. */
gboolean nb_rule_def_check (const NbDefinition *definition,
                            const xmlNode *node,
                            const NbRuleDef *rule,
                            GHashTable *fields,
                            const char *const *checks,
                            GError **error);

/* Compares the parameters of @rule with what its kind declares; a named check declares none here. */
gboolean nb_rule_parameters_check (const NbDefinition *definition,
                                   const xmlNode *node,
                                   const NbRuleDef *rule,
                                   GError **error);
/* The parameters that @kind declares, in the notation of an NbElementDef's attributes. */
const char *nb_rule_parameters_get_declaration (NbRuleKind kind);
/* The fields that @rule's parameters name: owned array of borrowed ids, NULL-ended. */
char **nb_rule_parameters_list_fields (const NbRuleDef *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbRuleDef, nb_rule_def_free)

G_END_DECLS
