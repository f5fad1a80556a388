/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-check-run.h"

#include <string.h>

/* What the rules of running text found in one paragraph. */
typedef struct
{
  GPtrArray *findings; /* of NbFinding in their order; NULL: the paragraph is due */
  guint index;         /* the paragraph's place when they were made */
} Block;

/* A field that such rules look at. */
typedef struct
{
  GArray *rules;  /* of guint: indexes of the rules that look at its paragraphs, or NULL */
  GArray *blocks; /* of Block, one a paragraph; NULL: all are due */
} FieldWork;

/* A rule as the registry has it. */
typedef struct
{
  const NbRuleDef *rule;     /* NULL: off, or of a stage that is not asked for */
  NbCheckFunc function;      /* NULL: one of running text */
  const NbProseCheck *prose; /* NULL: not one of running text */
  GPtrArray *found;          /* of NbFinding, or NULL for nothing, as for those kept by paragraph */
  gboolean due;
  gboolean looked; /* at something, in this run */
} RuleWork;

struct _NbCheckRun
{
  NbForm *form;
  const NbCheckContext *context;
  RuleWork *rules;
  guint n_rules;
  FieldWork *fields;
  guint n_fields;
  NbOutline *outlines; /* of the texts in this run, by field */
  NbReportData *last;  /* what the last run saw */
  guint n_findings;    /* and how much it found */
  GPtrArray *spare;    /* an empty array: most rules find nothing */
};

static void
clear_block (void *data)
{
  g_clear_pointer (&((Block *) data)->findings, g_ptr_array_unref);
}

static void
note_paragraph_rule (NbCheckRun *run, guint index)
{
  for (const char *const *field = run->rules[index].rule->fields; *field != NULL; field++)
    {
      FieldWork *work = &run->fields[nb_form_lookup_field (run->form, *field)->index];

      if (work->rules == NULL)
        work->rules = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (work->rules, index);
    }
}

NbCheckRun *
nb_check_run_new (NbForm *form, const NbCheckContext *context)
{
  NbCheckRun *run = g_new0 (NbCheckRun, 1);

  run->form = nb_form_ref (form);
  run->context = context;
  run->n_rules = nb_form_get_n_rules (form);
  run->n_fields = nb_form_get_n_fields (form);
  run->rules = g_new0 (RuleWork, run->n_rules);
  run->fields = g_new0 (FieldWork, run->n_fields);
  run->outlines = g_new0 (NbOutline, run->n_fields);
  for (guint i = 0; i < run->n_fields; i++)
    run->outlines[i].def = nb_form_get_field (form, i);
  for (guint i = 0; i < run->n_rules; i++)
    {
      RuleWork *work = &run->rules[i];
      const NbRuleDef *rule = nb_check_get_rule (form, context->registry, i);

      work->due = TRUE;
      if (rule->severity == NB_SEVERITY_OFF || (rule->stage == NB_STAGE_FILING && !context->filing))
        continue;
      work->rule = rule;
      if (rule->kind == NB_RULE_NAMED)
        work->function = nb_check_lookup_function (rule->check, &work->prose);
      else
        work->function = nb_rule_kind_get_function (rule->kind);
      if (work->prose != NULL && work->prose->paragraph != NULL)
        note_paragraph_rule (run, i);
    }
  return run;
}

void
nb_check_run_free (NbCheckRun *run)
{
  if (run == NULL)
    return;
  for (guint i = 0; i < run->n_rules; i++)
    g_clear_pointer (&run->rules[i].found, g_ptr_array_unref);
  for (guint i = 0; i < run->n_fields; i++)
    {
      g_clear_pointer (&run->fields[i].rules, g_array_unref);
      g_clear_pointer (&run->fields[i].blocks, g_array_unref);
    }
  g_clear_pointer (&run->last, nb_report_data_unref);
  g_clear_pointer (&run->spare, g_ptr_array_unref);
  g_free (run->rules);
  g_free (run->fields);
  g_free (run->outlines);
  nb_form_unref (run->form);
  g_free (run);
}

void
nb_check_run_invalidate (NbCheckRun *run)
{
  for (guint i = 0; i < run->n_rules; i++)
    run->rules[i].due = TRUE;
  for (guint i = 0; i < run->n_fields; i++)
    g_clear_pointer (&run->fields[i].blocks, g_array_unref);
}

