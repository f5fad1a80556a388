/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document's file. Everything that may wait for a disk or a share happens in a thread. */

#include "nb-ui-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-trust.h"

/* What a thread needs, it owns. */
typedef struct
{
  NbJob *job;
  char *path;
  char *registry; /* for a published table, or NULL */
  NbUiSaving saving;
  char *expected; /* the version that may be replaced */
  char *version;  /* what stands there afterwards */
  char *kept;     /* where another version was put */
  GBytes *bytes;  /* what was read or written */
  NbReportData *data;
  NbVerdict *verdict; /* of a signed file */
  char *trust;        /* the folder of trusted certificates */
  gboolean is_signed;
  gboolean is_table;
} Errand;

static Errand *
errand_new (NbJob *job, const char *path)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->job = job;
  errand->path = g_strdup (path);
  errand->trust = nb_ui_trust_dup_folder ();
  return errand;
}

static void
errand_free (void *data)
{
  Errand *errand = data;

  g_clear_pointer (&errand->data, nb_report_data_unref);
  g_clear_pointer (&errand->bytes, g_bytes_unref);
  g_clear_pointer (&errand->verdict, nb_verdict_free);
  g_free (errand->trust);
  g_free (errand->path);
  g_free (errand->registry);
  g_free (errand->expected);
  g_free (errand->version);
  g_free (errand->kept);
  g_free (errand);
}

