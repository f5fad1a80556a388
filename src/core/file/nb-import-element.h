/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-element-writer.h"
#include "nb-form.h"
#include "nb-import-record.h"
#include "nb-xml.h"

G_BEGIN_DECLS

/* The element import of a report file. */

void
nb_import_element_write (NbElementWriter *writer, const NbImportRecord *record, const NbForm *form);
/* @node has passed the schema. NB_ERROR_INVALID with a place for a field that @form does not have. */
NbImportRecord *nb_import_element_read (const xmlNode *node, const NbForm *form, GError **error);

G_END_DECLS
