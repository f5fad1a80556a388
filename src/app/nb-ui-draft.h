/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-job.h"

G_BEGIN_DECLS

/* What is kept of one document in the state folder, so that nothing is lost when the program ends
 * unasked: a folder with the report, where its file is, and a lock that goes with the process. Atomically
 * counted; every function may be called from any thread. */
typedef struct _NbUiDraft NbUiDraft;

/* Touches no file before the first write. */
NbUiDraft *nb_ui_draft_new (void);
NbUiDraft *nb_ui_draft_ref (NbUiDraft *draft);
void nb_ui_draft_unref (NbUiDraft *draft);

/* The drafts of processes that are gone, oldest first; they belong to this process from now on. Array of
 * owned NbUiDraft. */
GPtrArray *nb_ui_draft_list_left (void);

/* Keeps @data, whose file @path holds (or held) @version; both NULL: it was never saved. Does nothing once
 * the draft was removed. NB_ERROR_WRITE. */
gboolean nb_ui_draft_write (NbUiDraft *draft,
                            NbJob *job,
                            const NbReportData *data,
                            const char *path,
                            const char *version,
                            GError **error);
NbReportData *nb_ui_draft_read (NbUiDraft *draft, NbJob *job, GError **error);
/* Where the draft's file is, or NULL; of a draft that was left. */
const char *nb_ui_draft_get_path (NbUiDraft *draft);
/* When it was written; seconds since 1970. */
gint64 nb_ui_draft_get_time (NbUiDraft *draft);

/* Its report is safe elsewhere or not wanted: what is kept of it goes. The next write begins anew. */
void nb_ui_draft_clear (NbUiDraft *draft);
/* The same for good. */
void nb_ui_draft_remove (NbUiDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbUiDraft, nb_ui_draft_unref)

G_END_DECLS
