/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-error.h"

G_BEGIN_DECLS

/* The numbers that a word processor puts before the paragraphs of lists and that do not stand in their text: counted
 * as the paragraphs come (ECMA-376, part 1, 17.9). */
typedef struct _NbWordNumbering NbWordNumbering;

/* @part: word/numbering.xml, or NULL where there are no lists. Errors as nb_xml_parse(). */
NbWordNumbering *nb_word_numbering_new (GBytes *part, GError **error);
void nb_word_numbering_free (NbWordNumbering *numbering);

/* The number of the next paragraph of list @list at @level: "（三）", "2.1"; "" for a bullet, and for what is
 * no list. Free with g_free(). */
char *nb_word_numbering_next (NbWordNumbering *numbering, guint list, guint level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbWordNumbering, nb_word_numbering_free)

G_END_DECLS
