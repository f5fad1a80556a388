/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-test-authority.h"

#include <string.h>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include "nb-sm2.h"

#define DAY (24 * 60 * 60)

static EVP_PKEY *
make_rsa (const char *type, guint exponent)
{
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name (NULL, type, NULL);
  BIGNUM *e = BN_new ();
  EVP_PKEY *key = NULL;

  BN_set_word (e, exponent);
  g_assert_cmpint (EVP_PKEY_keygen_init (context), ==, 1);
  EVP_PKEY_CTX_set_rsa_keygen_bits (context, 2048);
  EVP_PKEY_CTX_set1_rsa_keygen_pubexp (context, e);
  g_assert_cmpint (EVP_PKEY_generate (context, &key), ==, 1);
  EVP_PKEY_CTX_free (context);
  BN_free (e);
  return key;
}

/* With e = 1 the padded digest is its own signature: anyone can sign. OpenSSL makes no such key, so the
 * modulus of another one is taken. */
static EVP_PKEY *
make_rsa_with_one (void)
{
  OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new ();
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name (NULL, "RSA", NULL);
  BIGNUM *one = BN_new ();
  BIGNUM *n = NULL;
  OSSL_PARAM *parameters;
  EVP_PKEY *key = NULL;

  BN_one (one);
  g_assert_true (EVP_PKEY_get_bn_param (nb_test_key ("RSA-2048"), OSSL_PKEY_PARAM_RSA_N, &n));
  OSSL_PARAM_BLD_push_BN (builder, OSSL_PKEY_PARAM_RSA_N, n);
  OSSL_PARAM_BLD_push_BN (builder, OSSL_PKEY_PARAM_RSA_E, one);
  parameters = OSSL_PARAM_BLD_to_param (builder);
  g_assert_cmpint (EVP_PKEY_fromdata_init (context), ==, 1);
  g_assert_cmpint (EVP_PKEY_fromdata (context, &key, EVP_PKEY_PUBLIC_KEY, parameters), ==, 1);
  OSSL_PARAM_free (parameters);
  OSSL_PARAM_BLD_free (builder);
  EVP_PKEY_CTX_free (context);
  BN_free (one);
  BN_free (n);
  return key;
}

static EVP_PKEY *
make_explicit_curve (void)
{
  EVP_PKEY *key = EVP_EC_gen ("P-256");

  g_assert_true (EVP_PKEY_set_utf8_string_param (key, OSSL_PKEY_PARAM_EC_ENCODING,
                                                 OSSL_PKEY_EC_ENCODING_EXPLICIT));
  return key;
}

static EVP_PKEY *
make_key (const char *kind)
{
  if (g_str_has_prefix (kind, "RSA-1024"))
    return EVP_RSA_gen (1024);
  if (g_str_has_prefix (kind, "RSA-2048"))
    return EVP_RSA_gen (2048);
  if (g_str_has_prefix (kind, "RSA-3072"))
    return EVP_RSA_gen (3072);
  if (g_str_equal (kind, "RSA-3"))
    return make_rsa ("RSA", 3);
  if (g_str_equal (kind, "RSA-1"))
    return make_rsa_with_one ();
  if (g_str_equal (kind, "RSA-PSS"))
    return make_rsa ("RSA-PSS", 65537);
  if (g_str_equal (kind, "P-256 explicit"))
    return make_explicit_curve ();
  if (g_str_has_prefix (kind, "P-256"))
    return EVP_EC_gen ("P-256");
  if (g_str_has_prefix (kind, "SM2"))
    return EVP_PKEY_Q_keygen (NULL, NULL, "SM2");
  if (g_str_equal (kind, "ED25519"))
    return EVP_PKEY_Q_keygen (NULL, NULL, "ED25519");
  return EVP_EC_gen (kind);
}

EVP_PKEY *
nb_test_key (const char *kind)
{
  static GHashTable *keys = NULL;
  EVP_PKEY *key;

  if (keys == NULL)
    keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) EVP_PKEY_free);
  key = g_hash_table_lookup (keys, kind);
  if (key == NULL)
    {
      key = make_key (kind);
      g_assert_nonnull (key);
      g_hash_table_insert (keys, (char *) kind, key);
    }
  return key;
}

static void
add_extension (X509 *x509, X509 *issuer, int nid, const char *value)
{
  X509V3_CTX context;
  X509_EXTENSION *extension;

  X509V3_set_ctx_nodb (&context);
  X509V3_set_ctx (&context, issuer, x509, NULL, NULL, 0);
  extension = X509V3_EXT_conf_nid (NULL, &context, nid, value);
  g_assert_nonnull (extension);
  X509_add_ext (x509, extension, -1);
  X509_EXTENSION_free (extension);
}

/* "Whoever does not understand this must not accept the certificate." */
static void
add_unknown_critical (X509 *x509)
{
  ASN1_OBJECT *oid = OBJ_txt2obj ("1.3.6.1.4.1.99999.1", 1);
  ASN1_OCTET_STRING *value = ASN1_OCTET_STRING_new ();
  X509_EXTENSION *extension;

  ASN1_OCTET_STRING_set (value, (const unsigned char *) "\005\000", 2);
  extension = X509_EXTENSION_create_by_OBJ (NULL, oid, 1, value);
  X509_add_ext (x509, extension, -1);
  X509_EXTENSION_free (extension);
  ASN1_OCTET_STRING_free (value);
  ASN1_OBJECT_free (oid);
}

