/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-identity-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PKCS12, PKCS12_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)

/* What a key file may ask for before it is opened. */
#define NB_PKCS12_MAXIMUM_SIZE   (1024 * 1024)
#define NB_PKCS12_MAXIMUM_ROUNDS 10000000
/* Rounds of PBKDF2 in the files that we write: about a tenth of a second to open one. */
#define NB_PKCS12_ROUNDS 200000

static const NbPlace nowhere = { 0, 0 };

NbIdentity *
nb_identity_new (EVP_PKEY *key, X509 *x509)
{
  NbIdentity *identity = g_new0 (NbIdentity, 1);

  identity->key = key;
  identity->certificate = nb_certificate_new (x509);
  return identity;
}

void
nb_identity_free (NbIdentity *identity)
{
  if (identity == NULL)
    return;
  EVP_PKEY_free (identity->key);
  nb_certificate_unref (identity->certificate);
  g_free (identity);
}

static PKCS12 *
parse_container (GBytes *bytes)
{
  gsize size;
  const unsigned char *start = g_bytes_get_data (bytes, &size);

  if (size == 0 || size > NB_PKCS12_MAXIMUM_SIZE)
    return NULL;
  return d2i_PKCS12 (NULL, &start, (long) size);
}

static void
set_unsupported (GError **error)
{
  nb_error_set (error, NB_ERROR_KEY, nowhere,
                _ ("The key file is protected by an old method that this program does not open. "
                   "Export it again with AES-256 (for example with a current browser or "
                   "OpenSSL)."));
  nb_error_set_reason (error, "key-method");
}

/* The MAC tells a wrong passphrase from everything else, before anything is decrypted. */
static gboolean
check_passphrase (PKCS12 *container, const char *passphrase, GError **error)
{
  const ASN1_INTEGER *rounds = NULL;

  if (!PKCS12_mac_present (container))
    {
      set_unsupported (error);
      return FALSE;
    }
  PKCS12_get0_mac (NULL, NULL, NULL, &rounds, container);
  if (rounds != NULL && ASN1_INTEGER_get (rounds) > NB_PKCS12_MAXIMUM_ROUNDS)
    {
      nb_error_set (error, NB_ERROR_KEY, nowhere,
                    _ ("The key file asks for more computing than any key needs; it is not "
                       "opened."));
      nb_error_set_reason (error, "key-file");
      return FALSE;
    }
  if (PKCS12_verify_mac (container, passphrase, -1))
    return TRUE;

  if (ERR_peek_error () != 0)
    {
      set_unsupported (error);
      return FALSE;
    }
  nb_error_set (error, NB_ERROR_KEY, nowhere,
                _ ("The passphrase does not open this key file. Check capital letters and the "
                   "input method, and try again."));
  nb_error_set_reason (error, "passphrase");
  return FALSE;
}

static NbIdentity *
open_container (PKCS12 *container, const char *passphrase, GError **error)
{
  EVP_PKEY *read_key = NULL;
  X509 *read_x509 = NULL;
  g_autoptr (EVP_PKEY) key = NULL;
  g_autoptr (X509) x509 = NULL;

  if (!PKCS12_parse (container, passphrase, &read_key, &read_x509, NULL))
    {
      set_unsupported (error);
      return NULL;
    }
  key = read_key;
  x509 = read_x509;
  if (key == NULL || x509 == NULL || !X509_check_private_key (x509, key))
    {
      nb_error_set (error, NB_ERROR_KEY, nowhere,
                    _ ("The key file does not hold a private key together with its "
                       "certificate. Export both into one file."));
      nb_error_set_reason (error, "key-file");
      return NULL;
    }
  return nb_identity_new (g_steal_pointer (&key), g_steal_pointer (&x509));
}

