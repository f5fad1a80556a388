/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-text-binding.h"

G_BEGIN_DECLS

/* Finds words in a long field, whatever the width of letters and marks, tells how many there are, goes from one
 * to the next, and replaces one or all of them, in all of the text or in what was selected.
 *
 * Signals: "found" (const NbSpan *span): one goes there; "closed" (). */
#define NB_UI_TYPE_FIND_BAR (nb_ui_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFindBar, nb_ui_find_bar, NB_UI, FIND_BAR, GtkWidget)

GtkWidget *nb_ui_find_bar_new (NbUiTextBinding *binding);
/* Opens it on what is selected, with or without what replaces it, and takes the focus. */
void nb_ui_find_bar_open (NbUiFindBar *bar, gboolean replace);
void nb_ui_find_bar_close (NbUiFindBar *bar);
/* Goes to the next one behind the cursor (@step 1) or the one before (-1), beginning again at the other end. */
void nb_ui_find_bar_step (NbUiFindBar *bar, int step);

G_END_DECLS
