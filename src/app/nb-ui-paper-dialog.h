/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"
#include "nb-ui-work.h"

G_BEGIN_DECLS

/* Whether printed pages are of this version of the report: their codes are typed as they are read over the
 * telephone, or read from a PDF, and each page gets its answer.
 *
 * Signal "work" (NbUiWork *work): something takes long; the window shows it. */
#define NB_UI_TYPE_PAPER_DIALOG (nb_ui_paper_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NbUiPaperDialog, nb_ui_paper_dialog, NB_UI, PAPER_DIALOG, AdwWindow)

/* NULL where the report cannot be laid out: NB_ERROR_ARGUMENT. */
NbUiPaperDialog *nb_ui_paper_dialog_new (GtkWindow *parent, NbUiDocument *document, GError **error);
/* Reads the codes of the PDF @path: what the dialog does once one was chosen. */
void nb_ui_paper_dialog_open_pdf (NbUiPaperDialog *dialog, const char *path);

G_END_DECLS
