/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-definition.h"

G_BEGIN_DECLS

/* Compares the whole tree with the grammar: elements, how often they stand, attributes, values,
 * unique ids. */
gboolean nb_definition_check_shape (const NbDefinition *definition, GError **error);

/* Compares one value with what its attribute (or a rule's parameter) may be; @what names it in the
 * error. Kinds FIELD, FIELDS and ID are only compared as names. */
gboolean nb_definition_check_value (const NbDefinition *definition,
                                    const xmlNode *node,
                                    const NbAttributeDef *attribute,
                                    const char *value,
                                    GError **error);

/* The declaration of @node's element. */
const NbElementDef *nb_definition_lookup (const NbDefinition *definition, const xmlNode *node);

/* "34mm", "0.15mm" in µm, without floating point. */
gboolean nb_definition_parse_length (const char *text, int *out);

G_END_DECLS
