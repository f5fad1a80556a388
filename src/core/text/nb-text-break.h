/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* What a line breaker needs to know of characters, in whole micrometres and per mille of an em; no
 * font. Immutable once made. */
typedef struct _NbMetrics NbMetrics;

/* The metric table of an edition: @line_start characters may not begin a line, @line_end ones may
 * not end one (UTF-8 strings). Widths are added with nb_metrics_set_advance() before first use. */
NbMetrics *nb_metrics_new (const char *line_start, const char *line_end);
void nb_metrics_free (NbMetrics *metrics);

/* @characters (UTF-8) are @per_mille of an em wide. Combining marks are 0, all others 1000. */
void nb_metrics_set_advance (NbMetrics *metrics, const char *characters, guint per_mille);
/* Marks whose em is empty in its first half (@before: opening brackets), or in its second (@after:
 * commas, closing brackets). Of two that stand side by side one gives its empty half up, and the last
 * of a line may let its own hang out. */
void nb_metrics_set_blanks (NbMetrics *metrics, const char *before, const char *after);
/* @words, divided by spaces, stay on the line of a figure that they follow: 5期, 12.79万元, 60余人次. */
void nb_metrics_set_units (NbMetrics *metrics, const char *words);

/* Per mille of an em that @c takes for itself. */
guint nb_metrics_get_advance (const NbMetrics *metrics, gunichar c);
/* By how much of an em, in per mille, @after begins inside @before where it stands beside it. */
guint nb_metrics_get_overlap (const NbMetrics *metrics, gunichar before, gunichar after);
/* How much of @c is empty at its end, per mille of an em. */
guint nb_metrics_get_blank_after (const NbMetrics *metrics, gunichar c);
/* Behind the longest unit that @text begins with; @text itself where it begins with none. */
const char *nb_metrics_skip_unit (const NbMetrics *metrics, const char *text);
gboolean nb_metrics_may_start_line (const NbMetrics *metrics, gunichar c);
gboolean nb_metrics_may_end_line (const NbMetrics *metrics, gunichar c);

/* One line of a paragraph. */
typedef struct
{
  guint start; /* code points in the paragraph */
  guint end;   /* half-open */
  gsize from;  /* the same places in bytes */
  gsize to;
  int width; /* µm, without what hangs out at the end: spaces, the empty half of a mark */
} NbLine;

/* Breaks @paragraph into lines of at most @width µm set at @em µm, the first one indented by
 * @indent µm, and appends NbLine to @lines (at least one). Han breaks anywhere the two sets allow,
 * Latin words and figures hold together (a figure with the units that follow it) and are cut where
 * they are wider than a line. Linear in the text; no character is ever left out. */
void nb_text_break_lines (const NbParagraph *paragraph,
                          const NbMetrics *metrics,
                          int em,
                          int width,
                          int indent,
                          GArray *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbMetrics, nb_metrics_free)

G_END_DECLS
