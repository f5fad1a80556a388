/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document's signatures: made and verified in threads. */

#include "nb-ui-document-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-trust.h"

/* What a thread needs, it owns. */
typedef struct
{
  NbJob *job;
  NbUiSigning *signing;
  GBytes *bytes;     /* before, then with the signature */
  GBytes *unwritten; /* with the signature, where it could not be written */
  char *path;
  char *expected; /* the version that may be replaced */
  char *version;
  char *trust;
  NbReportData *data;
  NbVerdict *verdict;
} Errand;

void
nb_ui_signing_free (NbUiSigning *signing)
{
  nb_job_free_secret (signing->secret);
  g_free (signing->key_path);
  g_free (signing->payload);
  g_free (signing);
}

static void
errand_free (void *data)
{
  Errand *errand = data;

  g_clear_pointer (&errand->signing, nb_ui_signing_free);
  g_bytes_unref (errand->bytes);
  g_clear_pointer (&errand->unwritten, g_bytes_unref);
  g_free (errand->path);
  g_free (errand->expected);
  g_free (errand->version);
  g_free (errand->trust);
  g_clear_pointer (&errand->data, nb_report_data_unref);
  g_clear_pointer (&errand->verdict, nb_verdict_free);
  g_free (errand);
}

static Errand *
errand_new (NbUiDocument *document)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->job = nb_ui_document_get_job (document);
  errand->bytes = g_bytes_ref (nb_ui_document_get_bytes (document));
  errand->path = g_strdup (nb_ui_document_get_path (document));
  errand->expected = g_strdup (nb_ui_document_get_version (document));
  errand->trust = nb_ui_trust_dup_folder ();
  return errand;
}

static NbIdentity *
load_identity (const NbUiSigning *signing, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) file = nb_job_read_file (signing->key_path, &cause);

  if (file != NULL)
    return nb_identity_load (file, signing->secret, error);
  nb_error_set (error, NB_ERROR_KEY, (NbPlace){ 0, 0 }, "%s", cause->message);
  nb_error_set_reason (error, "key-unreadable");
  return NULL;
}

static GBytes *
sign (const Errand *errand, GError **error)
{
  g_autoptr (NbIdentity) identity = load_identity (errand->signing, error);

  if (identity == NULL)
    return NULL;
  return nb_job_sign (errand->job, errand->bytes, identity, errand->signing->role,
                      errand->signing->payload, g_get_real_time () / G_USEC_PER_SEC, error);
}

/* Nothing that somebody else put there is lost, and nobody signs what they have not seen. */
static gboolean
guard_file (const Errand *errand, GError **error)
{
  g_autoptr (GBytes) there = nb_job_read_file (errand->path, error);
  g_autofree char *version = NULL;

  if (there == NULL)
    return FALSE;
  version = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, there);
  if (g_strcmp0 (version, errand->expected) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
               _ ("“%s” was changed by someone else since it was opened here. Open it again, look "
                  "at it, then sign."),
               errand->path);
  return FALSE;
}

static gboolean
take_signed (Errand *errand, GBytes *signed_bytes, GError **error)
{
  g_bytes_unref (errand->bytes);
  errand->bytes = g_bytes_ref (signed_bytes);
  errand->version = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, signed_bytes);
  errand->data = nb_job_load (errand->job, signed_bytes, NULL, error);
  if (errand->data == NULL)
    return FALSE;
  errand->verdict = nb_ui_trust_verify (errand->job, signed_bytes, errand->trust, error);
  return errand->verdict != NULL;
}

static gboolean
write_signed (Errand *errand, GBytes *signed_bytes, GError **error)
{
  if (nb_job_write_file (errand->path, signed_bytes, NB_WRITE_REPLACE, error))
    return take_signed (errand, signed_bytes, error);
  errand->unwritten = g_bytes_ref (signed_bytes);
  return FALSE;
}

static void
sign_in_thread (GTask *task, void *source, void *task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) signed_bytes = NULL;

  if (guard_file (errand, &error))
    signed_bytes = sign (errand, &error);
  g_clear_pointer (&errand->signing, nb_ui_signing_free);
  if (signed_bytes != NULL && write_signed (errand, signed_bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Nobody asked for a file to be replaced that changed in the document's own place. */
static void
keep_in_thread (GTask *task, void *source, void *task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;
  g_autoptr (GBytes) signed_bytes = g_steal_pointer (&errand->unwritten);
  GError *error = NULL;

  if ((errand->expected == NULL || guard_file (errand, &error))
      && write_signed (errand, signed_bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
nb_ui_document_sign_async (NbUiDocument *self,
                           NbUiSigning *signing,
                           GAsyncReadyCallback callback,
                           void *user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Errand *errand = errand_new (self);

  errand->signing = signing;
  g_task_set_source_tag (task, nb_ui_document_sign_async);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, sign_in_thread);
}

void
nb_ui_document_keep_signed_async (NbUiDocument *self,
                                  GBytes *signed_bytes,
                                  const char *path,
                                  GAsyncReadyCallback callback,
                                  void *user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Errand *errand = errand_new (self);

  if (g_strcmp0 (path, errand->path) != 0)
    {
      g_clear_pointer (&errand->expected, g_free);
      g_free (errand->path);
      errand->path = g_strdup (path);
    }
  errand->unwritten = g_bytes_ref (signed_bytes);
  g_task_set_source_tag (task, nb_ui_document_keep_signed_async);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, keep_in_thread);
}

NbUiDocument *
nb_ui_document_sign_finish (NbUiDocument *self,
                            GAsyncResult *result,
                            GBytes **unwritten,
                            GError **error)
{
  Errand *errand = g_task_get_task_data (G_TASK (result));
  NbUiDocument *document;

  *unwritten = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    {
      *unwritten = g_steal_pointer (&errand->unwritten);
      return NULL;
    }
  document = nb_ui_document_new (errand->job, errand->data, errand->path, TRUE);
  nb_ui_document_set_file (document, errand->path, errand->version, errand->bytes);
  nb_ui_document_take_verdict (document, g_steal_pointer (&errand->verdict));
  nb_ui_document_set_previous (document, nb_ui_document_get_previous (self));
  return document;
}

static void
verify_in_thread (GTask *task, void *source, void *task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;

  errand->verdict = nb_ui_trust_verify (errand->job, errand->bytes, errand->trust, NULL);
  g_task_return_boolean (task, errand->verdict != NULL);
}

static void
note_verified (GObject *source, GAsyncResult *result, void *data)
{
  NbUiDocument *self = NB_UI_DOCUMENT (source);
  Errand *errand = g_task_get_task_data (G_TASK (result));

  g_application_release (g_application_get_default ());
  if (g_task_propagate_boolean (G_TASK (result), NULL)
      && nb_ui_document_get_bytes (self) == errand->bytes)
    nb_ui_document_take_verdict (self, g_steal_pointer (&errand->verdict));
}

void
nb_ui_document_verify (NbUiDocument *self)
{
  g_autoptr (GTask) task = NULL;

  if (nb_ui_document_get_verdict (self) == NULL)
    return;
  /* What the thread works with must not go before it ends. */
  g_application_hold (g_application_get_default ());
  task = g_task_new (self, NULL, note_verified, NULL);
  g_task_set_source_tag (task, nb_ui_document_verify);
  g_task_set_task_data (task, errand_new (self), errand_free);
  g_task_run_in_thread (task, verify_in_thread);
}
