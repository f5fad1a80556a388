/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing the report, and making a PDF of it. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-export.h"
#include "nb-ui-handing-in.h"
#include "nb-ui-platform.h"
#include "nb-ui-print-dialog.h"
#include "nb-ui-print.h"

/* An operation has this data where it prints the filing copy. */
#define FILING_COPY "nb-ui-filing-copy"

/* The name of the report's file, without its ending. */
static char *
dup_name (NbUiDocument *document)
{
  g_autoptr (NbReportData) data = nb_report_freeze (nb_ui_document_get_report (document));
  char *name = nb_job_dup_file_name (data);

  if (g_str_has_suffix (name, ".xml"))
    name[strlen (name) - strlen (".xml")] = '\0';
  return name;
}

/* What is handed in is the filing copy: the report has made a step. */
static void
note_filing_copy (NbUiDocument *document, NbCopy copy)
{
  if (copy == NB_COPY_FILING)
    nb_ui_handing_in_note (nb_ui_document_get_handing_in (document), NB_STEP_PRINTED);
}

/* A printing on its way through the main loop, page by page. */
typedef struct
{
  NbUiWindow *window;
  NbUiDocument *document;
  GtkPrintOperation *operation;
  NbUiWork *work;
  int n_pages;
  gboolean is_filing_copy;
} Printing;

static void
note_begin (GtkPrintOperation *operation, GtkPrintContext *context, Printing *printing)
{
  nb_ui_work_begin (printing->work);
}

static void
note_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *printing)
{
  nb_ui_work_set_progress (printing->work, (guint) page + 1, (guint) printing->n_pages);
}

/* Longer than that no printer keeps the program from ending, s. */
#define LONGEST_SENDING 60

/* Pages that are drawn, and on their way to the printer. */
typedef struct
{
  GtkPrintOperation *operation;
  guint source;
} Sending;

static void
sending_free (void *data, GClosure *closure)
{
  Sending *sending = data;

  g_clear_handle_id (&sending->source, g_source_remove);
  g_application_release (g_application_get_default ());
  g_free (sending);
}

static void
note_sent (GtkPrintOperation *operation, Sending *sending)
{
  if (gtk_print_operation_is_finished (operation))
    g_signal_handlers_disconnect_by_data (operation, sending);
}

static gboolean
lose_patience (void *data)
{
  Sending *sending = data;

  sending->source = 0;
  g_signal_handlers_disconnect_by_data (sending->operation, sending);
  return G_SOURCE_REMOVE;
}

/* The main loop sends them by and by: the program must not end before. */
static void
hold_until_sent (GtkPrintOperation *operation)
{
  Sending *sending;

  if (gtk_print_operation_is_finished (operation))
    return;
  sending = g_new0 (Sending, 1);
  sending->operation = operation;
  sending->source = g_timeout_add_seconds (LONGEST_SENDING, lose_patience, sending);
  g_application_hold (g_application_get_default ());
  g_signal_connect_data (operation, "status-changed", G_CALLBACK (note_sent), sending, sending_free,
                         0);
}

static void
note_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *printing)
{
  g_autoptr (GError) error = NULL;

  nb_ui_work_end (printing->work);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      if (printing->window->job != NULL)
        nb_ui_window_show_error (printing->window, _ ("The Report Cannot Be Printed"), NULL, error);
    }
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && printing->is_filing_copy)
    note_filing_copy (printing->document, NB_COPY_FILING);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    hold_until_sent (operation);
  g_object_unref (printing->operation);
}

static void
printing_free (void *data, GClosure *closure)
{
  Printing *printing = data;

  g_object_unref (printing->work);
  g_object_unref (printing->document);
  g_object_unref (printing->window);
  g_free (printing);
}

