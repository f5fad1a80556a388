/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-trust-private.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "nb-sm2.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE_CTX, X509_STORE_CTX_free)

/* 112 bits: RSA of 2048 and SHA-256 or more along the whole chain. */
#define NB_TRUST_SECURITY_LEVEL 2

struct _NbTrust
{
  X509_STORE *store;
  GPtrArray *given; /* of X509: what was given, each believed by itself */
  gboolean has_crls;
};

NbTrust *
nb_trust_new (void)
{
  NbTrust *trust = g_new0 (NbTrust, 1);

  trust->store = X509_STORE_new ();
  trust->given = g_ptr_array_new_with_free_func ((GDestroyNotify) X509_free);
  return trust;
}

void
nb_trust_free (NbTrust *trust)
{
  if (trust == NULL)
    return;
  X509_STORE_free (trust->store);
  g_ptr_array_unref (trust->given);
  g_free (trust);
}

static void
take_certificate (NbTrust *trust, X509 *x509)
{
  nb_sm2_prepare_certificate (x509);
  X509_STORE_add_cert (trust->store, x509);
  g_ptr_array_add (trust->given, x509);
}

static void
take_crl (NbTrust *trust, X509_CRL *crl)
{
  X509_STORE_add_crl (trust->store, crl);
  X509_CRL_free (crl);
  trust->has_crls = TRUE;
}

/* OpenSSL would ask on the terminal otherwise. */
static int
refuse_passphrase (char *buffer, int size, int writing, void *data)
{
  return -1;
}

static gboolean
is_pem (GBytes *bytes)
{
  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       "-----BEGIN ")
         != NULL;
}

/* After the last block OpenSSL says that it found no further one. */
static gboolean
is_at_end (void)
{
  unsigned long last = ERR_peek_last_error ();

  return ERR_GET_LIB (last) == ERR_LIB_PEM && ERR_GET_REASON (last) == PEM_R_NO_START_LINE;
}

gboolean
nb_trust_add_certificate (NbTrust *trust, GBytes *bytes, GError **error)
{
  gsize size;
  const unsigned char *start = g_bytes_get_data (bytes, &size);
  const unsigned char *end = start;
  guint n_before = trust->given->len;
  gboolean good;
  X509 *x509;

  ERR_clear_error ();
  if (size > 0 && is_pem (bytes))
    {
      g_autoptr (BIO) in = BIO_new_mem_buf (start, (int) size);

      while ((x509 = PEM_read_bio_X509 (in, NULL, refuse_passphrase, NULL)) != NULL)
        take_certificate (trust, x509);
      good = is_at_end () && trust->given->len > n_before;
    }
  else
    {
      x509 = size > 0 ? d2i_X509 (NULL, &end, (long) size) : NULL;
      good = x509 != NULL && end == start + size;
      if (good)
        take_certificate (trust, x509);
      else
        X509_free (x509);
    }
  ERR_clear_error ();
  if (!good)
    nb_error_set (error, NB_ERROR_KEY, (NbPlace){ 0, 0 },
                  _ ("The file holds no certificate, or a damaged one. A certificate file (PEM or "
                     "DER) is needed."));
  return good;
}

gboolean
nb_trust_add_crl (NbTrust *trust, GBytes *bytes, GError **error)
{
  gsize size;
  const unsigned char *start = g_bytes_get_data (bytes, &size);
  const unsigned char *end = start;
  gboolean good = FALSE;
  X509_CRL *crl;

  ERR_clear_error ();
  if (size > 0 && is_pem (bytes))
    {
      g_autoptr (BIO) in = BIO_new_mem_buf (start, (int) size);
      guint n_read = 0;

      for (; (crl = PEM_read_bio_X509_CRL (in, NULL, refuse_passphrase, NULL)) != NULL; n_read++)
        take_crl (trust, crl);
      good = is_at_end () && n_read > 0;
    }
  else
    {
      crl = size > 0 ? d2i_X509_CRL (NULL, &end, (long) size) : NULL;
      good = crl != NULL && end == start + size;
      if (good)
        take_crl (trust, crl);
      else
        X509_CRL_free (crl);
    }
  ERR_clear_error ();
  if (!good)
    nb_error_set (error, NB_ERROR_KEY, (NbPlace){ 0, 0 },
                  _ ("The file holds no certificate revocation list, or a damaged one. A file in "
                     "PEM or DER form is needed."));
  return good;
}

static gboolean
is_given (const NbTrust *trust, const NbCertificate *certificate)
{
  for (guint i = 0; i < trust->given->len; i++)
    if (X509_cmp (trust->given->pdata[i], certificate->x509) == 0)
      return TRUE;
  return FALSE;
}

/* What does not count against trust: the signer's own validity is a verdict of its own; who gives no
 * list for an authority has said nothing about it; a list is usually newer than the signature. */
static int
forgive (int ok, X509_STORE_CTX *context)
{
  int fault = X509_STORE_CTX_get_error (context);
  int depth = X509_STORE_CTX_get_error_depth (context);
  gboolean forgiven =
      (depth == 0
       && (fault == X509_V_ERR_CERT_HAS_EXPIRED || fault == X509_V_ERR_CERT_NOT_YET_VALID))
      || fault == X509_V_ERR_UNABLE_TO_GET_CRL || fault == X509_V_ERR_CRL_NOT_YET_VALID;

  if (ok || !forgiven)
    return ok;
  X509_STORE_CTX_set_error (context, X509_V_OK);
  return 1;
}

static gboolean
name_fault (int fault, const NbCertificate *certificate, NbProblem *problem)
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
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
      return nb_problem_set (problem, "self-made",
                             _ ("The certificate of %s is self-made and not among those you "
                                "trust. Compare its fingerprint %s with its owner, then give it "
                                "as trusted."),
                             certificate->name, certificate->fingerprint);
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return nb_problem_set (problem, "issuer-time",
                             _ ("The authority that issued the certificate of %s was not valid at "
                                "the claimed time."),
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

gboolean
nb_trust_check (NbTrust *trust, const NbCertificate *certificate, gint64 time, NbProblem *problem)
{
  g_autoptr (X509_STORE_CTX) context = NULL;
  X509_VERIFY_PARAM *parameters;
  unsigned long flags =
      X509_V_FLAG_X509_STRICT | X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_CHECK_SS_SIGNATURE;
  int fault;

  if (nb_certificate_is_self_made (certificate))
    return (trust != NULL && is_given (trust, certificate))
           || name_fault (X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, certificate, problem);
  if (trust == NULL)
    return name_fault (X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, certificate, problem);

  context = X509_STORE_CTX_new ();
  if (!X509_STORE_CTX_init (context, trust->store, certificate->x509, NULL))
    return name_fault (X509_V_ERR_UNSPECIFIED, certificate, problem);
  parameters = X509_STORE_CTX_get0_param (context);
  if (trust->has_crls)
    flags |= X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL;
  X509_VERIFY_PARAM_set_flags (parameters, flags);
  X509_VERIFY_PARAM_set_auth_level (parameters, NB_TRUST_SECURITY_LEVEL);
  X509_VERIFY_PARAM_set_time (parameters, (time_t) time);
  X509_STORE_CTX_set_verify_cb (context, forgive);

  fault = X509_verify_cert (context) == 1 ? X509_V_OK : X509_STORE_CTX_get_error (context);
  ERR_clear_error ();
  return fault == X509_V_OK || name_fault (fault, certificate, problem);
}
