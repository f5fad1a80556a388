/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* One field of the form: official label, unit, editor, help, findings. Everything in it comes from the
 * field's definition. */
#define NB_UI_TYPE_FIELD_ROW (nb_ui_field_row_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFieldRow, nb_ui_field_row, NB_UI, FIELD_ROW, GtkWidget)

GtkWidget *nb_ui_field_row_new (NbUiDocument *document, const NbFieldDef *def);
const NbFieldDef *nb_ui_field_row_get_def (NbUiFieldRow *row);
/* The GtkEntry or GtkTextView that one types into (borrowed). */
GtkWidget *nb_ui_field_row_get_editor (NbUiFieldRow *row);

G_END_DECLS
