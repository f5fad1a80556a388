/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-pdf-font.h"

G_BEGIN_DECLS

/* A Type 3 font has one byte for a glyph. */
#define NB_PDF_SHAPES 256

typedef struct
{
  guint glyph;
  char *text; /* what it stands for */
} NbPdfCode;

struct _NbPdfFont
{
  NbFont *font;
  guint number;
  NbPdfFile *file;
  gboolean cut;       /* else: shapes */
  GArray *codes;      /* of NbPdfCode */
  guint16 *first;     /* of each glyph of a cut font: its first code, 0: none */
  GHashTable *others; /* "glyph text" -> code */
};

/* The map from codes to text (9.10.3) of @n_codes codes from @first on, which are written with @n_digits. */
guint nb_pdf_font_write_map (const NbPdfFont *font, guint first, guint n_codes, guint n_digits);
void nb_pdf_font_write_shapes (const NbPdfFont *font, guint first, guint n_codes, guint object);

G_END_DECLS
