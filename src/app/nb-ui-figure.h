/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "nb-text-figures.h"

G_BEGIN_DECLS

/* A number of a text with its unit, the sentence that it stands in, and last year's number. Property "proved"
 * (gboolean): the person has proved it. */
#define NB_UI_TYPE_FIGURE (nb_ui_figure_get_type ())
G_DECLARE_FINAL_TYPE (NbUiFigure, nb_ui_figure, NB_UI, FIGURE, GObject)

/* @last: last year's text, or NULL. */
NbUiFigure *nb_ui_figure_new (const NbText *text, const NbText *last, const NbTextFigure *figure);
NbSpan nb_ui_figure_get_span (NbUiFigure *figure);
const char *nb_ui_figure_get_words (NbUiFigure *figure); /* "2,180人次" */
const char *nb_ui_figure_get_sentence (NbUiFigure *figure);
const char *nb_ui_figure_get_last (NbUiFigure *figure); /* or NULL */
/* What it is known by while its sentence stays as it is. */
const char *nb_ui_figure_get_key (NbUiFigure *figure);
gboolean nb_ui_figure_get_proved (NbUiFigure *figure);

G_END_DECLS
