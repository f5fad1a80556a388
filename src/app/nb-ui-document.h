/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-job.h"

G_BEGIN_DECLS

/* A report that is open in the editor: the report itself, the checker that follows it, and its place on
 * disk. Knows no widget.
 *
 * Properties "path", "findings" (of both stages), "modified", "previous": notify.
 * Signal "remark" (const char *sentence): something a person should be told in passing. */
#define NB_UI_TYPE_DOCUMENT (nb_ui_document_get_type ())
G_DECLARE_FINAL_TYPE (NbUiDocument, nb_ui_document, NB_UI, DOCUMENT, GObject)

/* @job must outlive the document; @path NULL: not on disk yet. A document that is @read_only (signed)
 * refuses every change. */
NbUiDocument *
nb_ui_document_new (NbJob *job, const NbReportData *data, const char *path, gboolean read_only);

/* Reads and parses in a thread. */
void nb_ui_document_open_async (NbJob *job,
                                const char *path,
                                GAsyncReadyCallback callback,
                                void *user_data);
NbUiDocument *nb_ui_document_open_finish (GAsyncResult *result, GError **error);

/* Writes what the report is now to @path in a thread; when it is done @path is the document's. Typing
 * may go on meanwhile: what was typed after the call stays unsaved. */
void nb_ui_document_save_async (NbUiDocument *document,
                                const char *path,
                                GAsyncReadyCallback callback,
                                void *user_data);
gboolean nb_ui_document_save_finish (NbUiDocument *document, GAsyncResult *result, GError **error);

NbReport *nb_ui_document_get_report (NbUiDocument *document);        /* borrowed */
NbFindingList *nb_ui_document_get_findings (NbUiDocument *document); /* borrowed */
const char *nb_ui_document_get_path (NbUiDocument *document);        /* or NULL */
gboolean nb_ui_document_get_read_only (NbUiDocument *document);
gboolean nb_ui_document_get_modified (NbUiDocument *document);
/* The registry whose rules, phrases and papers count; borrowed, never NULL. */
const NbRegistry *nb_ui_document_get_registry (NbUiDocument *document);

/* Last year's report, to compare with and to take values from; NULL: none is known. */
const NbReportData *nb_ui_document_get_previous (NbUiDocument *document); /* borrowed */
void nb_ui_document_set_previous (NbUiDocument *document, const NbReportData *previous);
/* The registered facts that the report is compared with; NULL: none are known. */
void nb_ui_document_set_facts (NbUiDocument *document, const NbFacts *facts);

/* FALSE for a signed report, and while an input method composes. */
gboolean nb_ui_document_can_change (NbUiDocument *document);

/* Changes that come from no keyboard. They do nothing while an input method composes in any field,
 * since a text that changes under an open composition is torn. Undo and redo return the field where
 * the change was (borrowed) or NULL. */
const char *nb_ui_document_undo (NbUiDocument *document);
const char *nb_ui_document_redo (NbUiDocument *document);
gboolean nb_ui_document_fix (NbUiDocument *document, NbFinding *finding, GError **error);
/* Puts @text into @field as one command. */
gboolean nb_ui_document_set_text (NbUiDocument *document,
                                  const char *field,
                                  const char *text,
                                  GError **error);
/* Answers a warning; NULL @text takes the answer back. */
gboolean nb_ui_document_answer (NbUiDocument *document,
                                NbFinding *finding,
                                const char *text,
                                GError **error);

/* An editor says that a composition opened or ended in it; each call with TRUE needs one with FALSE. */
void nb_ui_document_set_composing (NbUiDocument *document, gboolean composing);

/* Checks now instead of a moment after the last change. */
void nb_ui_document_check (NbUiDocument *document);

void nb_ui_document_remark (NbUiDocument *document, const char *sentence);

G_END_DECLS
