/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* Ties an entry to a one-line field: every insertion and deletion in the entry is a splice of the report,
 * every splice from elsewhere is shown in the entry. The report comes first: what it refuses never gets
 * into the entry. */
#define NB_UI_TYPE_LINE_BINDING (nb_ui_line_binding_get_type ())
G_DECLARE_FINAL_TYPE (NbUiLineBinding, nb_ui_line_binding, NB_UI, LINE_BINDING, GObject)

/* Fills @entry. The binding does not keep it alive. */
NbUiLineBinding *
nb_ui_line_binding_new (NbUiDocument *document, const NbFieldDef *def, GtkEntry *entry);

G_END_DECLS
