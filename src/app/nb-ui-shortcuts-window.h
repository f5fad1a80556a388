/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A window that lists every keyboard shortcut, with a search. */
GtkWindow *nb_ui_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
