/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* Where a run of pieces, one under the other, may be divided between two sheets. */
typedef enum
{
  NB_PIECE_FREE,    /* the first line of a paragraph, a rule */
  NB_PIECE_NEXT,    /* a further line of the paragraph before it */
  NB_PIECE_HEADING, /* a line of a heading: what follows stays with it */
  NB_PIECE_BOX,     /* free space, such as a seal's: belongs to what stands under it */
} NbPieceKind;

typedef NbPieceKind (*NbPieceGetKind) (gconstpointer pieces, guint index);

/* Of the pieces [@from, @to) that fit on a sheet the end of those that should stand on it; @n there are
 * in all. No heading is left alone at a foot, two lines of a paragraph at least stay together at both
 * ends. @from where no good end is near. */
guint
nb_page_break_find (NbPieceGetKind get_kind, gconstpointer pieces, guint n, guint from, guint to);

/* Whether @paragraph is a heading of running text: 一、 （一） 1. （1） and a few words without a full
 * stop. */
gboolean nb_page_break_is_heading (const NbParagraph *paragraph);

G_END_DECLS
