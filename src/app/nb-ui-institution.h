/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* What is kept of the institutions whose reports are made here: certificates and last year's reports, in
 * the data folder. */

/* The folder of the certificates, for nb_job_list_certificates() and its like. Free with g_free(). */
char *nb_ui_institution_dup_certificates (void);

/* The certificates that can be read: array of NbKeptFacts, free with g_ptr_array_unref(). */
GPtrArray *nb_ui_institution_list (NbJob *job);
/* The one of the institution of @document, or NULL. */
NbFacts *nb_ui_institution_dup_facts (NbUiDocument *document);

/* Gives @document what is kept of its institution: the certificate and last year's report, to be compared
 * with. */
void nb_ui_institution_look_up (NbUiDocument *document);

/* Keeps @previous as last year's report of @document; a failure is remarked, since nothing else is lost. */
void nb_ui_institution_keep_previous (NbUiDocument *document, const NbReportData *previous);

/* Fills what is empty of the registered facts with those of @facts, as one command. */
void nb_ui_institution_fill (NbUiDocument *document, const NbFacts *facts);

G_END_DECLS
