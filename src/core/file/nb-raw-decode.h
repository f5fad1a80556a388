/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-error.h"

G_BEGIN_DECLS

/* @bytes as UTF-8: what is none is read as UTF-16 where a byte order mark says so, else as GB 18030. A new reference to
 * @bytes where they are UTF-8 already. @encoding receives the name of another one, else NULL (static).
 * NB_ERROR_INVALID with a place for what is none of them (what has zero bytes
 * is no text and comes back as it is). Code points that GB 18030 once mapped into the private-use
 * area are left where the converter puts them (nb_text_map_private_use() knows what they mean). */
GBytes *nb_raw_decode (GBytes *bytes, const char **encoding, GError **error);

/* The line and column of byte @at. */
NbPlace nb_raw_decode_find_place (const char *text, gsize at);

G_END_DECLS
