/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page-canvas.h"
#include "nb-page-words.h"

G_BEGIN_DECLS

/* What stands in a cell, a box or the page itself, one piece under the other: lines of text, rules
 * and boxes. A piece is never divided; between any two of them a page may end. */
typedef struct _NbPageContent NbPageContent;

typedef enum
{
  NB_CONTENT_ALL,
  NB_CONTENT_REPEATED, /* only texts that repeat, with the mark of continuation */
} NbContentPart;

/* Fills in and breaks into lines of @width µm the children of @container, or with @only that child
 * alone. Boxes that stand in the head or foot of a page are left out. @source is not kept. */
NbPageContent *nb_page_content_new (const NbPageSource *source,
                                    const NbMetrics *metrics,
                                    const NbBoxDef *container,
                                    const NbBoxDef *only,
                                    NbContentPart part,
                                    int width);
void nb_page_content_free (NbPageContent *content);

guint nb_page_content_get_n_pieces (const NbPageContent *content);
/* The field that it is about, as nb_page_words_find_field(): the first whose value stands in it, else whose
 * label does. */
const char *nb_page_content_get_field (const NbPageContent *content, gboolean *value);
/* Height of the pieces [@from, @to), µm. */
int nb_page_content_get_height (const NbPageContent *content, guint from, guint to);
/* How far from @from on the pieces fit into @height: the end of the range, a little earlier where that
 * looks better; @from where nothing fits, or nothing that looks well. With @force looks do not count
 * where there is no other way, and at least one piece is taken. */
guint nb_page_content_fit (const NbPageContent *content, guint from, int height, gboolean force);
/* Puts the pieces [@from, @to) on @canvas, their top left corner at @x, @y. */
void nb_page_content_draw (
    const NbPageContent *content, guint from, guint to, NbPageCanvas *canvas, int x, int y);

/* How far from the edge of @room what is @size wide begins; the sheet @sheet, from 1, says which edge is
 * bound. */
int nb_page_align (NbAlign align, guint sheet, int room, int size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPageContent, nb_page_content_free)

G_END_DECLS
