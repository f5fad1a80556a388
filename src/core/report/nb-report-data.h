/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form.h"
#include "nb-import-record.h"
#include "nb-text.h"
#include "nb-value.h"

G_BEGIN_DECLS

/* A frozen report: everything of report, opinion and registration, with its form. Immutable,
 * atomically counted; paragraphs are shared with the report it came from. */
typedef struct _NbReportData NbReportData;

/* Why a warning stands. */
typedef struct
{
  char *rule;
  char *field; /* NULL: the warning is about the report as a whole */
  char *
      digest; /* SHA-256 of the paragraphs it answers, joined by LF; without a field, of what else the
                 * warning is about (nb_finding_dup_digest()); hex */
  char *text;
} NbAnswer;

typedef struct
{
  char *kind;
  char *name;
  gint64 size;
  char *sha256;
  char *
      content; /* nb_report_data_dup_content() when it was attached, or NULL: a scan of paper may be older than
                  * the text */
} NbAttachment;

/* The sponsor's secrecy review. */
typedef struct
{
  char *sentence;
  char *person;
  NbDate date;
} NbOpinion;

/* The registry's remark. */
typedef struct
{
  char *remark;
  gboolean accepted; /* else returned */
  NbDate date;
} NbRegistration;

NbReportData *nb_report_data_ref (NbReportData *data);
void nb_report_data_unref (NbReportData *data);

NbForm *nb_report_data_get_form (const NbReportData *data);         /* borrowed */
const char *nb_report_data_get_registry (const NbReportData *data); /* id */
guint nb_report_data_get_revision (const NbReportData *data);
/* The digest of fields.xml the report was made with; may differ from the installed edition's. */
const char *nb_report_data_get_digest (const NbReportData *data);

/* Borrowed; @field must be known. */
NbText *nb_report_data_get_text (const NbReportData *data, const char *field);
const NbValue *nb_report_data_get_value (const NbReportData *data, const char *field);
/* The value of the first field of @type in the form, NULL where it has none of that type. */
const NbValue *nb_report_data_lookup_value (const NbReportData *data, NbFieldType type);
/* What paper, portal and CSV show: the canonical value, for text types the text with LF between
 * paragraphs, "" where it cannot be read. Free with g_free(). */
char *nb_report_data_dup_canonical (const NbReportData *data, const char *field);

/* The SHA-256 of what all fields say on paper, so that one knows whether that was changed; hex. However it was
 * typed counts for nothing. Free with g_free(). */
char *nb_report_data_dup_content (const NbReportData *data);

guint nb_report_data_get_n_answers (const NbReportData *data);
const NbAnswer *nb_report_data_get_answer (const NbReportData *data, guint index);
guint nb_report_data_get_n_attachments (const NbReportData *data);
const NbAttachment *nb_report_data_get_attachment (const NbReportData *data, guint index);
const NbImportRecord *nb_report_data_get_import (const NbReportData *data);       /* or NULL */
const NbOpinion *nb_report_data_get_opinion (const NbReportData *data);           /* or NULL */
const NbRegistration *nb_report_data_get_registration (const NbReportData *data); /* or NULL */

/* Makes report data: new, set what there is, finish. Fields not set are empty. */
typedef struct _NbReportDataBuilder NbReportDataBuilder;

NbReportDataBuilder *nb_report_data_builder_new (NbForm *form);
/* Starts from a copy of @data. */
NbReportDataBuilder *nb_report_data_builder_new_from (const NbReportData *data);
void nb_report_data_builder_free (NbReportDataBuilder *builder);
void nb_report_data_builder_set_registry (NbReportDataBuilder *builder, const char *registry);
void nb_report_data_builder_set_revision (NbReportDataBuilder *builder, guint revision);
void nb_report_data_builder_set_digest (NbReportDataBuilder *builder, const char *digest);
/* Refuses, with NB_ERROR_INVALID, what nb_report_splice() would refuse. */
gboolean nb_report_data_builder_set_text (NbReportDataBuilder *builder,
                                          const char *field,
                                          NbText *text,
                                          GError **error);
void nb_report_data_builder_add_answer (NbReportDataBuilder *builder,
                                        const char *rule,
                                        const char *field,
                                        const char *digest,
                                        const char *text);
/* Takes back the answers to @rule in @field (or NULL): the one with @digest, with NULL all. */
void nb_report_data_builder_remove_answers (NbReportDataBuilder *builder,
                                            const char *rule,
                                            const char *field,
                                            const char *digest);
void nb_report_data_builder_add_attachment (NbReportDataBuilder *builder,
                                            const char *kind,
                                            const char *name,
                                            gint64 size,
                                            const char *sha256,
                                            const char *content);
/* FALSE where there is no attachment at @index. */
gboolean nb_report_data_builder_remove_attachment (NbReportDataBuilder *builder, guint index);
void nb_report_data_builder_set_import (NbReportDataBuilder *builder, NbImportRecord *record);
void nb_report_data_builder_set_opinion (NbReportDataBuilder *builder,
                                         const char *sentence,
                                         const char *person,
                                         NbDate date);
void nb_report_data_builder_set_registration (NbReportDataBuilder *builder,
                                              const char *remark,
                                              gboolean accepted,
                                              NbDate date);
/* Without answers, attachments, import record (each as the flag says), opinion and registration. */
void nb_report_data_builder_clear_answers (NbReportDataBuilder *builder);
void nb_report_data_builder_clear_parts (NbReportDataBuilder *builder);
/* Frees @builder. */
NbReportData *nb_report_data_builder_finish (NbReportDataBuilder *builder);

/* One field that differs. */
typedef struct
{
  const char *field; /* borrowed from the form */
  char *a;           /* canonical, as nb_report_data_dup_canonical(), or typed where unreadable */
  char *b;
} NbFieldChange;
/* The fields in which @a and @b differ, in the order of the form: array of owned NbFieldChange.
 * Both must be of one edition. */
GPtrArray *nb_report_data_diff (const NbReportData *a, const NbReportData *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbReportData, nb_report_data_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbReportDataBuilder, nb_report_data_builder_free)

G_END_DECLS
