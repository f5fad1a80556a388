/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a report comes to be in a window without a file of its own: new, imported, the sample. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-clipboard.h"
#include "nb-ui-platform.h"

#define SAMPLE "/io/github/nianbao/Nianbao/sample.xml"

/* A window shows one report: where one is already, the next gets a window of its own. */
void
nb_ui_window_show_document (NbUiWindow *self, NbUiDocument *document)
{
  NbUiWindow *window = self;

  if (self->document != NULL || self->opening != NULL)
    window = nb_ui_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->job);
  nb_ui_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

/* A report is filed in the first months of the year after the one it is about. */
static int
get_report_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now) - 1;
}

static void
begin_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);
  g_autofree char *registry = g_settings_get_string (self->settings, "registry");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) data =
      nb_job_begin (self->job, NULL, NULL, NULL, registry, get_report_year (), &error);
  g_autoptr (NbUiDocument) document = NULL;

  if (data == NULL)
    {
      nb_ui_window_show_error (self, _ ("No Report Can Be Begun"), NULL, error);
      return;
    }
  document = nb_ui_document_new (self->job, data, NULL, FALSE);
  nb_ui_window_show_document (self, document);
}

static void
open_sample (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (NbReportData) data = nb_job_load (self->job, bytes, NULL, NULL);
  g_autoptr (NbUiDocument) document = nb_ui_document_new (self->job, data, NULL, FALSE);

  nb_ui_window_show_document (self, document);
}

/* What was chosen as last year's report is read; next year's is begun from it. */
static void
note_last_year (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (NbUiWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbUiDocument) opened = nb_ui_document_open_finish (result, &error);
  g_autoptr (NbReportData) previous = NULL;
  g_autoptr (NbReportData) begun = NULL;
  g_autoptr (NbUiDocument) document = NULL;

  g_application_release (g_application_get_default ());
  if (opened != NULL)
    {
      previous = nb_report_freeze (nb_ui_document_get_report (opened));
      begun = nb_job_begin (self->job, previous, NULL, NULL, NULL, 0, &error);
    }
  if (begun == NULL)
    {
      nb_ui_window_show_error (self, _ ("Last Year’s Report Cannot Be Read"), NULL, error);
      return;
    }
  document = nb_ui_document_new_filled (self->job, begun);
  nb_ui_window_show_document (self, document);
}

static void
note_chosen_last_year (const char *path, void *data)
{
  NbUiWindow *self = data;
  g_autofree char *registry = g_settings_get_string (self->settings, "registry");

  if (path == NULL)
    return;
  g_application_hold (g_application_get_default ());
  nb_ui_document_open_async (self->job, path, registry, note_last_year, g_object_ref (self));
}

static void
choose_last_year (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_platform_choose_open (GTK_WINDOW (widget), _ ("Choose Last Year’s Report"),
                              NB_UI_FILES_LAST_YEAR, note_chosen_last_year, widget);
}

static void
note_chosen_to_import (const char *path, void *data)
{
  NbUiWindow *self = data;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file != NULL)
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1,
                        "");
}

static void
choose_to_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_platform_choose_open (GTK_WINDOW (widget), _ ("Import a Published Table"),
                              NB_UI_FILES_TABLE, note_chosen_to_import, widget);
}

/* @bytes: NULL where the clipboard holds no text. */
static void
note_clipboard (GBytes *bytes, void *data)
{
  g_autoptr (NbUiWindow) self = data;
  g_autofree char *registry = NULL;
  g_autoptr (NbReportData) report = NULL;
  g_autoptr (NbUiDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (self->job == NULL)
    return;
  if (bytes == NULL)
    {
      g_set_error (
          &error, NB_ERROR, NB_ERROR_READ,
          _ ("There is no text in the clipboard. Select the whole table in the browser or in "
             "WPS, copy it, and come back."));
      nb_ui_window_show_error (self, _ ("The Clipboard Cannot Be Imported"), NULL, error);
      return;
    }
  registry = g_settings_get_string (self->settings, "registry");
  report = nb_job_import (self->job, bytes, registry, 0, &error);
  if (report == NULL)
    {
      nb_ui_window_show_error (self, _ ("The Clipboard Cannot Be Imported"), NULL, error);
      return;
    }
  document = nb_ui_document_new_filled (self->job, report);
  nb_ui_window_show_document (self, document);
}

static void
import_clipboard (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_clipboard_read (gtk_widget_get_clipboard (widget), note_clipboard, g_object_ref (widget));
}

/* Files that are let go over a window open as those chosen in a dialog do. */
static gboolean
note_dropped (GtkDropTarget *target, const GValue *value, double x, double y, NbUiWindow *self)
{
  GSList *files = g_value_get_boxed (value);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GSList *at = files; at != NULL; at = at->next)
    {
      GFile *file = at->data;

      g_application_open (G_APPLICATION (application), &file, 1, "");
    }
  return files != NULL;
}

void
nb_ui_window_take_drops (NbUiWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (note_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
nb_ui_window_install_begin_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", NULL, begin_new);
  gtk_widget_class_install_action (widget_class, "win.roll-forward", NULL, choose_last_year);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, choose_to_import);
  gtk_widget_class_install_action (widget_class, "win.import-clipboard", NULL, import_clipboard);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample);
}
