/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-long-editor.h"

G_BEGIN_DECLS

/* One field of the form: official label, unit, editor, help, findings. Everything in it comes from the
 * field's definition. */
#define NB_UI_TYPE_FIELD_ROW (nb_ui_field_row_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFieldRow, nb_ui_field_row, NB_UI, FIELD_ROW, GtkWidget)

GtkWidget *nb_ui_field_row_new (NbUiReview *review, const NbFieldDef *def);
const NbFieldDef *nb_ui_field_row_get_def (NbUiFieldRow *row);
/* The GtkEntry or GtkTextView that one types into (borrowed). */
GtkWidget *nb_ui_field_row_get_editor (NbUiFieldRow *row);
/* Its editor where the field is of type long, else NULL (borrowed). */
NbUiLongEditor *nb_ui_field_row_get_long_editor (NbUiFieldRow *row);
/* Takes the focus and selects @span; NULL: the cursor stays where it is. */
void nb_ui_field_row_show_span (NbUiFieldRow *row, const NbSpan *span);

G_END_DECLS
