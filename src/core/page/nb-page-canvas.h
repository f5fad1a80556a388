/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page-list-private.h"

G_BEGIN_DECLS

/* One sheet that is being drawn on: texts go straight into its boxes, rules are gathered, so that
 * cells that touch share one rule. */
typedef struct
{
  NbSheet *sheet;
  GArray *edges; /* private */
} NbPageCanvas;

void nb_page_canvas_begin (NbPageCanvas *canvas, NbSheet *sheet);
/* Joins the gathered rules and puts them into the sheet's boxes. */
void nb_page_canvas_end (NbPageCanvas *canvas);

/* A text or code; takes @box->text. */
void nb_page_canvas_take_box (NbPageCanvas *canvas, const NbPageBox *box);
/* Notes that @rect is the room of @field, of its value or of its label; nothing where @field is NULL. */
void nb_page_canvas_add_area (NbPageCanvas *canvas, NbRect rect, const char *field, gboolean value);
/* Rules of @thickness round @rect, their middle on its edges. */
void nb_page_canvas_add_frame (NbPageCanvas *canvas, NbRect rect, int thickness);
void nb_page_canvas_add_rule (NbPageCanvas *canvas, NbRect rect);

G_END_DECLS
