/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page-list.h"

G_BEGIN_DECLS

/* From a point on paper to a place in the report, and back. */
typedef struct
{
  const char *field;
  guint paragraph;
  guint offset; /* code points */
} NbPagePlace;

/* What stands at @x, @y (µm) on @page: the field in whose value, label or room the point is, and in running
 * text the gap between characters that is nearest. A value that paper spells in its own way is at offset 0.
 * FALSE where there is no field. @place->field belongs to @list. */
gboolean
nb_page_list_find_place (const NbPageList *list, guint page, int x, int y, NbPagePlace *place);

/* Where a cursor in @place stands: @page, of those that show the field there the one nearest to what it says
 * before, and @cursor, as high as the characters and of no width. FALSE where no page shows characters of the
 * field up to there. */
gboolean
nb_page_list_locate (const NbPageList *list, const NbPagePlace *place, guint *page, NbRect *cursor);

/* The room that the value of @field has, empty or not, @page as above. FALSE where it has none. */
gboolean
nb_page_list_find_room (const NbPageList *list, const char *field, guint *page, NbRect *room);

/* The field whose value stands after (@step 1) or before (-1) that of @field on @page, in the order of the paper, and
 * its page; the same where it is the last one. From elsewhere (@field NULL or not there): the first on @page or
 * after it, or the last before. A value that goes on on further pages counts once. NULL where there is none. */
const char *nb_page_list_step (const NbPageList *list, const char *field, guint *page, int step);

G_END_DECLS
