/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to say of signatures: of the window's report, and of any file. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-paper-dialog.h"
#include "nb-ui-paper-font.h"
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
  char *font;
} Errand;

static void
errand_free (void *data)
{
  Errand *errand = data;

  g_free (errand->path);
  g_free (errand->trust);
  g_free (errand->font);
  g_free (errand);
}

/* What was found: of a report, or of a PDF, whose paper owns the verdict. */
typedef struct
{
  NbVerdict *verdict;
  NbPaperVerdict *paper;
} Found;

static void
found_free (void *data)
{
  Found *found = data;

  if (found->paper != NULL)
    nb_paper_verdict_free (found->paper);
  else
    nb_verdict_free (found->verdict);
  g_free (found);
}

/* A PDF from elsewhere was made in the typefaces of the form, one of this office in the font that is chosen here. Which
 * one the PDF itself says must not count: in the wrong font figures can look like others. */
static NbPaperVerdict *
verify_pdf (const Errand *errand, GBytes *bytes, GError **error)
{
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (NbTrust) trust = nb_job_load_trust (errand->trust, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  NbPaperVerdict *paper = nb_job_verify_pdf (errand->job, painter, bytes, trust, now, error);

  if (paper == NULL || paper->pictures_compared || *errand->font == '\0'
      || !nb_painter_set_font (painter, errand->font))
    return paper;
  nb_paper_verdict_free (paper);
  return nb_job_verify_pdf (errand->job, painter, bytes, trust, now, error);
}

static void *
verify (NbUiWork *work, void *data, GError **error)
{
  Errand *errand = data;
  g_autoptr (GBytes) bytes = nb_job_read_file (errand->path, error);
  g_autofree Found *found = g_new0 (Found, 1);

  if (bytes == NULL)
    return NULL;
  if (nb_job_is_pdf (bytes))
    found->paper = verify_pdf (errand, bytes, error);
  else
    found->verdict = nb_ui_trust_verify (errand->job, bytes, errand->trust, error);
  if (found->paper != NULL)
    found->verdict = found->paper->verdict;
  return found->verdict != NULL ? g_steal_pointer (&found) : NULL;
}

/* A file that is being verified in a window, for the first time or again in the dialog that shows it. */
typedef struct
{
  NbUiWindow *window;
  NbUiVerdictDialog *dialog; /* or NULL */
  char *path;
} Request;

static void
request_free (Request *request)
{
  g_clear_object (&request->window);
  g_clear_object (&request->dialog);
  g_free (request->path);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void verify_in (NbUiWindow *window, NbUiVerdictDialog *dialog, const char *path);

static void
verify_again (NbUiVerdictDialog *dialog)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  verify_in (NB_UI_WINDOW (window), dialog, g_object_get_data (G_OBJECT (dialog), "path"));
}

static void
note_verified (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  Found *found = nb_ui_work_run_finish (NB_UI_WORK (source), result, &error);

  if (found == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    nb_ui_window_show_error (request->window, _ ("The File Cannot Be Verified"), request->path,
                             error);
  if (found == NULL)
    return;
  if (request->dialog == NULL)
    {
      NbUiVerdictDialog *dialog =
          nb_ui_verdict_dialog_new (GTK_WINDOW (request->window), request->path);

      g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (request->path), g_free);
      g_signal_connect (dialog, "trusted", G_CALLBACK (verify_again), NULL);
      gtk_window_present (GTK_WINDOW (dialog));
      request->dialog = g_object_ref (dialog);
    }
  if (gtk_widget_get_visible (GTK_WIDGET (request->dialog)))
    nb_ui_verdict_dialog_show (request->dialog, found->verdict, found->paper);
  found_free (found);
}

static void
verify_in (NbUiWindow *window, NbUiVerdictDialog *dialog, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *sentence = g_strdup_printf (_ ("Verifying “%s”"), name);
  g_autoptr (NbUiWork) work = nb_ui_work_new (sentence);
  Request *request = g_new0 (Request, 1);
  Errand *errand = g_new0 (Errand, 1);

  request->window = g_object_ref (window);
  request->dialog = dialog != NULL ? g_object_ref (dialog) : NULL;
  request->path = g_strdup (path);
  errand->job = window->job;
  errand->path = g_strdup (path);
  errand->trust = nb_ui_trust_dup_folder ();
  errand->font = nb_ui_paper_font_dup ();
  nb_ui_window_show_work (window, work);
  nb_ui_work_run (work, verify, errand, errand_free, found_free, note_verified, request);
}

void
nb_ui_window_verify_file (NbUiWindow *self, const char *path)
{
  verify_in (self, NULL, path);
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

static void
compare_paper (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  NbUiPaperDialog *dialog;

  if (self->document == NULL)
    return;
  dialog = nb_ui_paper_dialog_new (GTK_WINDOW (self), self->document, &error);
  if (dialog == NULL)
    {
      nb_ui_window_show_error (self, _ ("The Pages Cannot Be Compared"), NULL, error);
      return;
    }
  g_signal_connect_object (dialog, "work", G_CALLBACK (nb_ui_window_show_work), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
nb_ui_window_install_verify_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.signatures", NULL, show_signatures);
  gtk_widget_class_install_action (widget_class, "win.verify", NULL, choose);
  gtk_widget_class_install_action (widget_class, "win.compare-paper", NULL, compare_paper);
}
