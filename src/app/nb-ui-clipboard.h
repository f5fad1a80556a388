/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @bytes: a table as HTML where the clipboard has one, else its text; NULL: neither. Borrowed. */
typedef void (*NbUiClipboardRead) (GBytes *bytes, void *user_data);

/* Reads what a browser or an office program copied; @read is called once, later. */
void nb_ui_clipboard_read (GdkClipboard *clipboard, NbUiClipboardRead read, void *user_data);

G_END_DECLS
