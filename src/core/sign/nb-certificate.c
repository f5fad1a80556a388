/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-certificate.h"

#include <glib/gi18n-lib.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include "nb-sm2.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIGNUM, BN_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GENERAL_NAMES, GENERAL_NAMES_free)

/* A stranger wrote this text and a terminal or a window will show it: what is no character, or
 * steers the display instead of showing, becomes U+FFFD. */
static char *
make_safe (const char *text, gsize size)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) size);
  GString *safe = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      GUnicodeType type = g_unichar_type (character);

      g_string_append_unichar (safe, type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT
                                             || type == G_UNICODE_LINE_SEPARATOR
                                             || type == G_UNICODE_PARAGRAPH_SEPARATOR
                                         ? 0xfffd
                                         : character);
    }
  return g_string_free (safe, FALSE);
}

static char *
format_name (const X509_NAME *name)
{
  int position = X509_NAME_get_index_by_NID (name, NID_commonName, -1);
  g_autoptr (BIO) out = NULL;
  char *text = NULL;
  long size;

  if (position >= 0)
    {
      const X509_NAME_ENTRY *entry = X509_NAME_get_entry (name, position);
      unsigned char *utf8 = NULL;
      int length = ASN1_STRING_to_UTF8 (&utf8, X509_NAME_ENTRY_get_data (entry));

      if (length > 0)
        {
          char *safe = make_safe ((const char *) utf8, (gsize) length);

          OPENSSL_free (utf8);
          return safe;
        }
      OPENSSL_free (utf8);
    }

  out = BIO_new (BIO_s_mem ());
  X509_NAME_print_ex (out, name, 0, XN_FLAG_RFC2253 & ~(unsigned long) ASN1_STRFLGS_ESC_MSB);
  size = BIO_get_mem_data (out, &text);
  return make_safe (text, (gsize) MAX (size, 0));
}

static gint64
read_time (const ASN1_TIME *time)
{
  struct tm parts = { 0 };
  g_autoptr (GDateTime) date = NULL;

  if (time == NULL || !ASN1_TIME_to_tm (time, &parts))
    return 0;
  date = g_date_time_new_utc (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour,
                              parts.tm_min, parts.tm_sec);
  return date != NULL ? g_date_time_to_unix (date) : 0;
}

/* The row of the closed list by what stands in the certificate itself: a curve must be named there,
 * not spelled out. */
static const NbAlgorithm *
find_algorithm (X509 *x509)
{
  ASN1_OBJECT *key_type = NULL;
  X509_ALGOR *key_algorithm = NULL;
  const void *parameter = NULL;
  int parameter_type = V_ASN1_UNDEF;
  int curve = 0;

  if (!X509_PUBKEY_get0_param (&key_type, NULL, NULL, &key_algorithm, X509_get_X509_PUBKEY (x509)))
    return NULL;
  X509_ALGOR_get0 (NULL, &parameter_type, &parameter, key_algorithm);
  if (parameter_type == V_ASN1_OBJECT)
    curve = OBJ_obj2nid (parameter);
  return nb_algorithm_lookup_key (OBJ_obj2nid (key_type), curve);
}

static char *
format_key (const EVP_PKEY *key, const NbAlgorithm *algorithm)
{
  if (key == NULL)
    return NULL;
  if (algorithm != NULL && algorithm->minimum_bits == algorithm->maximum_bits)
    return g_strdup (algorithm->key_name);
  return g_strdup_printf ("%s-%d",
                          algorithm != NULL ? algorithm->key_name : EVP_PKEY_get0_type_name (key),
                          EVP_PKEY_get_bits (key));
}

static char *
format_fingerprint (X509 *x509)
{
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  GString *text = g_string_new (NULL);

  X509_digest (x509, EVP_sha256 (), digest, &size);
  for (unsigned int i = 0; i < size; i++)
    g_string_append_printf (text, "%s%02X", i > 0 ? ":" : "", digest[i]);
  return g_string_free (text, FALSE);
}

static GBytes *
write_der (X509 *x509)
{
  unsigned char *der = NULL;
  int size = i2d_X509 (x509, &der);
  GBytes *bytes = g_bytes_new (der, (gsize) MAX (size, 0));

  OPENSSL_free (der);
  return bytes;
}

NbCertificate *
nb_certificate_new (X509 *x509)
{
  NbCertificate *certificate = g_new0 (NbCertificate, 1);

  nb_sm2_prepare_certificate (x509);
  g_atomic_ref_count_init (&certificate->references);
  certificate->x509 = x509;
  certificate->der = write_der (x509);
  certificate->key = X509_get0_pubkey (x509);
  certificate->algorithm = find_algorithm (x509);
  certificate->name = format_name (X509_get_subject_name (x509));
  certificate->issuer = format_name (X509_get_issuer_name (x509));
  certificate->key_name = format_key (certificate->key, certificate->algorithm);
  certificate->fingerprint = format_fingerprint (x509);
  certificate->not_before = read_time (X509_get0_notBefore (x509));
  certificate->not_after = read_time (X509_get0_notAfter (x509));
  certificate->self_made = X509_self_signed (x509, 1) == 1;
  ERR_clear_error ();
  return certificate;
}

