/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to say of signatures: of the window's report, and of any file. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-platform.h"
#include "nb-ui-trust.h"
#include "nb-ui-verdict-dialog.h"

static void
show_document (NbUiVerdictDialog *dialog, GParamSpec *pspec, NbUiDocument *document)
{
  nb_ui_verdict_dialog_show (dialog, nb_ui_document_get_verdict (document), NULL);
}

static void
show_signatures (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiDocument *document = NB_UI_WINDOW (widget)->document;
  NbUiVerdictDialog *dialog;

  if (document == NULL || nb_ui_document_get_verdict (document) == NULL)
    return;
  dialog = nb_ui_verdict_dialog_new (GTK_WINDOW (widget), nb_ui_document_get_path (document));
  g_signal_connect_object (dialog, "trusted", G_CALLBACK (nb_ui_document_verify), document,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::verdict", G_CALLBACK (show_document), dialog,
                           G_CONNECT_SWAPPED);
  show_document (dialog, NULL, document);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the thread needs, it owns. */
typedef struct
{
  NbJob *job;
  char *path;
  char *trust;
  NbVerdict *verdict;    /* of a report */
  NbPaperVerdict *paper; /* of a PDF */
} Errand;

static void
errand_free (void *data)
{
  Errand *errand = data;

  g_free (errand->path);
  g_free (errand->trust);
  g_clear_pointer (&errand->verdict, nb_verdict_free);
  g_clear_pointer (&errand->paper, nb_paper_verdict_free);
  g_free (errand);
}

static void
verify_pdf (Errand *errand, GBytes *bytes, GError **error)
{
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (NbTrust) trust = nb_job_load_trust (errand->trust, NULL);

  errand->paper = nb_job_verify_pdf (errand->job, painter, bytes, trust,
                                     g_get_real_time () / G_USEC_PER_SEC, error);
}

static void
verify_in_thread (GTask *task, void *source, void *task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = nb_job_read_file (errand->path, &error);

  if (bytes != NULL && nb_job_is_pdf (bytes))
    verify_pdf (errand, bytes, &error);
  else if (bytes != NULL)
    errand->verdict = nb_ui_trust_verify (errand->job, bytes, errand->trust, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
note_verified (GObject *source, GAsyncResult *result, void *data)
{
  NbUiVerdictDialog *dialog = NB_UI_VERDICT_DIALOG (source);
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean verified = g_task_propagate_boolean (G_TASK (result), &error);

  g_application_release (g_application_get_default ());
  /* Whoever closed it meanwhile does not want to know any more. */
  if (!gtk_widget_get_visible (GTK_WIDGET (dialog)))
    return;
  if (!verified)
    nb_ui_verdict_dialog_show_error (dialog, error);
  else if (errand->paper != NULL)
    nb_ui_verdict_dialog_show (dialog, errand->paper->verdict, errand->paper);
  else
    nb_ui_verdict_dialog_show (dialog, errand->verdict, NULL);
}

static void
verify (NbUiVerdictDialog *dialog)
{
  g_autoptr (GTask) task = g_task_new (dialog, NULL, note_verified, NULL);
  NbUiWindow *window = NB_UI_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  Errand *errand = g_new0 (Errand, 1);

  errand->job = window->job;
  errand->path = g_strdup (g_object_get_data (G_OBJECT (dialog), "path"));
  errand->trust = nb_ui_trust_dup_folder ();
  g_application_hold (g_application_get_default ());
  g_task_set_source_tag (task, verify);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, verify_in_thread);
}

void
nb_ui_window_verify_file (NbUiWindow *self, const char *path)
{
  NbUiVerdictDialog *dialog = nb_ui_verdict_dialog_new (GTK_WINDOW (self), path);

  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect (dialog, "trusted", G_CALLBACK (verify), NULL);
  verify (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
note_chosen (const char *path, void *data)
{
  if (path != NULL)
    nb_ui_window_verify_file (data, path);
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_platform_choose_open (GTK_WINDOW (widget), _ ("Verify a File"), NB_UI_FILES_SIGNED,
                              note_chosen, widget);
}

void
nb_ui_window_install_verify_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.signatures", NULL, show_signatures);
  gtk_widget_class_install_action (widget_class, "win.verify", NULL, choose);
}
