/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-job.h"

G_BEGIN_DECLS

/* A report that is open in the editor: the report itself, the checker that follows it, and its place on
 * disk. Knows no widget.
 *
 * Properties "path", "findings" (of both stages), "modified", "previous", "verdict": notify.
 * Signal "checked" (): the findings are those of the report as it is now; "findings" notifies only when typing
 * rests.
 * Signal "remark" (const char *sentence): something a person should be told in passing. */
#define NB_UI_TYPE_DOCUMENT (nb_ui_document_get_type ())
G_DECLARE_FINAL_TYPE (NbUiDocument, nb_ui_document, NB_UI, DOCUMENT, GObject)

typedef struct _NbUiHandingIn NbUiHandingIn;

/* @job must outlive the document; @path NULL: not on disk yet. A document that is @read_only (signed)
 * refuses every change. */
NbUiDocument *
nb_ui_document_new (NbJob *job, const NbReportData *data, const char *path, gboolean read_only);

/* A document that is not on disk yet and holds @data; undoing its first step leaves an empty report. */
NbUiDocument *nb_ui_document_new_filled (NbJob *job, const NbReportData *data);

/* Reads and parses @path in a thread: a report file, or a published table, which becomes a document that
 * is not on disk yet and follows @registry. */
void nb_ui_document_open_async (NbJob *job,
                                const char *path,
                                const char *registry,
                                GAsyncReadyCallback callback,
                                void *user_data);
NbUiDocument *nb_ui_document_open_finish (GAsyncResult *result, GError **error);

/* What happens to a file in which somebody else has put another version since it was read or written
 * here. */
typedef enum
{
  NB_UI_SAVE_IF_SAME, /* it stays, and saving ends with G_IO_ERROR_WRONG_ETAG */
  NB_UI_SAVE_KEEPING, /* it is kept under another name beside ours */
  NB_UI_SAVE_REPLACE, /* it was chosen to be replaced */
} NbUiSaving;

/* Writes what the report is now to @path in a thread; when it is done @path is the document's. Typing
 * may go on meanwhile: what was typed after the call stays unsaved. @kept (optional): the name under
 * which another version was kept, or NULL; free with g_free(). */
void nb_ui_document_save_async (NbUiDocument *document,
                                const char *path,
                                NbUiSaving saving,
                                GAsyncReadyCallback callback,
                                void *user_data);
gboolean nb_ui_document_save_finish (NbUiDocument *document,
                                     GAsyncResult *result,
                                     char **kept,
                                     GError **error);

/* Whether the document's file holds another version than the one read or written last. */
void
nb_ui_document_look_async (NbUiDocument *document, GAsyncReadyCallback callback, void *user_data);
gboolean nb_ui_document_look_finish (NbUiDocument *document, GAsyncResult *result);
/* Takes what stands in the file now as one command, so that undoing brings back what was typed here. */
void
nb_ui_document_reload_async (NbUiDocument *document, GAsyncReadyCallback callback, void *user_data);
gboolean
nb_ui_document_reload_finish (NbUiDocument *document, GAsyncResult *result, GError **error);

/* Everything of @data, which is of the same form, as one command. */
void nb_ui_document_replace (NbUiDocument *document, const NbReportData *data);

NbJob *nb_ui_document_get_job (NbUiDocument *document);              /* borrowed */
NbReport *nb_ui_document_get_report (NbUiDocument *document);        /* borrowed */
NbFindingList *nb_ui_document_get_findings (NbUiDocument *document); /* borrowed */
const char *nb_ui_document_get_path (NbUiDocument *document);        /* or NULL */
const char *nb_ui_document_get_version (NbUiDocument *document); /* of its file: SHA-256, or NULL */
/* What stands in its file, as it was read or written last; NULL without a file. Borrowed. */
GBytes *nb_ui_document_get_bytes (NbUiDocument *document);
/* What was found of the signatures in those bytes; NULL where it is not signed. Borrowed until "verdict"
 * notifies. */
const NbVerdict *nb_ui_document_get_verdict (NbUiDocument *document);
/* Verifies the signatures again in a thread, with whom is trusted now. */
void nb_ui_document_verify (NbUiDocument *document);

/* Who signs what with which key. */
typedef struct
{
  char *key_path; /* PKCS#12 */
  char *secret;   /* its passphrase, from nb_job_dup_secret() */
  NbRole role;
  char *payload; /* what comes with the signature, or NULL: nb_job_format_opinion() … */
} NbUiSigning;
void nb_ui_signing_free (NbUiSigning *signing); /* wipes the passphrase */

