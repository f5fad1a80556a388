/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-review.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts into @icon and @words what was found, and names @button, which holds them, for readers. */
void
nb_ui_report_summary_show (NbUiReview *review, GtkImage *icon, GtkLabel *words, GtkWidget *button);

G_END_DECLS
