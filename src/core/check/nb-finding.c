/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-check.h"

#include <string.h>

struct _NbFinding
{
  GObject parent_instance;
  NbReportData *data; /* what was checked: fixes are only made in the same text */
  const char *rule;   /* borrowed from the rule, as authority and group are */
  NbSeverity severity;
  NbStage stage;
  const char *field;
  guint field_index;
  NbSpan *spans;
  guint n_spans;
  guint count;
  char *message; /* NULL until it is asked for, where prose makes it */
  const char *authority;
  const char *group;
  GPtrArray *fix; /* of NbEdit, or NULL; the same */
  char *answer;
  char *subject; /* NULL: it has a field */
  const NbProseCheck *prose;
  gint64 a;
  gint64 b;
};

G_DEFINE_FINAL_TYPE (NbFinding, nb_finding, G_TYPE_OBJECT)

static void
free_edit (void *data)
{
  NbEdit *edit = data;

  g_free (edit->text);
  g_free (edit);
}

static void
nb_finding_finalize (GObject *object)
{
  NbFinding *self = NB_FINDING (object);

  g_clear_pointer (&self->data, nb_report_data_unref);
  g_clear_pointer (&self->fix, g_ptr_array_unref);
  g_free (self->spans);
  g_free (self->message);
  g_free (self->answer);
  g_free (self->subject);
  G_OBJECT_CLASS (nb_finding_parent_class)->finalize (object);
}

static void
nb_finding_class_init (NbFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_finding_finalize;
}

static void
nb_finding_init (NbFinding *self)
{
  self->count = 1;
}

NbFinding *
nb_finding_new (const NbRuleDef *rule, const NbReportData *data, const char *field, char *message)
{
  NbFinding *self = g_object_new (NB_TYPE_FINDING, NULL);
  NbForm *form = nb_report_data_get_form (data);

  self->data = nb_report_data_ref ((NbReportData *) data);
  self->rule = self->group = rule->id;
  self->severity = rule->severity;
  self->stage = rule->stage;
  self->authority = rule->authority;
  self->field = field;
  self->field_index =
      field != NULL ? nb_form_lookup_field (form, field)->index : nb_form_get_n_fields (form);
  self->message = message;
  return self;
}

NbFinding *
nb_finding_new_fault (const NbRuleDef *rule,
                      const NbReportData *data,
                      const char *field,
                      const NbProseCheck *prose,
                      const NbSpan *spans,
                      guint n_spans,
                      gint64 a,
                      gint64 b)
{
  NbFinding *self = nb_finding_new (rule, data, field, NULL);

  self->prose = prose;
  self->spans = g_memdup2 (spans, n_spans * sizeof (NbSpan));
  self->n_spans = n_spans;
  self->a = a;
  self->b = b;
  return self;
}

gint64
nb_finding_get_a (NbFinding *self)
{
  return self->a;
}

gint64
nb_finding_get_b (NbFinding *self)
{
  return self->b;
}

const char *
nb_finding_get_label (NbFinding *self)
{
  return nb_form_get_field (nb_report_data_get_form (self->data), self->field_index)->label;
}

const NbText *
nb_finding_get_text (NbFinding *self)
{
  return nb_report_data_get_text (self->data, self->field);
}

char *
nb_finding_dup_words (NbFinding *self, guint index)
{
  return nb_text_dup_span (nb_finding_get_text (self), self->spans[index]);
}

void
nb_finding_set_severity (NbFinding *self, NbSeverity severity)
{
  self->severity = severity;
}

void
nb_finding_set_rule (NbFinding *self, const char *rule)
{
  self->rule = self->group = g_intern_string (rule);
}

void
nb_finding_set_authority (NbFinding *self, const char *authority)
{
  self->authority = authority;
}

void
nb_finding_set_group (NbFinding *self, const char *group)
{
  self->group = g_intern_string (group);
}

void
nb_finding_set_count (NbFinding *self, guint count)
{
  self->count = count;
}

void
nb_finding_set_subject (NbFinding *self, const char *subject)
{
  g_free (self->subject);
  self->subject = g_strdup (subject);
}

const char *
nb_finding_get_subject (NbFinding *self)
{
  return self->subject;
}

void
nb_finding_add_span (NbFinding *self, NbSpan span)
{
  self->spans = g_renew (NbSpan, self->spans, self->n_spans + 1);
  self->spans[self->n_spans++] = span;
}

void
nb_finding_add_whole (NbFinding *self)
{
  const NbText *text = nb_report_data_get_text (self->data, self->field);

  nb_finding_add_span (self, (NbSpan){ 0, 0, nb_text_get_paragraph (text, 0)->length });
}

