/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-algorithm.h"

#include <glib/gi18n-lib.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>
#include <string.h>
#include <xmlsec/openssl/crypto.h>
#include <xmlsec/openssl/evp.h>

#include "nb-sm2.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_MD_CTX, EVP_MD_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ECDSA_SIG, ECDSA_SIG_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIGNUM, BN_free)

/* n - 1 and (n - 1) / 2 for the order n of P-256 (FIPS 186-4 D.1.2.3), and n - 1 for that of the SM2 curve
 * (GB/T 32918.5), big-endian. Of two values of s that verify, s and n - s, ECDSA leaves the smaller; SM2 has
 * only one. */
#define P256_ORDER_LESS_1                                                                          \
  (const guint8 *) "\xff\xff\xff\xff\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\xff"              \
                   "\xbc\xe6\xfa\xad\xa7\x17\x9e\x84\xf3\xb9\xca\xc2\xfc\x63\x25\x50"
#define P256_ORDER_LESS_1_HALVED                                                                   \
  (const guint8 *) "\x7f\xff\xff\xff\x80\x00\x00\x00\x7f\xff\xff\xff\xff\xff\xff\xff"              \
                   "\xde\x73\x7d\x56\xd3\x8b\xcf\x42\x79\xdc\xe5\x61\x7e\x31\x92\xa8"
#define SM2_ORDER_LESS_1                                                                           \
  (const guint8 *) "\xff\xff\xff\xfe\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"              \
                   "\x72\x03\xdf\x6b\x21\xc6\x05\x2b\x53\xbb\xf4\x09\x39\xd5\x41\x22"

#define NB_SM2_ROW(signature, digest, signature_transform, digest_transform)                       \
  {                                                                                                \
    .id = NB_KEY_SM2, .key_nid = NID_X9_62_id_ecPublicKey, .curve_nid = NID_sm2,                   \
    .key_name = "SM2", .minimum_bits = 256, .maximum_bits = 256, .scalar_size = 32,                \
    .largest_r = SM2_ORDER_LESS_1, .largest_s = SM2_ORDER_LESS_1, .distinguishing_id = NB_SM2_ID,  \
    .signature_uri = signature, .digest_uri = digest, .get_digest = EVP_sm3,                       \
    .get_signature_transform = signature_transform, .get_digest_transform = digest_transform,      \
    .adopt_key = nb_sm2_key_adopt,                                                                 \
  }

/* SM2 has no identifier of W3C or IETF. Three pairs are met in the field, and the first one, from a
 * specification of a national authority, is written: the General Administration of Customs' message
 * specification of May 2022 (§6.2); China E-Port's deployed signer, which has a name for the signature
 * only (its digests are SHA-1, which is never accepted, so Customs' SM3 stands in); a vendor's. */
static const NbAlgorithm algorithms[] = {
  {
      .id = NB_KEY_RSA,
      .key_nid = NID_rsaEncryption,
      .key_name = "RSA",
      .minimum_bits = 2048,
      .maximum_bits = 8192,
      .signature_uri = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
      .digest_uri = "http://www.w3.org/2001/04/xmlenc#sha256",
      .get_digest = EVP_sha256,
      .get_signature_transform = xmlSecOpenSSLTransformRsaSha256GetKlass,
      .get_digest_transform = xmlSecOpenSSLTransformSha256GetKlass,
      .adopt_key = xmlSecOpenSSLEvpKeyAdopt,
  },
  {
      .id = NB_KEY_ECDSA,
      .key_nid = NID_X9_62_id_ecPublicKey,
      .curve_nid = NID_X9_62_prime256v1,
      .key_name = "ECDSA P-256",
      .minimum_bits = 256,
      .maximum_bits = 256,
      .scalar_size = 32,
      .largest_r = P256_ORDER_LESS_1,
      .largest_s = P256_ORDER_LESS_1_HALVED,
      .signature_uri = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
      .digest_uri = "http://www.w3.org/2001/04/xmlenc#sha256",
      .get_digest = EVP_sha256,
      .get_signature_transform = xmlSecOpenSSLTransformEcdsaSha256GetKlass,
      .get_digest_transform = xmlSecOpenSSLTransformSha256GetKlass,
      .adopt_key = xmlSecOpenSSLEvpKeyAdopt,
  },
  NB_SM2_ROW (NB_SM2_URI_CUSTOMS,
              NB_SM3_URI_CUSTOMS,
              nb_sm2_get_customs_transform,
              nb_sm3_get_customs_transform),
  NB_SM2_ROW (NB_SM2_URI_EPORT,
              NB_SM3_URI_CUSTOMS,
              nb_sm2_get_eport_transform,
              nb_sm3_get_customs_transform),
  NB_SM2_ROW (NB_SM2_URI_INFOSEC,
              NB_SM3_URI_INFOSEC,
              nb_sm2_get_infosec_transform,
              nb_sm3_get_infosec_transform),
};

const NbAlgorithm *
nb_algorithm_lookup_uri (const char *signature_uri)
{
  for (gsize i = 0; i < G_N_ELEMENTS (algorithms); i++)
    if (g_str_equal (algorithms[i].signature_uri, signature_uri))
      return &algorithms[i];
  return NULL;
}

const NbAlgorithm *
nb_algorithm_lookup_key (int key_nid, int curve_nid)
{
  for (gsize i = 0; i < G_N_ELEMENTS (algorithms); i++)
    if (algorithms[i].key_nid == key_nid && algorithms[i].curve_nid == curve_nid)
      return &algorithms[i];
  return NULL;
}

