/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* Which page of help belongs to which place of the program. Every window of the application can also ask for
 * a page by the action "app.help-page" with its id, and by "app.help" for the one about its focus. */

/* Says that @page is about @widget and what is in it, as far as nothing in it has a page of its own. */
void nb_ui_help_set_page (GtkWidget *widget, const char *page);
/* F1 in dialogs too, which have no keys of the @application. Call once. */
void nb_ui_help_follow_windows (GtkApplication *application);
/* The page about the place in @window (or NULL) where the focus is, the nearest one that there is. */
const char *nb_ui_help_find_page (GtkWindow *window);
/* Shows @page in the help window of @application, for the report of @document (or NULL: for the edition and
 * registry in use). */
void
nb_ui_help_show (GtkApplication *application, NbJob *job, NbUiDocument *document, const char *page);

G_END_DECLS
