/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* The check report of @document: what F5 would find now, as a text. */

/* Writes it to @path, in UTF-8. */
gboolean nb_ui_check_report_save (NbUiDocument *document, const char *path, GError **error);
/* An operation that prints it on A4; run it with the action that is wanted. */
GtkPrintOperation *nb_ui_check_report_print_operation_new (NbUiDocument *document);

G_END_DECLS
