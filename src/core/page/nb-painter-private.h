/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "nb-painter.h"
#include "nb-print-font.h"
#include "nb-run-spacing.h"

G_BEGIN_DECLS

typedef struct _NbPainterFonts NbPainterFonts;

struct _NbPainter
{
  PangoFontMap *map;
  PangoContext *context;
  PangoAttrList *attributes; /* none: pango_itemize() asks for a list */
  cairo_font_options_t *options;
  NbPainterFonts *fonts;
  GArray *glyphs;   /* of cairo_glyph_t: those of the line that is drawn */
  GArray *clusters; /* of cairo_text_cluster_t: which bytes of its text each stands for */
};

/* The fonts that the four faces are drawn in: the official one where @context has it, else the print
 * font; behind it whatever @context has. */
NbPainterFonts *nb_painter_fonts_new (PangoContext *context);
void nb_painter_fonts_free (NbPainterFonts *fonts);

/* The family that @face is drawn in. */
const char *nb_painter_fonts_get_family (NbPainterFonts *fonts, const char *face);
/* The print font that draws @face, or NULL: an installed one does. */
NbPrintFont *nb_painter_fonts_get_print (NbPainterFonts *fonts, const char *face);
/* The installed fonts that draw what the print font does not, best first, without a size. Borrowed. */
const PangoFontDescription *nb_painter_fonts_get_description (NbPainterFonts *fonts,
                                                              const char *face);
/* The family of the installed font that draws @c in @face where the face's own font has no such character, or
 * NULL: none does. Owned by @fonts. */
const char *nb_painter_fonts_get_substitute (NbPainterFonts *fonts, const char *face, gunichar c);
/* Whether the face's own font has @c. */
gboolean nb_painter_fonts_has (NbPainterFonts *fonts, const char *face, gunichar c);

/* Draws the run @box with its characters where @metrics put them. */
void nb_painter_draw_run (NbPainter *painter,
                          const NbPageBox *box,
                          const NbMetrics *metrics,
                          cairo_t *cr);
/* Draws the part from @from to @to of the run of @spacing, which goes on behind it, with installed fonts. */
void nb_painter_draw_shaped (
    NbPainter *painter, NbRunSpacing *spacing, const char *from, const char *to, cairo_t *cr);

/* From the middle of the em of a CJK face down to its baseline, in em. */
#define NB_COLUMN_SHIFT 0.38

/* Draws the QR code @box. */
void nb_painter_draw_code (const NbPageBox *box, cairo_t *cr);

G_END_DECLS
