/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-finding.h"
#include "nb-report.h"

G_BEGIN_DECLS

/* Makes a finding of @rule; it is filled in before anybody else sees it. Takes @message over. @field is
 * borrowed from the form of @data, or NULL. */
NbFinding *
nb_finding_new (const NbRuleDef *rule, const NbReportData *data, const char *field, char *message);
void nb_finding_set_severity (NbFinding *finding, NbSeverity severity);
void nb_finding_set_rule (NbFinding *finding, const char *rule);
void nb_finding_set_group (NbFinding *finding, const char *group);
void nb_finding_set_count (NbFinding *finding, guint count);
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
