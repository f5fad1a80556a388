/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* Asks what is to be printed of a report, and shows it: which copy, with which sentence of the sponsor, on one
 * side or both; names the fonts. Printers and page ranges are asked for by the system afterwards.
 *
 * Signal "print" (): print what nb_ui_print_dialog_get_pages() says. Signal "export" (): make a PDF. */
#define NB_UI_TYPE_PRINT_DIALOG (nb_ui_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NbUiPrintDialog, nb_ui_print_dialog, NB_UI, PRINT_DIALOG, AdwWindow)

GtkWindow *nb_ui_print_dialog_new (GtkWindow *parent, NbUiDocument *document);
NbPrinting nb_ui_print_dialog_get_printing (NbUiPrintDialog *dialog);
gboolean nb_ui_print_dialog_get_two_sided (NbUiPrintDialog *dialog);
/* Borrowed; NULL while they are not there, or where they cannot be made. */
NbPageList *nb_ui_print_dialog_get_pages (NbUiPrintDialog *dialog);

G_END_DECLS
