/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Every keyboard shortcut, in one table: the application's accelerators and the window that lists them
 * come from it. */
void nb_ui_shortcuts_install (GtkApplication *application);

/* The first key of @action, as people read it; NULL where it has none. Free with g_free(). */
char *nb_ui_shortcuts_dup_key (const char *action);
/* Calls @visit for each line of the table: its group and title in the language of the interface, and its
 * keys, divided by spaces. */
typedef void (*NbUiShortcutVisit) (const char *group,
                                   const char *title,
                                   const char *accelerators,
                                   void *data);
void nb_ui_shortcuts_visit (NbUiShortcutVisit visit, void *data);

G_END_DECLS
