/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-heading.h"
#include "nb-ui-text-binding.h"

G_BEGIN_DECLS

/* The headings of a long field, 一、 （一） 1. …, in their order, the one that the cursor stands under marked.
 * A key stroke costs the headings of its paragraph.
 *
 * Signal "activated" (NbUiHeading *heading): one goes there. */
#define NB_UI_TYPE_OUTLINE (nb_ui_outline_get_type ())
G_DECLARE_FINAL_TYPE (NbUiOutline, nb_ui_outline, NB_UI, OUTLINE, GtkWidget)

GtkWidget *nb_ui_outline_new (NbUiTextBinding *binding);
/* The headings: a GListModel of NbUiHeading (borrowed). */
GListModel *nb_ui_outline_get_headings (NbUiOutline *outline);
/* The heading that the cursor stands under, NULL for none (borrowed). */
NbUiHeading *nb_ui_outline_get_current (NbUiOutline *outline);

G_END_DECLS
