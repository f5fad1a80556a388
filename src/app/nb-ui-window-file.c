/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's file: open, save, save as, and what closing asks. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-platform.h"

/* The message names the file where that matters; the place in it is added here. */
static void
show_error (NbUiWindow *self, const char *heading, const char *path, const GError *error)
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
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
note_opened (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (NbUiWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbUiDocument) document = nb_ui_document_open_finish (result, &error);
  g_autofree char *path = g_steal_pointer (&self->opening);

  /* The window may have been closed meanwhile. */
  if (path != NULL && document != NULL)
    nb_ui_window_set_document (self, document);
  else if (path != NULL)
    show_error (self, _ ("The Report Cannot Be Opened"), path, error);
  g_application_release (g_application_get_default ());
}

void
nb_ui_window_open (NbUiWindow *self, const char *path)
{
  g_return_if_fail (self->opening == NULL);

  self->opening = g_strdup (path);
  g_application_hold (g_application_get_default ());
  nb_ui_document_open_async (self->job, path, note_opened, g_object_ref (self));
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
choose_to_open (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_platform_choose_open (GTK_WINDOW (widget), _ ("Open a Report"), note_chosen_to_open,
                              widget);
}

static void
note_saved (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (NbUiWindow) self = data;
  NbUiDocument *document = NB_UI_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  gboolean saved = nb_ui_document_save_finish (document, result, &error);
  gboolean close = self->close_after_saving;

  self->saving = FALSE;
  self->close_after_saving = FALSE;
  nb_ui_window_update (self);
  if (!saved)
    show_error (self, _ ("The Report Cannot Be Saved"), NULL, error);
  else if (close)
    gtk_window_close (GTK_WINDOW (self));
  g_application_release (g_application_get_default ());
}

/* Actions that are off can still be asked for by their name. */
static gboolean
can_save (NbUiWindow *self)
{
  return self->document != NULL && !nb_ui_document_get_read_only (self->document) && !self->saving;
}

static void
save_to (NbUiWindow *self, const char *path)
{
  self->saving = TRUE;
  nb_ui_window_update (self);
  g_application_hold (g_application_get_default ());
  nb_ui_document_save_async (self->document, path, note_saved, g_object_ref (self));
}

static void
note_chosen_to_save (const char *path, void *data)
{
  NbUiWindow *self = data;

  if (path != NULL && can_save (self))
    save_to (self, path);
  else
    self->close_after_saving = FALSE;
}

static void
choose_to_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);
  g_autofree char *name = NULL;
  const char *path;

  if (!can_save (self))
    return;
  path = nb_ui_document_get_path (self->document);
  name =
      path != NULL ? g_path_get_basename (path) : g_strconcat (_ ("Annual report"), ".xml", NULL);
  nb_ui_platform_choose_save (GTK_WINDOW (self), _ ("Save the Report"), name, note_chosen_to_save,
                              self);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (!can_save (self))
    return;
  if (nb_ui_document_get_path (self->document) != NULL)
    save_to (self, nb_ui_document_get_path (self->document));
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
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, choose_to_save);
}
