/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What others do to the window's file while it is open here. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

/* How often is looked whether an input method composes no longer. */
#define RETRY_MS 50

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

typedef struct
{
  NbUiWindow *window;
  NbUiDocument *document;
  GAsyncResult *result;
} Reloaded;

static void
reloaded_free (void *data)
{
  Reloaded *reloaded = data;

  g_object_unref (reloaded->window);
  g_object_unref (reloaded->document);
  g_object_unref (reloaded->result);
  g_free (reloaded);
}

/* The text is not changed under what is being composed. */
static gboolean
show_reloaded (void *data)
{
  Reloaded *reloaded = data;
  NbUiWindow *self = reloaded->window;
  NbUiDocument *document = reloaded->document;
  g_autoptr (GError) error = NULL;
  gboolean loaded;

  if (self->document == document && nb_ui_document_is_composing (document))
    return G_SOURCE_CONTINUE;
  loaded = nb_ui_document_reload_finish (document, reloaded->result, &error);
  if (self->document != document)
    return G_SOURCE_REMOVE;
  self->told_changed = FALSE;
  if (!loaded)
    nb_ui_window_show_error (self, _ ("The Report Cannot Be Opened"),
                             nb_ui_document_get_path (document), error);
  return G_SOURCE_REMOVE;
}

static void
note_reloaded (GObject *source, GAsyncResult *result, void *data)
{
  Reloaded *reloaded = g_new (Reloaded, 1);

  *reloaded = (Reloaded){ data, NB_UI_DOCUMENT (g_object_ref (source)), g_object_ref (result) };
  if (show_reloaded (reloaded) == G_SOURCE_REMOVE)
    reloaded_free (reloaded);
  else
    g_timeout_add_full (G_PRIORITY_DEFAULT, RETRY_MS, show_reloaded, reloaded, reloaded_free);
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
