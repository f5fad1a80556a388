/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the next window takes over from the one that was seen last. */

#include "nb-ui-window-private.h"

#include "nb-ui-recent.h"

static void
store_size (NbUiWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

void
nb_ui_window_restore_size (NbUiWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* A report opens at the field where it was left. */
void
nb_ui_window_restore_place (NbUiWindow *self)
{
  const char *path = nb_ui_document_get_path (self->document);
  g_autofree char *field = path != NULL ? nb_ui_recent_dup_place (self->settings, path) : NULL;
  NbForm *form = nb_report_get_form (nb_ui_document_get_report (self->document));

  /* The file may be another one by now, of another edition. */
  if (field != NULL && nb_form_lookup_field (form, field) != NULL)
    nb_ui_form_view_focus_field (nb_ui_window_get_form_view (self), field);
}

void
nb_ui_window_store_place (NbUiWindow *self)
{
  const char *path = self->document != NULL ? nb_ui_document_get_path (self->document) : NULL;
  NbUiFormView *form = nb_ui_window_get_form_view (self);
  NbUiFieldRow *row = path != NULL && form != NULL ? nb_ui_form_view_get_focus_row (form) : NULL;

  if (row != NULL)
    nb_ui_recent_set_place (self->settings, path, nb_ui_field_row_get_def (row)->id);
}

/* What lies over the form in a narrow window is not there to stay. */
static void
store_panes (NbUiWindow *self)
{
  const char *pane = "";
  gboolean findings, paper;

  g_object_get (self->report_view, "findings-shown", &findings, "paper-shown", &paper, NULL);
  if (nb_ui_report_view_has_side (self->report_view))
    pane = findings ? "findings" : paper ? "paper" : "";
  g_settings_set_string (self->settings, "side-pane", pane);
  g_settings_set_boolean (self->settings, "sections-shown",
                          nb_ui_report_view_wants_sections (self->report_view));
}

void
nb_ui_window_restore_panes (NbUiWindow *self)
{
  g_autofree char *pane = g_settings_get_string (self->settings, "side-pane");
  g_autofree char *property = g_strconcat (pane, "-shown", NULL);

  g_object_set (self->report_view, "sections-shown",
                g_settings_get_boolean (self->settings, "sections-shown"), NULL);
  if (*pane != '\0')
    g_object_set (self->report_view, property, TRUE, NULL);
}

void
nb_ui_window_store_state (NbUiWindow *self)
{
  store_size (self);
  nb_ui_window_store_place (self);
  if (self->report_view != NULL)
    store_panes (self);
}
