/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-work.h"

struct _NbUiWork
{
  GObject parent_instance;
  char *sentence;
  GCancellable *cancellable;
  GTask *task;    /* borrowed, for its own thread */
  guint patience; /* the source that shows it */
  gboolean shown;
  gboolean ended;
  gint done; /* written by the thread */
  gint all;
  guint tick; /* the source that tells of progress */
  gint told;
};

G_DEFINE_FINAL_TYPE (NbUiWork, nb_ui_work, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FRACTION,
  PROP_SHOWN,
  PROP_ENDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint cancelled_signal;

/* How often progress is told, ms. */
#define TICK 100

static void
stop_sources (NbUiWork *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->tick, g_source_remove);
}

static void
nb_ui_work_finalize (GObject *object)
{
  NbUiWork *self = NB_UI_WORK (object);

  stop_sources (self);
  g_object_unref (self->cancellable);
  g_free (self->sentence);
  G_OBJECT_CLASS (nb_ui_work_parent_class)->finalize (object);
}

static double
get_fraction (NbUiWork *self)
{
  int all = g_atomic_int_get (&self->all);

  return all > 0 ? (double) g_atomic_int_get (&self->done) / all : -1;
}

static void
nb_ui_work_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NbUiWork *self = NB_UI_WORK (object);

  if (id == PROP_FRACTION)
    g_value_set_double (value, get_fraction (self));
  else
    g_value_set_boolean (value, id == PROP_SHOWN ? self->shown : self->ended);
}

static void
nb_ui_work_class_init (NbUiWorkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = nb_ui_work_finalize;
  object_class->get_property = nb_ui_work_get_property;
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, FALSE, flags);
  properties[PROP_ENDED] = g_param_spec_boolean ("ended", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  cancelled_signal = g_signal_new ("cancelled", NB_UI_TYPE_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
nb_ui_work_init (NbUiWork *self)
{
  self->cancellable = g_cancellable_new ();
}

NbUiWork *
nb_ui_work_new (const char *sentence)
{
  NbUiWork *self = g_object_new (NB_UI_TYPE_WORK, NULL);

  self->sentence = g_strdup (sentence);
  return self;
}

const char *
nb_ui_work_get_sentence (NbUiWork *self)
{
  return self->sentence;
}

static gboolean
tell_progress (void *data)
{
  NbUiWork *self = data;
  int done = g_atomic_int_get (&self->done);

  if (done != self->told)
    {
      self->told = done;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
    }
  return G_SOURCE_CONTINUE;
}

static void
set_shown (NbUiWork *self, gboolean shown)
{
  if (self->shown == shown)
    return;
  self->shown = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static gboolean
lose_patience (void *data)
{
  NbUiWork *self = data;

  self->patience = 0;
  self->tick = g_timeout_add (TICK, tell_progress, self);
  set_shown (self, TRUE);
  return G_SOURCE_REMOVE;
}

void
nb_ui_work_begin (NbUiWork *self)
{
  g_return_if_fail (self->patience == 0 && !self->shown && !self->ended);
  self->patience = g_timeout_add (NB_UI_WORK_PATIENCE, lose_patience, self);
}

void
nb_ui_work_end (NbUiWork *self)
{
  g_autoptr (NbUiWork) kept = g_object_ref (self);

  if (self->ended)
    return;
  stop_sources (self);
  set_shown (self, FALSE);
  self->ended = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENDED]);
}

typedef struct
{
  NbUiWorkFunc func;
  void *data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  GApplication *application;
} Run;

static gboolean
release (void *data)
{
  g_application_release (data);
  return G_SOURCE_REMOVE;
}

/* In the thread that is the last to need it. */
static void
run_free (void *data)
{
  Run *run = data;

  if (run->free_data != NULL)
    run->free_data (run->data);
  g_idle_add_full (G_PRIORITY_DEFAULT, release, run->application, g_object_unref);
  g_free (run);
}

static void
do_run (GTask *task, void *source, void *data, GCancellable *cancellable)
{
  const Run *run = data;
  GError *error = NULL;
  void *result = run->func (source, run->data, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, run->free_result);
  else
    g_task_return_error (task, error);
}

void
nb_ui_work_run (NbUiWork *self,
                NbUiWorkFunc func,
                void *data,
                GDestroyNotify free_data,
                GDestroyNotify free_result,
                GAsyncReadyCallback callback,
                void *user_data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, user_data);
  Run *run = g_new (Run, 1);

  *run = (Run){ func, data, free_data, free_result, g_object_ref (g_application_get_default ()) };
  /* What is being written is written to its end, and what the thread works with is there until then, when the
   * last window is closed meanwhile. */
  g_application_hold (run->application);
  g_task_set_source_tag (task, nb_ui_work_run);
  g_task_set_task_data (task, run, run_free);
  g_task_set_return_on_cancel (task, TRUE);
  self->task = task;
  nb_ui_work_begin (self);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (nb_ui_work_end), self,
                           G_CONNECT_SWAPPED);
  g_task_run_in_thread (task, do_run);
}

void *
nb_ui_work_run_finish (NbUiWork *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
nb_ui_work_set_progress (NbUiWork *self, guint done, guint all)
{
  g_atomic_int_set (&self->all, (int) all);
  g_atomic_int_set (&self->done, (int) MIN (done, all));
}

gboolean
nb_ui_work_is_cancelled (NbUiWork *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

gboolean
nb_ui_work_commit (NbUiWork *self, GError **error)
{
  if (g_task_set_return_on_cancel (self->task, FALSE))
    {
      g_task_set_check_cancellable (self->task, FALSE);
      return TRUE;
    }
  g_cancellable_set_error_if_cancelled (self->cancellable, error);
  return FALSE;
}

void
nb_ui_work_cancel (NbUiWork *self)
{
  if (self->ended || nb_ui_work_is_cancelled (self))
    return;
  g_cancellable_cancel (self->cancellable);
  g_signal_emit (self, cancelled_signal, 0);
}
