/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-job.h"

G_BEGIN_DECLS

/* Makes a key with a self-made certificate and keeps it in a file; the certificate is trusted here from then on.
 *
 * Signal "made" (const char *path, const char *passphrase): the file is there. */
#define NB_UI_TYPE_IDENTITY_DIALOG (nb_ui_identity_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NbUiIdentityDialog, nb_ui_identity_dialog, NB_UI, IDENTITY_DIALOG, AdwWindow)

NbUiIdentityDialog *nb_ui_identity_dialog_new (GtkWindow *parent);
/* Makes it into the file @path: what the dialog does once the file was chosen. */
void nb_ui_identity_dialog_make (NbUiIdentityDialog *dialog, const char *path);

G_END_DECLS
