/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* What one types a field of one line into: entry, unit, and under them what the text was read as where
 * that does not go without saying (170万 = 1,700,000 元).
 *
 * Signal "changed" (): what is said under the entry is another thing now. */
#define NB_UI_TYPE_LINE_EDITOR (nb_ui_line_editor_get_type ())
G_DECLARE_FINAL_TYPE (NbUiLineEditor, nb_ui_line_editor, NB_UI, LINE_EDITOR, GtkWidget)

GtkWidget *nb_ui_line_editor_new (NbUiDocument *document, const NbFieldDef *def);
/* The entry (borrowed). */
GtkWidget *nb_ui_line_editor_get_focus_widget (NbUiLineEditor *editor);
/* "= 1,700,000 元", NULL where there is nothing to say (borrowed). */
const char *nb_ui_line_editor_get_reading (NbUiLineEditor *editor);
/* Takes the focus and selects @span; NULL: the cursor stays where it is. */
void nb_ui_line_editor_show_span (NbUiLineEditor *editor, const NbSpan *span);

G_END_DECLS
