/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-font.h"
#include "nb-page-list.h"

G_BEGIN_DECLS

/* What a page is drawn with: a cairo_t (screen, printer), or the content of a PDF. Both are given the same
 * glyphs in the same places. Lengths are points, y goes down. */

typedef struct
{
  guint glyph;
  double x, y; /* of its origin */
  guint
      n_bytes; /* of the text, which goes with the glyphs in their order; 0: it belongs to the glyph before */
} NbInkGlyph;

/* Glyphs of one font, in the order in which they are read. */
typedef struct
{
  NbFont *font;
  double size;           /* of the em */
  double spread;         /* between two glyphs, beside their own widths, as a rule */
  double grey;           /* 0 black, 1 white */
  cairo_matrix_t *place; /* from the glyphs' places to the sheet */
  const char *text;      /* UTF-8 */
  const NbInkGlyph *glyphs;
  guint n_glyphs;
} NbInkText;

typedef struct _NbInk NbInk;

struct _NbInk
{
  void (*show) (NbInk *ink, const NbInkText *text);
  void (*fill) (NbInk *ink, const NbRect *rect);
  /* A square of @width times @width modules, each a unit of @place wide, black where the lowest bit is set. */
  void (*stencil) (NbInk *ink, const cairo_matrix_t *place, const guint8 *modules, int width);
};

/* µm in points. Drawing alone may use floating point. */
#define NB_POINTS(micrometres) ((micrometres) * (72.0 / 25400.0))

G_END_DECLS
