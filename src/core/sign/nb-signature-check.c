/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-signature.h"

#include <glib/gi18n-lib.h>

#include "nb-signature-terms.h"

static gboolean
is_expected (const NbReadReference *read, const NbReference *expected)
{
  return read->uri[0] == '#' && g_str_equal (read->uri + 1, expected->target)
         && g_strcmp0 (read->type, expected->type) == 0 && g_strcmp0 (read->id, expected->id) == 0;
}

/* Whether @signature refers to @target as a reference of @type does. */
static gboolean
refers_to (const NbSignature *signature, const char *target, const char *type)
{
  for (guint i = 0; i < signature->references->len; i++)
    {
      const NbReadReference *read = signature->references->pdata[i];

      if (read->uri[0] == '#' && g_str_equal (read->uri + 1, target)
          && g_strcmp0 (read->type, type) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What the signer saw and is no longer there. */
static gboolean
name_removed (const NbSignature *signature, const NbSigned *before, NbProblem *problem)
{
  const char *signer = nb_role_get_title (signature->role);

  for (guint i = 0; i < NB_N_PARTS; i++)
    if (before->parts[i] == NULL && refers_to (signature, nb_part_get_id ((NbPart) i), NULL))
      return nb_problem_set (
          problem, i == NB_PART_OPINION ? "opinion-removed" : "registration-removed",
          _ ("The file no longer holds %s, which was signed by %s: it was removed."),
          nb_part_get_title ((NbPart) i), signer);
  for (guint i = before->n_values + 1; i <= NB_N_ROLES; i++)
    {
      g_autofree char *target = g_strdup_printf ("s%u-value", i);

      if (refers_to (signature, target, NB_TYPE_COUNTERSIGNED))
        return nb_problem_set (
            problem, "earlier-removed",
            _ ("When %s signed, more signatures stood before: an earlier one was removed."),
            signer);
    }
  return TRUE;
}

/* What is there now and the signer should have signed, but did not. */
static gboolean
name_added (const NbSignature *signature,
            const NbSigned *before,
            GPtrArray *expected,
            NbProblem *problem)
{
  const char *signer = nb_role_get_title (signature->role);

  for (guint i = 0; i < expected->len; i++)
    {
      const NbReference *reference = expected->pdata[i];
      NbCover cover;

      if (refers_to (signature, reference->target, reference->type))
        continue;
      if (reference->kind == NB_REFERENCE_SIGNATURE)
        return nb_problem_set (problem, "earlier-added",
                               _ ("The signature of %s does not know of the one of %s before it: "
                                  "that one was put in later, or the signatures were moved."),
                               signer, nb_role_get_title (before->roles[reference->earlier - 1]));
      if (reference->kind != NB_REFERENCE_PART)
        continue;
      cover = nb_role_get_policy (signature->role)->covers[reference->part];
      if (cover == NB_COVER_IF_PRESENT)
        return nb_problem_set (problem, "part-added",
                               _ ("The file holds %s, which was put in after %s had signed."),
                               nb_part_get_title (reference->part), signer);
      return nb_problem_set (problem, "not-covered",
                             _ ("The signature of %s does not cover %s, as it must."), signer,
                             nb_part_get_title (reference->part));
    }
  return TRUE;
}

static gboolean
name_coverage (const NbSignature *signature,
               const NbSigned *before,
               GPtrArray *expected,
               NbProblem *problem)
{
  if (!name_removed (signature, before, problem)
      || (expected != NULL && !name_added (signature, before, expected, problem)))
    return FALSE;
  return nb_problem_set (problem, "coverage",
                         _ ("The signature of %s does not cover exactly what it must cover. A part "
                            "of the file or an earlier signature was added, removed or moved."),
                         nb_role_get_title (signature->role));
}

static gboolean
check_references (const NbSignature *signature,
                  const NbSigned *before,
                  GPtrArray *expected,
                  NbProblem *problem)
{
  guint n_formats = 0;

  if (expected == NULL || expected->len != signature->references->len)
    return name_coverage (signature, before, expected, problem);
  for (guint i = 0; i < expected->len; i++)
    {
      const NbReference *reference = expected->pdata[i];

      if (!is_expected (signature->references->pdata[i], reference))
        return name_coverage (signature, before, expected, problem);
      if (reference->id == NULL)
        continue;
      /* Each part has its DataObjectFormat, in the same order. */
      if (n_formats >= signature->formats->len)
        return name_coverage (signature, before, expected, problem);
      else
        {
          const char *format = signature->formats->pdata[n_formats++];

          if (format[0] != '#' || !g_str_equal (format + 1, reference->id))
            return name_coverage (signature, before, expected, problem);
        }
    }
  return n_formats == signature->formats->len
         || name_coverage (signature, before, expected, problem);
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
  g_autoptr (GBytes) digest =
      nb_algorithm_digest (signature->algorithm, signature->certificate->der);
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
  if (!check_references (signature, before, expected, problem)
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
