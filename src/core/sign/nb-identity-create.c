/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-identity-private.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "nb-sm2.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIGNUM, BN_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_MD_CTX, EVP_MD_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)

#define NB_IDENTITY_YEARS       10
#define NB_IDENTITY_NAME_LIMIT  64 /* characters of a common name: ub-common-name, RFC 5280 */
#define NB_IDENTITY_RSA_BITS    3072
#define NB_IDENTITY_SERIAL_SIZE 16 /* random bytes; RFC 5280 allows 20 */

static gboolean
check_name (const char *name, GError **error)
{
  gboolean blank = TRUE;

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char_validated (c, -1);

      if (character == (gunichar) -1 || character == (gunichar) -2
          || !g_unichar_isprint (character))
        {
          nb_error_set (error, NB_ERROR_KEY, (NbPlace){ 0, 0 },
                        _ ("The name has a character that no name can hold. Type it again."));
          return FALSE;
        }
      blank = blank && g_unichar_isspace (character);
    }
  if (blank || g_utf8_strlen (name, -1) > NB_IDENTITY_NAME_LIMIT)
    {
      nb_error_set (error, NB_ERROR_KEY, (NbPlace){ 0, 0 },
                    _ ("The name of who signs must have between 1 and %d characters."),
                    NB_IDENTITY_NAME_LIMIT);
      return FALSE;
    }
  return TRUE;
}

static gboolean
set_serial (X509 *x509)
{
  unsigned char random[NB_IDENTITY_SERIAL_SIZE];
  g_autoptr (BIGNUM) serial = NULL;

  if (RAND_bytes (random, sizeof random) != 1)
    return FALSE;
  random[0] = (unsigned char) ((random[0] & 0x7f) | 0x40); /* positive and of full length */
  serial = BN_bin2bn (random, sizeof random, NULL);
  return serial != NULL && BN_to_ASN1_INTEGER (serial, X509_get_serialNumber (x509)) != NULL;
}

static gboolean
set_validity (X509 *x509, gint64 now)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) end =
      start != NULL ? g_date_time_add_years (start, NB_IDENTITY_YEARS) : NULL;

  return end != NULL && ASN1_TIME_set (X509_getm_notBefore (x509), (time_t) now) != NULL
         && ASN1_TIME_set (X509_getm_notAfter (x509), (time_t) g_date_time_to_unix (end)) != NULL;
}

static gboolean
set_names (X509 *x509, const char *name)
{
  X509_NAME *subject = X509_get_subject_name (x509);

  return X509_NAME_add_entry_by_NID (subject, NID_commonName, MBSTRING_UTF8,
                                     (const unsigned char *) name, -1, -1, 0)
         && X509_set_issuer_name (x509, subject);
}

static gboolean
add_extensions (X509 *x509)
{
  static const struct
  {
    int nid;
    const char *value;
  } extensions[] = {
    { NID_basic_constraints, "critical,CA:FALSE" },
    { NID_key_usage, "critical,digitalSignature,nonRepudiation" },
    { NID_subject_key_identifier, "hash" },
    { NID_authority_key_identifier, "keyid:always" },
  };
  X509V3_CTX context;

  X509V3_set_ctx_nodb (&context);
  X509V3_set_ctx (&context, x509, x509, NULL, NULL, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (extensions); i++)
    {
      X509_EXTENSION *extension =
          X509V3_EXT_conf_nid (NULL, &context, extensions[i].nid, extensions[i].value);
      gboolean added = extension != NULL && X509_add_ext (x509, extension, -1);

      X509_EXTENSION_free (extension);
      if (!added)
        return FALSE;
    }
  return TRUE;
}

gboolean
nb_key_algorithm_parse (const char *nick, NbKeyAlgorithm *algorithm)
{
  static const char *const nicks[NB_N_KEY_ALGORITHMS] = {
    [NB_KEY_RSA] = "rsa",
    [NB_KEY_ECDSA] = "ecdsa",
    [NB_KEY_SM2] = "sm2",
  };

  for (guint i = 0; i < NB_N_KEY_ALGORITHMS; i++)
    if (g_str_equal (nicks[i], nick))
      {
        *algorithm = (NbKeyAlgorithm) i;
        return TRUE;
      }
  return FALSE;
}

static EVP_PKEY *
generate_key (NbKeyAlgorithm algorithm)
{
  switch (algorithm)
    {
    case NB_KEY_ECDSA:
      return EVP_EC_gen ("P-256");
    case NB_KEY_SM2:
      return EVP_PKEY_Q_keygen (NULL, NULL, "SM2");
    case NB_KEY_RSA:
    default:
      return EVP_RSA_gen (NB_IDENTITY_RSA_BITS);
    }
}

/* The certificate's own signature, with the digest that goes with the key. */
static gboolean
sign_certificate (X509 *x509, EVP_PKEY *key, NbKeyAlgorithm algorithm)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  EVP_PKEY_CTX *parameters = NULL;

  return EVP_DigestSignInit (context, &parameters,
                             algorithm == NB_KEY_SM2 ? EVP_sm3 () : EVP_sha256 (), NULL, key)
             == 1
         && (algorithm != NB_KEY_SM2
             || EVP_PKEY_CTX_set1_id (parameters, NB_SM2_ID, (int) strlen (NB_SM2_ID)) == 1)
         && X509_sign_ctx (x509, context) > 0;
}

NbIdentity *
nb_identity_create (const char *name, NbKeyAlgorithm algorithm, gint64 now, GError **error)
{
  g_autoptr (EVP_PKEY) key = NULL;
  g_autoptr (X509) x509 = X509_new ();

  if (!check_name (name, error))
    return NULL;

  key = generate_key (algorithm);
  if (key == NULL || x509 == NULL || !X509_set_version (x509, X509_VERSION_3) || !set_serial (x509)
      || !set_validity (x509, now) || !set_names (x509, name) || !X509_set_pubkey (x509, key)
      || !add_extensions (x509) || !sign_certificate (x509, key, algorithm))
    {
      ERR_clear_error ();
      nb_error_set (error, NB_ERROR_KEY, (NbPlace){ 0, 0 },
                    _ ("A key and its certificate could not be made."));
      return NULL;
    }
  return nb_identity_new (g_steal_pointer (&key), g_steal_pointer (&x509));
}
