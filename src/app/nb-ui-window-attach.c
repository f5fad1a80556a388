/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Papers that are filed with the report. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-platform.h"

static void
note_chosen (const char *path, void *data)
{
  NbUiWindow *self = data;

  if (path != NULL && self->document != NULL)
    nb_ui_document_attach (self->document, self->attaching, path);
}

static void
attach (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  g_free (self->attaching);
  self->attaching = g_variant_dup_string (parameter, NULL);
  nb_ui_platform_choose_open (GTK_WINDOW (self), _ ("Attach a Paper"), NB_UI_FILES_PAPER,
                              note_chosen, self);
}

static void
detach (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (self->document != NULL)
    nb_ui_document_detach (self->document, g_variant_get_uint32 (parameter));
}

void
nb_ui_window_install_attach_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.attach", "s", attach);
  gtk_widget_class_install_action (widget_class, "win.detach", "u", detach);
}
