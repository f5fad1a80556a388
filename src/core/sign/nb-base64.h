/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads base64 strictly (RFC 4648 §3.5): the alphabet, XML white space anywhere, padding complete
 * and only at the end, spare bits zero, at least one byte. NULL for everything else, so that a
 * value has one meaning for every reader. */
GBytes *nb_base64_decode (const char *text);

/* Without line breaks. Free with g_free(). */
char *nb_base64_encode (GBytes *bytes);

G_END_DECLS
