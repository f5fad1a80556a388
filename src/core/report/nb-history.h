/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-report.h"

G_BEGIN_DECLS

/* What was done to a report, so that it can be undone: commands, each a list of changes. Knows no
 * report: whoever asks for a command carries it out. */
typedef struct _NbHistory NbHistory;

/* One change. A splice in a field, or, where @def is NULL, another frame: everything of a report that
 * is not the text of a field, as immutable data. */
typedef struct
{
  const NbFieldDef *def;
  NbPosition from;
  char *removed;
  char *inserted;
  NbReportData *before;
  NbReportData *after;
} NbChange;

NbHistory *nb_history_new (void);
void nb_history_free (NbHistory *history);

/* Takes note of what was just done; copies what it is given. */
void nb_history_add_splice (NbHistory *history,
                            const NbFieldDef *def,
                            NbPosition from,
                            const char *removed,
                            const char *inserted);
void nb_history_add_frame (NbHistory *history, NbReportData *before, NbReportData *after);
void nb_history_pause (NbHistory *history);
void nb_history_begin_group (NbHistory *history);
void nb_history_end_group (NbHistory *history);
gboolean nb_history_is_grouping (const NbHistory *history);

/* The changes to be taken back (last first) or made again (first first), or NULL: arrays of NbChange,
 * borrowed until the next call. The history counts them as done. */
const GArray *nb_history_undo (NbHistory *history);
const GArray *nb_history_redo (NbHistory *history);
gboolean nb_history_can_undo (const NbHistory *history);
gboolean nb_history_can_redo (const NbHistory *history);

void nb_history_set_saved (NbHistory *history);
gboolean nb_history_is_saved (const NbHistory *history);

/* Where @text ends that begins at @from. */
NbPosition nb_position_after (NbPosition from, const char *text);

G_END_DECLS
