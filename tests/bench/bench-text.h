/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a clerk writes, at least @size bytes of it: headings, paragraphs of four sentences, other figures in each,
 * now and then a comma of the wrong width. Free with g_free(). */
char *bench_make_narrative (gsize size);

G_END_DECLS
