/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of the start page: an icon, a title and what it is about. What AdwActionRow shows too, laid out so
 * that wrapping labels are measured by width only: searching the width for a height takes half of the time
 * to the first frame.
 *
 * Properties "icon-name", "title" (with mnemonic), "subtitle": write. */
#define NB_UI_TYPE_START_ROW (nb_ui_start_row_get_type ())
G_DECLARE_FINAL_TYPE (NbUiStartRow, nb_ui_start_row, NB_UI, START_ROW, GtkListBoxRow)

/* @title is shown as it is, without mnemonic; @suffix stands at the end. */
GtkWidget *nb_ui_start_row_new (const char *title, const char *subtitle, GtkWidget *suffix);

G_END_DECLS
