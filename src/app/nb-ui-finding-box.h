/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* The findings of one field, or those of the report as a whole, one under the other; invisible while
 * there are none. */
#define NB_UI_TYPE_FINDING_BOX (nb_ui_finding_box_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFindingBox, nb_ui_finding_box, NB_UI, FINDING_BOX, GtkWidget)

/* Follows @document's findings of @field; NULL: those of the report as a whole. Signal "changed" (). */
void nb_ui_finding_box_set_source (NbUiFindingBox *box, NbUiDocument *document, const char *field);

/* The gravest unanswered severity here; NB_SEVERITY_OFF for none. */
NbSeverity nb_ui_finding_box_get_severity (NbUiFindingBox *box);
/* All of them in words, a line each; NULL for none. Free with g_free(). */
char *nb_ui_finding_box_describe (NbUiFindingBox *box);

G_END_DECLS
