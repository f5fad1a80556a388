/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-help-book.h"

G_BEGIN_DECLS

/* The widgets that one block of a page is shown with. */

GtkWidget *nb_ui_help_block_make_heading (const char *words, int level);
/* What holds the blocks of @kind that stand together; NULL for one that stands by itself. */
GtkWidget *nb_ui_help_block_make_list (NbUiHelpKind kind);
/* @number: the block's place in its list, from 1. */
GtkWidget *nb_ui_help_block_make (const NbUiHelpBlock *block, guint number, NbUiHelpBook *book);
/* Where a button of a block leads, borrowed; NULL for every other widget. */
const char *nb_ui_help_block_get_link (GtkWidget *widget);

G_END_DECLS
