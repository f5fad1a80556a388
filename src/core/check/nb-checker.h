/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-finding.h"
#include "nb-report.h"

G_BEGIN_DECLS

/* Findings in their one order (field order of the form with the report as a whole last, then first
 * span, then rule id): an immutable GListModel of NbFinding. */
#define NB_TYPE_FINDING_LIST (nb_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (NbFindingList, nb_finding_list, NB, FINDING_LIST, GObject)

guint nb_finding_list_get_length (NbFindingList *list);
NbFinding *nb_finding_list_get (NbFindingList *list, guint index); /* borrowed */
/* How many of @severity, of stage data only or of any. Answered ones are not counted. */
guint nb_finding_list_count (NbFindingList *list, NbSeverity severity, gboolean data_only);
/* Error-grade findings of stage data stand: signing is blocked, 草稿 is printed. */
gboolean nb_finding_list_has_errors (NbFindingList *list);

/* The registered fact texts of a certificate: field id -> text. */
typedef struct
{
  const NbRegistry *registry;   /* never NULL */
  GHashTable *certificate;      /* or NULL */
  const NbReportData *previous; /* last year's report, or NULL */
  NbDate today;                 /* or no date */
  gboolean filing;              /* stage filing too */
} NbCheckContext;

/* Checks all of @data. The whole of a batch's work; a pure function. */
NbFindingList *nb_check (const NbReportData *data, const NbCheckContext *context);

/* Watches a report and keeps its findings: after a change only the rules that read what changed run
 * again, and the result is that of nb_check(). */
#define NB_TYPE_CHECKER (nb_checker_get_type ())
G_DECLARE_FINAL_TYPE (NbChecker, nb_checker, NB, CHECKER, GObject)

/* @context is copied (its pointers are kept referenced where they can be; registry must outlive). */
NbChecker *nb_checker_new (NbReport *report, const NbCheckContext *context);
/* Runs what is due; returns the findings (borrowed until the next run). Property "findings" notifies. */
NbFindingList *nb_checker_run (NbChecker *checker);
/* The findings of the last run. */
NbFindingList *nb_checker_get_findings (NbChecker *checker);
/* How many rules the last run evaluated: for tests of incrementality. */
guint nb_checker_get_n_evaluated (NbChecker *checker);

/* Makes the replacements of @finding's fix in @report as one command; NB_ERROR_ARGUMENT if the text is no
 * longer the one that was checked. */
gboolean nb_finding_apply_fix (NbFinding *finding, NbReport *report, GError **error);

/* Whether findings of @rule can come with a fix. */
gboolean nb_check_rule_has_fix (const NbRuleDef *rule);

/* The names of all named checks, NULL-ended, static: for nb_form_load(). */
const char *const *nb_check_list_names (void);

G_END_DECLS