void
nb_finding_add_edit (NbFinding *self, NbSpan span, const char *text)
{
  NbEdit *edit = g_new0 (NbEdit, 1);

  *edit = (NbEdit){ self->field, span, g_strdup (text) };
  if (self->fix == NULL)
    self->fix = g_ptr_array_new_with_free_func (free_edit);
  g_ptr_array_add (self->fix, edit);
}

/* All but the answer. */
static NbFinding *
copy_finding (NbFinding *self)
{
  NbFinding *copy = g_object_new (NB_TYPE_FINDING, NULL);

  copy->data = nb_report_data_ref (self->data);
  copy->rule = self->rule;
  copy->severity = self->severity;
  copy->stage = self->stage;
  copy->field = self->field;
  copy->field_index = self->field_index;
  copy->count = self->count;
  copy->subject = g_strdup (self->subject);
  copy->message = g_strdup (self->message);
  copy->authority = self->authority;
  copy->group = self->group;
  copy->spans = g_memdup2 (self->spans, self->n_spans * sizeof (NbSpan));
  copy->n_spans = self->n_spans;
  copy->prose = self->prose;
  copy->a = self->a;
  copy->b = self->b;
  return copy;
}

NbFinding *
nb_finding_new_answered (NbFinding *self, const char *answer)
{
  NbFinding *copy = copy_finding (self);

  copy->answer = g_strdup (answer);
  if (self->fix != NULL)
    copy->fix = g_ptr_array_ref (self->fix);
  return copy;
}

NbFinding *
nb_finding_new_moved (NbFinding *self, int by)
{
  NbFinding *copy = copy_finding (self);

  for (guint i = 0; i < copy->n_spans; i++)
    copy->spans[i].paragraph = (guint) ((int) copy->spans[i].paragraph + by);
  return copy;
}

void
nb_finding_rebase (NbFinding *self, const NbReportData *data)
{
  if (self->data == data)
    return;
  nb_report_data_ref ((NbReportData *) data);
  nb_report_data_unref (self->data);
  self->data = (NbReportData *) data;
  /* What follows the fault may be another now, and the fix with it. */
  if (self->prose != NULL)
    g_clear_pointer (&self->fix, g_ptr_array_unref);
}

guint
nb_finding_get_field_index (NbFinding *self)
{
  return self->field_index;
}

const NbReportData *
nb_finding_get_data (NbFinding *self)
{
  return self->data;
}

const char *
nb_finding_get_rule (NbFinding *self)
{
  return self->rule;
}

NbSeverity
nb_finding_get_severity (NbFinding *self)
{
  return self->severity;
}

NbStage
nb_finding_get_stage (NbFinding *self)
{
  return self->stage;
}

const char *
nb_finding_get_field (NbFinding *self)
{
  return self->field;
}

guint
nb_finding_get_n_spans (NbFinding *self)
{
  return self->n_spans;
}

const NbSpan *
nb_finding_get_spans (NbFinding *self)
{
  return self->spans;
}

guint
nb_finding_get_count (NbFinding *self)
{
  return self->count;
}

const char *
nb_finding_get_message (NbFinding *self)
{
  if (self->message == NULL && self->prose != NULL)
    self->message = self->prose->describe (self);
  return self->message;
}

const char *
nb_finding_get_authority (NbFinding *self)
{
  return self->authority;
}

const char *
nb_finding_get_group (NbFinding *self)
{
  return self->group;
}

const GPtrArray *
nb_finding_get_fix (NbFinding *self)
{
  if (self->fix == NULL && self->prose != NULL && self->prose->fix != NULL)
    self->prose->fix (self);
  return self->fix;
}

const char *
nb_finding_get_answer (NbFinding *self)
{
  return self->answer;
}

static int
compare_numbers (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

int
nb_finding_compare (NbFinding *a, NbFinding *b)
{
  NbSpan start = { 0, 0, 0 };
  NbSpan one = a->n_spans > 0 ? a->spans[0] : start;
  NbSpan other = b->n_spans > 0 ? b->spans[0] : start;
  int order = compare_numbers (a->field_index, b->field_index);

  if (order == 0)
    order = compare_numbers (one.paragraph, other.paragraph);
  if (order == 0)
    order = compare_numbers (one.start, other.start);
  if (order == 0)
    order = strcmp (a->rule, b->rule);
  return order != 0 ? order : strcmp (nb_finding_get_message (a), nb_finding_get_message (b));
}
