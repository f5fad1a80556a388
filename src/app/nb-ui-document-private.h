/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* What nb-ui-document-file.c needs of a document. */

NbJob *nb_ui_document_get_job (NbUiDocument *document);
/* The document's place on disk and the version of what stands there, both copied. */
void nb_ui_document_set_file (NbUiDocument *document, const char *path, const char *version);

G_END_DECLS
