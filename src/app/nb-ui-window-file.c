/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's file: open, save, save as, and what closing asks. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-platform.h"
#include "nb-ui-recent.h"

/* Free with g_free(). What somebody who is asked for help wants to read. */
static char *
dup_details (const char *heading, const char *body, const char *path, const GError *error)
{
  g_autofree char *file = path != NULL ? g_filename_display_name (path) : NULL;

  return g_strdup_printf ("%s\n%s\n%s%snianbao %s, %s %d\n", heading, body,
                          file != NULL ? file : "", file != NULL ? "\n" : "", VERSION,
                          g_quark_to_string (error->domain), error->code);
}

static void
note_copy (AdwMessageDialog *dialog, const char *response)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)),
                            g_object_get_data (G_OBJECT (dialog), "details"));
}

/* The message names the file where that matters; the place in it is added here. */
AdwMessageDialog *
nb_ui_window_show_error (NbUiWindow *self,
                         const char *heading,
                         const char *path,
                         const GError *error)
{
  NbPlace place = nb_error_get_place (error);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (name != NULL && place.line > 0)
    body = g_strdup_printf (_ ("%s\n%s, line %u, column %u"), error->message, name, place.line,
                            place.column);
  else
    body = g_strdup (error->message);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "copy", _ ("Copy _Details"),
                                    "close", _ ("_Close"), NULL);
  g_object_set_data_full (G_OBJECT (dialog), "details", dup_details (heading, body, path, error),
                          g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (note_copy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  return ADW_MESSAGE_DIALOG (dialog);
}

static void
note_forget (AdwMessageDialog *dialog, const char *response, NbUiWindow *self)
{
  if (g_str_equal (response, "forget"))
    nb_ui_recent_remove (self->settings, g_object_get_data (G_OBJECT (dialog), "path"));
}

/* A report that is not where it was: the list of recent ones need not lead there again. */
static void
show_open_error (NbUiWindow *self, const char *path, const GError *error)
{
  AdwMessageDialog *dialog =
      nb_ui_window_show_error (self, _ ("The Report Cannot Be Opened"), path, error);
  g_auto (GStrv) recent = nb_ui_recent_list (self->settings);

  if (!g_error_matches (error, NB_ERROR, NB_ERROR_READ)
      || !g_strv_contains ((const char *const *) recent, path))
    return;
  adw_message_dialog_add_response (dialog, "forget", _ ("_Remove from the List"));
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (note_forget), self, 0);
}

/* While a file is read nothing flickers in between. */
void
nb_ui_window_show_page (NbUiWindow *self)
{
  const char *page = "welcome";

  if (self->document != NULL)
    page = "form";
  else if (self->opening != NULL)
    page = "opening";
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* The file that is on its way in, which nobody may want any more. */
typedef struct
{
  NbUiWindow *window;
  NbUiWork *work;
} Opening;

static void
end_opening (NbUiWindow *self)
{
  nb_ui_work_end (self->opening_work);
  g_clear_object (&self->opening_work);
  g_clear_pointer (&self->opening, g_free);
  nb_ui_window_show_page (self);
}

static void
note_opened (GObject *source, GAsyncResult *result, void *data)
{
  g_autofree Opening *opening = data;
  g_autoptr (NbUiWindow) self = opening->window;
  g_autoptr (NbUiWork) work = opening->work;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbUiDocument) document = nb_ui_document_open_finish (result, &error);
  gboolean wanted = self->opening_work == work;
  g_autofree char *path = wanted ? g_strdup (self->opening) : NULL;

  nb_ui_work_end (work);
  if (wanted)
    end_opening (self);
  /* The window may have been closed meanwhile. */
  if (wanted && document != NULL)
    {
      nb_ui_window_set_document (self, document);
      if (nb_ui_document_get_path (document) != NULL)
        nb_ui_recent_add (self->settings, path);
      nb_ui_window_restore_place (self);
    }
  else if (wanted)
    show_open_error (self, path, error);
  g_application_release (g_application_get_default ());
}

