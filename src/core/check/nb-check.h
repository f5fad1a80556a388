/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-checker.h"
#include "nb-finding-private.h"
#include "nb-prose.h"

G_BEGIN_DECLS

/* What the rules of running text share for one text; each but the first NULL: not asked for yet. */
typedef struct
{
  const NbFieldDef *def;
  const NbText *text;
  const NbText *last; /* what the text was in the last run, or NULL */
  GPtrArray *proses;  /* of const NbProse, one a paragraph */
  GArray *headings;   /* of NbHeading */
  GArray *is_runs;    /* of NbRunItem */
  GArray *nth_runs;   /* of NbRunItem */
} NbOutline;

/* What a rule's function works on: one rule, one frozen report. It looks, and adds findings. */
typedef struct
{
  const NbReportData *data;
  NbForm *form;
  const NbCheckContext *context;
  const NbRuleDef *rule;
  GPtrArray *findings; /* of NbFinding */
  /* private: */
  const NbProseCheck *prose;
  const GPtrArray *previous; /* what the rule found in the last run, in order, or NULL */
  const NbReportData *last;  /* where it found that */
  guint cursor;              /* how far the new findings have come in the old ones */
  const char *at_field;      /* the field that was asked for last, */
  NbOutline *at_outline;     /* and what the rules share of it */
  NbOutline *outlines;       /* by the field's place in the form */
} NbCheck;

typedef void (*NbCheckFunc) (NbCheck *check);

/* A named check of running text. It works on what the scan found (nb-prose.h), adds plain faults, and says
 * what they mean only when somebody asks. Exactly one of @paragraph and @text. */
struct _NbProseCheck
{
  /* Looks at paragraph @index of @field and at nothing else but what the rule @reads: after an edit only
   * the paragraphs that changed are looked at again. */
  void (*paragraph) (NbCheck *check, const char *field, guint index);
  /* Looks at the whole text of @field after every change in it, and so only at what NbProse holds. */
  void (*text) (NbCheck *check, const char *field);
  /* The message of a fault. Free with g_free(). */
  char *(*describe) (NbFinding *finding);
  /* Adds the edits that mend it, in the order of the text; NULL: none can. */
  void (*fix) (NbFinding *finding);
};

/* A new finding in @field, borrowed; takes @message over. */
NbFinding *nb_check_add (NbCheck *check, const char *field, char *message);
/* The same about the report as a whole; @subject as for nb_finding_set_subject(). */
NbFinding *nb_check_add_about (NbCheck *check, const char *subject, char *message);
/* The same for a fault of a field's whole text. */
NbFinding *nb_check_add_whole (NbCheck *check, const char *field, char *message);
/* For an NbProseCheck: a fault at @spans. What its message and fix say may depend on the paragraphs of the
 * spans and on the two numbers; the fix on the whole text besides. Where the last run found the same, its
 * finding is kept. Borrowed. */
NbFinding *nb_check_add_fault (
    NbCheck *check, const char *field, const NbSpan *spans, guint n_spans, gint64 a, gint64 b);

/* The official label of @field. */
const char *nb_check_get_label (const NbCheck *check, const char *field);
/* What stands in a field that is one paragraph. Borrowed. */
const char *nb_check_get_line (const NbCheck *check, const char *field);
/* The text of @field. Borrowed. */
const NbText *nb_check_get_text (NbCheck *check, const char *field);
/* What the scan found in paragraph @index of @field; NULL beyond the end. Borrowed. */
const NbProse *nb_check_get_prose (NbCheck *check, const char *field, guint index);
/* The headings of @field, and its runs of @kind (NB_ITEM_IS, NB_ITEM_NTH), as nb_text_list_headings() and
 * nb_text_list_runs() give them; listed once for all rules. Borrowed. */
const GArray *nb_check_get_headings (NbCheck *check, const char *field);
const GArray *nb_check_get_runs (NbCheck *check, const char *field, NbItemKind kind);
/* A whole number that the rule may have as a parameter. */
guint nb_check_get_number (const NbCheck *check, const char *parameter, guint otherwise);

/* The words of a named check's parameter, divided by "|"; none where the rule lacks it. NULL-ended, free
 * with g_strfreev(). */
char **nb_check_dup_words (const NbCheck *check, const char *parameter);
/* A parameter that is a decimal fraction such as 0.20, in hundredths; @otherwise where it is missing. */
gint64 nb_check_get_hundredths (const NbCheck *check, const char *parameter, gint64 otherwise);
/* Whether @field is just what the certificate says: such a text can only be changed at the registry, so
 * that its wording is not reproached. */
gboolean nb_check_is_registered (const NbCheck *check, const char *field);
/* Adds to @finding the fix that puts the certificate's text into its field, where there is one and the
 * field is one paragraph. */
void nb_check_add_registered (NbCheck *check, NbFinding *finding);

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

/* The function of a generic kind, and of a named check: NULL for one of running text, which is then put in
 * @prose, NULL for others. */
NbCheckFunc nb_rule_kind_get_function (NbRuleKind kind);
NbCheckFunc nb_check_lookup_function (const char *name, const NbProseCheck **prose);

/* Marks the warnings among @findings that the report answers. */
void nb_check_apply_answers (const NbReportData *data, GPtrArray *findings);

G_END_DECLS
