/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-review.h"

G_BEGIN_DECLS

/* The checklist before filing: what the rules of stage filing ask, each done or with what is missing, and
 * the papers that the registry wants to see. It blocks nothing.
 *
 * Signal "activated" (NbFinding *finding): the person wants to see its place. */
#define NB_UI_TYPE_FILING_LIST (nb_ui_filing_list_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFilingList, nb_ui_filing_list, NB_UI, FILING_LIST, GtkWidget)

void nb_ui_filing_list_set_review (NbUiFilingList *list, NbUiReview *review);

G_END_DECLS
