/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The outlines of a cut font (Adobe Technical Note 5176, "The Compact Font Format"), as cut-font writes them:
 * CID-keyed, no subroutines, private dictionaries that hold widths. Not for a font from elsewhere. */
typedef struct _NbCff NbCff;

/* The box, in thousandths of the em, that all but a few long dashes of the cut fonts keep within: readers make
 * room by it for glyphs that they keep, not for what they draw. */
#define NB_CFF_LEFT   -200
#define NB_CFF_BOTTOM -300
#define NB_CFF_RIGHT  1200
#define NB_CFF_TOP    1100

/* @data is borrowed and must outlive it. */
NbCff *nb_cff_new (const guint8 *data, gsize size);
void nb_cff_free (NbCff *cff);

/* A font program of these glyphs, the first of which is .notdef (0): the Nth has the CID N. @name: what it
 * is called. */
GByteArray *nb_cff_subset (const NbCff *cff, const guint *glyphs, guint n_glyphs, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbCff, nb_cff_free)

G_END_DECLS