void
nb_ui_window_run_print (NbUiWindow *self,
                        GtkPrintOperation *operation,
                        GtkPrintOperationAction action)
{
  Printing *printing = g_new0 (Printing, 1);

  printing->window = g_object_ref (self);
  printing->document = g_object_ref (self->document);
  printing->operation = g_object_ref (operation);
  printing->is_filing_copy = g_object_get_data (G_OBJECT (operation), FILING_COPY) != NULL;
  printing->work = nb_ui_work_new (_ ("Printing the report"));
  g_object_get (operation, "n-pages", &printing->n_pages, NULL);
  nb_ui_window_show_work (self, printing->work);
  g_signal_connect_object (printing->work, "cancelled", G_CALLBACK (gtk_print_operation_cancel),
                           operation, G_CONNECT_SWAPPED);
  g_signal_connect (operation, "begin-print", G_CALLBACK (note_begin), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (note_page), printing);
  g_signal_connect_data (operation, "done", G_CALLBACK (note_printed), printing, printing_free, 0);
  gtk_print_operation_run (operation, action, GTK_WINDOW (self), NULL);
}

static void
note_print (NbUiPrintDialog *dialog, NbUiWindow *self)
{
  NbPageList *pages = nb_ui_print_dialog_get_pages (dialog);
  g_autofree char *name = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (pages == NULL || self->document == NULL)
    return;
  name = dup_name (self->document);
  operation = nb_ui_print_operation_new (pages, name, nb_ui_print_dialog_get_two_sided (dialog));
  if (nb_ui_print_dialog_get_printing (dialog).copy == NB_COPY_FILING)
    g_object_set_data (G_OBJECT (operation), FILING_COPY, self);
  gtk_window_destroy (GTK_WINDOW (dialog));
  nb_ui_window_run_print (self, operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

static void
note_exported (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (NbUiWindow) self = data;
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written = nb_ui_export_finish (NB_UI_WORK (source), result, &note, &error);

  if (self->document == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!written)
    nb_ui_window_show_error (self, _ ("The PDF Cannot Be Made"), NULL, error);
  else
    {
      note_filing_copy (self->document, self->exporting.copy);
      nb_ui_document_remark (self->document, note != NULL ? note : _ ("The PDF was made."));
    }
}

void
nb_ui_window_export_pdf (NbUiWindow *self, NbPrinting printing, const char *path)
{
  g_autoptr (NbUiWork) work = nb_ui_work_new (_ ("Making the PDF"));

  self->exporting = printing;
  nb_ui_window_show_work (self, work);
  nb_ui_export_run (work, self->document, printing, path, note_exported, g_object_ref (self));
}

static void
note_path (const char *path, void *data)
{
  NbUiWindow *self = data;

  if (path != NULL && self->document != NULL)
    nb_ui_window_export_pdf (self, self->exporting, path);
}

static void
choose_path (NbUiWindow *self, NbPrinting printing)
{
  g_autofree char *name = dup_name (self->document);
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);

  self->exporting = printing;
  nb_ui_platform_choose_save (GTK_WINDOW (self), _ ("Export PDF"), file, NB_UI_FILES_PDF, note_path,
                              self);
}

static void
note_export (NbUiPrintDialog *dialog, NbUiWindow *self)
{
  NbPrinting printing = nb_ui_print_dialog_get_printing (dialog);

  gtk_window_destroy (GTK_WINDOW (dialog));
  if (self->document != NULL)
    choose_path (self, printing);
}

static void
show_dialog (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);
  GtkWindow *dialog;

  if (self->document == NULL)
    return;
  dialog = nb_ui_print_dialog_new (GTK_WINDOW (self), self->document);
  g_signal_connect_object (dialog, "print", G_CALLBACK (note_print), self, 0);
  g_signal_connect_object (dialog, "export", G_CALLBACK (note_export), self, 0);
  gtk_window_present (dialog);
}

/* The filing copy, as the command line makes it. */
static void
export_pdf (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (self->document != NULL)
    choose_path (self, (NbPrinting){ .copy = NB_COPY_FILING });
}

void
nb_ui_window_install_print_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, show_dialog);
  gtk_widget_class_install_action (widget_class, "win.export-pdf", NULL, export_pdf);
}
