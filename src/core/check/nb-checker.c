/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-checker.h"

#include "nb-check-run.h"
#include "nb-finding-list-private.h"

struct _NbChecker
{
  GObject parent_instance;
  NbReport *report;
  NbCheckContext context;
  NbCheckRun *run;
  NbReportData *last; /* what the last run saw */
  NbFindingList *findings;
  guint n_evaluated;
};

G_DEFINE_FINAL_TYPE (NbChecker, nb_checker, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FINDINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
take_context (NbChecker *self, const NbCheckContext *context)
{
  self->context = *context;
  if (context->facts != NULL)
    nb_facts_ref ((NbFacts *) context->facts);
  if (context->previous != NULL)
    nb_report_data_ref ((NbReportData *) context->previous);
}

static void
clear_context (NbChecker *self)
{
  nb_facts_unref ((NbFacts *) self->context.facts);
  nb_report_data_unref ((NbReportData *) self->context.previous);
  self->context = (NbCheckContext){ 0 };
}

static void
nb_checker_finalize (GObject *object)
{
  NbChecker *self = NB_CHECKER (object);

  g_clear_object (&self->report);
  g_clear_object (&self->findings);
  g_clear_pointer (&self->run, nb_check_run_free);
  g_clear_pointer (&self->last, nb_report_data_unref);
  clear_context (self);
  G_OBJECT_CLASS (nb_checker_parent_class)->finalize (object);
}

static void
nb_checker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FINDINGS:
      g_value_set_object (value, NB_CHECKER (object)->findings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nb_checker_class_init (NbCheckerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = nb_checker_finalize;
  object_class->get_property = nb_checker_get_property;
  properties[PROP_FINDINGS] = g_param_spec_object ("findings", NULL, NULL, NB_TYPE_FINDING_LIST,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nb_checker_init (NbChecker *self)
{
}

static void
note_splice (NbReport *report,
             const char *field,
             guint paragraph,
             guint removed,
             guint added,
             NbChecker *self)
{
  nb_check_run_splice (self->run, field, paragraph, removed, added);
}

NbChecker *
nb_checker_new (NbReport *report, const NbCheckContext *context)
{
  NbChecker *self = g_object_new (NB_TYPE_CHECKER, NULL);

  self->report = g_object_ref (report);
  take_context (self, context);
  self->run = nb_check_run_new (nb_report_get_form (report), &self->context);
  g_signal_connect_object (report, "spliced", G_CALLBACK (note_splice), self, 0);
  return self;
}

void
nb_checker_set_context (NbChecker *self, const NbCheckContext *context)
{
  NbCheckContext before = self->context;

  take_context (self, context);
  nb_facts_unref ((NbFacts *) before.facts);
  nb_report_data_unref ((NbReportData *) before.previous);
  g_clear_pointer (&self->run, nb_check_run_free);
  self->run = nb_check_run_new (nb_report_get_form (self->report), &self->context);
}

static gboolean
is_other_opinion (const NbOpinion *a, const NbOpinion *b)
{
  if (a == NULL || b == NULL)
    return a != b;
  return g_strcmp0 (a->sentence, b->sentence) != 0 || g_strcmp0 (a->person, b->person) != 0
         || nb_date_compare (a->date, b->date) != 0;
}

static gboolean
has_other_attachments (const NbReportData *a, const NbReportData *b)
{
  guint n_attachments = nb_report_data_get_n_attachments (a);

  if (n_attachments != nb_report_data_get_n_attachments (b))
    return TRUE;
  for (guint i = 0; i < n_attachments; i++)
    {
      const NbAttachment *one = nb_report_data_get_attachment (a, i);
      const NbAttachment *other = nb_report_data_get_attachment (b, i);

      if (g_strcmp0 (one->kind, other->kind) != 0 || g_strcmp0 (one->name, other->name) != 0
          || one->size != other->size || g_strcmp0 (one->sha256, other->sha256) != 0
          || g_strcmp0 (one->content, other->content) != 0)
        return TRUE;
    }
  return FALSE;
}

/* Besides the fields a rule may look at where the report came from, which edition made it, the sponsor's
 * opinion and what is attached. Answers are no rule's business. */
static gboolean
is_other_frame (const NbReportData *a, const NbReportData *b)
{
  return has_other_attachments (a, b)
         || is_other_opinion (nb_report_data_get_opinion (a), nb_report_data_get_opinion (b))
         || nb_report_data_get_import (a) != nb_report_data_get_import (b)
         || g_strcmp0 (nb_report_data_get_digest (a), nb_report_data_get_digest (b)) != 0
         || g_strcmp0 (nb_report_data_get_registry (a), nb_report_data_get_registry (b)) != 0;
}

NbFindingList *
nb_checker_run (NbChecker *self)
{
  g_autoptr (NbReportData) data = nb_report_freeze (self->report);
  GPtrArray *all;

  if (self->last != NULL && is_other_frame (self->last, data))
    nb_check_run_invalidate (self->run);

  all = nb_check_run_evaluate (self->run, data, &self->n_evaluated);
  nb_check_apply_answers (data, all);

  g_clear_pointer (&self->last, nb_report_data_unref);
  self->last = g_steal_pointer (&data);
  g_clear_object (&self->findings);
  self->findings = nb_finding_list_new_take (all);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS]);
  return self->findings;
}

NbFindingList *
nb_checker_get_findings (NbChecker *self)
{
  return self->findings;
}

guint
nb_checker_get_n_evaluated (NbChecker *self)
{
  return self->n_evaluated;
}
