/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-check-papers.h"

#include <string.h>

#include "nb-check.h"

#define CHECK      "papers"
#define FILLED     "filled "
#define TERM_ENDED "term-ended"

static void
free_state (void *data)
{
  NbPaperState *state = data;

  g_ptr_array_unref (state->attachments);
  g_free (state);
}

static NbPaperState *
add_state (GPtrArray *states, const char *kind, const NbPaper *paper, NbPaperNeed need)
{
  NbPaperState *state = g_new0 (NbPaperState, 1);

  *state = (NbPaperState){ kind, paper, need, g_ptr_array_new () };
  g_ptr_array_add (states, state);
  return state;
}

/* The rule that says which case needs which paper, as the registry has it; NULL where the form has none. */
static const NbRuleDef *
find_rule (NbForm *form, const NbRegistry *registry)
{
  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = nb_check_get_rule (form, registry, i);

      if (g_strcmp0 (rule->check, CHECK) == 0)
        return rule;
    }
  return NULL;
}

static gboolean
says_something (const NbReportData *data, const NbRegistry *registry, const char *field)
{
  const NbText *text = nb_report_data_get_text (data, field);

  return !nb_text_is_empty (text)
         && !nb_check_stands_for_nothing (text, nb_registry_get_none_word (registry));
}

static NbPaperNeed
get_need (const NbPaper *paper,
          const NbRuleDef *rule,
          const NbReportData *data,
          const NbCheckContext *context)
{
  const char *case_of = rule != NULL ? nb_rule_def_get_parameter (rule, paper->kind) : NULL;

  if (paper->required)
    return NB_PAPER_NEEDED;
  if (case_of != NULL && g_str_has_prefix (case_of, FILLED))
    {
      const char *field = case_of + strlen (FILLED);

      if (nb_form_lookup_field (nb_report_data_get_form (data), field) != NULL)
        return says_something (data, context->registry, field) ? NB_PAPER_NEEDED
                                                               : NB_PAPER_NOT_NEEDED;
    }
  if (g_strcmp0 (case_of, TERM_ENDED) == 0)
    switch (nb_check_compare_term (data, context))
      {
      case NB_TERM_UNKNOWN:
        return NB_PAPER_PERHAPS;
      case NB_TERM_RUNS:
        return NB_PAPER_NOT_NEEDED;
      case NB_TERM_ENDED:
        return NB_PAPER_NEEDED;
      }
  return NB_PAPER_PERHAPS;
}

static NbPaperState *
find_state (GPtrArray *states, const char *kind)
{
  for (guint i = 0; i < states->len; i++)
    {
      NbPaperState *state = g_ptr_array_index (states, i);

      if (g_str_equal (state->kind, kind))
        return state;
    }
  return NULL;
}

GPtrArray *
nb_check_list_papers (const NbReportData *data, const NbCheckContext *context)
{
  const NbRuleDef *rule = find_rule (nb_report_data_get_form (data), context->registry);
  g_autoptr (GPtrArray) papers = nb_registry_list_papers (context->registry);
  GPtrArray *states = g_ptr_array_new_with_free_func (free_state);

  for (guint i = 0; i < papers->len; i++)
    {
      const NbPaper *paper = g_ptr_array_index (papers, i);

      add_state (states, paper->kind, paper, get_need (paper, rule, data, context));
    }
  for (guint i = 0; i < nb_report_data_get_n_attachments (data); i++)
    {
      const NbAttachment *attachment = nb_report_data_get_attachment (data, i);
      NbPaperState *state = find_state (states, attachment->kind);

      if (state == NULL)
        state = add_state (states, attachment->kind, NULL, NB_PAPER_PERHAPS);
      g_ptr_array_add (state->attachments, (void *) attachment);
    }
  return states;
}
