/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdeflate.h>

#include "nb-date.h"

G_BEGIN_DECLS

/* The file of a PDF (ISO 32000-1, 7.5): numbered objects, packed into streams (7.5.7), all streams deflated, the
 * table of their places. */
typedef struct _NbPdfFile NbPdfFile;

/* @compressor is borrowed. */
NbPdfFile *nb_pdf_file_new (struct libdeflate_compressor *compressor);
void nb_pdf_file_free (NbPdfFile *file);

/* A number for an object that is written later. */
guint nb_pdf_file_reserve (NbPdfFile *file);
/* Writes the object @number, which is no stream. */
void nb_pdf_file_add (NbPdfFile *file, guint number, const char *body);
/* Writes a stream, deflated; @entries: what stands in its dictionary besides length and filter. */
void nb_pdf_file_add_stream (
    NbPdfFile *file, guint number, const char *entries, const void *data, gsize size);
/* Ends the file; its ID is the digest of what was written. @file is freed. */
GBytes *nb_pdf_file_finish (NbPdfFile *file, guint catalog, guint info);

/* Append a text string (7.9.2.2), a date (7.9.4), a number with at most so many decimals. */
void nb_pdf_append_text (GString *out, const char *text);
void nb_pdf_append_date (GString *out, NbDate date);
void nb_pdf_append_number (GString *out, double number, guint n_decimals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPdfFile, nb_pdf_file_free)

G_END_DECLS
