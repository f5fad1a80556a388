/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* Whether there is more than one place to mend: in @finding, or because @document has more findings of its rule
 * that a fix can mend. */
gboolean nb_ui_fix_group_exists (NbUiDocument *document, NbFinding *finding);
/* Shows what the fixes of all of them would do and, if one agrees, makes them in one step. */
void nb_ui_fix_group_ask (GtkWidget *parent, NbUiDocument *document, NbFinding *finding);

G_END_DECLS
