/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* Ties a text buffer, and the views that show it, to a long field. The buffer's characters are those of the
 * field, paragraph breaks as LF, with display breaks between them (nb-ui-display-breaks.h), so that a key
 * stroke costs its paragraph. The report comes first: what it refuses never gets into the buffer. */
#define NB_UI_TYPE_TEXT_BINDING (nb_ui_text_binding_get_type ())
G_DECLARE_FINAL_TYPE (NbUiTextBinding, nb_ui_text_binding, NB_UI, TEXT_BINDING, GObject)

NbUiTextBinding *nb_ui_text_binding_new (NbUiDocument *document, const NbFieldDef *def);
NbUiDocument *nb_ui_text_binding_get_document (NbUiTextBinding *binding); /* borrowed */
const NbFieldDef *nb_ui_text_binding_get_def (NbUiTextBinding *binding);
GtkTextBuffer *nb_ui_text_binding_get_buffer (NbUiTextBinding *binding); /* borrowed */
NbText *nb_ui_text_binding_get_text (NbUiTextBinding *binding); /* borrowed, as it is now */

/* Shows the text in @view too; the binding does not keep it alive. A view that is not shown for a while is
 * better taken off: what nobody sees need not be laid out. */
void nb_ui_text_binding_add_view (NbUiTextBinding *binding, GtkTextView *view);
void nb_ui_text_binding_remove_view (NbUiTextBinding *binding, GtkTextView *view);

/* An input method composes in one of the views. */
gboolean nb_ui_text_binding_is_composing (NbUiTextBinding *binding);

/* Places of the field's text in the buffer, and back; beyond the end of a paragraph its end. */
void nb_ui_text_binding_get_iter (NbUiTextBinding *binding,
                                  guint paragraph,
                                  guint offset,
                                  GtkTextIter *out);
NbPosition nb_ui_text_binding_get_position (NbUiTextBinding *binding, const GtkTextIter *iter);
/* Where the cursor is. */
NbPosition nb_ui_text_binding_get_cursor (NbUiTextBinding *binding);

G_END_DECLS
