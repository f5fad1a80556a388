/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* Where @words (UTF-8, without line ends) stand in @text, from the left, none over another: full-width and
 * half-width letters, digits and marks are the same, and so are upper and lower case. Linear for the words that
 * people look for. Array of NbSpan, free with g_array_unref(). */
GArray *nb_text_find (const NbText *text, const char *words);

G_END_DECLS
