/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* Signs a report: what stands in the way, who signs as what, with which certificate. The passphrase is kept no
 * longer than signing takes.
 *
 * Signals: "signed" (NbUiDocument *document): the signed report, in place of the one that was shown.
 * "save" (), "check" (): the person wants to save first, to see the errors; the dialog has gone. */
#define NB_UI_TYPE_SIGN_DIALOG (nb_ui_sign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NbUiSignDialog, nb_ui_sign_dialog, NB_UI, SIGN_DIALOG, AdwWindow)

NbUiSignDialog *nb_ui_sign_dialog_new (GtkWindow *parent, NbUiDocument *document);
/* The file with the key: what the dialog does once one was chosen. */
void nb_ui_sign_dialog_set_key_file (NbUiSignDialog *dialog, const char *path);
/* Where to put what was signed and could not be written: the same. */
void nb_ui_sign_dialog_save_elsewhere (NbUiSignDialog *dialog, const char *path);

G_END_DECLS
