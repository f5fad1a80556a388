/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* Half-width , ; : ( ) ! ? that touch Han text and stand in no number, code, address or time: one
 * span of one character each, appended to @spans (an array of NbSpan) with paragraph @index.
 * Brackets are taken in pairs: both or none. Source: GB/T 15834-2011; rule R40. */
void nb_text_scan_half_width (const NbParagraph *paragraph, guint index, GArray *spans);

/* The full-width twin of a half-width punctuation mark, 0 where it has none. */
gunichar nb_text_get_full_width (gunichar c);

G_END_DECLS
