/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-help-book.h"

G_BEGIN_DECLS

typedef struct
{
  NbUiHelpPage *page; /* borrowed from the book */
  char *excerpt;      /* a line of it, in markup of Pango with what was found in bold; or NULL */
  guint score;
} NbUiHelpHit;

/* The pages that hold every word of @words, the best first: in the title before in the text, as it stands
 * before piece by piece. Width and case do not count, and nothing has to divide Chinese words: 开办资金变动 also
 * finds a page on which 开办资金 has a 变动. Array of NbUiHelpHit, free with g_ptr_array_unref(). */
GPtrArray *nb_ui_help_search (NbUiHelpBook *book, const char *words);

G_END_DECLS
