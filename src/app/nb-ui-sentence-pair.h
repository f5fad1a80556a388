/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "nb-text-pairs.h"

G_BEGIN_DECLS

/* A sentence of last year's text beside its counterpart of this year's; either may be missing. */
#define NB_UI_TYPE_SENTENCE_PAIR (nb_ui_sentence_pair_get_type ())
G_DECLARE_FINAL_TYPE (NbUiSentencePair, nb_ui_sentence_pair, NB_UI, SENTENCE_PAIR, GObject)

/* @last and @now begin at the sentences of @piece. */
NbUiSentencePair *
nb_ui_sentence_pair_new (const char *last, const char *now, const NbTextPiece *piece);
const NbTextPiece *nb_ui_sentence_pair_get_piece (NbUiSentencePair *pair);
const char *nb_ui_sentence_pair_get_last (NbUiSentencePair *pair); /* "" where it is missing */
const char *nb_ui_sentence_pair_get_now (NbUiSentencePair *pair);

G_END_DECLS
