/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lets the chosen item of @row, whose model holds strings, go on in a further line; libadwaita shortens what has
 * more than twenty characters or does not fit beside the title. */
void nb_ui_combo_wrap (AdwComboRow *row);

G_END_DECLS
