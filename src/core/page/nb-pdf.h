/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-painter.h"

G_BEGIN_DECLS

/* A PDF while it is made: page lists go in one after the other and are not kept. The same lists give the same
 * bytes at any time, in any language, on any computer that has the fonts.
 *
 * Cairo, which draws on the screen and for the printer, could write it too; it takes twice the time and has no
 * place for what goes inside, and its bytes change with its version. */
typedef struct _NbPdf NbPdf;

/* @painter is borrowed and must outlive it. */
NbPdf *nb_pdf_new (NbPainter *painter);
void nb_pdf_free (NbPdf *pdf);

/* Adds the pages of @list with a bookmark, and under it one for each long text. NB_ERROR_GLYPH, and nothing is
 * added, where no font at hand has a character of it. */
gboolean nb_pdf_add (NbPdf *pdf, NbPageList *list, GError **error);
/* Puts @bytes, which the pages show, into it under @name, as their source (ISO 32000-2, 14.13). Once. */
void nb_pdf_attach (NbPdf *pdf, GBytes *bytes, const char *name, const char *type);
/* The finished file; at least one list must be in it. @date: its dates, or none: 1 January 2000. @pdf is freed. */
GBytes *nb_pdf_finish (NbPdf *pdf, NbDate date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPdf, nb_pdf_free)

G_END_DECLS