/* What the key @signer signs with, the digest that fits it or SHA-1. */
static EVP_MD_CTX *
begin_signature (EVP_PKEY *signer, gboolean sha1)
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  EVP_PKEY_CTX *parameters = NULL;
  gboolean sm2 = EVP_PKEY_is_a (signer, "SM2");
  const EVP_MD *digest = sha1 ? EVP_sha1 () : sm2 ? EVP_sm3 () : EVP_sha256 ();

  g_assert_cmpint (EVP_DigestSignInit (context, &parameters,
                                       EVP_PKEY_is_a (signer, "ED25519") ? NULL : digest, NULL,
                                       signer),
                   ==, 1);
  if (sm2)
    EVP_PKEY_CTX_set1_id (parameters, NB_SM2_ID, (int) strlen (NB_SM2_ID));
  return context;
}

static void
add_extensions (X509 *x509, X509 *issuer, const NbTestCertificate *what)
{
  const char *constraints = what->constraints != NULL ? what->constraints : "critical,CA:FALSE";
  const char *usage = what->usage != NULL ? what->usage : "critical,digitalSignature";

  add_extension (x509, issuer, NID_basic_constraints, constraints);
  if (*usage != '\0')
    add_extension (x509, issuer, NID_key_usage, usage);
  add_extension (x509, issuer, NID_subject_key_identifier, "hash");
  add_extension (x509, issuer, NID_authority_key_identifier, "keyid:always");
  if (what->unknown_critical)
    add_unknown_critical (x509);
}

NbIdentity *
nb_test_issue (NbIdentity *issuer, const NbTestCertificate *what, gint64 now)
{
  static glong next_serial = 1000;
  EVP_PKEY *key = nb_test_key (what->key != NULL ? what->key : "RSA-2048");
  EVP_PKEY *signer = issuer != NULL ? issuer->key : key;
  X509 *x509 = X509_new ();
  X509 *issuer_x509 = issuer != NULL ? issuer->certificate->x509 : x509;
  const char *name = what->name != NULL ? what->name : "青禾县种子检验站 王某";
  EVP_MD_CTX *context;

  X509_set_version (x509, what->version_1 ? X509_VERSION_1 : X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (x509), what->serial != 0 ? what->serial : next_serial++);
  ASN1_TIME_set (X509_getm_notBefore (x509),
                 what->not_before != 0 ? what->not_before : now - 30 * DAY);
  ASN1_TIME_set (X509_getm_notAfter (x509),
                 what->not_after != 0 ? what->not_after : now + G_GINT64_CONSTANT (3652) * DAY);
  X509_NAME_add_entry_by_NID (X509_get_subject_name (x509), NID_commonName, MBSTRING_UTF8,
                              (const unsigned char *) name, -1, -1, 0);
  X509_set_issuer_name (x509, X509_get_subject_name (issuer_x509));
  X509_set_pubkey (x509, key);
  if (!what->version_1)
    add_extensions (x509, issuer_x509, what);
  context = begin_signature (signer, what->sha1);
  g_assert_cmpint (X509_sign_ctx (x509, context), >, 0);
  EVP_MD_CTX_free (context);
  EVP_PKEY_up_ref (key);
  return nb_identity_new (key, x509);
}

NbIdentity *
nb_test_authority (const char *name, const char *kind, gint64 now)
{
  const NbTestCertificate what = {
    .name = name,
    .key = kind,
    .usage = "critical,keyCertSign,cRLSign",
    .constraints = "critical,CA:TRUE",
  };

  return nb_test_issue (NULL, &what, now);
}

GBytes *
nb_test_revoke (
    NbIdentity *issuer, NbIdentity *maker, glong serial, gint64 this_update, gint64 next_update)
{
  X509_CRL *crl = X509_CRL_new ();
  X509_REVOKED *revoked = X509_REVOKED_new ();
  ASN1_INTEGER *number = ASN1_INTEGER_new ();
  ASN1_TIME *time = ASN1_TIME_set (NULL, this_update);
  EVP_MD_CTX *context = begin_signature (maker->key, FALSE);
  BIO *out = BIO_new (BIO_s_mem ());
  char *text = NULL;
  long size;
  GBytes *bytes;

  X509_CRL_set_version (crl, X509_CRL_VERSION_2);
  X509_CRL_set_issuer_name (crl, X509_get_subject_name (issuer->certificate->x509));
  X509_CRL_set1_lastUpdate (crl, time);
  ASN1_INTEGER_set (number, serial);
  X509_REVOKED_set_serialNumber (revoked, number);
  X509_REVOKED_set_revocationDate (revoked, time);
  X509_CRL_add0_revoked (crl, revoked);
  ASN1_TIME_set (time, next_update);
  X509_CRL_set1_nextUpdate (crl, time);
  g_assert_cmpint (X509_CRL_sign_ctx (crl, context), >, 0);

  PEM_write_bio_X509_CRL (out, crl);
  size = BIO_get_mem_data (out, &text);
  bytes = g_bytes_new (text, (gsize) size);
  BIO_free (out);
  EVP_MD_CTX_free (context);
  ASN1_TIME_free (time);
  ASN1_INTEGER_free (number);
  X509_CRL_free (crl);
  return bytes;
}
