/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-content.h"

G_BEGIN_DECLS

/* Where one types: follows the cursor from field to field and through their texts, and stays where it was
 * while the focus is elsewhere.
 *
 * Signal "moved" (). */
#define NB_UI_TYPE_CURSOR (nb_ui_cursor_get_type ())
G_DECLARE_FINAL_TYPE (NbUiCursor, nb_ui_cursor, NB_UI, CURSOR, GObject)

/* Does not keep @content alive, which must be alive when the cursor goes. */
NbUiCursor *nb_ui_cursor_new (NbUiContent *content);
/* The field (borrowed) and the place in it; NULL: it was in none yet. */
const char *nb_ui_cursor_get_place (NbUiCursor *cursor, NbPosition *position);

G_END_DECLS
