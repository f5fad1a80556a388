/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Every keyboard shortcut, in one table: the application's accelerators and the window that lists them
 * come from it. */
void nb_ui_shortcuts_install (GtkApplication *application);
GtkWindow *nb_ui_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
