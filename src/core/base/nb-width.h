/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Full-width ASCII forms (U+FF01 to U+FF5E) and U+3000 become their half-width twins; nothing else
 * changes. @text is valid UTF-8. Free with g_free(). */
char *nb_width_fold (const char *text);

/* As nb_width_fold(), and every white space, inside too, is dropped; letters keep their case: the
 * form in which labels are compared. Free with g_free(). */
char *nb_width_fold_label (const char *text);

G_END_DECLS
