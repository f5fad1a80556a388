/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-finding-private.h"

#include <string.h>

struct _NbFinding
{
  GObject parent_instance;
  NbReportData *data; /* what was checked: fixes are only made in the same text */
  char *rule;
  NbSeverity severity;
  NbStage stage;
  const char *field;
  GArray *spans; /* of NbSpan */
  guint count;
  char *message;
  char *authority;
  char *group;
  GPtrArray *fix; /* of NbEdit, or NULL */
  char *answer;
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
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->fix, g_ptr_array_unref);
  g_free (self->rule);
  g_free (self->message);
  g_free (self->authority);
  g_free (self->group);
  g_free (self->answer);
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
  self->spans = g_array_new (FALSE, FALSE, sizeof (NbSpan));
  self->count = 1;
}

NbFinding *
nb_finding_new (const NbRuleDef *rule, const NbReportData *data, const char *field, char *message)
{
  NbFinding *self = g_object_new (NB_TYPE_FINDING, NULL);

  self->data = nb_report_data_ref ((NbReportData *) data);
  self->rule = g_strdup (rule->id);
  self->severity = rule->severity;
  self->stage = rule->stage;
  self->authority = g_strdup (rule->authority);
  self->group = g_strdup (rule->id);
  self->field = field;
  self->message = message;
  return self;
}

void
nb_finding_set_severity (NbFinding *self, NbSeverity severity)
{
  self->severity = severity;
}

void
nb_finding_set_rule (NbFinding *self, const char *rule)
{
  g_free (self->rule);
  self->rule = g_strdup (rule);
  nb_finding_set_group (self, rule);
}

void
nb_finding_set_group (NbFinding *self, const char *group)
{
  g_free (self->group);
  self->group = g_strdup (group);
}

void
nb_finding_set_count (NbFinding *self, guint count)
{
  self->count = count;
}

void
nb_finding_add_span (NbFinding *self, NbSpan span)
{
  g_array_append_val (self->spans, span);
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

NbFinding *
nb_finding_new_answered (NbFinding *self, const char *answer)
{
  NbFinding *copy = g_object_new (NB_TYPE_FINDING, NULL);

  copy->data = nb_report_data_ref (self->data);
  copy->rule = g_strdup (self->rule);
  copy->severity = self->severity;
  copy->stage = self->stage;
  copy->field = self->field;
  copy->count = self->count;
  copy->message = g_strdup (self->message);
  copy->authority = g_strdup (self->authority);
  copy->group = g_strdup (self->group);
  copy->answer = g_strdup (answer);
  g_array_append_vals (copy->spans, self->spans->data, self->spans->len);
  if (self->fix != NULL)
    copy->fix = g_ptr_array_ref (self->fix);
  return copy;
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
  return self->spans->len;
}

const NbSpan *
nb_finding_get_spans (NbFinding *self)
{
  return self->spans->len > 0 ? &g_array_index (self->spans, NbSpan, 0) : NULL;
}

guint
nb_finding_get_count (NbFinding *self)
{
  return self->count;
}

const char *
nb_finding_get_message (NbFinding *self)
{
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
  return self->fix;
}

const char *
nb_finding_get_answer (NbFinding *self)
{
  return self->answer;
}

/* The report as a whole comes last. */
static guint
get_field_index (NbFinding *self)
{
  NbForm *form = nb_report_data_get_form (self->data);

  return self->field != NULL ? nb_form_lookup_field (form, self->field)->index
                             : nb_form_get_n_fields (form);
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
  NbSpan one = a->spans->len > 0 ? g_array_index (a->spans, NbSpan, 0) : start;
  NbSpan other = b->spans->len > 0 ? g_array_index (b->spans, NbSpan, 0) : start;
  int order = compare_numbers (get_field_index (a), get_field_index (b));

  if (order == 0)
    order = compare_numbers (one.paragraph, other.paragraph);
  if (order == 0)
    order = compare_numbers (one.start, other.start);
  if (order == 0)
    order = strcmp (a->rule, b->rule);
  return order != 0 ? order : strcmp (a->message, b->message);
}
