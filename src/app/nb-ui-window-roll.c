/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Next year's report from last year's, and the certificate. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-certificate-dialog.h"
#include "nb-ui-institution.h"
#include "nb-ui-platform.h"
#include "nb-ui-roll-dialog.h"

/* A report is filed in the first months of the year after the one it is about. */
int
nb_ui_window_get_report_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now) - 1;
}

/* The whole of it is one command: undoing it leaves an empty report. */
static void
note_rolled (const NbReportData *begun, const NbReportData *previous, void *data)
{
  NbUiWindow *self = data;
  g_autoptr (NbUiDocument) document = nb_ui_document_new_filled (self->job, begun);

  nb_ui_window_show_document (self, document);
  nb_ui_institution_keep_previous (document, previous);
}

/* What was chosen as last year's report was read. */
static void
note_last_year (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (NbUiWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbUiDocument) opened = nb_ui_document_open_finish (result, &error);
  g_autoptr (NbReportData) previous = NULL;
  g_autoptr (NbFacts) facts = NULL;

  g_application_release (g_application_get_default ());
  if (opened == NULL)
    {
      nb_ui_window_show_error (self, _ ("Last Year’s Report Cannot Be Read"), NULL, error);
      return;
    }
  previous = nb_report_freeze (nb_ui_document_get_report (opened));
  facts = nb_ui_institution_dup_facts (opened);
  gtk_window_present (nb_ui_roll_dialog_new (GTK_WINDOW (self), self->job, previous, facts,
                                             nb_ui_window_get_report_year (), note_rolled, self));
}

static void
note_chosen (const char *path, void *data)
{
  NbUiWindow *self = data;
  g_autofree char *registry = g_settings_get_string (self->settings, "registry");

  if (path == NULL)
    return;
  g_application_hold (g_application_get_default ());
  nb_ui_document_open_async (self->job, path, registry, note_last_year, g_object_ref (self));
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_platform_choose_open (GTK_WINDOW (widget), _ ("Choose Last Year’s Report"),
                              NB_UI_FILES_LAST_YEAR, note_chosen, widget);
}

static void
show_certificate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  gtk_window_present (nb_ui_certificate_dialog_new (GTK_WINDOW (self), self->job, self->document));
}

void
nb_ui_window_install_roll_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.roll-forward", NULL, choose);
  gtk_widget_class_install_action (widget_class, "win.certificate", NULL, show_certificate);
}
