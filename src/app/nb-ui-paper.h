/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* What the printer would make of a document now: its pages, and pictures of them. Follows the document a moment
 * after each change, while it is followed; all work is done in a thread. Knows no widget.
 *
 * Signal "changed" (): there are other pages, or they cannot be made.
 * Signal "drawn" (guint page, GdkTexture *picture): of the pages that there are now. */
#define NB_UI_TYPE_PAPER (nb_ui_paper_get_type ())
G_DECLARE_FINAL_TYPE (NbUiPaper, nb_ui_paper, NB_UI, PAPER, GObject)

NbUiPaper *nb_ui_paper_new (NbUiDocument *document, NbPrinting printing);
NbUiDocument *nb_ui_paper_get_document (NbUiPaper *paper); /* borrowed */
NbPrinting nb_ui_paper_get_printing (NbUiPaper *paper);
void nb_ui_paper_set_printing (NbUiPaper *paper, NbPrinting printing);
/* Paper that nobody looks at need not be made. */
void nb_ui_paper_set_followed (NbUiPaper *paper, gboolean followed);

/* NULL while there are none yet, or where they cannot be made: nb_ui_paper_get_problem() says why. Borrowed. */
NbPageList *nb_ui_paper_get_pages (NbUiPaper *paper);
const char *nb_ui_paper_get_problem (NbUiPaper *paper);
/* Which fonts it is drawn in, and which stand in for characters that those do not have; or NULL. Borrowed. */
const char *nb_ui_paper_get_fonts (NbUiPaper *paper);

/* Asks for pictures of @pages, @width pixels wide, in this order and instead of those that were asked for
 * before. */
void nb_ui_paper_draw (NbUiPaper *paper, const guint *pages, guint n_pages, guint width);

G_END_DECLS
