/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-trust-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include "nb-sm2.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_MD_CTX, EVP_MD_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE_CTX, X509_STORE_CTX_free)

/* 112 bits: RSA of 2048 and SHA-256 or more along the whole chain. */
#define NB_TRUST_SECURITY_LEVEL 2

static X509 *
find_given (const NbTrust *trust, const NbCertificate *certificate)
{
  for (guint i = 0; trust != NULL && i < trust->given->len; i++)
    if (X509_cmp (trust->given->pdata[i], certificate->x509) == 0)
      return trust->given->pdata[i];
  return NULL;
}

/* OpenSSL 3.0 has no way to give the SM2 identifier for a list, as it has for a certificate, and so
 * finds every list of an SM2 authority forged: those are verified here. */
static gboolean
is_sm2_crl_genuine (const X509_CRL *crl, EVP_PKEY *key)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  EVP_PKEY_CTX *parameters = NULL;
  const ASN1_BIT_STRING *value = NULL;
  unsigned char *signed_part = NULL;
  int size;
  gboolean genuine;

  if (key == NULL || X509_CRL_get_signature_nid (crl) != NID_SM2_with_SM3)
    return FALSE;
  X509_CRL_get0_signature (crl, &value, NULL);
  size = i2d_re_X509_CRL_tbs ((X509_CRL *) crl, &signed_part);
  genuine = size > 0 && EVP_DigestVerifyInit (context, &parameters, EVP_sm3 (), NULL, key) == 1
            && EVP_PKEY_CTX_set1_id (parameters, NB_SM2_ID, (int) strlen (NB_SM2_ID)) == 1
            && EVP_DigestVerify (context, ASN1_STRING_get0_data (value),
                                 (size_t) ASN1_STRING_length (value), signed_part, (size_t) size)
                   == 1;
  OPENSSL_free (signed_part);
  return genuine;
}

/* The list in question was made by the certificate above the one in question, or by the topmost. */
static gboolean
is_crl_genuine (X509_STORE_CTX *context)
{
  STACK_OF (X509) *chain = X509_STORE_CTX_get0_chain (context);
  int above = X509_STORE_CTX_get_error_depth (context) + 1;
  X509 *issuer = sk_X509_value (chain, MIN (above, sk_X509_num (chain) - 1));
  const X509_CRL *crl = X509_STORE_CTX_get0_current_crl (context);

  return issuer != NULL && crl != NULL && is_sm2_crl_genuine (crl, X509_get0_pubkey (issuer));
}

/* What does not count against trust: the signer's own validity is a verdict of its own; who gives no
 * list for an authority has said nothing about it; a list is usually newer than the signature. */
static int
forgive (int ok, X509_STORE_CTX *context)
{
  gboolean forgiven;

  if (ok)
    return ok;
  switch (X509_STORE_CTX_get_error (context))
    {
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
      forgiven = X509_STORE_CTX_get_error_depth (context) == 0;
      break;
    case X509_V_ERR_UNABLE_TO_GET_CRL:
    case X509_V_ERR_CRL_NOT_YET_VALID:
      forgiven = TRUE;
      break;
    case X509_V_ERR_CRL_SIGNATURE_FAILURE:
      forgiven = is_crl_genuine (context);
      break;
    default:
      forgiven = FALSE;
    }
  if (forgiven)
    X509_STORE_CTX_set_error (context, X509_V_OK);
  return forgiven ? 1 : 0;
}

static gboolean
name_list_fault (int fault, const NbCertificate *certificate, NbProblem *problem)
{
  switch (fault)
    {
    case X509_V_ERR_CERT_REVOKED:
      return nb_problem_set (problem, "revoked",
                             _ ("The certificate of %s was revoked by its issuer."),
                             certificate->name);
    case X509_V_ERR_CRL_HAS_EXPIRED:
      return nb_problem_set (problem, "crl-old",
                             _ ("The revocation list of %s is older than the signature. Fetch the "
                                "present one."),
                             certificate->issuer);
    default:
      return nb_problem_set (problem, "crl-forged",
                             _ ("The revocation list for certificates of %s was not made by that "
                                "authority, or is damaged. Fetch it again."),
                             certificate->issuer);
    }
}

