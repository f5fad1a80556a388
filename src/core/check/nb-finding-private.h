/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-finding.h"
#include "nb-report.h"

G_BEGIN_DECLS

/* A named check of running text (nb-check.h), which says later what its findings mean. */
typedef struct _NbProseCheck NbProseCheck;

/* Makes a finding of @rule; it is filled in before anybody else sees it. Takes @message over. @field is
 * borrowed from the form of @data, or NULL. */
NbFinding *
nb_finding_new (const NbRuleDef *rule, const NbReportData *data, const char *field, char *message);
/* One whose message and fix @prose makes when they are asked for; @spans are copied. */
NbFinding *nb_finding_new_fault (const NbRuleDef *rule,
                                 const NbReportData *data,
                                 const char *field,
                                 const NbProseCheck *prose,
                                 const NbSpan *spans,
                                 guint n_spans,
                                 gint64 a,
                                 gint64 b);
/* The two numbers of such a finding. */
gint64 nb_finding_get_a (NbFinding *finding);
gint64 nb_finding_get_b (NbFinding *finding);
/* The label and the text of its field, and the words of span @index (free with g_free()). */
const char *nb_finding_get_label (NbFinding *finding);
const NbText *nb_finding_get_text (NbFinding *finding);
char *nb_finding_dup_words (NbFinding *finding, guint index);
/* The same finding in a text where its paragraphs stand @by places further on. */
NbFinding *nb_finding_new_moved (NbFinding *finding, int by);
/* Its paragraphs stand unchanged in @data too: from now on that is what was checked. */
void nb_finding_rebase (NbFinding *finding, const NbReportData *data);
/* The place of its field in the form; behind the last one for the report as a whole. */
guint nb_finding_get_field_index (NbFinding *finding);

void nb_finding_set_severity (NbFinding *finding, NbSeverity severity);
/* Where it stands on the authority of another one than its rule; borrowed from the registry. */
void nb_finding_set_authority (NbFinding *finding, const char *authority);
void nb_finding_set_rule (NbFinding *finding, const char *rule);
void nb_finding_set_group (NbFinding *finding, const char *group);
void nb_finding_set_count (NbFinding *finding, guint count);
/* Of a finding without a field: what it is about, told apart from everything else that its rule may find,
 * in words that do not change with the language; nb_finding_dup_digest() is made of it. */
void nb_finding_set_subject (NbFinding *finding, const char *subject);
const char *nb_finding_get_subject (NbFinding *finding);
void nb_finding_add_span (NbFinding *finding, NbSpan span);
/* The whole text of the finding's field, which is one paragraph. */
void nb_finding_add_whole (NbFinding *finding);
/* Adds a replacement in the finding's own field to its fix; they are added in the order of the text. */
void nb_finding_add_edit (NbFinding *finding, NbSpan span, const char *text);
/* A copy of @finding with another answer (NULL: none): findings do not change once they are out. */
NbFinding *nb_finding_new_answered (NbFinding *finding, const char *answer);

/* Whether the texts that @finding lies in and would change are still those that were checked. */
gboolean nb_finding_is_current (NbFinding *finding, NbReport *report);

/* The data that was checked. */
const NbReportData *nb_finding_get_data (NbFinding *finding);

/* The order of a list of findings. */
int nb_finding_compare (NbFinding *a, NbFinding *b);

G_END_DECLS
