/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text-diff.h"

G_BEGIN_DECLS

/* Two texts sentence by sentence, side by side: in each piece one sentence of either, or of one where the other
 * has no counterpart. Sentences are counterparts where they are the same, or in the same stretch of what differs
 * and of much the same characters. Pieces that are a paragraph break only are left out. Array of NbTextPiece in
 * the order of both texts, free with g_array_unref(). */
GArray *nb_text_pair_sentences (const NbText *a, const NbText *b);

G_END_DECLS
