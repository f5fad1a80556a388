/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* How far a person has got with a document, and therefore which of its findings are shown: those of a
 * field once the person has left it, all of them once everything was checked. Nothing is said of a
 * field before. Knows no widget.
 *
 * Signal "changed" (): findings, states or progress may be others now. */
#define NB_UI_TYPE_REVIEW (nb_ui_review_get_type ())
G_DECLARE_FINAL_TYPE (NbUiReview, nb_ui_review, NB_UI, REVIEW, GObject)

NbUiReview *nb_ui_review_new (NbUiDocument *document);
NbUiDocument *nb_ui_review_get_document (NbUiReview *review); /* borrowed */

void nb_ui_review_note_left (NbUiReview *review, const char *field);
/* What is found in @field is shown from now on, while one is in it. */
void nb_ui_review_reveal (NbUiReview *review, const char *field);
/* Whether what is found in @field (NULL: in the report as a whole) is shown. */
gboolean nb_ui_review_is_revealed (NbUiReview *review, const char *field);
void nb_ui_review_check_everything (NbUiReview *review);
/* Whether everything was asked for. */
gboolean nb_ui_review_is_complete (NbUiReview *review);

/* The shown findings of stage data, in the order of the form: a GListModel of NbFinding that changes only
 * where findings come and go (borrowed). */
GListModel *nb_ui_review_get_findings (NbUiReview *review);
/* Those of stage filing, shown or not, in the same way: the checklist is asked for by itself. */
GListModel *nb_ui_review_get_filing (NbUiReview *review);

typedef enum
{
  NB_UI_SECTION_UNTOUCHED, /* no field left yet, or there is something that is not shown yet */
  NB_UI_SECTION_FINE,
  NB_UI_SECTION_WARNINGS,
  NB_UI_SECTION_ERRORS,
} NbUiSectionState;

/* @n (optional): how many errors or warnings are shown. Answered warnings count as settled. */
NbUiSectionState nb_ui_review_get_section_state (NbUiReview *review, const char *section, guint *n);
/* How many fields of the form hold something. */
guint nb_ui_review_count_filled (NbUiReview *review);
/* How many shown findings of @severity have no answer. */
guint nb_ui_review_count (NbUiReview *review, NbSeverity severity);
/* The next finding without an answer (@step 1) or the one before (-1), as seen from the one that was shown last,
 * @last (or NULL), and from @field, in which one is (NULL: none); beginning again at the other end. Owned; NULL
 * where there is none. */
NbFinding *nb_ui_review_step (NbUiReview *review, const char *field, NbFinding *last, int step);
/* The gravest finding that is shown; advice also while not all is checked, off once all is and nothing is wrong. */
NbSeverity nb_ui_review_get_gravest (NbUiReview *review);
/* "2 errors, 3 warnings"; free with g_free(). */
char *nb_ui_review_format_summary (NbUiReview *review);

G_END_DECLS
