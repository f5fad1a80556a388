/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-finding.h"

G_BEGIN_DECLS

/* The lines under words in a text buffer, one kind a severity: for an error waved, for a warning double, for
 * advice single, each in its colour. One set a buffer, made at the first use. */
typedef struct _NbUiUnderlines NbUiUnderlines;

NbUiUnderlines *nb_ui_underlines_get (GtkTextBuffer *buffer); /* borrowed from @buffer */
void nb_ui_underlines_clear (NbUiUnderlines *underlines,
                             const GtkTextIter *start,
                             const GtkTextIter *end);
void nb_ui_underlines_draw (NbUiUnderlines *underlines,
                            NbSeverity severity,
                            const GtkTextIter *start,
                            const GtkTextIter *end);

G_END_DECLS
