/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-help-book.h"

G_BEGIN_DECLS

/* One page of help, to be read: headings, paragraphs, lists, links, keys. Arrow keys, Page Up and Down, Home,
 * End and Space move it.
 *
 * Signal "link" (const char *link): a link to the page was followed. */
#define NB_UI_TYPE_HELP_VIEW (nb_ui_help_view_get_type ())
G_DECLARE_FINAL_TYPE (NbUiHelpView, nb_ui_help_view, NB_UI, HELP_VIEW, GtkWidget)

/* Shows the page at @link; a heading that the link names gets to the top. Nothing of @book is kept. */
void nb_ui_help_view_show (NbUiHelpView *view, NbUiHelpBook *book, const char *link);

G_END_DECLS
