/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* One finding: its severity as icon and word, what is wrong, and a button where a fix exists. */
#define NB_UI_TYPE_FINDING_ROW (nb_ui_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFindingRow, nb_ui_finding_row, NB_UI, FINDING_ROW, GtkWidget)

GtkWidget *nb_ui_finding_row_new (NbUiDocument *document, NbFinding *finding);
NbFinding *nb_ui_finding_row_get_finding (NbUiFindingRow *row); /* borrowed */

/* "Error: the year is missing": what a screen reader is told of @finding. Free with g_free(). */
char *nb_ui_finding_row_describe (NbFinding *finding);

G_END_DECLS