void
nb_ui_window_open (NbUiWindow *self, const char *path)
{
  g_autofree char *registry = g_settings_get_string (self->settings, "registry");
  Opening *opening;

  g_return_if_fail (self->opening == NULL);

  self->opening = g_strdup (path);
  self->opening_work = nb_ui_work_new (_ ("Opening the report"));
  g_signal_connect_object (self->opening_work, "cancelled", G_CALLBACK (end_opening), self,
                           G_CONNECT_SWAPPED);
  nb_ui_window_show_work (self, self->opening_work);
  nb_ui_work_begin (self->opening_work);
  nb_ui_window_show_page (self);
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->work = g_object_ref (self->opening_work);
  g_application_hold (g_application_get_default ());
  nb_ui_document_open_async (self->job, path, registry, note_opened, opening);
}

/* A window shows one report: a second one opens in a second window. */
static void
note_chosen_to_open (const char *path, void *data)
{
  NbUiWindow *self = data;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file != NULL)
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1,
                        "");
}

static void
open_path (GtkWidget *widget, const char *action, GVariant *parameter)
{
  note_chosen_to_open (g_variant_get_string (parameter, NULL), widget);
}

static void
choose_to_open (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_platform_choose_open (GTK_WINDOW (widget), _ ("Open a Report"), NB_UI_FILES_REPORT,
                              note_chosen_to_open, widget);
}

static void save_to (NbUiWindow *self, const char *path, NbUiSaving saving);
static void choose_to_save (GtkWidget *widget, const char *action, GVariant *parameter);

static void
note_conflict (AdwMessageDialog *dialog, const char *response, NbUiWindow *self)
{
  if (g_str_equal (response, "keep"))
    save_to (self, nb_ui_document_get_path (self->document), NB_UI_SAVE_KEEPING);
  else if (g_str_equal (response, "save-as"))
    choose_to_save (GTK_WIDGET (self), NULL, NULL);
  else
    self->close_after_saving = self->sign_after_saving = FALSE;
}

