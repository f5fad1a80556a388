/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-check.h"

G_BEGIN_DECLS

/* The rules of a form at work on one report, with what each of them found: nb_check() makes one and throws
 * it away, an NbChecker keeps it. Rules of running text keep what they found by paragraph, so that a key
 * stroke costs a paragraph; what they find is in both cases what the same code finds. */
typedef struct _NbCheckRun NbCheckRun;

/* @context must outlive the run. */
NbCheckRun *nb_check_run_new (NbForm *form, const NbCheckContext *context);
void nb_check_run_free (NbCheckRun *run);

/* Everything is due. */
void nb_check_run_invalidate (NbCheckRun *run);
/* @removed paragraphs of @field from @paragraph on were replaced by @added ones. */
void nb_check_run_splice (
    NbCheckRun *run, const char *field, guint paragraph, guint removed, guint added);
/* Evaluates what is due. Returns all findings in their order, new references. @n_evaluated (optional): how
 * many rules had to look at something. */
GPtrArray *nb_check_run_evaluate (NbCheckRun *run, const NbReportData *data, guint *n_evaluated);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbCheckRun, nb_check_run_free)

G_END_DECLS
