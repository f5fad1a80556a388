/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-text-pairs.h"
#include "nb-ui-text-binding.h"

G_BEGIN_DECLS

/* Last year's text of a long field and this year's, sentence by sentence, side by side; a sentence or a section
 * of last year's can be taken over. It compares in a thread.
 *
 * Signal "activated" (const NbSpan *span): one goes to that place of this year's text. */
#define NB_UI_TYPE_SENTENCE_LIST (nb_ui_sentence_list_get_type ())
G_DECLARE_FINAL_TYPE (NbUiSentenceList, nb_ui_sentence_list, NB_UI, SENTENCE_LIST, GtkWidget)

GtkWidget *nb_ui_sentence_list_new (NbUiTextBinding *binding);
/* Compares the text as it is now with @last. */
void nb_ui_sentence_list_compare (NbUiSentenceList *list, NbText *last);
/* The rows, after it has compared: a GListModel (borrowed). */
GListModel *nb_ui_sentence_list_get_rows (NbUiSentenceList *list);
/* Takes over last year's sentence at @row, or the section that it stands in; one command. */
void nb_ui_sentence_list_take_sentence (NbUiSentenceList *list, guint row);
void nb_ui_sentence_list_take_section (NbUiSentenceList *list, guint row);

G_END_DECLS
