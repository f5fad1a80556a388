/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-field-row.h"

G_BEGIN_DECLS

/* The whole form of a document: one group a section, one row a field, in the order of the form.
 *
 * Signal "section-entered" (const char *section): the focus is in it now. */
#define NB_UI_TYPE_FORM_VIEW (nb_ui_form_view_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFormView, nb_ui_form_view, NB_UI, FORM_VIEW, GtkWidget)

GtkWidget *nb_ui_form_view_new (NbUiReview *review);
/* Borrowed; NULL where the form has no such field. */
NbUiFieldRow *nb_ui_form_view_lookup_row (NbUiFormView *view, const char *field);
/* The row that has the focus (borrowed), NULL for none. */
NbUiFieldRow *nb_ui_form_view_get_focus_row (NbUiFormView *view);
/* Puts the cursor into @field, or into the first one of @section, and scrolls to it. */
void nb_ui_form_view_focus_field (NbUiFormView *view, const char *field);
void nb_ui_form_view_focus_section (NbUiFormView *view, const char *section);
/* The same, and selects @span, or with NULL leaves the cursor where it is in the field. */
void nb_ui_form_view_show_span (NbUiFormView *view, const char *field, const NbSpan *span);
/* Puts the cursor on what @finding is about, and scrolls to it. */
void nb_ui_form_view_show_finding (NbUiFormView *view, NbFinding *finding);

G_END_DECLS
