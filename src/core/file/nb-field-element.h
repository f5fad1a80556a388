/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-element-writer.h"
#include "nb-field-def.h"
#include "nb-text.h"
#include "nb-value.h"
#include "nb-xml.h"

G_BEGIN_DECLS

/* The element field of a report or certificate file. */

/* Whether the text itself is the value: nothing is typed that could differ from it. */
gboolean nb_field_element_is_text (const NbFieldDef *def);

void nb_field_element_write (NbElementWriter *writer, const NbFieldDef *def, const NbText *text);

/* The text of the field: what was typed, else its value. NB_ERROR_INVALID with a place where the value
 * is not the one that typed gives, or not canonical, or not of the shape that @def asks. */
NbText *nb_field_element_read (const xmlNode *node, const NbFieldDef *def, GError **error);

/* The paragraphs p of @node, or its own text where it has none, joined by LF. NB_ERROR_INVALID where
 * text stands beside paragraphs, or a paragraph holds a line break. Free with g_free(). */
char *nb_field_element_dup_paragraphs (const xmlNode *node, GError **error);

G_END_DECLS
