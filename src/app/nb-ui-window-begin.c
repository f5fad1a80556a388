/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a report comes to be in a window without a file of its own: new, imported, the sample. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-clipboard.h"
#include "nb-ui-institution.h"
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

/* @facts: those of the certificate that it begins with, or NULL. */
static void
begin_with (NbUiWindow *self, const NbFacts *facts)
{
  g_autofree char *registry = g_settings_get_string (self->settings, "registry");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) data = nb_job_begin (self->job, NULL, facts, NULL, registry,
                                                nb_ui_window_get_report_year (), &error);
  g_autoptr (NbUiDocument) document = NULL;

  if (data == NULL)
    {
      nb_ui_window_show_error (self, _ ("No Report Can Be Begun"), NULL, error);
      return;
    }
  document = nb_ui_document_new (self->job, data, NULL, FALSE);
  nb_ui_window_show_document (self, document);
}

/* The certificates that are offered, in the order of the rows of @list. */
typedef struct
{
  NbUiWindow *window;
  GPtrArray *kept; /* of NbKeptFacts */
  GtkListBox *list;
} Choice;

static void
free_choice (void *data, GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->window);
  g_ptr_array_unref (choice->kept);
  g_free (choice);
}

static void
note_institution (AdwMessageDialog *dialog, const char *response, Choice *choice)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (choice->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  if (g_str_equal (response, "begin"))
    begin_with (choice->window,
                ((NbKeptFacts *) g_ptr_array_index (choice->kept, (guint) index))->facts);
  else if (g_str_equal (response, "empty"))
    begin_with (choice->window, NULL);
}

static GtkWidget *
make_institution (const NbFacts *facts, NbForm *form)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = nb_facts_lookup_name (facts, form);
  const char *code = nb_facts_lookup_code (facts, form);
  g_autofree char *title = g_markup_escape_text (name != NULL ? name : "", -1);
  g_autofree char *subtitle = g_markup_escape_text (code != NULL ? code : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/* Takes @kept. */
static void
ask_for_institution (NbUiWindow *self, GPtrArray *kept)
{
  NbForm *form = nb_catalog_get_default_form (nb_job_get_catalog (self->job));
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("Whose Report?"), NULL));
  GtkWidget *list = gtk_list_box_new ();
  Choice *choice = g_new0 (Choice, 1);

  choice->window = g_object_ref (self);
  choice->kept = kept;
  choice->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (choice->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < kept->len; i++)
    gtk_list_box_append (
        choice->list,
        make_institution (((NbKeptFacts *) g_ptr_array_index (kept, i))->facts, form));
  gtk_list_box_select_row (choice->list, gtk_list_box_get_row_at_index (choice->list, 0));
  adw_message_dialog_set_extra_child (dialog, list);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "empty",
                                    /* Translators: button: begins a new report. */
                                    _ ("_Empty Report"), "begin", _ ("_Begin"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "begin", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "begin");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (note_institution), choice, free_choice, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
begin_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);
  g_autoptr (GPtrArray) kept = nb_ui_institution_list (self->job);

  if (kept->len > 1)
    ask_for_institution (self, g_steal_pointer (&kept));
  else
    begin_with (self, kept->len == 1 ? ((NbKeptFacts *) g_ptr_array_index (kept, 0))->facts : NULL);
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

static gboolean
is_pdf (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ".pdf") && g_file_is_native (file);
}

/* Files that are let go over a window open as those chosen in a dialog do; a printed form is verified. */
static gboolean
note_dropped (GtkDropTarget *target, const GValue *value, double x, double y, NbUiWindow *self)
{
  GSList *files = g_value_get_boxed (value);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GSList *at = files; at != NULL; at = at->next)
    {
      GFile *file = at->data;

      if (is_pdf (file))
        nb_ui_window_verify_file (self, g_file_peek_path (file));
      else
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
  gtk_widget_class_install_action (widget_class, "win.import", NULL, choose_to_import);
  gtk_widget_class_install_action (widget_class, "win.import-clipboard", NULL, import_clipboard);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample);
}
