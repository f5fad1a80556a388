/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text view that can stand deep in a window. GTK's own one asks for another size while it is given one, when lines
 * turn out higher than they were thought to be. Where only it was to be placed again (a popover of it came) and
 * something far above it too (a toast came), what is in between is then neither drawn nor ever placed again. */
#define NB_UI_TYPE_TEXT_VIEW (nb_ui_text_view_get_type ())
G_DECLARE_FINAL_TYPE (NbUiTextView, nb_ui_text_view, NB_UI, TEXT_VIEW, GtkTextView)

GtkWidget *nb_ui_text_view_new (void);

G_END_DECLS
