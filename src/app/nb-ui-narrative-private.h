/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-figures-pane.h"
#include "nb-ui-find-bar.h"
#include "nb-ui-narrative-view.h"
#include "nb-ui-outline.h"
#include "nb-ui-sentence-list.h"
#include "nb-ui-text-findings.h"

G_BEGIN_DECLS

struct _NbUiNarrativeView
{
  GtkWidget parent_instance;
  NbUiReview *review;
  NbUiTextBinding *binding;
  NbUiTextFindings *findings;
  NbUiOutline *outline;
  NbUiFindBar *find_bar;
  NbUiFiguresPane *figures;
  NbUiSentenceList *sentences; /* NULL until one compares */
  guint scroll_tick;
  guint zoom; /* index of the size of the text (nb-ui-narrative-look.c) */
  gboolean undisturbed;
  guint count_source;
  GCancellable *counting; /* of the pages, or NULL */
  guint marking_source;
  GtkTextTag *unchanged;

  GtkWidget *tools;
  GtkLabel *title;
  GtkWidget *outline_button;
  AdwFlap *outline_flap;
  AdwClamp *outline_place;
  AdwFlap *figures_flap;
  AdwBin *figures_place;
  GtkWidget *compare_button;
  GtkStack *stack;
  AdwBin *compare_place;
  AdwBin *find_place;
  AdwClampScrollable *clamp;
  GtkTextView *text;
  GtkImage *finding_icon;
  GtkLabel *finding;
  GtkWidget *finding_button;
  GtkLabel *count;
};

/* Install what changes the text: moving, counting on, dividing (nb-ui-narrative-edit.c). */
void nb_ui_narrative_view_install_edits (GtkWidgetClass *widget_class);
/* Install how the text looks: zoom, typeface, all of the screen (nb-ui-narrative-look.c). */
void nb_ui_narrative_view_install_look (GtkWidgetClass *widget_class);
/* Leaves the mode that fills the screen; FALSE: it was not on. */
gboolean nb_ui_narrative_view_leave_undisturbed (NbUiNarrativeView *view);
/* Follows how much there is of the text (nb-ui-narrative-count.c). */
void nb_ui_narrative_view_begin_counting (NbUiNarrativeView *view);
void nb_ui_narrative_view_end_counting (NbUiNarrativeView *view);
/* Install what looks at last year's text (nb-ui-narrative-compare.c). */
void nb_ui_narrative_view_install_comparing (GtkWidgetClass *widget_class);
void nb_ui_narrative_view_begin_comparing (NbUiNarrativeView *view);
void nb_ui_narrative_view_end_comparing (NbUiNarrativeView *view);
/* Last year's text of the field, NULL where none is known (borrowed). */
NbText *nb_ui_narrative_view_get_last_year (NbUiNarrativeView *view);

G_END_DECLS