NbCertificate *
nb_certificate_parse (GBytes *der)
{
  gsize size;
  const unsigned char *start = g_bytes_get_data (der, &size);
  const unsigned char *end = start;
  X509 *x509 = d2i_X509 (NULL, &end, (long) size);
  g_autoptr (NbCertificate) certificate = NULL;

  ERR_clear_error ();
  if (x509 == NULL)
    return NULL;
  certificate = nb_certificate_new (x509);
  /* DER has one spelling: what reads the same but is written otherwise is not it. */
  return g_bytes_equal (certificate->der, der) ? g_steal_pointer (&certificate) : NULL;
}

NbCertificate *
nb_certificate_ref (NbCertificate *certificate)
{
  g_atomic_ref_count_inc (&certificate->references);
  return certificate;
}

void
nb_certificate_unref (NbCertificate *certificate)
{
  if (certificate == NULL || !g_atomic_ref_count_dec (&certificate->references))
    return;
  g_bytes_unref (certificate->der);
  X509_free (certificate->x509);
  g_free (certificate->name);
  g_free (certificate->issuer);
  g_free (certificate->key_name);
  g_free (certificate->fingerprint);
  g_free (certificate);
}

static gboolean
has_default_exponent (const EVP_PKEY *key)
{
  BIGNUM *read = NULL;
  g_autoptr (BIGNUM) exponent = NULL;

  if (!EVP_PKEY_get_bn_param (key, OSSL_PKEY_PARAM_RSA_E, &read))
    return FALSE;
  exponent = read;
  return BN_is_word (exponent, RSA_F4);
}

static gboolean
check_key (const NbCertificate *certificate, NbProblem *problem)
{
  const NbAlgorithm *algorithm = certificate->algorithm;
  int bits;

  if (certificate->key == NULL || algorithm == NULL)
    return nb_problem_set (problem, "key",
                           _ ("The certificate of %s has a kind of key that is not accepted here: "
                              "RSA with at least 2048 bits, ECDSA P-256 or SM2 is needed."),
                           certificate->name);
  bits = EVP_PKEY_get_bits (certificate->key);
  if (bits < (int) algorithm->minimum_bits || bits > (int) algorithm->maximum_bits)
    return nb_problem_set (problem, "key",
                           _ ("The certificate of %s has a key of %d bits, which is not accepted "
                              "here: RSA with at least 2048 bits, ECDSA P-256 or SM2 is needed."),
                           certificate->name, bits);
  if (algorithm->id == NB_KEY_RSA && !has_default_exponent (certificate->key))
    return nb_problem_set (problem, "key",
                           _ ("The RSA key in the certificate of %s has an unusual exponent, which "
                              "is not accepted here."),
                           certificate->name);
  return TRUE;
}

gboolean
nb_certificate_check (const NbCertificate *certificate, NbProblem *problem)
{
  guint32 flags = X509_get_extension_flags (certificate->x509);

  if (X509_get_version (certificate->x509) != X509_VERSION_3 || (flags & EXFLAG_INVALID) != 0)
    return nb_problem_set (problem, "certificate",
                           _ ("The certificate of %s is not a well-made X.509 certificate of "
                              "version 3."),
                           certificate->name);
  if (!check_key (certificate, problem))
    return FALSE;
  if (X509_check_ca (certificate->x509) != 0)
    return nb_problem_set (problem, "key-usage",
                           _ ("The certificate of %s belongs to a certificate authority; a person "
                              "or an institution must sign with its own certificate."),
                           certificate->name);
  if ((flags & EXFLAG_KUSAGE) == 0
      || (X509_get_key_usage (certificate->x509) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION))
             == 0)
    return nb_problem_set (problem, "key-usage",
                           _ ("The certificate of %s was not issued for signing documents. Choose "
                              "the signing certificate, not the one for encryption."),
                           certificate->name);
  return TRUE;
}

GBytes *
nb_certificate_write_issuer_serial (const NbCertificate *certificate)
{
  g_autoptr (GENERAL_NAMES) names = GENERAL_NAMES_new ();
  GENERAL_NAME *name = GENERAL_NAME_new ();
  const ASN1_INTEGER *serial = X509_get0_serialNumber (certificate->x509);
  g_autofree unsigned char *der = NULL;
  unsigned char *out;
  int content_size;
  int size;

  GENERAL_NAME_set0_value (name, GEN_DIRNAME,
                           X509_NAME_dup (X509_get_issuer_name (certificate->x509)));
  sk_GENERAL_NAME_push (names, name);

  content_size = i2d_GENERAL_NAMES (names, NULL) + i2d_ASN1_INTEGER (serial, NULL);
  size = ASN1_object_size (1, content_size, V_ASN1_SEQUENCE);
  der = out = g_malloc ((gsize) size);
  ASN1_put_object (&out, 1, content_size, V_ASN1_SEQUENCE, V_ASN1_UNIVERSAL);
  i2d_GENERAL_NAMES (names, &out);
  i2d_ASN1_INTEGER (serial, &out);
  return g_bytes_new (der, (gsize) size);
}
