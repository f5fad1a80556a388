/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* What can be put into a field with one press: the registry's word for "nothing to report", the sentences
 * that it prescribes or offers, the texts that the form permits. Invisible where there is nothing. Ancestors
 * get the action "field.choose" with the text. */
#define NB_UI_TYPE_PHRASE_CHOOSER (nb_ui_phrase_chooser_get_type ())
G_DECLARE_FINAL_TYPE (NbUiPhraseChooser, nb_ui_phrase_chooser, NB_UI, PHRASE_CHOOSER, GtkWidget)

/* Follows the registry of @document. */
void nb_ui_phrase_chooser_set_field (NbUiPhraseChooser *chooser,
                                     NbUiDocument *document,
                                     const NbFieldDef *def);
/* Opens the list, where there is one. */
void nb_ui_phrase_chooser_popup (NbUiPhraseChooser *chooser);
void nb_ui_phrase_chooser_popdown (NbUiPhraseChooser *chooser);

G_END_DECLS
