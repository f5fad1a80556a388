/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-checker.h"
#include "nb-finding-private.h"

G_BEGIN_DECLS

/* What a rule's function works on: one rule, one frozen report. It looks, and adds findings. */
typedef struct
{
  const NbReportData *data;
  NbForm *form;
  const NbCheckContext *context;
  const NbRuleDef *rule;
  GPtrArray *findings; /* of NbFinding */
} NbCheck;

typedef void (*NbCheckFunc) (NbCheck *check);

/* A new finding in @field (NULL: the report as a whole), borrowed; takes @message over. */
NbFinding *nb_check_add (NbCheck *check, const char *field, char *message);
/* The same for a fault of a field's whole text. */
NbFinding *nb_check_add_whole (NbCheck *check, const char *field, char *message);

/* The official label of @field. */
const char *nb_check_get_label (const NbCheck *check, const char *field);
/* What stands in a field that is one paragraph. Borrowed. */
const char *nb_check_get_line (const NbCheck *check, const char *field);

/* The function of a generic kind, and of a named check (NULL for an unknown name). */
NbCheckFunc nb_rule_kind_get_function (NbRuleKind kind);
NbCheckFunc nb_check_lookup_function (const char *name);

/* Runs the rule at @index of the form, as the registry has it, on @data; nothing happens where it is
 * off or of a stage that is not asked for. */
void nb_check_run_rule (const NbReportData *data,
                        const NbCheckContext *context,
                        guint index,
                        GPtrArray *findings);
/* Marks the warnings among @findings that the report answers. */
void nb_check_apply_answers (const NbReportData *data, GPtrArray *findings);

G_END_DECLS
