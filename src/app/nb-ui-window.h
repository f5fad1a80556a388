/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"
#include "nb-ui-draft.h"
#include "nb-ui-form-view.h"
#include "nb-ui-work.h"

G_BEGIN_DECLS

/* A window: a status page, or the form of one document. */
#define NB_UI_TYPE_WINDOW (nb_ui_window_get_type ())
G_DECLARE_FINAL_TYPE (NbUiWindow, nb_ui_window, NB_UI, WINDOW, AdwApplicationWindow)

/* @job must outlive the window. */
NbUiWindow *nb_ui_window_new (GtkApplication *application, NbJob *job);

/* Reads @path and shows it here; a failure is told in a dialog. */
void nb_ui_window_open (NbUiWindow *window, const char *path);
/* Shows the saved version of the report that @draft was left of and offers the recovered one; where there
 * is no other version, the recovered one. The window must be empty. */
void nb_ui_window_recover (NbUiWindow *window, NbUiDraft *draft);
/* Replaces what is shown, unasked. NULL: the status page. */
void nb_ui_window_set_document (NbUiWindow *window, NbUiDocument *document);

/* Shows beside each field what the report or published table @path says of last year. */
void nb_ui_window_compare_with (NbUiWindow *window, const char *path);
/* Looks whether somebody else changed the window's file, and tells of it; so does a window to which a
 * person comes back. */
void nb_ui_window_look_at_file (NbUiWindow *window);

/* Shows @work, once it takes long, under the title, where it can be cancelled. */
void nb_ui_window_show_work (NbUiWindow *window, NbUiWork *work);

NbUiDocument *nb_ui_window_get_document (NbUiWindow *window);  /* borrowed or NULL */
NbUiFormView *nb_ui_window_get_form_view (NbUiWindow *window); /* borrowed or NULL */
/* The file that is shown or on its way in, or NULL. */
const char *nb_ui_window_get_path (NbUiWindow *window);

G_END_DECLS
