/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-paper-desk.h"

G_BEGIN_DECLS

/* Paper on the screen, to be looked at: its sheets, the number of the page, how large it is shown.
 *
 * Signal "activated" (NbPagePlace *place): one wants to go there. While nobody listens a click does nothing.
 * Signal "left" (): one wants back to where one came from. */
#define NB_UI_TYPE_PAPER_VIEW (nb_ui_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (NbUiPaperView, nb_ui_paper_view, NB_UI, PAPER_VIEW, GtkWidget)

/* Call once. The view follows @paper's document while it is on the screen. */
void nb_ui_paper_view_set_paper (NbUiPaperView *view, NbUiPaper *paper);
NbUiPaper *nb_ui_paper_view_get_paper (NbUiPaperView *view); /* borrowed */
/* As nb_ui_paper_desk_show_place(). */
void nb_ui_paper_view_show_place (NbUiPaperView *view, const NbPagePlace *place);
/* Larger (@step 1), smaller (-1), or as wide as there is room (0). */
void nb_ui_paper_view_zoom (NbUiPaperView *view, int step);

G_END_DECLS
