/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-text-findings.h"

G_BEGIN_DECLS

/* What one types a long field into: a text view that grows with its text. Whatever else a long field may
 * get goes in here; the row round it knows only these functions. */
#define NB_UI_TYPE_LONG_EDITOR (nb_ui_long_editor_get_type ())
G_DECLARE_FINAL_TYPE (NbUiLongEditor, nb_ui_long_editor, NB_UI, LONG_EDITOR, GtkWidget)

GtkWidget *nb_ui_long_editor_new (NbUiReview *review, const NbFieldDef *def);
/* The field's text, which other views may show (borrowed), and its findings in this one. */
NbUiTextBinding *nb_ui_long_editor_get_binding (NbUiLongEditor *editor);
NbUiTextFindings *nb_ui_long_editor_get_findings (NbUiLongEditor *editor);
/* Whether the text is laid out here: not while another view shows it in the place of this one. */
void nb_ui_long_editor_set_shown (NbUiLongEditor *editor, gboolean shown);
/* The widget that has the focus while one types (borrowed). */
GtkWidget *nb_ui_long_editor_get_focus_widget (NbUiLongEditor *editor);
/* Takes the focus and selects @span; NULL: the cursor stays where it is. */
void nb_ui_long_editor_show_span (NbUiLongEditor *editor, const NbSpan *span);

G_END_DECLS
