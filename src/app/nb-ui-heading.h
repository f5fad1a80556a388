/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "nb-prose.h"

G_BEGIN_DECLS

/* A heading of a text, as the outline lists it. Property "title" (string) notifies. */
#define NB_UI_TYPE_HEADING (nb_ui_heading_get_type ())
G_DECLARE_FINAL_TYPE (NbUiHeading, nb_ui_heading, NB_UI, HEADING, GObject)

NbUiHeading *nb_ui_heading_new (guint paragraph, const NbParagraph *in, const NbItem *item);
guint nb_ui_heading_get_paragraph (NbUiHeading *heading);
guint nb_ui_heading_get_start (NbUiHeading *heading); /* in the paragraph */
NbItemKind nb_ui_heading_get_kind (NbUiHeading *heading);
const char *nb_ui_heading_get_title (NbUiHeading *heading); /* with its number */

/* Another one took its place; the two are of one kind. */
void nb_ui_heading_follow (NbUiHeading *heading, NbUiHeading *other);
/* It stands @by paragraphs further on now. */
void nb_ui_heading_move (NbUiHeading *heading, int by);

G_END_DECLS
