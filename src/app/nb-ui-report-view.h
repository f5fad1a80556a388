/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-content.h"

G_BEGIN_DECLS

/* A report on the screen: the list of sections, the form, and a side with one of several panes, such as the
 * findings. Where there is no room for all of them, list and side lie over the form.
 *
 * Properties "sections-shown", "findings-shown", "paper-shown" (gboolean): can be
 * set. */
#define NB_UI_TYPE_REPORT_VIEW (nb_ui_report_view_get_type ())
G_DECLARE_FINAL_TYPE (NbUiReportView, nb_ui_report_view, NB_UI, REPORT_VIEW, GtkWidget)

GtkWidget *nb_ui_report_view_new (NbUiDocument *document);
NbUiFormView *nb_ui_report_view_get_form_view (NbUiReportView *view); /* borrowed */
NbUiContent *nb_ui_report_view_get_content (NbUiReportView *view);    /* borrowed */
NbUiReview *nb_ui_report_view_get_review (NbUiReportView *view);      /* borrowed */

/* Whether the sections are to stand beside the form where there is room. */
gboolean nb_ui_report_view_wants_sections (NbUiReportView *view);
/* Checks everything and says what was found. */
void nb_ui_report_view_check (NbUiReportView *view);
/* Shows the checklist before filing. */
void nb_ui_report_view_show_filing (NbUiReportView *view);
/* Puts the cursor on the next finding without an answer (@step 1) or the one before (-1), beginning again at
 * the other end. */
void nb_ui_report_view_step (NbUiReportView *view, int step);
/* Puts the cursor into section number @index, counted from 0; nothing happens where there is none. */
void nb_ui_report_view_go_to_section (NbUiReportView *view, guint index);
/* Shows the paper larger (@step 1), smaller (-1) or as wide as there is room (0), where it is on the screen. */
void nb_ui_report_view_zoom (NbUiReportView *view, int step);
/* Whether a pane stands beside the form, and not over it. */
gboolean nb_ui_report_view_has_side (NbUiReportView *view);
/* Moves the focus between the form and what stands at its side, the findings where nothing does. */
void nb_ui_report_view_switch_pane (NbUiReportView *view);

G_END_DECLS
