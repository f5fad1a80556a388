/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-page-list.h"

G_BEGIN_DECLS

/* A sheet of paper on the screen, white whatever the style: a picture of the page, and over it where one is.
 * Readers get the words of the page. */
#define NB_UI_TYPE_PAPER_SHEET (nb_ui_paper_sheet_get_type ())
G_DECLARE_FINAL_TYPE (NbUiPaperSheet, nb_ui_paper_sheet, NB_UI, PAPER_SHEET, GtkWidget)

GtkWidget *nb_ui_paper_sheet_new (void);
/* The size of the paper, µm. */
void nb_ui_paper_sheet_set_size (NbUiPaperSheet *sheet, int width, int height);
/* How wide it is on the screen, pixels; 0: as wide as there is room. */
void nb_ui_paper_sheet_set_width (NbUiPaperSheet *sheet, int width);
/* @serial: of the pages that it is of; an older picture stays until the next one is there. NULL: none. */
void nb_ui_paper_sheet_set_picture (NbUiPaperSheet *sheet, GdkTexture *picture, guint serial);
/* Whether there is a picture of @serial, and as wide as the sheet is on the screen. */
gboolean nb_ui_paper_sheet_has_picture (NbUiPaperSheet *sheet, guint serial);
/* The width that a picture should have, in pixels of the screen. */
guint nb_ui_paper_sheet_get_wanted_width (NbUiPaperSheet *sheet);
void nb_ui_paper_sheet_set_words (NbUiPaperSheet *sheet, const char *label, const char *text);
/* Marks @rooms (of NbRect), and in them a cursor (NULL: none); µm. */
void nb_ui_paper_sheet_set_marks (NbUiPaperSheet *sheet, GArray *rooms, const NbRect *cursor);

/* From the widget to paper, and back. */
void nb_ui_paper_sheet_get_point (NbUiPaperSheet *sheet, double x, double y, int *left, int *top);
void nb_ui_paper_sheet_get_area (NbUiPaperSheet *sheet, const NbRect *rect, graphene_rect_t *area);

G_END_DECLS
