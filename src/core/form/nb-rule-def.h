/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NB_SEVERITY_OFF,
  NB_SEVERITY_ADVICE,
  NB_SEVERITY_WARNING,
  NB_SEVERITY_ERROR,
} NbSeverity;

typedef enum
{
  NB_STAGE_DATA,
  NB_STAGE_FILING,
} NbStage;

typedef enum
{
  NB_RULE_REQUIRED,
  NB_RULE_NONE_WORD,
  NB_RULE_NUMBER,
  NB_RULE_INTEGER,
  NB_RULE_RANGE,
  NB_RULE_LENGTH,
  NB_RULE_PATTERN,
  NB_RULE_ONE_OF,
  NB_RULE_EQUALS,
  NB_RULE_RATIO,
  NB_RULE_DATE_WINDOW,
  NB_RULE_NAMED,
} NbRuleKind;

/* What a rule finds, and how it would stand. */
typedef struct
{
  const char *bad;
  const char *good; /* or NULL */
} NbRuleExample;

/* One rule of an edition, or of a registry that replaces it. Immutable, owned by its NbForm or
 * NbRegistry; strings are borrowed. */
typedef struct
{
  const char *id; /* "R35" */
  NbRuleKind kind;
  const char *check; /* kind named: the check's registered name, else NULL */
  NbSeverity severity;
  NbStage stage;
  const char *const *fields; /* ids it looks at, in order; NULL-ended */
  const char *const *reads;  /* further ids whose change makes it run again; NULL-ended */
  const char *title;         /* English msgid: what is checked, one line */
  const char *authority;     /* who says so, in words for a clerk (may be Chinese; never NULL) */
  GHashTable *parameters;    /* name -> text; borrow with nb_rule_def_get_parameter() */
  const GArray *examples;    /* of NbRuleExample; may be empty */
  guint line;                /* in its file, for messages */
} NbRuleDef;

/* The parameter @name as text, NULL where the rule has none. */
const char *nb_rule_def_get_parameter (const NbRuleDef *rule, const char *name);

const char *nb_severity_get_nick (NbSeverity severity); /* "error" "warning" "advice" "off" */
const char *nb_stage_get_nick (NbStage stage);          /* "data" "filing" */

G_END_DECLS
