/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads PDFs that come from anywhere. poppler does it, in a process of its own with bounds on memory, time and
 * what it may write, so that no PDF can crash, stop or fill the program; the places of its commands are found
 * when Nianbao is built. NB_ERROR_REFUSED where a file is damaged, hostile, or beyond a limit; NB_ERROR_READ
 * where poppler is not there. */

/* Whether @bytes begin like a PDF. */
gboolean nb_pdf_reader_accepts (GBytes *bytes);

/* The digest of fonts that NbPdf wrote, or NULL (free with g_free()). A PDF that is encrypted is refused. */
gboolean nb_pdf_reader_read_fonts (GBytes *pdf, char **fonts, GError **error);
/* The one file that is inside; none and several are refused. */
GBytes *nb_pdf_reader_read_attachment (GBytes *pdf, GError **error);
/* The visible text of all pages, without white space: strings, one a page. */
GPtrArray *nb_pdf_reader_read_texts (GBytes *pdf, GError **error);
/* The picture of page @page, from 1 on, as a binary grey map (PGM). */
GBytes *nb_pdf_reader_read_picture (GBytes *pdf, guint page, GError **error);

G_END_DECLS
