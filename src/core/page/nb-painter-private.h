/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdeflate.h>

#include "nb-font-choice.h"
#include "nb-ink.h"
#include "nb-page-list-private.h"
#include "nb-painter.h"

G_BEGIN_DECLS

struct _NbPainter
{
  NbFontChoice *choice;
  char *missing;       /* the family that was chosen and is not installed, or NULL */
  hb_buffer_t *buffer; /* text that is shaped */
  GArray *glyphs;      /* of NbInkGlyph: those of the stretch that is drawn */
  GString *text;       /* what they stand for */
  struct libdeflate_compressor *compressor;
};

/* Draws the run @box with its characters where @metrics put them. */
void nb_painter_draw_run (NbPainter *painter,
                          const NbPageBox *box,
                          const NbMetrics *metrics,
                          NbInk *ink);
/* Draws the QR code @box. */
void nb_painter_draw_code (const NbPageBox *box, NbInk *ink);
/* Draws all boxes of a page. */
void nb_painter_draw_page (NbPainter *painter, NbPageList *list, guint page, NbInk *ink);

G_END_DECLS
