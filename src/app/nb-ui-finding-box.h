/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-review.h"

G_BEGIN_DECLS

/* The findings of one field that are shown, or those of the report as a whole, one under the other;
 * invisible while there are none.
 *
 * Signals: "changed" (); "focus-lost" (): the finding that had the focus is gone. */
#define NB_UI_TYPE_FINDING_BOX (nb_ui_finding_box_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFindingBox, nb_ui_finding_box, NB_UI, FINDING_BOX, GtkWidget)

/* Follows the findings of @field; NULL: those of the report as a whole. */
void nb_ui_finding_box_set_source (NbUiFindingBox *box, NbUiReview *review, const char *field);

/* The gravest unanswered severity here; NB_SEVERITY_OFF for none. */
NbSeverity nb_ui_finding_box_get_severity (NbUiFindingBox *box);
/* All of them in words, a line each; NULL for none. Free with g_free(). */
char *nb_ui_finding_box_describe (NbUiFindingBox *box);

G_END_DECLS
