/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing the window's report, and going on after it was signed. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-recent.h"
#include "nb-ui-sign-dialog.h"

static void
note_signed (NbUiWindow *self, NbUiDocument *document)
{
  nb_ui_window_set_document (self, document);
  nb_ui_recent_add (self->settings, nb_ui_document_get_path (document));
  nb_ui_document_remark (document, _ ("The report is signed."));
}

static void
save_first (NbUiWindow *self)
{
  self->sign_after_saving = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
}

static void
check_first (NbUiWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.check", NULL);
}

void
nb_ui_window_sign (NbUiWindow *self)
{
  NbUiSignDialog *dialog;

  if (self->document == NULL || self->saving)
    return;
  dialog = nb_ui_sign_dialog_new (GTK_WINDOW (self), self->document);
  g_signal_connect_object (dialog, "signed", G_CALLBACK (note_signed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "save", G_CALLBACK (save_first), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "check", G_CALLBACK (check_first), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sign (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_window_sign (NB_UI_WINDOW (widget));
}

/* The signed file stays as it is; the copy has no file yet. */
static void
revise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbReportData) revised = NULL;
  g_autoptr (NbUiDocument) copy = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (self->document == NULL || !nb_ui_document_get_read_only (self->document))
    return;
  data = nb_report_freeze (nb_ui_document_get_report (self->document));
  revised = nb_job_revise (data);
  copy = nb_ui_document_new (self->job, revised, NULL, FALSE);
  nb_ui_document_set_previous (copy, nb_ui_document_get_previous (self->document));
  name = g_filename_display_basename (nb_ui_document_get_path (self->document));
  nb_ui_window_set_document (self, copy);
  sentence = g_strdup_printf (_ ("This is revision %u. The signed report stays in “%s”."),
                              nb_report_data_get_revision (revised), name);
  nb_ui_document_remark (copy, sentence);
}

void
nb_ui_window_install_sign_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.sign", NULL, sign);
  gtk_widget_class_install_action (widget_class, "win.revise", NULL, revise);
}
