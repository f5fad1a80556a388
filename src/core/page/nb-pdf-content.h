/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ink.h"
#include "nb-pdf-file.h"

G_BEGIN_DECLS

/* The content of the pages of a PDF (ISO 32000-1, 8 and 9), and the fonts that it uses. */
typedef struct _NbPdfContent NbPdfContent;

/* @file is borrowed and must outlive it. */
NbPdfContent *nb_pdf_content_new (NbPdfFile *file);
void nb_pdf_content_free (NbPdfContent *content);

/* Begins a page so many points high; what is drawn with the ink goes to it. */
void nb_pdf_content_begin (NbPdfContent *content, double height);
NbInk *nb_pdf_content_get_ink (NbPdfContent *content);
/* The operators of the page. Borrowed until the next one begins. */
const GString *nb_pdf_content_end (NbPdfContent *content);

/* Writes the fonts; the entries of the resources. Free with g_free(). */
char *nb_pdf_content_write_fonts (NbPdfContent *content);
/* What tells the fonts that are used from all others: a digest over their marks. Owned by @content. */
const char *nb_pdf_content_get_font_digest (NbPdfContent *content);

G_END_DECLS
