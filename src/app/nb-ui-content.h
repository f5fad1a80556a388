/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-form-view.h"
#include "nb-ui-narrative-view.h"

G_BEGIN_DECLS

/* What stands in the middle of a report's view: the form, or one long field of it as a page of its own.
 *
 * Properties "narrative" (NbUiNarrativeView or NULL), "undisturbed" (nothing else shall be on the screen): notify. */
#define NB_UI_TYPE_CONTENT (nb_ui_content_get_type ())
G_DECLARE_FINAL_TYPE (NbUiContent, nb_ui_content, NB_UI, CONTENT, GtkWidget)

GtkWidget *nb_ui_content_new (NbUiReview *review);
NbUiFormView *nb_ui_content_get_form_view (NbUiContent *content);      /* borrowed */
NbUiNarrativeView *nb_ui_content_get_narrative (NbUiContent *content); /* or NULL */

/* Opens @field, which must be of type long, at the cursor that it has in the form; closes it again. Neither
 * happens while an input method composes. */
void nb_ui_content_open (NbUiContent *content, const char *field);
void nb_ui_content_close (NbUiContent *content);

/* Puts the cursor into @field or on what @finding is about: on the page that is open where it is of that
 * field, else in the form. */
void nb_ui_content_focus_field (NbUiContent *content, const char *field);
/* The same, and selects @span, or with NULL leaves the cursor where it is in the field. */
void nb_ui_content_show_span (NbUiContent *content, const char *field, const NbSpan *span);
void nb_ui_content_focus_section (NbUiContent *content, const char *section);
void nb_ui_content_show_finding (NbUiContent *content, NbFinding *finding);
/* The field that one is in, NULL for none. */
const char *nb_ui_content_get_focus_field (NbUiContent *content);
/* Does an action "field.…" in the field that has the focus, or "narrative.…" on the page that is open. To find words
 * a page is opened: of the long field one is in, else of the longest. Nothing is done while an input method composes. */
void nb_ui_content_act_in_field (NbUiContent *content, const char *action);

G_END_DECLS
