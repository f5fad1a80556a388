/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A font that was cut for paper when Nianbao was built (data/print) and lies in the program: read where it
 * lies, never copied, known to nobody else on the computer. Belongs to one thread. */
typedef struct _NbPrintFont NbPrintFont;

/* @name: "song" or "hei". */
NbPrintFont *nb_print_font_new (const char *name);
void nb_print_font_free (NbPrintFont *font);

/* The family that it was cut from. Owned by @font. */
const char *nb_print_font_get_family (const NbPrintFont *font);
/* What tells it from every other cut: the checksum that its bytes carry, and its number of glyphs. */
const char *nb_print_font_get_mark (const NbPrintFont *font);
cairo_font_face_t *nb_print_font_get_face (const NbPrintFont *font);

/* Whether it has @c; @glyph (optional) receives its glyph. */
gboolean nb_print_font_has (const NbPrintFont *font, gunichar c, guint *glyph);
/* The glyph of @c, which it has, in a column; FALSE where it is the one that stands in a line. */
gboolean nb_print_font_get_column_glyph (NbPrintFont *font, gunichar c, guint *glyph);
/* How wide @glyph is, in em. */
double nb_print_font_get_advance (const NbPrintFont *font, guint glyph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPrintFont, nb_print_font_free)

G_END_DECLS
