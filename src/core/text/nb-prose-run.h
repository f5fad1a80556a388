/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-prose.h"

G_BEGIN_DECLS

/* One 一是, 二是 … of a run. */
typedef struct
{
  guint paragraph;
  const NbItem *item; /* borrowed from the paragraph */
  guint run;          /* runs are counted from 0 through the text */
} NbRunItem;

/* Finds the runs of items of @kind (NB_ITEM_IS or NB_ITEM_NTH) in @text and appends their NbRunItem in
 * order. A run begins with the first item, or with a first one glued to what stands before it where a
 * second one follows, and ends where the next one begins, and at each heading. Looks at items only. */
void nb_text_list_runs (const NbText *text, NbItemKind kind, GArray *items);

G_END_DECLS
