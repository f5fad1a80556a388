/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-job.h"

G_BEGIN_DECLS

/* What was done with the report of one institution and year on its way to the registry: steps with their days,
 * which fields were copied into the portal, what the registry remarked and which of that is done, and which numbers
 * of a text somebody has proved.
 *
 * None of it belongs into the report: a step is about a version of it, on paper or in a portal, and what is signed
 * must not change when it is printed. So it is kept in a folder among the data of whoever sits here, a key file an
 * institution and year, under the credit code or, where that is not known, the name (nb-job-name.c):
 *
 *     [Steps]      checked=2023-03-01;DIGEST     the day, and of steps that the report itself goes through the
 *                                                digest of its fields then (nb_job_digest_fields())
 *     [Copied]     FIELD=2023-03-01;SHA-256      of the text that was copied
 *     [Return]     Date, Revision, Remark        what the registry returned last
 *     [Done]       SHA-256=true                  the points of a remark that are done, by their text
 *     [Proved]     SHA-256=true                  the numbers that are proved, by field, sentence and place in it
 *
 * What stands in a signed file (signatures, the registry's result) is not kept again: the file says it. Not safe
 * between threads. */
typedef struct _NbHandingIn NbHandingIn;

typedef enum
{
  NB_STEP_CHECKED,
  NB_STEP_SIGNED,
  NB_STEP_PRINTED,
  NB_STEP_SUBMITTED,
  NB_STEP_RETURNED,
  NB_STEP_PUBLISHED,
} NbStep;
#define NB_N_STEPS 6

/* What is kept in @folder about the report @data; nothing yet where nothing is. Never NULL. */
NbHandingIn *nb_handing_in_load (const char *folder, const NbReportData *data);
void nb_handing_in_free (NbHandingIn *handing_in);
/* Keeps it, for the institution and year that @data names now. Where it does not name both nothing is kept, which
 * is no error. Makes @folder. NB_ERROR_WRITE. */
gboolean nb_handing_in_save (NbHandingIn *handing_in,
                             const char *folder,
                             const NbReportData *data,
                             GError **error);

/* The day of @step; no date: it was not done. */
NbDate nb_handing_in_get_day (const NbHandingIn *handing_in, NbStep step);
/* Whether the report has other fields than those of @digest since @step was done. FALSE where nobody knows. */
gboolean nb_handing_in_is_stale (const NbHandingIn *handing_in, NbStep step, const char *digest);
/* @day not set: it was not done. @digest: of the fields then, or NULL. */
void nb_handing_in_set_day (NbHandingIn *handing_in, NbStep step, NbDate day, const char *digest);

/* The day on which @field was copied into the portal; no date: never. @stale (optional): its text was another one
 * than @text then. */
NbDate nb_handing_in_get_copied (const NbHandingIn *handing_in,
                                 const char *field,
                                 const char *text,
                                 gboolean *stale);
void
nb_handing_in_set_copied (NbHandingIn *handing_in, const char *field, const char *text, NbDate day);

/* What the registry said when it returned @revision; NULL where it returned none. Free with g_free(). */
char *nb_handing_in_dup_remark (const NbHandingIn *handing_in, NbDate *day, guint *revision);
/* NULL @remark: nothing is returned any more. Points of another remark are not done. */
void
nb_handing_in_set_remark (NbHandingIn *handing_in, const char *remark, NbDate day, guint revision);

/* Whether the point @text of the remark (nb-remark.h) is done. */
gboolean nb_handing_in_is_done (const NbHandingIn *handing_in, const char *text);
void nb_handing_in_set_done (NbHandingIn *handing_in, const char *text, gboolean done);

/* Whether the number in @field that is known by @key is proved. Who keeps its sentence in @key has it proved for
 * as long as the sentence stays as it is. */
gboolean
nb_handing_in_is_proved (const NbHandingIn *handing_in, const char *field, const char *key);
void nb_handing_in_set_proved (NbHandingIn *handing_in,
                               const char *field,
                               const char *key,
                               gboolean proved);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbHandingIn, nb_handing_in_free)

G_END_DECLS
