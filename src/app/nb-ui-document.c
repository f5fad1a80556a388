/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-document-private.h"

#include <time.h>

#include "nb-ui-handing-in.h"

/* The checker waits until typing rests for so long. */
#define CHECK_DELAY_MS 300
/* After so long a rest, what is typed next is a command of its own. */
#define PAUSE_DELAY_MS 1000
/* A check that took longer has no place between a key and the frame that shows it. */
#define PROMPT_CHECK_US 4000

struct _NbUiDocument
{
  GObject parent_instance;
  NbJob *job;
  NbReport *report;
  NbChecker *checker;
  NbReportData *previous;
  NbFacts *facts;
  char *registry; /* the one that the checker goes by */
  char *path;
  char *version; /* of the file, as it was read or written last */
  GBytes *bytes; /* of that version */
  NbVerdict *verdict;
  NbUiHandingIn *handing_in; /* once somebody asked */
  gboolean read_only;
  guint n_composing;
  guint n_prompt;
  gint64 check_cost; /* of the last check, in µs */
  guint check_source;
  guint pause_source;
  guint prompt_source;
};

G_DEFINE_FINAL_TYPE (NbUiDocument, nb_ui_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PATH,
  PROP_FINDINGS,
  PROP_MODIFIED,
  PROP_PREVIOUS,
  PROP_VERDICT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint remark_signal, checked_signal;

static void
nb_ui_document_finalize (GObject *object)
{
  NbUiDocument *self = NB_UI_DOCUMENT (object);

  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_object (&self->handing_in);
  g_clear_handle_id (&self->prompt_source, g_source_remove);
  g_clear_object (&self->checker);
  g_clear_object (&self->report);
  g_clear_pointer (&self->previous, nb_report_data_unref);
  g_clear_pointer (&self->facts, nb_facts_unref);
  g_free (self->registry);
  g_free (self->path);
  g_free (self->version);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->verdict, nb_verdict_free);
  G_OBJECT_CLASS (nb_ui_document_parent_class)->finalize (object);
}

