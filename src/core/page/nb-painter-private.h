/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "nb-page-list-private.h"
#include "nb-painter.h"

G_BEGIN_DECLS

typedef struct _NbPainterFonts NbPainterFonts;

struct _NbPainter
{
  PangoFontMap *map;
  PangoContext *context;
  PangoAttrList *attributes; /* none: pango_itemize() asks for a list */
  NbPainterFonts *fonts;
};

/* The fonts that the four faces are drawn in, of those that @context has. */
NbPainterFonts *nb_painter_fonts_new (PangoContext *context);
void nb_painter_fonts_free (NbPainterFonts *fonts);

/* The first family of the chain of @face that is here. */
const char *nb_painter_fonts_get_family (NbPainterFonts *fonts, const char *face);
/* The chain of @face, without a size. Borrowed. */
const PangoFontDescription *nb_painter_fonts_get_description (NbPainterFonts *fonts,
                                                              const char *face);
/* Whether some font at hand has @c, the chain of @face first. */
gboolean nb_painter_fonts_has (NbPainterFonts *fonts, const char *face, gunichar c);

/* Draws the run @box with its characters where @metrics put them. */
void nb_painter_draw_run (NbPainter *painter,
                          const NbPageBox *box,
                          const NbMetrics *metrics,
                          cairo_t *cr);

/* µm in points, the unit of the cairo_t. Drawing alone may use floating point. */
#define NB_POINTS(micrometres) ((micrometres) * (72.0 / 25400.0))

G_END_DECLS