/* Signs what stands in the document's file, in a thread, and replaces the file by the signed one; @signing is
 * taken. A file that somebody else changed stays: G_IO_ERROR_WRONG_ETAG. Key trouble is NB_ERROR_KEY with the
 * reasons of nb-identity.h, or "key-unreadable" where the key's file cannot be read. */
void nb_ui_document_sign_async (NbUiDocument *document,
                                NbUiSigning *signing,
                                GAsyncReadyCallback callback,
                                void *user_data);
/* The signed report as a document of its own, which may not be changed. Of what was signed and could not be written
 * (NB_ERROR_WRITE) @unwritten receives the bytes, else NULL: nb_ui_document_keep_signed_async(). */
NbUiDocument *nb_ui_document_sign_finish (NbUiDocument *document,
                                          GAsyncResult *result,
                                          GBytes **unwritten,
                                          GError **error);
/* Writes @signed_bytes, what was signed of @document, to @path instead; nb_ui_document_sign_finish() ends it. */
void nb_ui_document_keep_signed_async (NbUiDocument *document,
                                       GBytes *signed_bytes,
                                       const char *path,
                                       GAsyncReadyCallback callback,
                                       void *user_data);

gboolean nb_ui_document_get_read_only (NbUiDocument *document);
gboolean nb_ui_document_get_modified (NbUiDocument *document);
/* The registry whose rules, phrases and papers count; borrowed, never NULL. */
const NbRegistry *nb_ui_document_get_registry (NbUiDocument *document);

/* Last year's report, to compare with and to take values from; NULL: none is known. */
const NbReportData *nb_ui_document_get_previous (NbUiDocument *document); /* borrowed */
void nb_ui_document_set_previous (NbUiDocument *document, const NbReportData *previous);
/* The registered facts that the report is compared with; NULL: none are known. */
void nb_ui_document_set_facts (NbUiDocument *document, const NbFacts *facts);

/* How far it has got on its way to the registry. Borrowed. */
NbUiHandingIn *nb_ui_document_get_handing_in (NbUiDocument *document);

/* What the report is compared with; everything in it is borrowed. */
void nb_ui_document_get_context (NbUiDocument *document, NbCheckContext *out);

/* FALSE for a signed report, and while an input method composes. */
gboolean nb_ui_document_can_change (NbUiDocument *document);

/* Changes that come from no keyboard. They do nothing while an input method composes in any field,
 * since a text that changes under an open composition is torn. Undo and redo return the field where
 * the change was (borrowed) or NULL. */
const char *nb_ui_document_undo (NbUiDocument *document);
const char *nb_ui_document_redo (NbUiDocument *document);
gboolean nb_ui_document_fix (NbUiDocument *document, NbFinding *finding, GError **error);
/* Makes the fixes of all findings of @rules (NULL-ended) as one command; @n receives how many were made. */
gboolean
nb_ui_document_fix_all (NbUiDocument *document, const char *const *rules, guint *n, GError **error);
/* Makes @edits (of NbTextEdit) in @field as one command. */
gboolean nb_ui_document_make_edits (NbUiDocument *document,
                                    const char *field,
                                    const GPtrArray *edits,
                                    GError **error);
/* Replaces what stands from one place of @field to another as one command. */
gboolean nb_ui_document_replace_range (NbUiDocument *document,
                                       const char *field,
                                       NbPosition from,
                                       NbPosition to,
                                       const char *text,
                                       GError **error);
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

/* Notes the file @path as a paper of @kind (NbPaper) that is filed with the report, once a thread has read it; what
 * goes wrong is a remark. */
void nb_ui_document_attach (NbUiDocument *document, const char *kind, const char *path);
/* Takes back what was noted at @index (of nb_report_data_get_attachment()); the file itself stays. */
void nb_ui_document_detach (NbUiDocument *document, guint index);

/* An editor says that a composition opened or ended in it; each call with TRUE needs one with FALSE. */
void nb_ui_document_set_composing (NbUiDocument *document, gboolean composing);

gboolean nb_ui_document_is_composing (NbUiDocument *document);

/* Checks now instead of a moment after the last change. */
void nb_ui_document_check (NbUiDocument *document);
/* Whoever shows findings where they are made wants them in the next frame: while somebody does, every change is
 * checked at once as long as that is quick. Each call with TRUE needs one with FALSE. */
void nb_ui_document_set_prompt (NbUiDocument *document, gboolean prompt);

void nb_ui_document_remark (NbUiDocument *document, const char *sentence);

G_END_DECLS