static char *
make_version (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* What is shown of a signed report is parsed from the very bytes that are verified. */
static NbReportData *
read_file (Errand *errand, GError **error)
{
  g_autoptr (NbReportData) data = NULL;

  errand->bytes = nb_job_read_file (errand->path, error);
  if (errand->bytes == NULL)
    return NULL;
  errand->version = make_version (errand->bytes);
  errand->is_table = !nb_job_is_report_file (errand->bytes);
  if (errand->is_table)
    return nb_job_import (errand->job, errand->bytes, errand->registry, 0, error);
  data = nb_job_load (errand->job, errand->bytes, &errand->is_signed, error);
  if (data == NULL || !errand->is_signed)
    return g_steal_pointer (&data);
  errand->verdict = nb_ui_trust_verify (errand->job, errand->bytes, errand->trust, error);
  return errand->verdict != NULL ? g_steal_pointer (&data) : NULL;
}

static void
open_in_thread (GTask *task, void *source, void *task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;
  GError *error = NULL;

  errand->data = read_file (errand, &error);
  if (errand->data != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
nb_ui_document_open_async (NbJob *job,
                           const char *path,
                           const char *registry,
                           GAsyncReadyCallback callback,
                           void *user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Errand *errand = errand_new (job, path);

  errand->registry = g_strdup (registry);
  g_task_set_source_tag (task, nb_ui_document_open_async);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, open_in_thread);
}

NbUiDocument *
nb_ui_document_open_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  Errand *errand = g_task_get_task_data (task);
  NbUiDocument *document;

  if (!g_task_propagate_boolean (task, error))
    return NULL;
  if (errand->is_table)
    return nb_ui_document_new_filled (errand->job, errand->data);
  document = nb_ui_document_new (errand->job, errand->data, errand->path, errand->is_signed);
  nb_ui_document_set_file (document, errand->path, errand->version, errand->bytes);
  if (errand->is_signed)
    nb_ui_document_take_verdict (document, g_steal_pointer (&errand->verdict));
  return document;
}

NbUiDocument *
nb_ui_document_new_filled (NbJob *job, const NbReportData *data)
{
  g_autoptr (NbReport) empty =
      nb_report_new (nb_report_data_get_form (data), nb_report_data_get_registry (data));
  g_autoptr (NbReportData) nothing = nb_report_freeze (empty);
  NbUiDocument *document = nb_ui_document_new (job, nothing, NULL, FALSE);

  nb_ui_document_replace (document, data);
  return document;
}

void
nb_ui_document_replace (NbUiDocument *self, const NbReportData *data)
{
  NbReport *report = nb_ui_document_get_report (self);
  g_autoptr (GError) error = NULL;

  nb_report_pause (report);
  if (!nb_report_replace (report, data, &error))
    nb_ui_document_remark (self, error->message);
  nb_report_pause (report);
  nb_ui_document_check (self);
}

/* A name beside @path that says what the file is and when it was put there. */
static char *
make_name_beside (const char *path)
{
  const char *slash = strrchr (path, G_DIR_SEPARATOR);
  const char *dot = strrchr (slash != NULL ? slash : path, '.');
  gsize length = dot != NULL ? (gsize) (dot - path) : strlen (path);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  g_autofree char *stem = g_strndup (path, length);
  /* Translators: part of a file's name: the other version of a report, and when it was put aside. */
  g_autofree char *mark = g_strdup_printf (_ (" (other version, %s)"), time);

  return g_strconcat (stem, mark, path + length, NULL);
}

/* Puts @bytes, which stand at the errand's path now, under a name beside it. */
static gboolean
keep_beside (Errand *errand, GBytes *bytes, GError **error)
{
  g_autofree char *name = make_name_beside (errand->path);

  errand->kept = nb_job_write_beside (name, bytes, error);
  return errand->kept != NULL;
}

/* Nothing that somebody else put there is lost: it is noticed, or kept. */
static gboolean
guard_other_version (Errand *errand, GError **error)
{
  g_autoptr (GBytes) there = NULL;
  g_autofree char *version = NULL;

  if (errand->saving == NB_UI_SAVE_REPLACE || !g_file_test (errand->path, G_FILE_TEST_EXISTS))
    return TRUE;
  there = nb_job_read_file (errand->path, error);
  if (there == NULL)
    return FALSE;
  version = make_version (there);
  if (g_strcmp0 (version, errand->expected) == 0)
    return TRUE;
  if (errand->saving == NB_UI_SAVE_KEEPING)
    return keep_beside (errand, there, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
               _ ("“%s” was changed by someone else since it was opened here."), errand->path);
  return FALSE;
}

static void
save_in_thread (GTask *task, void *source, void *task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;
  GError *error = NULL;

  errand->bytes = nb_job_write (errand->job, errand->data, &error);
  if (errand->bytes != NULL && guard_other_version (errand, &error)
      && nb_job_write_file (errand->path, errand->bytes, NB_WRITE_REPLACE, &error))
    {
      errand->version = make_version (errand->bytes);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

void
nb_ui_document_save_async (NbUiDocument *self,
                           const char *path,
                           NbUiSaving saving,
                           GAsyncReadyCallback callback,
                           void *user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  NbReport *report = nb_ui_document_get_report (self);
  Errand *errand = errand_new (nb_ui_document_get_job (self), path);

  g_task_set_source_tag (task, nb_ui_document_save_async);
  errand->saving = saving;
  errand->expected = g_strdup (nb_ui_document_get_version (self));
  errand->data = nb_report_freeze (report);
  nb_report_pause (report);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
nb_ui_document_save_finish (NbUiDocument *self, GAsyncResult *result, char **kept, GError **error)
{
  GTask *task = G_TASK (result);
  Errand *errand = g_task_get_task_data (task);
  g_autoptr (NbReportData) now = NULL;

  if (!g_task_propagate_boolean (task, error))
    return FALSE;
  nb_ui_document_set_file (self, errand->path, errand->version, errand->bytes);
  /* A report that did not change is frozen into the same copy. */
  now = nb_report_freeze (nb_ui_document_get_report (self));
  if (now == errand->data)
    nb_report_set_saved (nb_ui_document_get_report (self));
  if (kept != NULL)
    *kept = g_steal_pointer (&errand->kept);
  return TRUE;
}

static void
look_in_thread (GTask *task, void *source, void *task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;
  g_autoptr (GBytes) bytes = nb_job_read_file (errand->path, NULL);
  g_autofree char *version = bytes != NULL ? make_version (bytes) : NULL;

  /* A file that is away for a moment, as on a share, was changed by nobody. */
  g_task_return_boolean (task, version != NULL && g_strcmp0 (version, errand->expected) != 0);
}

void
nb_ui_document_look_async (NbUiDocument *self, GAsyncReadyCallback callback, void *user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Errand *errand = errand_new (nb_ui_document_get_job (self), nb_ui_document_get_path (self));

  errand->expected = g_strdup (nb_ui_document_get_version (self));
  g_task_set_source_tag (task, nb_ui_document_look_async);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, look_in_thread);
}

gboolean
nb_ui_document_look_finish (NbUiDocument *self, GAsyncResult *result)
{
  Errand *errand = g_task_get_task_data (G_TASK (result));

  /* What was saved meanwhile was changed by us. */
  return g_task_propagate_boolean (G_TASK (result), NULL)
         && g_strcmp0 (errand->expected, nb_ui_document_get_version (self)) == 0;
}

void
nb_ui_document_reload_async (NbUiDocument *self, GAsyncReadyCallback callback, void *user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, nb_ui_document_reload_async);
  g_task_set_task_data (task,
                        errand_new (nb_ui_document_get_job (self), nb_ui_document_get_path (self)),
                        errand_free);
  g_task_run_in_thread (task, open_in_thread);
}

gboolean
nb_ui_document_reload_finish (NbUiDocument *self, GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  Errand *errand = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, error))
    return FALSE;
  if (errand->is_signed || errand->is_table)
    {
      g_set_error (
          error, NB_ERROR, NB_ERROR_SIGNED,
          _ ("What stands in “%s” now cannot be edited here: it was signed, or is a table. "
             "Save your version under another name, then open the file."),
          errand->path);
      return FALSE;
    }
  nb_ui_document_replace (self, errand->data);
  nb_ui_document_set_file (self, errand->path, errand->version, errand->bytes);
  nb_report_set_saved (nb_ui_document_get_report (self));
  return TRUE;
}
