/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <glib/gi18n-lib.h>

#include "nb-report-file.h"

GBytes *
nb_job_sign (NbJob *job,
             GBytes *bytes,
             NbIdentity *identity,
             NbRole role,
             const char *payload,
             gint64 now,
             GError **error)
{
  g_autoptr (NbReportData) data = nb_job_load (job, bytes, NULL, error);

  if (data == NULL)
    return NULL;
  if (nb_job_has_errors (job, data))
    {
      nb_error_set (error, NB_ERROR_FINDINGS, (NbPlace){ 0, 0 },
                    _ ("The report has errors. It can be signed when they are put right."));
      return NULL;
    }
  return nb_sign (bytes, job->schema, identity, role, payload, now, error);
}

char *
nb_job_format_opinion (const char *sentence, const char *person, NbDate date, GError **error)
{
  const NbOpinion opinion = { (char *) sentence, (char *) person, date };

  return nb_report_file_format_opinion (&opinion, error);
}

char *
nb_job_format_registration (const char *remark, gboolean accepted, NbDate date, GError **error)
{
  const NbRegistration registration = { (char *) remark, accepted, date };

  return nb_report_file_format_registration (&registration, error);
}

NbVerdict *
nb_job_verify (NbJob *job, GBytes *bytes, NbTrust *trust, gint64 now, GError **error)
{
  return nb_verify (bytes, job->schema, trust, now, error);
}

void
nb_job_fill_signatures (NbJob *job, GBytes *bytes, gint64 now, NbCheckContext *context)
{
  static const NbSignedBy signers[] = {
    [NB_ROLE_LEGAL_REPRESENTATIVE] = NB_SIGNED_BY_LEGAL_REPRESENTATIVE,
    [NB_ROLE_INSTITUTION] = NB_SIGNED_BY_INSTITUTION,
    [NB_ROLE_SPONSOR] = NB_SIGNED_BY_SPONSOR,
    [NB_ROLE_REGISTRY] = NB_SIGNED_BY_REGISTRY,
  };
  g_autoptr (NbTrust) nobody = nb_trust_new ();
  g_autoptr (NbVerdict) verdict = nb_job_verify (job, bytes, nobody, now, NULL);

  if (verdict == NULL)
    return;
  context->signed_by = NB_SIGNED_BY_NOBODY;
  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const NbSignatureVerdict *one = g_ptr_array_index (verdict->signatures, i);

      if (one->intact && one->known_role)
        context->signed_by |= signers[one->role];
    }
  context->signature_broken = verdict->signatures->len > 0 && !verdict->intact;
}

static gboolean
add_trust_file (NbTrust *trust, const char *path, gboolean crl, GError **error)
{
  g_autoptr (GBytes) bytes = nb_job_read_file (path, error);

  if (bytes == NULL)
    return FALSE;
  return crl ? nb_trust_add_crl (trust, bytes, error)
             : nb_trust_add_certificate (trust, bytes, error);
}

gboolean
nb_job_add_trust (NbTrust *trust, const char *path, gboolean crl, GError **error)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return add_trust_file (trust, path, crl, error);

  dir = g_dir_open (path, 0, error);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_REGULAR) && !add_trust_file (trust, file, crl, error))
        {
          g_prefix_error (error, "%s: ", file);
          return FALSE;
        }
    }
  return dir != NULL;
}
