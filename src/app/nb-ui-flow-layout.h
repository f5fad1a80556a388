/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side as far as there is room, each as wide as it likes to be, the next ones in a line below, as
 * words are, in the middle of its line. One that expands gets what is left of its line. GtkFlowBox keeps columns, and asks for the height of one line. */
#define NB_UI_TYPE_FLOW_LAYOUT (nb_ui_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFlowLayout, nb_ui_flow_layout, NB_UI, FLOW_LAYOUT, GtkLayoutManager)

G_END_DECLS
