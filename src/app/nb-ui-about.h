/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the program is, its licence, and what somebody who looks for a fault wants to know of the machine. */
GtkWindow *nb_ui_about_window_new (GtkWindow *parent);

G_END_DECLS
