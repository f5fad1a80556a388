/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-review.h"

G_BEGIN_DECLS

/* The sections of the form with the state of each, and how much of the form is filled in.
 *
 * Signal "activated" (const char *section): the person wants to go there. */
#define NB_UI_TYPE_SECTION_LIST (nb_ui_section_list_get_type ())
G_DECLARE_FINAL_TYPE (NbUiSectionList, nb_ui_section_list, NB_UI, SECTION_LIST, GtkWidget)

void nb_ui_section_list_set_review (NbUiSectionList *list, NbUiReview *review);
/* Marks where the person is. */
void nb_ui_section_list_select (NbUiSectionList *list, const char *section);

G_END_DECLS
