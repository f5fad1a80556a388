/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NB_UI_HELP_PARAGRAPH,
  NB_UI_HELP_HEADING,
  NB_UI_HELP_STEP,    /* one of a numbered list; a list ends where another kind begins */
  NB_UI_HELP_ITEM,    /* one of a list */
  NB_UI_HELP_LINK,    /* a line of its own that leads to the page "more" */
  NB_UI_HELP_COMMAND, /* to be typed as it stands */
  NB_UI_HELP_EXAMPLE, /* what is wrong; "more": how it would stand, or NULL */
  NB_UI_HELP_KEY,     /* what a key does; "more": its accelerators, divided by spaces */
} NbUiHelpKind;

typedef struct
{
  NbUiHelpKind kind;
  char *
      text; /* in the language of the interface, with the marks of nb-ui-help-inline.h; what is printed,
                   typed or an example, as it stands */
  char *more;   /* or NULL */
  char *anchor; /* a heading to which links lead, or NULL */
} NbUiHelpBlock;

/* A page of help: a title, and blocks one under the other. */
typedef struct
{
  char *id;
  char *title;
  char *keywords; /* searched as if they stood in the title, or NULL */
  guint group;    /* its place in the contents */
  GPtrArray *blocks;
  char *folded_title; /* as searching compares, once it was asked for */
  char *folded_text;
} NbUiHelpPage;

NbUiHelpPage *nb_ui_help_page_new (const char *id, const char *title);
void nb_ui_help_page_free (NbUiHelpPage *page);

/* Adds a block, borrowed; @more may be NULL. */
NbUiHelpBlock *
nb_ui_help_page_add (NbUiHelpPage *page, NbUiHelpKind kind, const char *text, const char *more);
/* As above, the text made by printf. */
NbUiHelpBlock *
nb_ui_help_page_add_printf (NbUiHelpPage *page, NbUiHelpKind kind, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* Whether the text of blocks of @kind has marks. */
gboolean nb_ui_help_kind_has_marks (NbUiHelpKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbUiHelpPage, nb_ui_help_page_free)

G_END_DECLS
