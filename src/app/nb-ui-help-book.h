/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-job.h"
#include "nb-ui-help-page.h"

G_BEGIN_DECLS

/* All pages of help: those of data/help, and those made from an edition of the form and a registry: a page
 * "rule-ID" for every rule, and behind the prose of the page "section-ID" its fields. */
typedef struct _NbUiHelpBook NbUiHelpBook;

/* @form and @registry are those of the report that one works on; @registry is one of @catalog. */
NbUiHelpBook *nb_ui_help_book_new (NbCatalog *catalog, NbForm *form, const NbRegistry *registry);
void nb_ui_help_book_free (NbUiHelpBook *book);

/* Whether it was made for them. */
gboolean
nb_ui_help_book_is_for (NbUiHelpBook *book, const NbForm *form, const NbRegistry *registry);

/* In the order of the contents. Pages are borrowed, and as old as the book. */
guint nb_ui_help_book_get_n_pages (NbUiHelpBook *book);
NbUiHelpPage *nb_ui_help_book_get_page (NbUiHelpBook *book, guint index);
/* @link: a page's id, "#" and an anchor may follow. NULL for none. */
NbUiHelpPage *nb_ui_help_book_lookup (NbUiHelpBook *book, const char *link);
/* The title of a page, NULL where there is none: an NbUiHelpTitle for @book. */
const char *nb_ui_help_book_get_title (const char *page, void *book);
/* The groups of the contents, by the number that pages have. */
const char *nb_ui_help_book_get_group (NbUiHelpBook *book, guint group);

/* What a page says, for a search and for a reader: line by line. Free with g_free(). */
char *nb_ui_help_book_dup_text (NbUiHelpBook *book, const NbUiHelpPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbUiHelpBook, nb_ui_help_book_free)

G_END_DECLS
