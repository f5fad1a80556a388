/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Collects the words of a cell of HTML as a browser would show them: white space is one space or, where a line
 * of the source ends beside a Chinese character, nothing; blocks begin paragraphs. */
typedef struct _NbGridWords NbGridWords;

NbGridWords *nb_grid_words_new (void);
void nb_grid_words_free (NbGridWords *words);

void nb_grid_words_add (NbGridWords *words, const char *text, gsize size);
/* What follows is another paragraph: at the edge of a block, where several such edges make one break, or, with
 * @forced, at a line break, of which each counts. */
void nb_grid_words_break (NbGridWords *words, gboolean forced);
/* What was collected, LF between paragraphs, without white space at its ends; begins anew. Free with g_free(). */
char *nb_grid_words_take (NbGridWords *words);

G_END_DECLS