static gboolean
name_authority_fault (int fault, const NbCertificate *certificate, NbProblem *problem)
{
  switch (fault)
    {
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return nb_problem_set (problem, "issuer-time",
                             _ ("The authority that issued the certificate of %s was not valid at "
                                "the claimed time."),
                             certificate->name);
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
      return nb_problem_set (problem, "chain-signature",
                             _ ("The certificate of %s names %s as its issuer, but was not signed "
                                "by it: it is forged."),
                             certificate->name, certificate->issuer);
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
      return nb_problem_set (problem, "chain-weak",
                             _ ("The certificate of %s, or the one it was issued with, uses an "
                                "algorithm or a key that is no longer safe."),
                             certificate->name);
    default:
      return nb_problem_set (problem, "issuer-authority",
                             _ ("The certificate of %s was issued with one that may not issue it."),
                             certificate->name);
    }
}

static gboolean
name_fault (int fault, const NbCertificate *certificate, NbProblem *problem)
{
  switch (fault)
    {
    case X509_V_ERR_CERT_REVOKED:
    case X509_V_ERR_CRL_HAS_EXPIRED:
    case X509_V_ERR_CRL_SIGNATURE_FAILURE:
    case X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER:
    case X509_V_ERR_KEYUSAGE_NO_CRL_SIGN:
    case X509_V_ERR_ERROR_IN_CRL_NEXT_UPDATE_FIELD:
    case X509_V_ERR_ERROR_IN_CRL_LAST_UPDATE_FIELD:
    case X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION:
      return name_list_fault (fault, certificate, problem);
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
      return nb_problem_set (problem, "self-made",
                             _ ("The certificate of %s is self-made and not among those you "
                                "trust. Compare its fingerprint %s with its owner, then give it "
                                "as trusted."),
                             certificate->name, certificate->fingerprint);
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_CA_CERT_MISSING_KEY_USAGE:
    case X509_V_ERR_CA_BCONS_NOT_CRITICAL:
      return name_authority_fault (fault, certificate, problem);
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION:
      return nb_problem_set (problem, "critical-extension",
                             _ ("The certificate of %s carries a condition that this program does "
                                "not know, and says that it must not be passed over."),
                             certificate->name);
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return nb_problem_set (problem, "untrusted",
                             _ ("The certificate of %s was issued by %s, which is not among those "
                                "you trust."),
                             certificate->name, certificate->issuer);
    default:
      return nb_problem_set (problem, "chain",
                             _ ("The certificate of %s does not meet the rules for certificates "
                                "(%s)."),
                             certificate->name, X509_verify_cert_error_string (fault));
    }
}

static void
take_anchor (NbCertificate **anchor, X509 *x509)
{
  if (anchor == NULL || x509 == NULL)
    return;
  X509_up_ref (x509);
  *anchor = nb_certificate_new (x509);
}

static int
check_self_made (const NbTrust *trust, const NbCertificate *certificate, NbCertificate **anchor)
{
  X509 *given = find_given (trust, certificate);

  if (given == NULL)
    return X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT;
  if ((X509_get_extension_flags (certificate->x509) & EXFLAG_CRITICAL) != 0)
    return X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION;
  take_anchor (anchor, given);
  return X509_V_OK;
}

static int
check_chain (NbTrust *trust, const NbCertificate *certificate, gint64 time, NbCertificate **anchor)
{
  g_autoptr (X509_STORE_CTX) context = X509_STORE_CTX_new ();
  X509_VERIFY_PARAM *parameters;
  STACK_OF (X509) * chain;
  unsigned long flags =
      X509_V_FLAG_X509_STRICT | X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_CHECK_SS_SIGNATURE;

  if (!X509_STORE_CTX_init (context, trust->store, certificate->x509, NULL))
    return X509_V_ERR_UNSPECIFIED;
  parameters = X509_STORE_CTX_get0_param (context);
  if (trust->has_crls)
    flags |= X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL;
  X509_VERIFY_PARAM_set_flags (parameters, flags);
  X509_VERIFY_PARAM_set_auth_level (parameters, NB_TRUST_SECURITY_LEVEL);
  X509_VERIFY_PARAM_set_time (parameters, (time_t) time);
  X509_STORE_CTX_set_verify_cb (context, forgive);

  if (X509_verify_cert (context) != 1)
    return X509_STORE_CTX_get_error (context);
  chain = X509_STORE_CTX_get0_chain (context);
  take_anchor (anchor, sk_X509_value (chain, sk_X509_num (chain) - 1));
  return X509_V_OK;
}

gboolean
nb_trust_check (NbTrust *trust,
                const NbCertificate *certificate,
                gint64 time,
                NbCertificate **anchor,
                NbProblem *problem)
{
  int fault;

  if (certificate->self_made)
    fault = check_self_made (trust, certificate, anchor);
  else if (trust == NULL)
    fault = X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT;
  else
    fault = check_chain (trust, certificate, time, anchor);
  ERR_clear_error ();
  return fault == X509_V_OK || name_fault (fault, certificate, problem);
}
