/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* One finding: its severity as icon and word, what is wrong, why (rule, authority, source), a button
 * where a fix exists, and for a warning the sentence that answers it. */
#define NB_UI_TYPE_FINDING_ROW (nb_ui_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFindingRow, nb_ui_finding_row, NB_UI, FINDING_ROW, GtkWidget)

/* @named: with the label of the field that it is about. */
GtkWidget *nb_ui_finding_row_new (NbUiDocument *document, NbFinding *finding, gboolean named);
NbFinding *nb_ui_finding_row_get_finding (NbUiFindingRow *row); /* borrowed */

/* "Error: the year is missing": what a screen reader is told of @finding. Free with g_free(). */
char *nb_ui_finding_row_describe (NbFinding *finding);

/* How a severity looks: colour is never the only sign. Static. */
const char *nb_ui_finding_row_get_icon (NbSeverity severity);
const char *nb_ui_finding_row_get_word (NbSeverity severity);

G_END_DECLS
