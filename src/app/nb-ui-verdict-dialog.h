/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-job.h"

G_BEGIN_DECLS

/* What was found of the signatures of a file, and of the pages of a printed form: three verdicts a signature, side
 * by side and never as one, and why.
 *
 * Signal "trusted" (): the person put a certificate among those they trust; whoever shows the dialog verifies
 * again. */
#define NB_UI_TYPE_VERDICT_DIALOG (nb_ui_verdict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NbUiVerdictDialog, nb_ui_verdict_dialog, NB_UI, VERDICT_DIALOG, AdwWindow)

NbUiVerdictDialog *nb_ui_verdict_dialog_new (GtkWindow *parent, const char *file);
/* Shows @verdict in place of what was shown; @paper: what was found of the PDF that it was in, or NULL. */
void nb_ui_verdict_dialog_show (NbUiVerdictDialog *dialog,
                                const NbVerdict *verdict,
                                const NbPaperVerdict *paper);

G_END_DECLS
