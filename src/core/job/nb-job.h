/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-checker.h"
#include "nb-painter.h"
#include "nb-report.h"
#include "nb-sign.h"

G_BEGIN_DECLS

/* The verbs that both twins share. Only here are files touched by name. An NbJob is made once per process,
 * immutable afterwards and safe to share between threads. */
typedef struct _NbJob NbJob;

/* Initialises libraries, registers the editions, registries and schema; @data_dir (or NULL) adds a folder
 * laid out like data/ (forms/, registries/). */
NbJob *nb_job_new (const char *data_dir, GError **error);
void nb_job_free (NbJob *job);
NbCatalog *nb_job_get_catalog (NbJob *job);

/* @path "-" is standard input or output. Reading stops at NB_LIMIT_FILE. Writing replaces the file
 * atomically and durably; with @exclusive an existing file is NB_ERROR_ARGUMENT. */
GBytes *nb_job_read_file (const char *path, GError **error);
gboolean nb_job_write_file (const char *path, GBytes *bytes, gboolean exclusive, GError **error);

/* Opens a report file (our XML). @bytes (optional) receives what was read; @is_signed whether it has
 * signatures. */
NbReportData *nb_job_open (NbJob *job, const char *path, GBytes **bytes, gboolean *is_signed, GError **error);
/* The same from bytes. */
NbReportData *nb_job_load (NbJob *job, GBytes *bytes, gboolean *is_signed, GError **error);
/* Our XML or a published table: last year's report, or what a user drops on the window. */
NbReportData *nb_job_open_any (NbJob *job, const char *path, gboolean *is_signed, GError **error);
/* @registry NULL: national; unknown: NB_ERROR_ARGUMENT. @paragraphs: restore paragraphs at headings. */
NbReportData *nb_job_import (NbJob *job, GBytes *table, const char *registry, int year, gboolean paragraphs, GError **error);
gboolean nb_job_save (NbJob *job, const NbReportData *data, const char *path, GError **error);

/* The registry of @data, or the one named; falls back to national. */
const NbRegistry *nb_job_get_registry (NbJob *job, const NbReportData *data, const char *id);
NbFindingList *nb_job_check (NbJob *job, const NbReportData *data, const NbCheckContext *context);

GBytes *nb_job_sign (NbJob *job, GBytes *bytes, NbIdentity *identity, NbRole role, const char *payload, gint64 now, GError **error);
NbVerdict *nb_job_verify (NbJob *job, GBytes *bytes, NbTrust *trust, gint64 now, GError **error);
/* Without signatures, opinion and registration, revision + 1. */
NbReportData *nb_job_revise (NbJob *job, const NbReportData *data);

/* @painter: the calling thread's. Draft marks are set where errors of stage data stand. */
GBytes *nb_job_print (NbJob *job, NbPainter *painter, const NbReportData *const *reports, guint n_reports, NbCopy copy, GError **error);

/* Loads and compares the definitions in @folder: an edition's folder, a registry file's folder, or a data
 * folder. */
gboolean nb_job_lint_form (NbJob *job, const char *folder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbJob, nb_job_free)

G_END_DECLS
