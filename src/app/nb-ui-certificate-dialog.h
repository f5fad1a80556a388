/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* The certificates that are kept, one of them to be filled in: its registered facts by the form, typed once
 * or taken from the report. Saving keeps it for the institution. */
#define NB_UI_TYPE_CERTIFICATE_DIALOG (nb_ui_certificate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    NbUiCertificateDialog, nb_ui_certificate_dialog, NB_UI, CERTIFICATE_DIALOG, AdwWindow)

/* @document: the report in the window, or NULL; it follows the certificate that is saved. */
GtkWindow *nb_ui_certificate_dialog_new (GtkWindow *parent, NbJob *job, NbUiDocument *document);

G_END_DECLS
