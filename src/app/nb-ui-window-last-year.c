/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Last year's report beside the one that the window shows: chosen, read in a thread. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-platform.h"

typedef struct
{
  NbJob *job;
  char *path;
  NbUiDocument *document; /* the one it was chosen for */
} Errand;

static void
errand_free (void *data)
{
  Errand *errand = data;

  g_object_unref (errand->document);
  g_free (errand->path);
  g_free (errand);
}

static void
read_in_thread (GTask *task, void *source, void *data, GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  NbReportData *previous = nb_job_open_any (errand->job, errand->path, NULL, &error);

  if (previous != NULL)
    g_task_return_pointer (task, previous, (GDestroyNotify) nb_report_data_unref);
  else
    g_task_return_error (task, error);
}

static void
note_read (GObject *source, GAsyncResult *result, void *data)
{
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) previous = g_task_propagate_pointer (G_TASK (result), &error);

  if (previous != NULL)
    nb_ui_document_set_previous (errand->document, previous);
  else
    nb_ui_document_remark (errand->document, error->message);
}

void
nb_ui_window_compare_with (NbUiWindow *self, const char *path)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  if (self->document == NULL)
    return;
  errand = g_new0 (Errand, 1);
  errand->job = self->job;
  errand->path = g_strdup (path);
  errand->document = g_object_ref (self->document);
  task = g_task_new (self, NULL, note_read, NULL);
  g_task_set_source_tag (task, nb_ui_window_compare_with);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
note_chosen (const char *path, void *data)
{
  if (path != NULL)
    nb_ui_window_compare_with (data, path);
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (NB_UI_WINDOW (widget)->document != NULL)
    nb_ui_platform_choose_open (GTK_WINDOW (widget), _ ("Last Year’s Report"),
                                NB_UI_FILES_LAST_YEAR, note_chosen, widget);
}

void
nb_ui_window_install_last_year_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.compare-last-year", NULL, choose);
}
