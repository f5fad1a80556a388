/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form-private.h"

G_BEGIN_DECLS

/* A page.xml that is being read. */
typedef struct
{
  const NbDefinition *definition;
  const NbForm *form;
  GHashTable *nodes; /* NbBoxDef -> its xmlNode */
} NbPageParser;

/* Compares @page with what no grammar can say: names in words, spans against columns, lengths that
 * fit. What passes can be laid out with any report, so that nothing runs off a sheet. */
gboolean nb_page_def_check (const NbPageParser *parser,
                            const NbPageDef *pages,
                            const NbBoxDef *page,
                            GError **error);

G_END_DECLS
