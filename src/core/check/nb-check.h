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

/* Whether all of @text says that there is nothing to report: @none_word, or what people write for it. */
gboolean nb_check_stands_for_nothing (const NbText *text, const char *none_word);

/* The report year (the first field of that type); 0 where it cannot be read. */
int nb_check_get_report_year (const NbReportData *data);
/* The day by which papers and terms must hold: that of filing (the first date of the form), else today;
 * no date where neither is known. */
NbDate nb_check_get_filing_day (const NbReportData *data, const NbCheckContext *context);

/* The term of office on the certificate, compared with the day of filing. */
typedef enum
{
  NB_TERM_UNKNOWN,
  NB_TERM_RUNS,
  NB_TERM_ENDED,
} NbTerm;
NbTerm nb_check_compare_term (const NbReportData *data, const NbCheckContext *context);

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
