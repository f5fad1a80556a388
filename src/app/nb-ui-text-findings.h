/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-review.h"
#include "nb-ui-text-binding.h"

G_BEGIN_DECLS

/* The findings of a long field in a text view that shows it: a line under the words that each is about, whose
 * shape and colour tell the severity, and at the cursor what is wrong, why, and what mends it. Only what is on
 * the screen is looked at, and nothing is done while an input method composes.
 *
 * Signal "changed" (): the findings at the cursor are others now. */
#define NB_UI_TYPE_TEXT_FINDINGS (nb_ui_text_findings_get_type ())
G_DECLARE_FINAL_TYPE (NbUiTextFindings, nb_ui_text_findings, NB_UI, TEXT_FINDINGS, GObject)

/* @view must be one of @binding, and outlive the object or dispose of it first. */
NbUiTextFindings *
nb_ui_text_findings_new (NbUiReview *review, NbUiTextBinding *binding, GtkTextView *view);
/* The unanswered findings at the cursor, gravest first: of NbFinding (borrowed). */
const GPtrArray *nb_ui_text_findings_get_at_cursor (NbUiTextFindings *findings);
/* What a screen reader is told of them, NULL for none. Free with g_free(). */
char *nb_ui_text_findings_describe (NbUiTextFindings *findings);
/* Shows them with their reasons, fixes and answers, and takes the focus there; FALSE: there are none. */
gboolean nb_ui_text_findings_popup (NbUiTextFindings *findings);

G_END_DECLS
