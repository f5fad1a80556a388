/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The reports that were opened or saved lately: a list of our own in the settings, since that of the
 * desktop is not there in a sandbox. @settings: those of the application. */

/* Paths, the latest first; free with g_strfreev(). */
char **nb_ui_recent_list (GSettings *settings);
/* Puts @path first; the list has an end. */
void nb_ui_recent_add (GSettings *settings, const char *path);
void nb_ui_recent_remove (GSettings *settings, const char *path);

/* The field in which a report of the list was left, or NULL; free with g_free(). */
char *nb_ui_recent_dup_place (GSettings *settings, const char *path);
void nb_ui_recent_set_place (GSettings *settings, const char *path, const char *field);

G_END_DECLS
