/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What comes from a keyboard, an input method or the clipboard may hold what a report cannot: CR and
 * CR LF become LF (in @one_line: every line break becomes a space), characters that XML cannot hold
 * become U+FFFD, and @n_lost (never NULL) counts those. @size -1: up to the NUL. Returns NULL when the text
 * can stay as it is; else free with g_free(). */
char *nb_ui_typed_text_clean (const char *text, gssize size, gboolean one_line, guint *n_lost);

G_END_DECLS
