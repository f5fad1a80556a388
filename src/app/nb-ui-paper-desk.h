/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-page-place.h"
#include "nb-ui-paper.h"

G_BEGIN_DECLS

/* All sheets of a paper, one under the other, for a scrolled window: only what is looked at is drawn. The place
 * of the cursor is marked; a click, or the keys, choose another one:
 *
 *     up, down              the field before, the next one
 *     Page Up, Page Down    the page before, the next one; Home, End the first and the last
 *     Enter                 puts the cursor of the form there
 *
 * Property "page" (guint): that one looks at, from 0. Notifies.
 * Property "shown-width" (int): how wide the first page is now, pixels of the layout. Notifies.
 * Signal "activated" (NbPagePlace *place): one wants to go there.
 * Signal "renewed" (): there are other pages, or none. */
#define NB_UI_TYPE_PAPER_DESK (nb_ui_paper_desk_get_type ())
G_DECLARE_FINAL_TYPE (NbUiPaperDesk, nb_ui_paper_desk, NB_UI, PAPER_DESK, GtkWidget)

/* @vertical: of the scrolled window that it stands in. Call once. */
void nb_ui_paper_desk_set_paper (NbUiPaperDesk *desk, NbUiPaper *paper, GtkAdjustment *vertical);
/* How wide a sheet of the paper's first page is, pixels; 0: as wide as there is room. */
void nb_ui_paper_desk_set_width (NbUiPaperDesk *desk, int width);
/* How wide the first page is now, pixels of the layout; 0: there is none. */
int nb_ui_paper_desk_get_width (NbUiPaperDesk *desk);
/* Marks @place, and scrolls there where it cannot be seen; NULL: nowhere. */
void nb_ui_paper_desk_show_place (NbUiPaperDesk *desk, const NbPagePlace *place);

G_END_DECLS
