/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* Where a paragraph could begin: before each heading of the levels 一、 and （一） that stands inside one. Array of NbSpan,
 * empty spans in the order of the text; free with g_array_unref(). */
GArray *nb_text_list_divisions (const NbText *text);

/* @text with a paragraph begun at each of them; a new reference where there is none. Free with nb_text_unref(). */
NbText *nb_text_divide (NbText *text);

G_END_DECLS