/* Somebody else put another version there. Nobody's work is thrown away, whatever is answered. */
static void
ask_about_conflict (NbUiWindow *self)
{
  g_autofree char *name = g_filename_display_basename (nb_ui_document_get_path (self->document));
  g_autofree char *body = g_strdup_printf (_ ("Since it was opened here, “%s” was changed by "
                                              "someone else or by another program. You can "
                                              "save yours in its place and keep the other version "
                                              "beside it, or save yours under another "
                                              "name."),
                                           name);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("The File Was Changed Elsewhere"), body));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save-as", _ ("Save _As…"),
                                    "keep", _ ("_Keep Both"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (note_conflict), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
note_rescue (AdwMessageDialog *dialog, const char *response, NbUiWindow *self)
{
  if (g_str_equal (response, "save-as"))
    choose_to_save (GTK_WIDGET (self), NULL, NULL);
}

/* What was typed is still here, and can be saved somewhere else. */
static void
show_save_error (NbUiWindow *self, const GError *error)
{
  AdwMessageDialog *dialog =
      nb_ui_window_show_error (self, _ ("The Report Cannot Be Saved"), NULL, error);

  adw_message_dialog_add_response (dialog, "save-as", _ ("Save _As…"));
  adw_message_dialog_set_response_appearance (dialog, "save-as", ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (note_rescue), self, 0);
}

static void
tell_saved (NbUiWindow *self, const char *kept)
{
  g_autofree char *name = kept != NULL ? g_filename_display_basename (kept) : NULL;
  g_autofree char *sentence = NULL;

  nb_ui_recent_add (self->settings, nb_ui_document_get_path (self->document));
  if (name == NULL)
    return;
  sentence = g_strdup_printf (_ ("Saved. The other version is kept as “%s”."), name);
  nb_ui_document_remark (self->document, sentence);
}

static void
note_saved (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (NbUiWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  gboolean saved = nb_ui_document_save_finish (NB_UI_DOCUMENT (source), result, &kept, &error);
  gboolean conflict = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  gboolean close = self->close_after_saving && saved;
  gboolean sign = self->sign_after_saving && saved && !close;

  self->saving = FALSE;
  self->close_after_saving = self->close_after_saving && conflict;
  self->sign_after_saving = self->sign_after_saving && conflict;
  nb_ui_window_update (self);
  /* The window may have been destroyed meanwhile. */
  if (self->document != NULL)
    {
      if (saved)
        tell_saved (self, kept);
      else if (conflict)
        ask_about_conflict (self);
      else
        show_save_error (self, error);
    }
  if (close)
    gtk_window_close (GTK_WINDOW (self));
  else if (sign)
    nb_ui_window_sign (self);
  g_application_release (g_application_get_default ());
}

/* Actions that are off can still be asked for by their name. */
static gboolean
can_save (NbUiWindow *self)
{
  return self->document != NULL && !nb_ui_document_get_read_only (self->document) && !self->saving;
}

static void
save_to (NbUiWindow *self, const char *path, NbUiSaving saving)
{
  self->saving = TRUE;
  nb_ui_window_update (self);
  g_application_hold (g_application_get_default ());
  nb_ui_document_save_async (self->document, path, saving, note_saved, g_object_ref (self));
}

/* The file dialog asked already whether a file may be replaced; our own is guarded all the same. */
static void
note_chosen_to_save (const char *path, void *data)
{
  NbUiWindow *self = data;

  if (path == NULL || !can_save (self))
    self->close_after_saving = self->sign_after_saving = FALSE;
  else if (g_strcmp0 (path, nb_ui_document_get_path (self->document)) == 0)
    save_to (self, path, NB_UI_SAVE_IF_SAME);
  else
    save_to (self, path, NB_UI_SAVE_REPLACE);
}

static char *
dup_suggested_name (NbUiDocument *document)
{
  const char *path = nb_ui_document_get_path (document);
  g_autoptr (NbReportData) data = NULL;

  if (path != NULL)
    return g_path_get_basename (path);
  data = nb_report_freeze (nb_ui_document_get_report (document));
  return nb_job_dup_file_name (data);
}

static void
choose_to_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);
  g_autofree char *name = NULL;

  if (!can_save (self))
    return;
  name = dup_suggested_name (self->document);
  nb_ui_platform_choose_save (GTK_WINDOW (self), _ ("Save the Report"), name, NB_UI_FILES_REPORT,
                              note_chosen_to_save, self);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (!can_save (self))
    return;
  if (nb_ui_document_get_path (self->document) != NULL)
    save_to (self, nb_ui_document_get_path (self->document), NB_UI_SAVE_IF_SAME);
  else
    choose_to_save (widget, action, parameter);
}

static void
note_answer (AdwMessageDialog *dialog, const char *response, NbUiWindow *self)
{
  if (g_str_equal (response, "discard"))
    {
      /* The dialog outlives this answer by a moment, and the window must not be missed by it. */
      gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (g_str_equal (response, "save"))
    {
      self->close_after_saving = TRUE;
      save (GTK_WIDGET (self), NULL, NULL);
    }
}

gboolean
nb_ui_window_keep_open (NbUiWindow *self)
{
  AdwMessageDialog *dialog;

  if (self->saving)
    {
      self->close_after_saving = TRUE;
      return TRUE;
    }
  if (self->document == NULL || !nb_ui_document_get_modified (self->document))
    return FALSE;

  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Save Changes?"),
                              _ ("The report has changes that were not saved. If you discard them, "
                                 "they are lost for good.")));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"),
                                    "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (note_answer), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

void
nb_ui_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, choose_to_open);
  gtk_widget_class_install_action (widget_class, "win.open-path", "s", open_path);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, choose_to_save);
}
