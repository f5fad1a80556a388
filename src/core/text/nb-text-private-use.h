/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The character of today's Unicode for a private-use code point to which GB 18030 of 2000 or 2005, or a GBK
 * before them, mapped a standard character; 0 where @c is none. Texts from old programs hold them, and no
 * font of today draws them. Source: the changes between the editions of GB 18030. */
gunichar nb_text_map_private_use (gunichar c);

G_END_DECLS
