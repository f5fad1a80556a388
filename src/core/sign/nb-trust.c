/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-trust-private.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "nb-sm2.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)

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
