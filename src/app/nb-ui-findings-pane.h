/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-review.h"

G_BEGIN_DECLS

/* The findings that are shown, grouped by section, and beside them, on a page of its own, the checklist
 * before filing.
 *
 * Signals: "activated" (NbFinding *finding): the person wants to see its place;
 * "field-activated" (const char *field): they want to go to a field that the registry remarked on; "left" (): they
 * want to be back where they came from. */
#define NB_UI_TYPE_FINDINGS_PANE (nb_ui_findings_pane_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFindingsPane, nb_ui_findings_pane, NB_UI, FINDINGS_PANE, GtkWidget)

void nb_ui_findings_pane_set_review (NbUiFindingsPane *pane, NbUiReview *review);
/* Puts the focus on how many findings there are, which a screen reader then reads. */
void nb_ui_findings_pane_announce (NbUiFindingsPane *pane);
/* Puts the focus on the checklist before filing. */
void nb_ui_findings_pane_show_filing (NbUiFindingsPane *pane);
/* Marks @finding as the one that the person is at; NULL: none. */
void nb_ui_findings_pane_select (NbUiFindingsPane *pane, NbFinding *finding);

/* Whether the registry remarked something that is not done yet. */
gboolean nb_ui_findings_pane_has_remarks (NbUiFindingsPane *pane);

G_END_DECLS
