/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* Copying into the web form of a registry: fields as the publication copy has them, amounts as plain
 * numbers without their unit. */

/* Whether @def stands in the registry's form. */
gboolean nb_ui_portal_has_field (const NbFieldDef *def);
/* What is pasted there: the canonical value; "" where nothing stands or it cannot be read. Free with
 * g_free(). */
char *nb_ui_portal_dup_text (NbUiDocument *document, const NbFieldDef *def);
/* Puts it on the clipboard of @widget; FALSE, leaving the clipboard alone, where there is nothing. */
gboolean nb_ui_portal_copy (GtkWidget *widget, NbUiDocument *document, const NbFieldDef *def);

G_END_DECLS
