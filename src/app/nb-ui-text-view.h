/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text view that can stand deep in a window. GTK's own one (4.8) learns how high its lines are wherever that is
 * asked first, and moves its bars and asks for another size then:
 *
 * - While it is placed. Where only it was to be placed (a popover of it came) and something far above it too (a toast
 *   came), what is in between is then neither drawn nor ever placed again. Here all of it is placed once more.
 * - While it is drawn, in a frame that was under way when the text changed. The bars are drawn in that frame, too,
 *   without a place. Here whatever changes the text has it placed before it is drawn.
 * - While it is idle, and does not ask for another size then. Here it does, unless it is scrolled: all of it is seen. */
#define NB_UI_TYPE_TEXT_VIEW (nb_ui_text_view_get_type ())
G_DECLARE_FINAL_TYPE (NbUiTextView, nb_ui_text_view, NB_UI, TEXT_VIEW, GtkTextView)

GtkWidget *nb_ui_text_view_new (void);

G_END_DECLS
