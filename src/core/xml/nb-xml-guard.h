/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-xml.h"

G_BEGIN_DECLS

/* Reads @bytes once, left to right, before any parser sees them, and refuses (NB_ERROR_REFUSED, with
 * a place) what nb-xml-limits.h and formats.md refuse: other encodings, DOCTYPE, entities, comments and
 * processing instructions as @kind says, too deep, too many, too large. Returns the places of all start
 * tags in document order (GArray of NbPlace), or NULL. It does not prove well-formedness. */
GArray *nb_xml_guard (GBytes *bytes, NbXmlKind kind, GError **error);

G_END_DECLS
