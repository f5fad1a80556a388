/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving and printing what was found. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-check-report.h"
#include "nb-ui-platform.h"

static void
note_chosen (const char *path, void *data)
{
  NbUiWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->document == NULL)
    return;
  if (nb_ui_check_report_save (self->document, path, &error))
    nb_ui_document_remark (self->document, _ ("The check report was saved."));
  else
    nb_ui_document_remark (self->document, error->message);
}

static void
save_report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = g_strconcat (_ ("Check report"), ".txt", NULL);

  if (NB_UI_WINDOW (widget)->document != NULL)
    nb_ui_platform_choose_save (GTK_WINDOW (widget), _ ("Save the Check Report"), name,
                                NB_UI_FILES_TEXT, note_chosen, widget);
}

static void
print_report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    return;
  operation = nb_ui_check_report_print_operation_new (self->document);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (self), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    nb_ui_document_remark (self->document, error->message);
}

void
nb_ui_window_install_check_report_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-check-report", NULL, save_report);
  gtk_widget_class_install_action (widget_class, "win.print-check-report", NULL, print_report);
}