NbIdentity *
nb_identity_load (GBytes *pkcs12, const char *passphrase, GError **error)
{
  g_autoptr (PKCS12) container = NULL;
  g_autoptr (NbIdentity) identity = NULL;
  g_auto (NbProblem) problem = { 0 };

  ERR_clear_error ();
  container = parse_container (pkcs12);
  if (container == NULL)
    {
      nb_error_set (error, NB_ERROR_KEY, nowhere,
                    _ ("The file is not a key file in PKCS#12 format (.p12 or .pfx). Choose the "
                       "file that holds your key."));
      nb_error_set_reason (error, "key-file");
    }
  else if (check_passphrase (container, passphrase, error))
    identity = open_container (container, passphrase, error);
  ERR_clear_error ();

  if (identity != NULL && !nb_certificate_check (identity->certificate, &problem))
    {
      nb_error_set (error, NB_ERROR_KEY, nowhere, "%s", problem.message);
      return NULL;
    }
  return g_steal_pointer (&identity);
}

gboolean
nb_identity_check (NbIdentity *identity, gint64 now, GError **error)
{
  const NbCertificate *certificate = identity->certificate;
  g_auto (NbProblem) problem = { 0 };

  if (!nb_certificate_check (certificate, &problem))
    nb_error_set (error, NB_ERROR_KEY, nowhere, "%s", problem.message);
  else if (now > certificate->not_after)
    {
      nb_error_set (error, NB_ERROR_KEY, nowhere,
                    _ ("The certificate of %s has expired. Sign with a valid one."),
                    certificate->name);
      nb_error_set_reason (error, "key-expired");
    }
  else if (now < certificate->not_before)
    {
      nb_error_set (error, NB_ERROR_KEY, nowhere,
                    _ ("The certificate of %s is not valid yet. Check the date of this computer."),
                    certificate->name);
      nb_error_set_reason (error, "key-early");
    }
  else
    return TRUE;
  return FALSE;
}

GBytes *
nb_identity_write (NbIdentity *identity, const char *passphrase, GError **error)
{
  g_autoptr (PKCS12) container = NULL;
  unsigned char *der = NULL;
  int size;
  GBytes *bytes;

  /* A cipher in the place of a PBE method means PBES2 with PBKDF2 and HMAC-SHA-256. */
  container = PKCS12_create (passphrase, identity->certificate->name, identity->key,
                             identity->certificate->x509, NULL, NID_aes_256_cbc, NID_aes_256_cbc,
                             NB_PKCS12_ROUNDS, -1, 0);
  if (container == NULL
      || !PKCS12_set_mac (container, passphrase, -1, NULL, 0, NB_PKCS12_ROUNDS, EVP_sha256 ())
      || (size = i2d_PKCS12 (container, &der)) <= 0)
    {
      ERR_clear_error ();
      nb_error_set (error, NB_ERROR_KEY, nowhere, _ ("The key file could not be made."));
      return NULL;
    }
  bytes = g_bytes_new (der, (gsize) size);
  OPENSSL_free (der);
  return bytes;
}

GBytes *
nb_identity_sign (NbIdentity *identity, GBytes *data, GError **error)
{
  return nb_algorithm_sign (identity->certificate->algorithm, identity->key, data, error);
}

const char *
nb_identity_get_name (NbIdentity *identity)
{
  return identity->certificate->name;
}

const char *
nb_identity_get_issuer (NbIdentity *identity)
{
  return identity->certificate->issuer;
}

const char *
nb_identity_get_algorithm (NbIdentity *identity)
{
  return identity->certificate->key_name;
}

const char *
nb_identity_get_fingerprint (NbIdentity *identity)
{
  return identity->certificate->fingerprint;
}

gint64
nb_identity_get_not_before (NbIdentity *identity)
{
  return identity->certificate->not_before;
}

gint64
nb_identity_get_not_after (NbIdentity *identity)
{
  return identity->certificate->not_after;
}

char *
nb_identity_dup_certificate (NbIdentity *identity)
{
  g_autoptr (BIO) out = BIO_new (BIO_s_mem ());
  char *text = NULL;
  long size;

  PEM_write_bio_X509 (out, identity->certificate->x509);
  size = BIO_get_mem_data (out, &text);
  return g_strndup (text, (gsize) MAX (size, 0));
}
