/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An item of the checklist before filing: whether it is done, what it is, and what belongs under it. */
#define NB_UI_TYPE_FILING_ITEM (nb_ui_filing_item_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFilingItem, nb_ui_filing_item, NB_UI, FILING_ITEM, GtkWidget)

/* @state: a word for how far it is. */
GtkWidget *nb_ui_filing_item_new (gboolean done, const char *state, const char *text);
/* What a reader is told of it as a whole. */
const char *nb_ui_filing_item_get_name (NbUiFilingItem *item);
void nb_ui_filing_item_add (NbUiFilingItem *item, GtkWidget *child);
void nb_ui_filing_item_add_note (NbUiFilingItem *item, const char *note);

G_END_DECLS
