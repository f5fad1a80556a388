/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-autosave.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-document-private.h"

struct _NbUiAutosave
{
  GObject parent_instance;
  NbUiDocument *document;
  NbUiDraft *draft;
  GSettings *settings;
  NbReportData *kept; /* what the draft holds, or NULL */
  guint source;       /* the next writing */
  gboolean writing;
  gboolean failed; /* and a person was told */
};

G_DEFINE_FINAL_TYPE (NbUiAutosave, nb_ui_autosave, G_TYPE_OBJECT)

/* What the writing thread owns. */
typedef struct
{
  NbUiDraft *draft;
  NbJob *job;
  NbReportData *data;
  char *path;
  char *version;
} Errand;

static void
errand_free (void *data)
{
  Errand *errand = data;

  nb_ui_draft_unref (errand->draft);
  nb_report_data_unref (errand->data);
  g_free (errand->path);
  g_free (errand->version);
  g_free (errand);
}

static void
nb_ui_autosave_dispose (GObject *object)
{
  NbUiAutosave *self = NB_UI_AUTOSAVE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->draft, nb_ui_draft_unref);
  g_clear_pointer (&self->kept, nb_report_data_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_autosave_parent_class)->dispose (object);
}

static void
nb_ui_autosave_class_init (NbUiAutosaveClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_ui_autosave_dispose;
}

static void
nb_ui_autosave_init (NbUiAutosave *self)
{
}

static void follow (NbUiAutosave *self);

static void
write_in_thread (GTask *task, void *source, void *task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;
  GError *error = NULL;

  if (nb_ui_draft_write (errand->draft, errand->job, errand->data, errand->path, errand->version,
                         &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
note_written (GObject *source, GAsyncResult *result, void *user_data)
{
  NbUiAutosave *self = NB_UI_AUTOSAVE (source);
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->writing = FALSE;
  if (self->draft == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_clear_pointer (&self->kept, nb_report_data_unref);
      self->kept = nb_report_data_ref (errand->data);
      self->failed = FALSE;
    }
  else if (!self->failed)
    {
      g_autofree char *sentence =
          g_strdup_printf (_ ("Unsaved work is not being kept: %s"), error->message);

      self->failed = TRUE;
      nb_ui_document_remark (self->document, sentence);
    }
  follow (self);
}

static void
write_draft (NbUiAutosave *self, NbReportData *data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, note_written, NULL);
  Errand *errand = g_new0 (Errand, 1);

  errand->draft = nb_ui_draft_ref (self->draft);
  errand->job = nb_ui_document_get_job (self->document);
  errand->data = nb_report_data_ref (data);
  errand->path = g_strdup (nb_ui_document_get_path (self->document));
  errand->version = g_strdup (nb_ui_document_get_version (self->document));
  self->writing = TRUE;
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, write_in_thread);
}

static gboolean
write_now (void *user_data)
{
  NbUiAutosave *self = user_data;
  g_autoptr (NbReportData) data = nb_report_freeze (nb_ui_document_get_report (self->document));

  self->source = 0;
  if (data != self->kept)
    write_draft (self, data);
  return G_SOURCE_REMOVE;
}

/* The first change after a writing sets the time of the next: typing on does not put it off. */
static void
follow (NbUiAutosave *self)
{
  if (self->draft == NULL || self->writing)
    return;
  if (!nb_ui_document_get_modified (self->document)
      || !g_settings_get_boolean (self->settings, "autosave"))
    {
      g_clear_handle_id (&self->source, g_source_remove);
      g_clear_pointer (&self->kept, nb_report_data_unref);
      nb_ui_draft_clear (self->draft);
    }
  else if (self->source == 0)
    self->source = g_timeout_add_seconds (g_settings_get_uint (self->settings, "autosave-interval"),
                                          write_now, self);
}

NbUiAutosave *
nb_ui_autosave_new (NbUiDocument *document)
{
  NbUiAutosave *self = g_object_new (NB_UI_TYPE_AUTOSAVE, NULL);

  self->document = g_object_ref (document);
  self->draft = nb_ui_draft_new ();
  self->settings = g_settings_new (APPLICATION_ID);
  g_signal_connect_object (nb_ui_document_get_report (document), "changed", G_CALLBACK (follow),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::autosave", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  follow (self);
  return self;
}

void
nb_ui_autosave_adopt (NbUiAutosave *self, NbUiDraft *draft)
{
  g_return_if_fail (self->draft != NULL);

  nb_ui_draft_remove (self->draft);
  nb_ui_draft_unref (self->draft);
  self->draft = nb_ui_draft_ref (draft);
  follow (self);
}

void
nb_ui_autosave_end (NbUiAutosave *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->draft != NULL)
    nb_ui_draft_remove (self->draft);
  g_clear_pointer (&self->draft, nb_ui_draft_unref);
  /* A draft on its way out need not keep the document. */
  g_clear_object (&self->document);
}