static void
nb_ui_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NbUiDocument *self = NB_UI_DOCUMENT (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, nb_ui_document_get_findings (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, nb_ui_document_get_modified (self));
      break;
    case PROP_PREVIOUS:
      g_value_set_pointer (value, self->previous);
      break;
    case PROP_VERDICT:
      g_value_set_pointer (value, self->verdict);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nb_ui_document_class_init (NbUiDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = nb_ui_document_finalize;
  object_class->get_property = nb_ui_document_get_property;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_FINDINGS] =
      g_param_spec_object ("findings", NULL, NULL, NB_TYPE_FINDING_LIST, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_PREVIOUS] = g_param_spec_pointer ("previous", NULL, NULL, flags);
  properties[PROP_VERDICT] = g_param_spec_pointer ("verdict", NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  checked_signal = g_signal_new ("checked", NB_UI_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  remark_signal = g_signal_new ("remark", NB_UI_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nb_ui_document_init (NbUiDocument *self)
{
}

static NbDate
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (NbDate){ .year = g_date_time_get_year (now),
                   .month = g_date_time_get_month (now),
                   .day = g_date_time_get_day_of_month (now) };
}

const NbRegistry *
nb_ui_document_get_registry (NbUiDocument *self)
{
  g_autoptr (NbReportData) data = nb_report_freeze (self->report);

  return nb_job_get_registry (self->job, data, NULL);
}

void
nb_ui_document_get_context (NbUiDocument *self, NbCheckContext *out)
{
  *out = (NbCheckContext){
    .registry = nb_ui_document_get_registry (self),
    .facts = self->facts,
    .previous = self->previous,
    .today = get_today (),
    .filing = TRUE,
  };
  if (self->verdict != NULL)
    nb_job_fill_verdict (self->verdict, out);
}

static void
set_context (NbUiDocument *self)
{
  NbCheckContext context;

  nb_ui_document_get_context (self, &context);
  g_free (self->registry);
  self->registry = g_strdup (nb_report_get_registry (self->report));
  if (self->checker == NULL)
    self->checker = nb_checker_new (self->report, &context);
  else
    nb_checker_set_context (self->checker, &context);
}

/* Of this thread, in µs: what else the machine does is no cost of ours. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
run_checker (NbUiDocument *self)
{
  gint64 start = get_cpu_time ();

  nb_checker_run (self->checker);
  self->check_cost = get_cpu_time () - start;
}

void
nb_ui_document_check (NbUiDocument *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  if (g_strcmp0 (self->registry, nb_report_get_registry (self->report)) != 0)
    set_context (self);
  run_checker (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS]);
  g_signal_emit (self, checked_signal, 0);
}

/* Only who shows findings where they are made is told: lists of them can wait until typing rests. */
static gboolean
check_promptly (void *data)
{
  NbUiDocument *self = data;

  self->prompt_source = 0;
  run_checker (self);
  g_signal_emit (self, checked_signal, 0);
  return G_SOURCE_REMOVE;
}

static gboolean
check_after_rest (void *data)
{
  NbUiDocument *self = data;

  self->check_source = 0;
  nb_ui_document_check (self);
  return G_SOURCE_REMOVE;
}

static gboolean
pause_after_rest (void *data)
{
  NbUiDocument *self = data;

  self->pause_source = 0;
  nb_report_pause (self->report);
  return G_SOURCE_REMOVE;
}

static void
note_change (NbUiDocument *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (CHECK_DELAY_MS, check_after_rest, self);
  /* After the key, before the frame. */
  if (self->n_prompt > 0 && self->prompt_source == 0 && self->check_cost <= PROMPT_CHECK_US)
    self->prompt_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, check_promptly, self, NULL);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_DELAY_MS, pause_after_rest, self);
}

static void
note_modified (NbUiDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

NbUiDocument *
nb_ui_document_new (NbJob *job, const NbReportData *data, const char *path, gboolean read_only)
{
  NbUiDocument *self = g_object_new (NB_UI_TYPE_DOCUMENT, NULL);

  self->job = job;
  self->path = g_strdup (path);
  self->read_only = read_only;
  self->report = nb_report_new_from_data (data);
  g_signal_connect_object (self->report, "changed", G_CALLBACK (note_change), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->report, "notify::modified", G_CALLBACK (note_modified), self,
                           G_CONNECT_SWAPPED);
  set_context (self);
  nb_checker_run (self->checker);
  return self;
}

NbReport *
nb_ui_document_get_report (NbUiDocument *self)
{
  return self->report;
}

NbFindingList *
nb_ui_document_get_findings (NbUiDocument *self)
{
  return nb_checker_get_findings (self->checker);
}

const char *
nb_ui_document_get_path (NbUiDocument *self)
{
  return self->path;
}

gboolean
nb_ui_document_get_read_only (NbUiDocument *self)
{
  return self->read_only;
}

gboolean
nb_ui_document_get_modified (NbUiDocument *self)
{
  return nb_report_get_modified (self->report);
}

void
nb_ui_document_set_composing (NbUiDocument *self, gboolean composing)
{
  g_return_if_fail (composing || self->n_composing > 0);

  if (composing)
    self->n_composing++;
  else
    self->n_composing--;
}

gboolean
nb_ui_document_is_composing (NbUiDocument *self)
{
  return self->n_composing > 0;
}

void
nb_ui_document_set_prompt (NbUiDocument *self, gboolean prompt)
{
  g_return_if_fail (prompt || self->n_prompt > 0);

  if (prompt)
    self->n_prompt++;
  else
    self->n_prompt--;
}

const NbReportData *
nb_ui_document_get_previous (NbUiDocument *self)
{
  return self->previous;
}

void
nb_ui_document_set_previous (NbUiDocument *self, const NbReportData *previous)
{
  g_clear_pointer (&self->previous, nb_report_data_unref);
  if (previous != NULL)
    self->previous = nb_report_data_ref ((NbReportData *) previous);
  set_context (self);
  nb_ui_document_check (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIOUS]);
}

void
nb_ui_document_set_facts (NbUiDocument *self, const NbFacts *facts)
{
  g_clear_pointer (&self->facts, nb_facts_unref);
  if (facts != NULL)
    self->facts = nb_facts_ref ((NbFacts *) facts);
  set_context (self);
  nb_ui_document_check (self);
}

gboolean
nb_ui_document_can_change (NbUiDocument *self)
{
  return !self->read_only && self->n_composing == 0;
}

void
nb_ui_document_remark (NbUiDocument *self, const char *sentence)
{
  g_signal_emit (self, remark_signal, 0, sentence);
}

NbJob *
nb_ui_document_get_job (NbUiDocument *self)
{
  return self->job;
}

const char *
nb_ui_document_get_version (NbUiDocument *self)
{
  return self->version;
}

GBytes *
nb_ui_document_get_bytes (NbUiDocument *self)
{
  return self->bytes;
}

NbUiHandingIn *
nb_ui_document_get_handing_in (NbUiDocument *self)
{
  if (self->handing_in == NULL)
    self->handing_in = nb_ui_handing_in_new (self);
  return self->handing_in;
}

const NbVerdict *
nb_ui_document_get_verdict (NbUiDocument *self)
{
  return self->verdict;
}

void
nb_ui_document_take_verdict (NbUiDocument *self, NbVerdict *verdict)
{
  g_clear_pointer (&self->verdict, nb_verdict_free);
  self->verdict = verdict;
  set_context (self);
  nb_ui_document_check (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERDICT]);
}

void
nb_ui_document_set_file (NbUiDocument *self, const char *path, const char *version, GBytes *bytes)
{
  char *old_path = self->path;
  char *old_version = self->version;
  GBytes *old_bytes = self->bytes;

  self->bytes = g_bytes_ref (bytes);
  self->version = g_strdup (version);
  self->path = g_strdup (path);
  if (g_strcmp0 (old_path, path) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
  g_clear_pointer (&old_bytes, g_bytes_unref);
  g_free (old_path);
  g_free (old_version);
}
