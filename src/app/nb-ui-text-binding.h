/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* Ties a text view to a long field. The buffer's characters are those of the field, paragraph breaks as
 * LF, so offsets are the same on both sides; a key stroke costs its paragraph. The report comes first:
 * what it refuses never gets into the buffer. */
#define NB_UI_TYPE_TEXT_BINDING (nb_ui_text_binding_get_type ())
G_DECLARE_FINAL_TYPE (NbUiTextBinding, nb_ui_text_binding, NB_UI, TEXT_BINDING, GObject)

/* Fills the buffer of @view. The binding does not keep @view alive. */
NbUiTextBinding *
nb_ui_text_binding_new (NbUiDocument *document, const NbFieldDef *def, GtkTextView *view);

G_END_DECLS
