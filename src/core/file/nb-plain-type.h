/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The plain types of data/schema/nianbao.xsd, for the writer, which has no schema at hand; the tests
 * hold both against each other. NULL is of no type. */
gboolean nb_plain_type_is_identifier (const char *text);
gboolean nb_plain_type_is_edition (const char *text);
gboolean nb_plain_type_is_rule (const char *text);
gboolean nb_plain_type_is_registry (const char *text);
gboolean nb_plain_type_is_digest (const char *text);
gboolean nb_plain_type_is_revision (guint number);
gboolean nb_plain_type_is_size (gint64 number);

G_END_DECLS