/* Whether what the rule says depends on @field, besides its own paragraphs. */
static gboolean
reads (const NbRuleDef *rule, const char *field)
{
  return g_strv_contains (rule->reads, field)
         || g_strcmp0 (nb_rule_def_get_parameter (rule, "of"), field) == 0
         || g_strcmp0 (nb_rule_def_get_parameter (rule, "with"), field) == 0;
}

/* Every paragraph that the rule looks at is due. */
static void
invalidate_paragraphs (NbCheckRun *run, const NbRuleDef *rule)
{
  for (const char *const *field = rule->fields; *field != NULL; field++)
    g_clear_pointer (&run->fields[nb_form_lookup_field (run->form, *field)->index].blocks,
                     g_array_unref);
}

static void
splice_blocks (FieldWork *work, guint paragraph, guint removed, guint added)
{
  g_autofree Block *fresh = NULL;

  if (work->blocks == NULL)
    return;
  fresh = g_new0 (Block, MAX (added, 1));
  g_array_remove_range (work->blocks, paragraph, removed);
  g_array_insert_vals (work->blocks, paragraph, fresh, added);
}

void
nb_check_run_splice (
    NbCheckRun *run, const char *field, guint paragraph, guint removed, guint added)
{
  splice_blocks (&run->fields[nb_form_lookup_field (run->form, field)->index], paragraph, removed,
                 added);
  for (guint i = 0; i < run->n_rules; i++)
    {
      RuleWork *work = &run->rules[i];
      gboolean by_paragraph = work->prose != NULL && work->prose->paragraph != NULL;

      if (work->rule == NULL)
        continue;
      if (by_paragraph && reads (work->rule, field))
        invalidate_paragraphs (run, work->rule);
      else if (!by_paragraph
               && (g_strv_contains (work->rule->fields, field) || reads (work->rule, field)))
        work->due = TRUE;
    }
}