GBytes *
nb_algorithm_digest (const NbAlgorithm *algorithm, GBytes *data)
{
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned int digest_size = 0;
  gsize size;
  const void *bytes = g_bytes_get_data (data, &size);

  if (!EVP_Digest (bytes, size, digest, &digest_size, algorithm->get_digest (), NULL))
    g_error ("OpenSSL cannot compute a digest"); /* only when memory is gone */
  return g_bytes_new (digest, digest_size);
}

/* The two numbers of @signature; NULL unless the size is right. */
static ECDSA_SIG *
read_scalars (const NbAlgorithm *algorithm, GBytes *signature)
{
  gsize size;
  const guint8 *raw = g_bytes_get_data (signature, &size);
  ECDSA_SIG *scalars;

  if (size != 2 * (gsize) algorithm->scalar_size)
    return NULL;
  scalars = ECDSA_SIG_new ();
  ECDSA_SIG_set0 (scalars, BN_bin2bn (raw, (int) algorithm->scalar_size, NULL),
                  BN_bin2bn (raw + algorithm->scalar_size, (int) algorithm->scalar_size, NULL));
  return scalars;
}

/* DER, as OpenSSL wants it. */
static GBytes *
scalars_to_der (ECDSA_SIG *scalars)
{
  unsigned char *der = NULL;
  int size = i2d_ECDSA_SIG (scalars, &der);
  GBytes *bytes = g_bytes_new (der, (gsize) MAX (size, 0));

  OPENSSL_free (der);
  return bytes;
}

/* r and s side by side; s brought below half the order where there are two that fit. */
static GBytes *
der_to_raw (const NbAlgorithm *algorithm, const guint8 *der, gsize der_size)
{
  g_autoptr (ECDSA_SIG) scalars = d2i_ECDSA_SIG (NULL, &der, (long) der_size);
  int width = (int) algorithm->scalar_size;
  g_autofree guint8 *raw = g_malloc0 (2 * (gsize) width);
  g_autoptr (BIGNUM) largest_s = BN_bin2bn (algorithm->largest_s, width, NULL);
  g_autoptr (BIGNUM) s = NULL;

  if (scalars == NULL)
    return NULL;
  s = BN_dup (ECDSA_SIG_get0_s (scalars));
  if (BN_cmp (s, largest_s) > 0)
    {
      /* n - s = 2 * (n - 1) / 2 + 1 - s, the order n being odd */
      BN_lshift1 (largest_s, largest_s);
      BN_add_word (largest_s, 1);
      BN_sub (s, largest_s, s);
    }
  if (BN_bn2binpad (ECDSA_SIG_get0_r (scalars), raw, width) != width
      || BN_bn2binpad (s, raw + width, width) != width)
    return NULL;
  return g_bytes_new (raw, 2 * (gsize) width);
}

/* Tells OpenSSL what else goes into the digest. */
static gboolean
set_id (const NbAlgorithm *algorithm, EVP_PKEY_CTX *context)
{
  const char *id = algorithm->distinguishing_id;

  return id == NULL || EVP_PKEY_CTX_set1_id (context, id, (int) strlen (id)) == 1;
}

GBytes *
nb_algorithm_sign (const NbAlgorithm *algorithm, EVP_PKEY *key, GBytes *data, GError **error)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  g_autofree guint8 *signature = g_malloc0 ((gsize) EVP_PKEY_get_size (key));
  size_t signature_size = (size_t) EVP_PKEY_get_size (key);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (data, &size);
  EVP_PKEY_CTX *parameters = NULL; /* belongs to context */
  GBytes *result = NULL;

  if (EVP_DigestSignInit (context, &parameters, algorithm->get_digest (), NULL, key) == 1
      && set_id (algorithm, parameters)
      && EVP_DigestSign (context, signature, &signature_size, bytes, size) == 1)
    result = algorithm->scalar_size > 0 ? der_to_raw (algorithm, signature, signature_size)
                                        : g_bytes_new (signature, signature_size);
  if (result == NULL)
    nb_error_set (error, NB_ERROR_KEY, (NbPlace){ 0, 0 },
                  _ ("The private key could not make a signature."));
  return result;
}

static gboolean
is_zero (const guint8 *number, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (number[i] != 0)
      return FALSE;
  return TRUE;
}

gboolean
nb_algorithm_is_well_formed (const NbAlgorithm *algorithm, EVP_PKEY *key, GBytes *signature)
{
  gsize size = algorithm->scalar_size;
  const guint8 *r = g_bytes_get_data (signature, NULL);

  if (size == 0)
    return g_bytes_get_size (signature) == (gsize) EVP_PKEY_get_size (key);
  /* Both are of one size and big-endian: bytes compare as the numbers do. */
  return g_bytes_get_size (signature) == 2 * size && !is_zero (r, size) && !is_zero (r + size, size)
         && memcmp (r, algorithm->largest_r, size) <= 0
         && memcmp (r + size, algorithm->largest_s, size) <= 0;
}

gboolean
nb_algorithm_verify (const NbAlgorithm *algorithm, EVP_PKEY *key, GBytes *data, GBytes *signature)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  g_autoptr (GBytes) value = NULL;
  EVP_PKEY_CTX *parameters = NULL; /* belongs to context */
  gsize size;
  const guint8 *bytes = g_bytes_get_data (data, &size);

  if (!nb_algorithm_is_well_formed (algorithm, key, signature))
    return FALSE;
  if (algorithm->scalar_size > 0)
    {
      g_autoptr (ECDSA_SIG) scalars = read_scalars (algorithm, signature);

      value = scalars_to_der (scalars);
    }
  else
    value = g_bytes_ref (signature);
  return EVP_DigestVerifyInit (context, &parameters, algorithm->get_digest (), NULL, key) == 1
         && set_id (algorithm, parameters)
         && EVP_DigestVerify (context, g_bytes_get_data (value, NULL), g_bytes_get_size (value),
                              bytes, size)
                == 1;
}
