/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-xml.h"

G_BEGIN_DECLS

/* Elements and attributes of office documents by their local names: the two editions of ECMA-376 have different
 * namespaces, and within a part no two of them share a name that matters here. */
gboolean nb_office_xml_is (const xmlNode *node, const char *name);
/* First child element of that name, or NULL. */
xmlNode *nb_office_xml_lookup (const xmlNode *node, const char *name);
/* Owned, or NULL. */
char *nb_office_xml_dup_attribute (const xmlNode *node, const char *name);
/* The attribute as a whole number, @otherwise where it is not there or none. */
guint nb_office_xml_get_number (const xmlNode *node, const char *name, guint otherwise);

G_END_DECLS
