/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads a whole number in Chinese numerals, everyday (一百七十万) or financial (壹佰柒拾万), with ICU's
 * spelling rules for zh. FALSE for anything else, and for numbers of 10^13 or more. */
gboolean nb_money_numeral_parse (const char *text, gint64 *out);

/* One digit, 零 to 九 or 壹 to 玖, at the start of @text; -1 for others. @next receives what follows. */
int nb_money_numeral_parse_digit (const char *text, const char **next);

G_END_DECLS
