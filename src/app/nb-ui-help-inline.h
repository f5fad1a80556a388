/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands inside a paragraph of help:
 *
 *   [[page]]  [[page#anchor]]  [[page|words]]    a link, without words under the page's title
 *   {win.check}  {Escape}                        the key of an action, or a key by its name in GDK
 *   *words*                                      what the program shows: a button, a menu item
 *   \                                            takes the meaning of the character behind it */

/* The title of a page, borrowed; NULL for one that does not exist. */
typedef const char *(*NbUiHelpTitle) (const char *page, void *data);

/* Markup of Pango for a GtkLabel: the link to a page is "help:" and its name. Free with g_free(). */
char *nb_ui_help_inline_to_markup (const char *text, NbUiHelpTitle title, void *data);
/* The words alone, as a reader says and a search looks at them. Free with g_free(). */
char *nb_ui_help_inline_to_plain (const char *text, NbUiHelpTitle title, void *data);
/* Where its links lead; free with g_strfreev(). */
char **nb_ui_help_inline_list_links (const char *text);
/* Whether every key in it is one that there is. */
gboolean nb_ui_help_inline_has_keys (const char *text);
/* @text without a mark in it. Free with g_free(). */
char *nb_ui_help_inline_quote (const char *text);
/* The key that @name, an action or a key, stands for, in words; NULL where there is none. Free with g_free(). */
char *nb_ui_help_inline_dup_key (const char *name);

G_END_DECLS
