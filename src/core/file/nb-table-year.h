/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first year 20xx in @text that @word (年, 年度) follows, full-width digits included; 0 for none. */
int nb_table_year_find (const char *text, const char *word);

G_END_DECLS