/* An empty array of findings. */
static GPtrArray *
take_spare (NbCheckRun *run)
{
  if (run->spare == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return g_steal_pointer (&run->spare);
}

static void
evaluate_rule (NbCheckRun *run, RuleWork *work, const NbReportData *data)
{
  g_autoptr (GPtrArray) previous = g_steal_pointer (&work->found);
  NbCheck check = { .data = data,
                    .form = run->form,
                    .context = run->context,
                    .rule = work->rule,
                    .findings = take_spare (run),
                    .prose = work->prose,
                    .previous = previous,
                    .last = run->last,
                    .outlines = run->outlines };

  if (work->prose != NULL)
    for (const char *const *field = work->rule->fields; *field != NULL; field++)
      work->prose->text (&check, *field);
  else
    work->function (&check);
  if (check.findings->len > 0)
    work->found = check.findings;
  else
    run->spare = check.findings;
  work->due = FALSE;
  work->looked = TRUE;
}

/* They point into the texts of one run. */
static void
clear_outlines (NbCheckRun *run)
{
  for (guint i = 0; i < run->n_fields; i++)
    {
      g_clear_pointer (&run->outlines[i].proses, g_ptr_array_unref);
      g_clear_pointer (&run->outlines[i].headings, g_array_unref);
      g_clear_pointer (&run->outlines[i].is_runs, g_array_unref);
      g_clear_pointer (&run->outlines[i].nth_runs, g_array_unref);
    }
}

static int
compare_findings (const void *a, const void *b)
{
  return nb_finding_compare (*(NbFinding *const *) a, *(NbFinding *const *) b);
}

static void
evaluate_block (NbCheckRun *run, guint field, guint index, const NbReportData *data)
{
  FieldWork *work = &run->fields[field];
  Block *block = &g_array_index (work->blocks, Block, index);
  const char *id = nb_form_get_field (run->form, field)->id;

  block->findings = g_ptr_array_new_with_free_func (g_object_unref);
  block->index = index;
  for (guint i = 0; i < work->rules->len; i++)
    {
      RuleWork *rule = &run->rules[g_array_index (work->rules, guint, i)];
      NbCheck check = { .data = data,
                        .form = run->form,
                        .context = run->context,
                        .rule = rule->rule,
                        .findings = block->findings,
                        .prose = rule->prose,
                        .last = run->last,
                        .at_field = id,
                        .at_outline = &run->outlines[field],
                        .outlines = run->outlines };

      rule->prose->paragraph (&check, id, index);
      rule->looked = TRUE;
    }
  if (block->findings->len > 1)
    g_ptr_array_sort (block->findings, compare_findings);
}

/* Findings say where they are, so those of a paragraph that moved are made again, cheaply. */
static void
move_block (Block *block, guint index)
{
  for (guint i = 0; i < block->findings->len; i++)
    {
      NbFinding *finding = g_ptr_array_index (block->findings, i);

      block->findings->pdata[i] = nb_finding_new_moved (finding, (int) index - (int) block->index);
      g_object_unref (finding);
    }
  block->index = index;
}

static void
evaluate_field (NbCheckRun *run, guint field, const NbReportData *data)
{
  FieldWork *work = &run->fields[field];
  const NbText *text = nb_report_data_get_text (data, nb_form_get_field (run->form, field)->id);
  guint n_paragraphs = nb_text_get_n_paragraphs (text);

  if (work->rules == NULL)
    return;
  if (work->blocks == NULL)
    {
      work->blocks = g_array_sized_new (FALSE, TRUE, sizeof (Block), n_paragraphs);
      g_array_set_clear_func (work->blocks, clear_block);
      g_array_set_size (work->blocks, n_paragraphs);
    }
  for (guint i = 0; i < work->blocks->len; i++)
    {
      Block *block = &g_array_index (work->blocks, Block, i);

      if (block->findings == NULL)
        evaluate_block (run, field, i, data);
      else if (block->index != i)
        move_block (block, i);
    }
}

static void
add (GPtrArray *all, NbFinding *finding, const NbReportData *data)
{
  nb_finding_rebase (finding, data);
  g_ptr_array_add (all, g_object_ref (finding));
}

/* Joins what was found in the field as a whole, in @loose from @at on, with what was found in its
 * paragraphs: both are in order. */
static void
merge_field (NbCheckRun *run, guint field, const GPtrArray *loose, guint *at, GPtrArray *all)
{
  const GArray *blocks = run->fields[field].blocks;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const GPtrArray *findings = g_array_index (blocks, Block, i).findings;

      for (guint j = 0; j < findings->len; j++)
        {
          NbFinding *finding = g_ptr_array_index (findings, j);

          while (*at < loose->len
                 && nb_finding_compare (g_ptr_array_index (loose, *at), finding) <= 0)
            add (all, g_ptr_array_index (loose, (*at)++), run->last);
          add (all, finding, run->last);
        }
    }
}

/* What was found in fields as a whole, in order; the report as a whole comes last. */
static GPtrArray *
sort_loose (NbCheckRun *run)
{
  GPtrArray *loose = g_ptr_array_new ();

  for (guint i = 0; i < run->n_rules; i++)
    if (run->rules[i].found != NULL)
      g_ptr_array_extend (loose, run->rules[i].found, NULL, NULL);
  g_ptr_array_sort (loose, compare_findings);
  return loose;
}

GPtrArray *
nb_check_run_evaluate (NbCheckRun *run, const NbReportData *data, guint *n_evaluated)
{
  GPtrArray *all;
  g_autoptr (GPtrArray) loose = NULL;
  guint n_looked = 0, at = 0;

  for (guint i = 0; i < run->n_rules; i++)
    {
      RuleWork *work = &run->rules[i];

      work->looked = FALSE;
      if (work->due && work->rule != NULL
          && !(work->prose != NULL && work->prose->paragraph != NULL))
        evaluate_rule (run, work, data);
    }
  for (guint i = 0; i < run->n_fields; i++)
    evaluate_field (run, i, data);
  for (guint i = 0; i < run->n_rules; i++)
    n_looked += run->rules[i].looked;
  if (n_evaluated != NULL)
    *n_evaluated = n_looked;
  clear_outlines (run);

  nb_report_data_ref ((NbReportData *) data);
  g_clear_pointer (&run->last, nb_report_data_unref);
  run->last = (NbReportData *) data;
  loose = sort_loose (run);
  all = g_ptr_array_new_full (run->n_findings, g_object_unref);
  for (guint i = 0; i < run->n_fields; i++)
    merge_field (run, i, loose, &at, all);
  while (at < loose->len)
    add (all, g_ptr_array_index (loose, at++), run->last);
  run->n_findings = all->len;
  return all;
}
