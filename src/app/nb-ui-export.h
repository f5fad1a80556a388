/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-document.h"
#include "nb-ui-work.h"

G_BEGIN_DECLS

/* Writes the PDF of @document as it is now to @path, as work: byte for byte what nianbao-cli print makes of the
 * document's file, --font being the font of the paper; a signed report takes its file along. */
void nb_ui_export_run (NbUiWork *work,
                       NbUiDocument *document,
                       NbPrinting printing,
                       const char *path,
                       GAsyncReadyCallback callback,
                       void *user_data);
/* FALSE: @error says why nothing was written. @note (optional): about characters that another font draws, or NULL;
 * free with g_free(). */
gboolean nb_ui_export_finish (NbUiWork *work, GAsyncResult *result, char **note, GError **error);

G_END_DECLS
