/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-job.h"

G_BEGIN_DECLS

/* Whom the person at this computer trusts: the certificates in a folder. */

/* The folder that the settings name, else one among the data of this person. Free with g_free(). */
char *nb_ui_trust_dup_folder (void);

/* Verifies @bytes with what is in @folder, now. For any thread. Errors as nb_job_verify(). */
NbVerdict *nb_ui_trust_verify (NbJob *job, GBytes *bytes, const char *folder, GError **error);

/* What there is to say of a signature in one word, and in one sentence that is worth reading. */
typedef enum
{
  NB_UI_TRUST_GOOD,     /* intact, trusted, in time */
  NB_UI_TRUST_DOUBTFUL, /* intact, but not trusted or not in time */
  NB_UI_TRUST_BROKEN,
} NbUiTrust;
NbUiTrust nb_ui_trust_of_signature (const NbSignatureVerdict *signature);
/* Of the file as a whole: the worst. */
NbUiTrust nb_ui_trust_of (const NbVerdict *verdict);
const char *nb_ui_trust_get_icon (NbUiTrust trust);
const char *nb_ui_trust_get_css_class (NbUiTrust trust);

/* @time (seconds since 1970) in the time of this place; "?" for none. Free with g_free(). */
char *nb_ui_trust_format_time (gint64 time);
char *nb_ui_trust_format_day (gint64 time);

G_END_DECLS
