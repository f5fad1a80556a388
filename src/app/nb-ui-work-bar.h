/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-work.h"

G_BEGIN_DECLS

/* Shows what takes long, while it takes long: what it is, how far it has got, and a button to cancel it. Takes no
 * room while there is nothing. */
#define NB_UI_TYPE_WORK_BAR (nb_ui_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (NbUiWorkBar, nb_ui_work_bar, NB_UI, WORK_BAR, GtkWidget)

GtkWidget *nb_ui_work_bar_new (void);
/* The bar keeps @work until it is over; a bar that goes cancels what it shows. */
void nb_ui_work_bar_add (NbUiWorkBar *bar, NbUiWork *work);

G_END_DECLS
