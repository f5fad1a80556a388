/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* A number of a text, to be proved. */
typedef struct
{
  NbSpan span;       /* with its unit */
  guint digits_end;  /* where the unit begins */
  NbSpan sentence;   /* the one that it stands in */
  gboolean has_last; /* the text of last year has its counterpart, at @last */
  NbSpan last;
} NbTextFigure;

/* The numbers of @text in order, and their counterparts in @last (or NULL): the number at the same place of the
 * sentence that says the same but for its numbers, else the only one behind the same words with the same unit.
 * Array of NbTextFigure, free with g_array_unref(). */
GArray *nb_text_list_figures (const NbText *text, const NbText *last);

G_END_DECLS
