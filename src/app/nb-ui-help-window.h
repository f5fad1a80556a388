/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-help-book.h"

G_BEGIN_DECLS

/* The help: contents and search beside the page that is read. Where there is no room for both, the contents
 * lie over the page. */
#define NB_UI_TYPE_HELP_WINDOW (nb_ui_help_window_get_type ())
G_DECLARE_FINAL_TYPE (NbUiHelpWindow, nb_ui_help_window, NB_UI, HELP_WINDOW, AdwWindow)

GtkWindow *nb_ui_help_window_new (GtkApplication *application);
/* Shows the page at @link of a book for @form and @registry; one can go back to the page before. */
void nb_ui_help_window_show (NbUiHelpWindow *window,
                             NbCatalog *catalog,
                             NbForm *form,
                             const NbRegistry *registry,
                             const char *link);
/* The page that is read, borrowed. */
const NbUiHelpPage *nb_ui_help_window_get_page (NbUiHelpWindow *window);

G_END_DECLS
