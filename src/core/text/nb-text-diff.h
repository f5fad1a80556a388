/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* A piece of two texts: in both the same, or changed from the one to the other (either may be empty there:
 * something was added, or taken out). Offsets in the whole texts, as nb_text_get_offset(). */
typedef struct
{
  gboolean same;
  guint a_start;
  guint a_end;
  guint b_start;
  guint b_end;
} NbTextPiece;

/* Compares @a and @b sentence by sentence (a paragraph break counts as one). The pieces cover both texts in
 * order, none beside another of its kind. Near-linear whatever the texts; long stretches that have nothing
 * in common that is unique may come out as one change. Array of NbTextPiece, free with g_array_unref(). */
GArray *nb_text_diff (const NbText *a, const NbText *b);

/* The end of the sentence that begins at @at, in a text without line ends; marks that close it included. */
const char *nb_text_skip_sentence (const char *at);

G_END_DECLS
