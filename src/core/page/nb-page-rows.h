/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page-flow.h"

G_BEGIN_DECLS

/* A cell of a grid, filled in and broken into lines. */
typedef struct
{
  const NbBoxDef *def;
  int x; /* from the grid's left edge */
  int width;
  guint last_row;             /* index of the last row that it reaches into */
  NbPageContent *content;     /* what stands in it */
  NbPageContent *again;       /* what stands in it where it goes on on a further sheet */
  guint next;                 /* the first piece of content that is not on a sheet yet */
  const NbPageContent *shown; /* in the slice that is being placed: pieces [from, to) of it */
  guint from;
  guint to;
  int top;          /* of a cell over several rows: where its part on this sheet begins */
  gboolean goes_on; /* such a cell has a part on a sheet before */
} NbPageCell;

typedef struct
{
  const NbBoxDef *def;
  GArray *cells; /* of NbPageCell */
  int height;    /* undivided */
} NbPageRow;

/* The rows of @grid that stand in the copy: an array of NbPageRow, g_array_unref(). */
GArray *nb_page_rows_new (const NbPageFlow *flow, const NbBoxDef *grid);

/* The height that @content takes in @cell, padding included. */
int nb_page_cell_get_height (const NbPageCell *cell, const NbPageContent *content);
/* All of @content is to be shown. */
void nb_page_cell_show (NbPageCell *cell, const NbPageContent *content);
/* What stands in the present part of a cell over several rows. */
const NbPageContent *nb_page_cell_get_part (const NbPageCell *cell);

/* Puts what @cell shows at @rect, framed. */
void nb_page_cell_draw (const NbPageCell *cell, NbPageCanvas *canvas, NbRect rect);

G_END_DECLS
