/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What others do to the window's file while it is open here. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

static void
tell_changed (NbUiWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("The file was changed elsewhere"));

  /* Translators: button: shows what now stands in the file. */
  adw_toast_set_button_label (toast, _ ("_Load"));
  adw_toast_set_action_name (toast, "win.reload");
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
note_looked (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (NbUiWindow) self = data;
  NbUiDocument *document = NB_UI_DOCUMENT (source);
  gboolean changed = nb_ui_document_look_finish (document, result);

  self->looking = FALSE;
  if (self->document != document || !changed)
    self->told_changed = self->told_changed && self->document == document;
  else if (!self->told_changed && !self->saving)
    {
      self->told_changed = TRUE;
      tell_changed (self);
    }
}

/* People come back to a window; whoever changed the file did so from another one. */
void
nb_ui_window_look_at_file (NbUiWindow *self)
{
  if (self->document == NULL || nb_ui_document_get_path (self->document) == NULL || self->looking
      || self->saving)
    return;
  self->looking = TRUE;
  nb_ui_document_look_async (self->document, note_looked, g_object_ref (self));
}

static void
note_reloaded (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (NbUiWindow) self = data;
  g_autoptr (GError) error = NULL;
  NbUiDocument *document = NB_UI_DOCUMENT (source);
  gboolean loaded = nb_ui_document_reload_finish (document, result, &error);

  if (self->document != document)
    return;
  self->told_changed = FALSE;
  if (!loaded)
    nb_ui_window_show_error (self, _ ("The Report Cannot Be Opened"),
                             nb_ui_document_get_path (document), error);
}

static void
reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (self->document != NULL && nb_ui_document_get_path (self->document) != NULL
      && !nb_ui_document_get_read_only (self->document) && !self->saving)
    nb_ui_document_reload_async (self->document, note_reloaded, g_object_ref (self));
}

void
nb_ui_window_install_disk_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload);
}
