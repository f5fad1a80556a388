/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "nb-error.h"
#include "nb-page-list.h"

G_BEGIN_DECLS

/* Draws pages with the fonts at hand. One per thread: it owns its font map. */
typedef struct _NbPainter NbPainter;

NbPainter *nb_painter_new (void);
void nb_painter_free (NbPainter *painter);

/* From now on draws the running text of the pages in the installed family @family instead of the typefaces that
 * the form prescribes; titles in Hei stay. NULL or "": as the form prescribes. FALSE: no such family is
 * installed that draws Chinese as on the mainland, and the text is drawn as the form prescribes. Lines and
 * pages stay as they are: no font breaks them. Not while a PDF is made. */
gboolean nb_painter_set_font (NbPainter *painter, const char *family);

/* The family that a face is drawn in here. Owned by the painter. */
const char *nb_painter_get_family (NbPainter *painter, const char *face);

/* NB_ERROR_GLYPH, naming character and field label, where no font at hand has a character of @list. */
gboolean nb_painter_check (NbPainter *painter, NbPageList *list, NbForm *form, GError **error);

/* The typefaces of @list by their official names, and the families that they are drawn in, as a sentence for the
 * user, and another one where the font that was chosen is not installed. Free with g_free(). */
char *nb_painter_describe_fonts (NbPainter *painter, NbPageList *list);

/* The characters of @list that the font of their face does not have, and the fonts that draw them, as a
 * sentence for the user; NULL: there are none. Free with g_free(). */
char *nb_painter_describe_substitutes (NbPainter *painter, NbPageList *list);

/* Draws @page on @cr, whose unit is the point (1/72 inch), origin at the sheet's top left corner. */
void nb_painter_draw (NbPainter *painter, NbPageList *list, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPainter, nb_painter_free)

G_END_DECLS
