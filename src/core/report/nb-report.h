/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nb-field.h"
#include "nb-report-data.h"

G_BEGIN_DECLS

/* A report that is being edited: a GListModel of NbField, in the order of its form, one undo stack.
 * Belongs to the thread that made it. */
#define NB_TYPE_REPORT (nb_report_get_type ())
G_DECLARE_FINAL_TYPE (NbReport, nb_report, NB, REPORT, GObject)

typedef struct
{
  guint paragraph;
  guint offset; /* code points */
} NbPosition;

/* Signals:
 * "spliced" (const char *field, guint paragraph, guint removed, guint added): @removed paragraphs
 *   from @paragraph on were replaced by @added ones (1, 1 for a key stroke).
 * "changed" (): anything at all changed; once per command, after its "spliced".
 * Properties "modified", "can-undo", "can-redo", "registry": notify. */

/* An empty report (revision 1). */
NbReport *nb_report_new (NbForm *form, const char *registry);
/* A report with the content of @data, unmodified, nothing to undo. */
NbReport *nb_report_new_from_data (const NbReportData *data);
/* Frozen: cheap, paragraphs are shared. */
NbReportData *nb_report_freeze (NbReport *report);

NbForm *nb_report_get_form (NbReport *report);                         /* borrowed */
NbField *nb_report_lookup_field (NbReport *report, const char *field); /* borrowed or NULL */
const char *nb_report_get_registry (NbReport *report);

/* The one door in: replaces [@from, @to) of @field by @text, where LF is the only paragraph break.
 * Refuses, changing nothing (NB_ERROR_ARGUMENT): an unknown field, places outside the text, text that
 * is not UTF-8 or that XML 1.0 cannot hold (CR too), a line break in a field of any type but long, more
 * than NB_LIMIT_LINE code points there. A replacement by the same text is no change and no command. */
gboolean nb_report_splice (NbReport *report,
                           const char *field,
                           NbPosition from,
                           NbPosition to,
                           const char *text,
                           GError **error);

/* Splices the difference between the field's text and @text. */
gboolean nb_report_set_text (NbReport *report, const char *field, const char *text, GError **error);
gboolean nb_report_set_registry (NbReport *report, const char *registry, GError **error);
/* Answers a warning of @rule in @field (NULL: about the report as a whole) with @digest (NbAnswer); a NULL or
 * empty @text withdraws the answer, with a NULL @digest all of that rule and field. For a finding at
 * hand there is nb_finding_set_answer(). */
gboolean nb_report_set_answer (NbReport *report,
                               const char *rule,
                               const char *field,
                               const char *digest,
                               const char *text,
                               GError **error);
/* Notes a paper that is filed with the report. NB_ERROR_ARGUMENT for a name that XML cannot hold. */
gboolean nb_report_add_attachment (NbReport *report,
                                   const char *kind,
                                   const char *name,
                                   gint64 size,
                                   const char *sha256,
                                   GError **error);
/* Takes the attachment at @index (of nb_report_data_get_attachment()) out. NB_ERROR_ARGUMENT where there
 * is none. */
gboolean nb_report_remove_attachment (NbReport *report, guint index, GError **error);
/* Everything of @data in one command (import, roll forward). Must be of the same form. */
gboolean nb_report_replace (NbReport *report, const NbReportData *data, GError **error);

/* Typing is merged into one command while it goes on in one field at adjoining places; call this when it
 * pauses or focus leaves, so that the next key begins another command. */
void nb_report_pause (NbReport *report);
/* What is done between these is one command; they nest. */
void nb_report_begin_group (NbReport *report);
void nb_report_end_group (NbReport *report);

gboolean nb_report_can_undo (NbReport *report);
gboolean nb_report_can_redo (NbReport *report);
/* Return the field the change was in (borrowed), NULL for the report as a whole or nothing to do. */
const char *nb_report_undo (NbReport *report);
const char *nb_report_redo (NbReport *report);

/* Whether the report differs from the last save in its history; undoing back to it makes it unmodified. */
gboolean nb_report_get_modified (NbReport *report);
void nb_report_set_saved (NbReport *report);

G_END_DECLS
