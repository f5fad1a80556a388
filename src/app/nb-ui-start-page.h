/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window shows without a report: the ways to begin, and the reports opened lately. Every row is an
 * action of the window ("win.…"). */
#define NB_UI_TYPE_START_PAGE (nb_ui_start_page_get_type ())
G_DECLARE_FINAL_TYPE (NbUiStartPage, nb_ui_start_page, NB_UI, START_PAGE, AdwBin)

G_END_DECLS
