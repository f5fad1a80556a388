/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-facts.h"
#include "nb-finding.h"
#include "nb-report.h"
#include "nb-text-edit.h"

G_BEGIN_DECLS

/* Findings in their one order (field order of the form with the report as a whole last, then first
 * span, then rule id): an immutable GListModel of NbFinding. */
#define NB_TYPE_FINDING_LIST (nb_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (NbFindingList, nb_finding_list, NB, FINDING_LIST, GObject)

guint nb_finding_list_get_length (NbFindingList *list);
NbFinding *nb_finding_list_get (NbFindingList *list, guint index); /* borrowed */
/* How many of @severity, of stage data only or of any. Answered ones are not counted. */
guint nb_finding_list_count (NbFindingList *list, NbSeverity severity, gboolean data_only);
/* Warnings that are answered. */
guint nb_finding_list_count_answered (NbFindingList *list);
/* Error-grade findings of stage data stand: signing is blocked, 草稿 is printed. */
gboolean nb_finding_list_has_errors (NbFindingList *list);

/* Appends to @findings (borrowed, in their order) those of @field that show in its paragraph @index: with a
 * span there, wherever else they have some. Costs what stands there, not what stands in the text. */
void nb_finding_list_find_in_paragraph (NbFindingList *list,
                                        const char *field,
                                        guint index,
                                        GPtrArray *findings);

/* The findings of one section of the form. */
typedef struct
{
  const NbSectionDef *section; /* NULL: the report as a whole */
  GPtrArray *findings;         /* of NbFinding, borrowed, in their order; may be empty */
} NbFindingSection;
/* @list by section: every section of @form in its order, the report as a whole last. Array of
 * NbFindingSection, free with g_ptr_array_unref(). */
GPtrArray *nb_finding_list_list_sections (NbFindingList *list, NbForm *form);

/* Whose signatures on a file are intact. */
typedef enum
{
  NB_SIGNED_BY_NOBODY = 0,
  NB_SIGNED_BY_LEGAL_REPRESENTATIVE = 1 << 0,
  NB_SIGNED_BY_INSTITUTION = 1 << 1,
  NB_SIGNED_BY_SPONSOR = 1 << 2,
  NB_SIGNED_BY_REGISTRY = 1 << 3,
} NbSignedBy;

/* What a report is compared with. */
typedef struct
{
  const NbRegistry *registry;   /* never NULL */
  const NbFacts *facts;         /* the institution's certificate, or NULL */
  const NbReportData *previous; /* last year's report, or NULL */
  NbDate today;                 /* or no date */
  gboolean filing;              /* stage filing too */
  NbSignedBy signed_by;         /* of the file that the report is in */
  gboolean signature_broken;    /* the file was changed after it was signed */
} NbCheckContext;

/* Checks all of @data. The whole of a batch's work; a pure function. */
NbFindingList *nb_check (const NbReportData *data, const NbCheckContext *context);

/* What a severity and a stage are called in the language of the interface. Static. */
const char *nb_severity_get_word (NbSeverity severity);
const char *nb_stage_get_word (NbStage stage);

/* Watches a report and keeps its findings: after a change only the rules that read what changed run
 * again, and the result is that of nb_check(). */
#define NB_TYPE_CHECKER (nb_checker_get_type ())
G_DECLARE_FINAL_TYPE (NbChecker, nb_checker, NB, CHECKER, GObject)

/* @context is copied; the certificate and last year's report are kept referenced, the registry must
 * outlive the checker. */
NbChecker *nb_checker_new (NbReport *report, const NbCheckContext *context);
/* Compares with something else from now on; the next run evaluates every rule. */
void nb_checker_set_context (NbChecker *checker, const NbCheckContext *context);
/* Runs what is due; returns the findings (borrowed until the next run). Property "findings" notifies. */
NbFindingList *nb_checker_run (NbChecker *checker);
/* The findings of the last run. */
NbFindingList *nb_checker_get_findings (NbChecker *checker);
/* How many rules the last run evaluated: for tests of incrementality. */
guint nb_checker_get_n_evaluated (NbChecker *checker);

/* Makes the replacements of @finding's fix in @report as one command; NB_ERROR_ARGUMENT if the text is no
 * longer the one that was checked. */
gboolean nb_finding_apply_fix (NbFinding *finding, NbReport *report, GError **error);
/* The same for all findings of @list whose rule is among @rules (NULL-ended), as one command. Fixes that
 * would touch each other wait for the next check: @n_applied (optional) receives how many were made. */
gboolean nb_finding_list_apply_fixes (NbFindingList *list,
                                      const char *const *rules,
                                      NbReport *report,
                                      guint *n_applied,
                                      GError **error);

/* The first @at_most replacements of @finding's fix, with @around characters on each side; empty where it
 * has no fix. Array of NbEditPreview (nb-text-edit.h), free with g_ptr_array_unref(). */
GPtrArray *nb_finding_list_previews (NbFinding *finding, guint around, guint at_most);

/* The digest by which an answer knows what it answers: of the paragraphs in which @finding's spans lie, of
 * the whole field where it has none; without a field, of what it is about, such as the picture that is too
 * large (NbAnswer). Free with g_free(). */
char *nb_finding_dup_digest (NbFinding *finding);
/* Answers the warning @finding in @report with @text, which stands until those paragraphs change; NULL or
 * "" takes the answer back. One command. NB_ERROR_ARGUMENT where the finding is no warning, or
 * the text is no longer the one that was checked. */
gboolean
nb_finding_set_answer (NbFinding *finding, NbReport *report, const char *text, GError **error);

/* The days between which the report of @data is to be filed, as the first rule of kind date-window in force at
 * @registry says; no dates where there is none, or the report names no year. */
NbPeriod nb_check_get_filing_window (const NbReportData *data, const NbRegistry *registry);

/* The rule at @index of @form as @registry has it: the registry's own entry, else the form's. */
const NbRuleDef *nb_check_get_rule (NbForm *form, const NbRegistry *registry, guint index);
/* What the rule @id asks, how strictly, on whose authority, with examples of what it finds, in the language
 * of the interface; NULL where @form has no such rule. Free with g_free(). */
char *nb_check_explain (NbForm *form, const NbRegistry *registry, const char *id);

/* Whether findings of @rule can come with a fix. */
gboolean nb_check_rule_has_fix (const NbRuleDef *rule);

/* The names of all named checks, NULL-ended, static: for nb_form_load(). */
const char *const *nb_check_list_names (void);

G_END_DECLS
