/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-paper-desk.h"
#include "nb-ui-paper-sheet.h"

G_BEGIN_DECLS

/* What nb-ui-paper-desk-input.c needs of a desk. */

struct _NbUiPaperDesk
{
  GtkWidget parent_instance;
  NbUiPaper *paper;
  GtkAdjustment *vertical; /* borrowed from the scrolled window */
  GPtrArray *sheets;       /* borrowed NbUiPaperSheet, one a page */
  int width;               /* of a sheet, or 0 */
  int shown_width;         /* of the first sheet */
  guint serial;            /* of the pages that there are */
  guint page;
  char *field; /* of the place that is marked, or NULL */
  NbPosition position;
  guint marked_page;
  gboolean scroll; /* the place is to be brought into sight */
  double middle;   /* of all sheets what is to stand in the middle, below 0: what does */
  guint source;    /* the next update */
};

/* Between two sheets, pixels. */
#define NB_UI_PAPER_SPACING 12

/* Top and bottom of a sheet on the desk. */
void nb_ui_paper_desk_get_extent (NbUiPaperDesk *desk, guint page, double *top, double *bottom);
/* Whether anybody listens to "activated"; emits it. */
gboolean nb_ui_paper_desk_leads_somewhere (NbUiPaperDesk *desk);
void nb_ui_paper_desk_activate (NbUiPaperDesk *desk, const NbPagePlace *place);

/* What a click at that point of the desk does. */
void nb_ui_paper_desk_click (NbUiPaperDesk *desk, double x, double y);

/* Keys and pointer (nb-ui-paper-desk-input.c). */
void nb_ui_paper_desk_install_keys (GtkWidgetClass *widget_class);
void nb_ui_paper_desk_follow_pointer (NbUiPaperDesk *desk);

G_END_DECLS
