/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-xml.h"

G_BEGIN_DECLS

/* Takes octets as they come; FALSE stops the writing. */
typedef gboolean (*NbXmlSink) (const char *bytes, gsize size, void *data);

/* Gives the exclusive canonical form of the subtree at @node, in a document that nb_xml_parse() made, to
 * @sink in pieces. FALSE where the sink said so, or where there is something that such a document cannot
 * hold. */
gboolean nb_xml_write_canonical (const xmlNode *node, NbXmlSink sink, void *data);

G_END_DECLS
