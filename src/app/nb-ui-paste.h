/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* From now on what is pasted into @view comes as plain text without what word processors and web pages put in,
 * as one command, and a remark says what was cleaned. While an input method composes it waits. */
void nb_ui_paste_clean (GtkTextView *view, NbUiDocument *document);
/* No longer. */
void nb_ui_paste_leave (GtkTextView *view, NbUiDocument *document);

G_END_DECLS
