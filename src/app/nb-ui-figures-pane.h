/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-figure.h"
#include "nb-ui-text-binding.h"

G_BEGIN_DECLS

/* Every number of a long field in its order, to be proved one by one: with its unit, its sentence, and last
 * year's number beside it. A tick stands for as long as the sentence does, while the document is open.
 *
 * Signal "activated" (NbUiFigure *figure): one goes there. */
#define NB_UI_TYPE_FIGURES_PANE (nb_ui_figures_pane_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFiguresPane, nb_ui_figures_pane, NB_UI, FIGURES_PANE, GtkWidget)

GtkWidget *nb_ui_figures_pane_new (NbUiTextBinding *binding);
/* The numbers: a GListModel of NbUiFigure (borrowed). */
GListModel *nb_ui_figures_pane_get_figures (NbUiFiguresPane *pane);
/* Lists them anew, beside @last (last year's text, or NULL). */
void nb_ui_figures_pane_update (NbUiFiguresPane *pane, NbText *last);

G_END_DECLS
