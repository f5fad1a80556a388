/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page-list.h"

G_BEGIN_DECLS

/* What the texts of a page are filled with. */
typedef struct
{
  const NbReportData *data;
  const NbPageOptions *options;
  guint sheet; /* from 1; 0 while the sheets are not counted yet */
  guint n_sheets;
  const char *code;       /* of the sheet, or NULL */
  const char *payload;    /* what its QR code says, or NULL */
  const NbPageNote *note; /* that the row stands for, or NULL */
  guint note_number;      /* from 1 */
} NbPageSource;

/* The words of the text box @text, filled in; with @continued, the mark of continuation after them.
 * NULL where there is nothing and the box takes no room (an empty value keeps its empty line).
 * @field (out) is the field whose value they are, or NULL. Owned: nb_text_unref(). */
NbText *nb_page_words_fill (const NbPageSource *source,
                            const NbBoxDef *text,
                            gboolean continued,
                            const char **field);

/* The field that the text box @text is about: whose value it shows, alone or among printed words (@value), or
 * whose label. NULL for none. */
const char *nb_page_words_find_field (NbForm *form, const NbBoxDef *text, gboolean *value);

G_END_DECLS
