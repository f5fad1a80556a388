/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page-content.h"

G_BEGIN_DECLS

/* One page of the definition while it runs over as many sheets as it needs. */
typedef struct
{
  const NbPageSource *source;
  NbPageList *list;
  const NbBoxDef *page;
  NbPageCanvas canvas; /* the present sheet */
  int left;            /* of the type area, µm: another one on the back of a sheet */
  int top;             /* where the first content of a sheet goes */
  int bottom;          /* of the type area */
  int y;               /* where the next content goes */
} NbPageFlow;

/* Begins a sheet, ending the one before. */
void nb_page_flow_begin_sheet (NbPageFlow *flow);
/* The height that is left on the sheet, and that a fresh one has. */
int nb_page_flow_get_room (const NbPageFlow *flow);
int nb_page_flow_get_full_room (const NbPageFlow *flow);

/* Lays the whole page. */
void nb_page_flow_run (NbPageFlow *flow);

/* The width of the type area of @page. */
int nb_page_get_type_width (const NbBoxDef *page);
/* The left edge of the type area on the sheet @index, counted from 0: sheets are printed on both
 * sides, the inner margin at the binding. */
int nb_page_get_type_left (const NbBoxDef *page, guint index);

G_END_DECLS
