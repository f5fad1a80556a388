/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <glib/gi18n-lib.h>

#include "nb-report-file.h"

/* The named check of the sponsor's review. */
#define OPINION_CHECK "sponsor-opinion"

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
nb_job_fill_verdict (const NbVerdict *verdict, NbCheckContext *context)
{
  static const NbSignedBy signers[] = {
    [NB_ROLE_LEGAL_REPRESENTATIVE] = NB_SIGNED_BY_LEGAL_REPRESENTATIVE,
    [NB_ROLE_INSTITUTION] = NB_SIGNED_BY_INSTITUTION,
    [NB_ROLE_SPONSOR] = NB_SIGNED_BY_SPONSOR,
    [NB_ROLE_REGISTRY] = NB_SIGNED_BY_REGISTRY,
  };

  context->signed_by = NB_SIGNED_BY_NOBODY;
  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const NbSignatureVerdict *one = g_ptr_array_index (verdict->signatures, i);

      if (one->intact && one->known_role)
        context->signed_by |= signers[one->role];
    }
  context->signature_broken = verdict->signatures->len > 0 && !verdict->intact;
}

void
nb_job_fill_signatures (NbJob *job, GBytes *bytes, gint64 now, NbCheckContext *context)
{
  g_autoptr (NbTrust) nobody = nb_trust_new ();
  g_autoptr (NbVerdict) verdict = nb_job_verify (job, bytes, nobody, now, NULL);

  if (verdict != NULL)
    nb_job_fill_verdict (verdict, context);
}

/* The phrase that the rule about the sponsor's review names. */
char *
nb_job_dup_opinion_sentence (NbJob *job, const NbReportData *data)
{
  NbForm *form = nb_report_data_get_form (data);
  const NbRegistry *registry = nb_job_get_registry (job, data, NULL);

  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = nb_check_get_rule (form, registry, i);
      const char *id = rule->kind == NB_RULE_NAMED && g_str_equal (rule->check, OPINION_CHECK)
                           ? nb_rule_def_get_parameter (rule, "phrase")
                           : NULL;
      const NbPhrase *phrase = id != NULL ? nb_registry_lookup_phrase (registry, id) : NULL;

      if (phrase != NULL)
        return g_strdup (phrase->text);
    }
  return g_strdup ("");
}
