/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text with U+FFFD for every character that XML cannot hold; @replaced receives which they were, "U+0001
 * U+000B …" (each once, at most eight), or NULL where there were none. Free both with g_free(). */
char *nb_table_cell_text_dup_safe (const char *text, char **replaced);

/* The lines of a cell that goes over several, blanks around each taken off, with @joint between them:
 * LF makes paragraphs of them, "" one line. A cell of one line is given back as it is. Free with
 * g_free(). */
char *nb_table_cell_text_join_lines (const char *text, const char *joint);

/* What a quoted cell says: each pair of quotation marks is one. Free with g_free(). */
char *nb_table_cell_text_unquote (const char *text);

G_END_DECLS
