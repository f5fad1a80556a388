/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/transforms.h>

G_BEGIN_DECLS

/* Exclusive canonical form for xmlsec, as nb_xml_write_canonical() streams it: for one subtree of a document
 * that nb_xml_parse() made, without parameters. The class that comes with xmlsec asks of every node anew
 * whether it belongs to the subtree, and takes several times as long. */
xmlSecTransformId nb_canonical_get_transform (void);

/* Makes xmlsec take it for the identifier of the exclusive canonical form; once, after xmlSecInit(). */
gboolean nb_canonical_init (void);

G_END_DECLS
