/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* What the registry remarked when it returned the report, point by point, each to be ticked when it is done. Takes no
 * room where it returned nothing.
 *
 * Signal "activated" (const char *field): the person wants to go to the field that a point names. */
#define NB_UI_TYPE_REMARK_LIST (nb_ui_remark_list_get_type ())
G_DECLARE_FINAL_TYPE (NbUiRemarkList, nb_ui_remark_list, NB_UI, REMARK_LIST, GtkWidget)

/* May be called once. */
void nb_ui_remark_list_set_document (NbUiRemarkList *list, NbUiDocument *document);
/* How many points there are; @n_done (optional): of which are done. */
guint nb_ui_remark_list_count (NbUiRemarkList *list, guint *n_done);

G_END_DECLS
