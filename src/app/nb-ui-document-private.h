/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* What the other files of a document need of it. */

/* The document's place on disk, the version of what stands there, and those bytes. */
void nb_ui_document_set_file (NbUiDocument *document,
                              const char *path,
                              const char *version,
                              GBytes *bytes);
/* What was found of the signatures in those bytes. */
void nb_ui_document_take_verdict (NbUiDocument *document, NbVerdict *verdict);

G_END_DECLS
