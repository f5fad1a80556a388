/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-signature.h"

#include <glib/gi18n-lib.h>

static gboolean
is_expected (const NbReadReference *read, const NbReference *expected)
{
  return read->uri[0] == '#' && g_str_equal (read->uri + 1, expected->target)
         && g_strcmp0 (read->type, expected->type) == 0 && g_strcmp0 (read->id, expected->id) == 0;
}

static gboolean
set_coverage (const NbSignature *signature, NbProblem *problem)
{
  return nb_problem_set (problem, "coverage",
                         _ ("The signature of %s does not cover exactly what it must cover. A part "
                            "of the file or an earlier signature was added, removed or moved."),
                         nb_role_get_title (signature->role));
}

static gboolean
check_references (const NbSignature *signature, GPtrArray *expected, NbProblem *problem)
{
  guint n_formats = 0;

  if (expected == NULL || expected->len != signature->references->len)
    return set_coverage (signature, problem);
  for (guint i = 0; i < expected->len; i++)
    {
      const NbReference *reference = expected->pdata[i];

      if (!is_expected (signature->references->pdata[i], reference))
        return set_coverage (signature, problem);
      if (reference->id == NULL)
        continue;
      /* Each part has its DataObjectFormat, in the same order. */
      if (n_formats >= signature->formats->len)
        return set_coverage (signature, problem);
      else
        {
          const char *format = signature->formats->pdata[n_formats++];

          if (format[0] != '#' || !g_str_equal (format + 1, reference->id))
            return set_coverage (signature, problem);
        }
    }
  return n_formats == signature->formats->len || set_coverage (signature, problem);
}

static gboolean
check_order (const NbSignature *signature, const NbSigned *before, NbProblem *problem)
{
  const NbRolePolicy *policy = nb_role_get_policy (signature->role);

  if (nb_signed_has (before, signature->role))
    return nb_problem_set (problem, "role-twice", _ ("The file has two signatures of %s."),
                           nb_role_get_title (signature->role));
  if (policy->after_legal_representative && !nb_signed_has (before, NB_ROLE_LEGAL_REPRESENTATIVE))
    return nb_problem_set (problem, "role-order",
                           _ ("The signature of %s does not follow one of the legal "
                              "representative, as it must."),
                           nb_role_get_title (signature->role));
  return TRUE;
}

/* The properties, which are signed, must name the certificate, which is not. */
static gboolean
check_signing_certificate (const NbSignature *signature, NbProblem *problem)
{
  g_autoptr (GBytes) der = nb_certificate_write (signature->certificate);
  g_autoptr (GBytes) digest = nb_algorithm_digest (signature->algorithm, der);
  g_autoptr (GBytes) issuer_serial = nb_certificate_write_issuer_serial (signature->certificate);

  if (g_bytes_equal (digest, signature->certificate_digest)
      && g_bytes_equal (issuer_serial, signature->issuer_serial))
    return TRUE;
  return nb_problem_set (problem, "signing-certificate",
                         _ ("The certificate in the signature of %s is not the one that it was "
                            "signed with: it was replaced."),
                         nb_role_get_title (signature->role));
}

gboolean
nb_signature_check (const NbSignature *signature, const NbSigned *before, NbProblem *problem)
{
  g_autoptr (GPtrArray) expected = NULL;

  if (!check_order (signature, before, problem))
    return FALSE;
  expected = nb_role_list_references (signature->role, before, signature->position);
  if (!check_references (signature, expected, problem)
      || !check_signing_certificate (signature, problem)
      || !nb_certificate_check (signature->certificate, problem))
    return FALSE;
  if (signature->certificate->algorithm->id != signature->algorithm->id)
    return nb_problem_set (problem, "algorithm",
                           _ ("The algorithm of the signature does not fit the key in its "
                              "certificate."));
  if (!nb_algorithm_is_well_formed (signature->algorithm, signature->certificate->key,
                                    signature->value))
    return nb_problem_set (problem, "signature-value",
                           _ ("The signature of %s itself was changed or damaged."),
                           nb_role_get_title (signature->role));
  return TRUE;
}
