/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-font.h"
#include "nb-pdf-file.h"

G_BEGIN_DECLS

/* What a PDF uses of a font, and how it carries it: a cut font as a CID font that holds the glyphs that are
 * used, an installed one as shapes (Type 3), whatever its format and whether or not it may be embedded. Each
 * glyph with each text that it stands for has a code of its own, so that the text can be read out again. */
typedef struct _NbPdfFont NbPdfFont;

/* @number: among the fonts of the file. @font must outlive it. */
NbPdfFont *nb_pdf_font_new (NbFont *font, guint number, NbPdfFile *file);
void nb_pdf_font_free (NbPdfFont *font);

/* The code of @glyph where it stands for the @n_bytes of @text. */
guint nb_pdf_font_get_code (NbPdfFont *font, guint glyph, const char *text, guint n_bytes);
/* How wide the code is in this file, per mille of the em. */
double nb_pdf_font_get_width (const NbPdfFont *font, guint code);
/* In the file it is one font of the page's resources, or several: the part that has the code, and its name. */
guint nb_pdf_font_get_part (const NbPdfFont *font, guint code);
void nb_pdf_font_append_name (const NbPdfFont *font, guint part, GString *out);
/* Appends the code as it stands in a string, in hexadecimal digits. */
void nb_pdf_font_append_code (const NbPdfFont *font, guint code, GString *out);

/* Writes what was used, and appends its entries of the resources. */
void nb_pdf_font_write (NbPdfFont *font, GString *resources);

G_END_DECLS
