/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-check-papers.h"
#include "nb-ui-document.h"
#include "nb-ui-filing-item.h"

G_BEGIN_DECLS

/* The item of a paper that is filed with the report: what is attached of it, and ways to attach files (a button, or
 * letting them go over it) and to take them out again. @data: whose @state it is. */
GtkWidget *nb_ui_filing_paper_new (NbUiDocument *document,
                                   const NbReportData *data,
                                   const NbPaperState *state);

G_END_DECLS
