/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* The findings at one place of a text: what is wrong, why, the fix, the answer. */
#define NB_UI_TYPE_FINDING_POPOVER (nb_ui_finding_popover_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFindingPopover, nb_ui_finding_popover, NB_UI, FINDING_POPOVER, GtkPopover)

GtkWidget *nb_ui_finding_popover_new (NbUiDocument *document);
/* Shows @findings (of NbFinding) at the cursor of @view, its parent. Without @take_focus one goes on typing. */
void nb_ui_finding_popover_show (NbUiFindingPopover *popover,
                                 const GPtrArray *findings,
                                 GtkTextView *view,
                                 gboolean take_focus);

G_END_DECLS
