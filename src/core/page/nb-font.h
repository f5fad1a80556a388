/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <hb.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A font that pages are drawn with: one that was cut for paper when Nianbao was built (data/print) and lies in
 * the program, read where it lies, never copied, known to nobody else on the computer; or one that is
 * installed. Belongs to one thread. */
typedef struct _NbFont NbFont;

/* @name: "song" or "hei". */
NbFont *nb_font_new_print (const char *name);
NbFont *nb_font_new_installed (PangoFont *font);
void nb_font_free (NbFont *font);

/* The family that it is of, or was cut from. Owned by @font. */
const char *nb_font_get_family (const NbFont *font);
/* Its PostScript name. Owned by @font. */
const char *nb_font_get_name (const NbFont *font);
/* What tells it from every other font: the checksum that its bytes carry, its number of glyphs, its
 * variation. */
const char *nb_font_get_mark (const NbFont *font);
/* In units of the em: nb_font_get_units(). */
hb_font_t *nb_font_get_shaper (const NbFont *font);
guint nb_font_get_units (const NbFont *font);
cairo_font_face_t *nb_font_get_face (const NbFont *font);
/* The table of outlines of a cut font, NULL of an installed one. Owned by @font. */
const guint8 *nb_font_get_outlines (const NbFont *font, gsize *size);

/* Whether it has @c; @glyph (optional) receives its glyph. */
gboolean nb_font_has (const NbFont *font, gunichar c, guint *glyph);
/* Whether @glyph has lines to draw (one of coloured pictures has none). */
gboolean nb_font_draws (const NbFont *font, guint glyph);
/* The glyph of @c, which it has, in a column; FALSE where it is the one that stands in a line. */
gboolean nb_font_get_column_glyph (NbFont *font, gunichar c, guint *glyph);
/* How wide @glyph is, in em. */
double nb_font_get_advance (const NbFont *font, guint glyph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbFont, nb_font_free)

G_END_DECLS
