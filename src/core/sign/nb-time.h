/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "2026-11-24T08:30:00Z": an xsd:dateTime in UTC, whole seconds, the only spelling that we write or
 * read. Seconds since 1970 in, seconds since 1970 out; years 1970 to 9999. */
gboolean nb_time_parse (const char *text, gint64 *time);
/* NULL outside those years. Free with g_free(). */
char *nb_time_format (gint64 time);

G_END_DECLS
