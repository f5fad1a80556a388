/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nb-report-data.h"

G_BEGIN_DECLS

/* One replacement that a fix makes. */
typedef struct
{
  const char *field; /* borrowed from the form */
  NbSpan span;
  char *text;
} NbEdit;

/* Something that is not right yet. Immutable. */
#define NB_TYPE_FINDING (nb_finding_get_type ())
G_DECLARE_FINAL_TYPE (NbFinding, nb_finding, NB, FINDING, GObject)

const char *nb_finding_get_rule (NbFinding *finding);
NbSeverity nb_finding_get_severity (NbFinding *finding);
NbStage nb_finding_get_stage (NbFinding *finding);
const char *nb_finding_get_field (NbFinding *finding); /* NULL: the report as a whole */
/* In order; none for a field as a whole. */
guint nb_finding_get_n_spans (NbFinding *finding);
const NbSpan *nb_finding_get_spans (NbFinding *finding);
guint nb_finding_get_count (NbFinding *finding);
const char *nb_finding_get_message (NbFinding *finding); /* in the language of the interface */
const char *nb_finding_get_authority (NbFinding *finding);
const char *nb_finding_get_group (NbFinding *finding);
/* NULL where the finding has no fix; else what it replaces, in order. */
const GPtrArray *nb_finding_get_fix (NbFinding *finding); /* of NbEdit */
/* The sentence that answers it while the text is the same, or NULL. */
const char *nb_finding_get_answer (NbFinding *finding);

G_END_DECLS
