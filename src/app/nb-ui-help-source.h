/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-help-page.h"

G_BEGIN_DECLS

/* How data/help/README.md describes the files. */

/* What stands in a page where the program has to say it: the keys it has, the papers of a registry. */
typedef void (*NbUiHelpFiller) (NbUiHelpPage *page, const char *what, void *data);

/* The page @bytes holds, in the language of the interface; @name for messages. A file that is not as
 * described is a programming error: there is no page but ours. Free with nb_ui_help_page_free(). */
NbUiHelpPage *
nb_ui_help_source_parse (const char *name, GBytes *bytes, NbUiHelpFiller fill, void *data);

/* The contents: groups of pages, in order. */
typedef struct
{
  char *name; /* in the language of the interface */
  char *rest; /* "sections", "rules": which pages, not listed, stand here too; or NULL */
  char **pages;
} NbUiHelpGroup;

/* Array of NbUiHelpGroup; free with g_ptr_array_unref(). */
GPtrArray *nb_ui_help_source_parse_contents (const char *name, GBytes *bytes);

G_END_DECLS
