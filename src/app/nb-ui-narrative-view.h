/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-review.h"
#include "nb-ui-text-binding.h"

G_BEGIN_DECLS

/* A long field as a page of its own: its text, its outline, and what is wrong with it at the cursor. Opened on
 * any field of type long, whatever it is about.
 *
 * Property "undisturbed" (gboolean): nothing else shall be on the screen; notifies.
 * Signal "left" (): one wants back to the form. */
#define NB_UI_TYPE_NARRATIVE_VIEW (nb_ui_narrative_view_get_type ())
G_DECLARE_FINAL_TYPE (NbUiNarrativeView, nb_ui_narrative_view, NB_UI, NARRATIVE_VIEW, GtkWidget)

GtkWidget *nb_ui_narrative_view_new (NbUiReview *review, NbUiTextBinding *binding);
const NbFieldDef *nb_ui_narrative_view_get_def (NbUiNarrativeView *view);
GtkTextView *nb_ui_narrative_view_get_text_view (NbUiNarrativeView *view); /* borrowed */
/* Takes the focus and selects @span; NULL: the cursor stays where it is. While an input method composes
 * nothing happens. */
void nb_ui_narrative_view_show_span (NbUiNarrativeView *view, const NbSpan *span);

G_END_DECLS
