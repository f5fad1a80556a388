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

guint nb_metrics_get_advance (const NbMetrics *metrics, gunichar c);
gboolean nb_metrics_may_start_line (const NbMetrics *metrics, gunichar c);
gboolean nb_metrics_may_end_line (const NbMetrics *metrics, gunichar c);

/* One line of a paragraph. */
typedef struct
{
  guint start; /* code points in the paragraph */
  guint end;   /* half-open */
  gsize from;  /* the same places in bytes */
  gsize to;
  int width; /* µm, without a space that hangs at the end */
} NbLine;

/* Breaks @paragraph into lines of at most @width µm set at @em µm, the first one indented by
 * @indent µm, and appends NbLine to @lines (at least one). Han breaks anywhere the two sets allow,
 * Latin words and figures hold together (a figure with the %, unit or decimals that follow it) and
 * are cut where they are wider than a line. Linear in the text; no character is ever left out. */
void nb_text_break_lines (const NbParagraph *paragraph,
                          const NbMetrics *metrics,
                          int em,
                          int width,
                          int indent,
                          GArray *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbMetrics, nb_metrics_free)

G_END_DECLS
