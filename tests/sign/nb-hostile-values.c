/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

#include <string.h>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>

#include "nb-base64.h"

/* Values of signatures and digests: empty, of the wrong size, in the wrong spelling, at the edges of
 * their range. */

#define VALUE(the_name, the_problem, text)                                                         \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = the_problem, .roles = 1, .make = make_value,         \
    .data = text                                                                                   \
  }
#define SCALARS(the_name, the_key, change)                                                         \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = "signature-value", .roles = 1, .key = the_key,       \
    .make = make_scalars, .data = GINT_TO_POINTER (change)                                         \
  }
#define DIGEST(the_name, the_problem, to)                                                          \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = the_problem, .roles = 1, .make = make_digest,        \
    .data = to                                                                                     \
  }

static GBytes *
make_value (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  return nb_test_put_value (edited, 1, hostile->data);
}

static GBytes *
make_digest (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *own = nb_test_cut (edited, "<ds:DigestValue>", "</ds:DigestValue>", 0);
  g_autofree char *put =
      g_strdup_printf ("<ds:DigestValue>%s</ds:DigestValue>", (const char *) hostile->data);

  return nb_test_replace (edited, own, put, 0);
}

typedef enum
{
  ZERO_R = 1,
  ZERO_S,
  ZERO_BOTH,
  ORDER_R,
  ORDER_S,
  ADD_ORDER_TO_S,
  NEGATE_S,
  SWAP,
  SHORTEN,
  LENGTHEN,
  AS_DER,
  OTHER_ID,
} Change;

/* A signature by the SM2 key with another distinguishing identifier. */
static GBytes *
sign_with_other_id (NbHostileWorld *world, GBytes *octets)
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  EVP_PKEY_CTX *parameters = NULL;
  guint8 der[128];
  size_t size = sizeof der;
  const unsigned char *at = der;
  ECDSA_SIG *scalars;
  guint8 *raw = g_malloc0 (64);

  EVP_DigestSignInit (context, &parameters, EVP_sm3 (), NULL, world->signers[NB_KEY_SM2]->key);
  EVP_PKEY_CTX_set1_id (parameters, "ALICE123@YAHOO.COM", 18);
  g_assert_cmpint (EVP_DigestSign (context, der, &size, g_bytes_get_data (octets, NULL),
                                   g_bytes_get_size (octets)),
                   ==, 1);
  scalars = d2i_ECDSA_SIG (NULL, &at, (long) size);
  BN_bn2binpad (ECDSA_SIG_get0_r (scalars), raw, 32);
  BN_bn2binpad (ECDSA_SIG_get0_s (scalars), raw + 32, 32);
  ECDSA_SIG_free (scalars);
  EVP_MD_CTX_free (context);
  return g_bytes_new_take (raw, 64);
}

/* An order-related number into the 32 bytes at @raw; FALSE where it does not fit. */
static gboolean
put_number (guint8 *raw, const BIGNUM *number)
{
  return BN_bn2binpad (number, raw, 32) == 32;
}

static GBytes *
change_scalars (const guint8 *raw, int curve, Change change)
{
  EC_GROUP *group = EC_GROUP_new_by_curve_name (curve);
  BIGNUM *order = BN_dup (EC_GROUP_get0_order (group));
  BIGNUM *s = BN_bin2bn (raw + 32, 32, NULL);
  guint8 out[96] = { 0 };
  gsize size = 64;
  ECDSA_SIG *scalars;
  unsigned char *der = NULL;

  memcpy (out, raw, 64);
  switch (change)
    {
    case ZERO_R:
      memset (out, 0, 32);
      break;
    case ZERO_S:
      memset (out + 32, 0, 32);
      break;
    case ZERO_BOTH:
      memset (out, 0, 64);
      break;
    case ORDER_R:
      put_number (out, order);
      break;
    case ORDER_S:
      put_number (out + 32, order);
      break;
    case ADD_ORDER_TO_S:
      /* Where it does not fit into 32 bytes it is written into 33, as a careless reader would take it. */
      BN_add (s, s, order);
      if (!put_number (out + 32, s))
        {
          BN_bn2binpad (s, out + 32, 33);
          size = 65;
        }
      break;
    case NEGATE_S:
      BN_sub (s, order, s);
      put_number (out + 32, s);
      break;
    case SWAP:
      memcpy (out, raw + 32, 32);
      memcpy (out + 32, raw, 32);
      break;
    case SHORTEN:
      size = 63;
      break;
    case LENGTHEN:
      size = 65;
      break;
    case AS_DER:
      scalars = ECDSA_SIG_new ();
      ECDSA_SIG_set0 (scalars, BN_bin2bn (raw, 32, NULL), BN_dup (s));
      size = (gsize) i2d_ECDSA_SIG (scalars, &der);
      memcpy (out, der, size);
      OPENSSL_free (der);
      ECDSA_SIG_free (scalars);
      break;
    case OTHER_ID:
    default:
      g_assert_not_reached ();
    }
  BN_free (s);
  BN_free (order);
  EC_GROUP_free (group);
  return g_bytes_new (out, size);
}

static GBytes *
make_scalars (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  Change change = GPOINTER_TO_INT (hostile->data);
  g_autoptr (GBytes) octets = nb_test_get_signed_octets (edited, 1);
  g_autoptr (GBytes) value = nb_identity_sign (world->signers[hostile->key], octets, NULL);
  g_autoptr (GBytes) changed = NULL;
  g_autofree char *text = NULL;

  changed =
      change == OTHER_ID
          ? sign_with_other_id (world, octets)
          : change_scalars (g_bytes_get_data (value, NULL),
                            hostile->key == NB_KEY_SM2 ? NID_sm2 : NID_X9_62_prime256v1, change);
  text = nb_base64_encode (changed);
  return nb_test_put_value (edited, 1, text);
}

/* The value of an RSA signature, @data bytes longer (zeros in front) or shorter. */
static GBytes *
make_rsa_resized (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  int more = GPOINTER_TO_INT (hostile->data);
  g_autoptr (GBytes) octets = nb_test_get_signed_octets (edited, 1);
  g_autoptr (GBytes) value = nb_identity_sign (world->signers[NB_KEY_RSA], octets, NULL);
  gsize size = g_bytes_get_size (value);
  g_autofree guint8 *raw = g_malloc0 (size + 1);
  g_autofree char *text = NULL;

  memcpy (raw + (more > 0 ? 1 : 0), g_bytes_get_data (value, NULL), size);
  text = g_base64_encode (raw, (gsize) ((gssize) size + more));
  return nb_test_put_value (edited, 1, text);
}

/* The last character before the padding has bits that mean nothing; they must be zero. */
static GBytes *
make_spare_bits (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *own =
      nb_test_cut (edited, "<ds:SignatureValue Id=\"s1-value\">", "</ds:SignatureValue>", 0);
  char *padding = strchr (own + 40, '=');
  g_autofree char *before = g_strdup (own);

  g_assert_nonnull (padding);
  padding[-1] = (char) (padding[-1] == 'A' ? 'B' : padding[-1] + 1);
  return nb_test_replace (edited, before, own, 0);
}

const NbHostile nb_hostile_values[] = {
  VALUE ("values-empty", "base64", ""),
  VALUE ("values-white-space", "base64", " \n\t "),
  VALUE ("values-two-bytes", "signature-value", "AAA="),
  VALUE ("values-no-base64", "base64", "这不是签名"),
  VALUE ("values-base64url", "base64", "AA-_"),
  VALUE ("values-padding-inside", "base64", "AA==AAAA"),
  VALUE ("values-padding-missing", "base64", "AAA"),
  VALUE ("values-padding-only", "base64", "===="),
  VALUE ("values-padding-too-long", "base64", "A==="),
  { .name = "values-spare-bits",
    .status = 4,
    .problem = "base64",
    .roles = 1,
    .make = make_spare_bits },
  { .name = "values-rsa-longer",
    .status = 4,
    .problem = "signature-value",
    .roles = 1,
    .make = make_rsa_resized,
    .data = GINT_TO_POINTER (1) },
  { .name = "values-rsa-shorter",
    .status = 4,
    .problem = "signature-value",
    .roles = 1,
    .make = make_rsa_resized,
    .data = GINT_TO_POINTER (-1) },
  SCALARS ("values-ecdsa-r-zero", NB_KEY_ECDSA, ZERO_R),
  SCALARS ("values-ecdsa-s-zero", NB_KEY_ECDSA, ZERO_S),
  SCALARS ("values-ecdsa-zero", NB_KEY_ECDSA, ZERO_BOTH),
  SCALARS ("values-ecdsa-r-order", NB_KEY_ECDSA, ORDER_R),
  SCALARS ("values-ecdsa-s-order", NB_KEY_ECDSA, ORDER_S),
  SCALARS ("values-ecdsa-s-plus-order", NB_KEY_ECDSA, ADD_ORDER_TO_S),
  SCALARS ("values-ecdsa-s-negated", NB_KEY_ECDSA, NEGATE_S),
  SCALARS ("values-ecdsa-swapped", NB_KEY_ECDSA, SWAP),
  SCALARS ("values-ecdsa-63", NB_KEY_ECDSA, SHORTEN),
  SCALARS ("values-ecdsa-65", NB_KEY_ECDSA, LENGTHEN),
  SCALARS ("values-ecdsa-der", NB_KEY_ECDSA, AS_DER),
  SCALARS ("values-sm2-r-zero", NB_KEY_SM2, ZERO_R),
  SCALARS ("values-sm2-s-zero", NB_KEY_SM2, ZERO_S),
  SCALARS ("values-sm2-zero", NB_KEY_SM2, ZERO_BOTH),
  SCALARS ("values-sm2-r-order", NB_KEY_SM2, ORDER_R),
  SCALARS ("values-sm2-s-plus-order", NB_KEY_SM2, ADD_ORDER_TO_S),
  SCALARS ("values-sm2-s-negated", NB_KEY_SM2, NEGATE_S),
  SCALARS ("values-sm2-swapped", NB_KEY_SM2, SWAP),
  SCALARS ("values-sm2-63", NB_KEY_SM2, SHORTEN),
  SCALARS ("values-sm2-65", NB_KEY_SM2, LENGTHEN),
  SCALARS ("values-sm2-der", NB_KEY_SM2, AS_DER),
  SCALARS ("values-sm2-other-identifier", NB_KEY_SM2, OTHER_ID),
  DIGEST ("values-digest-empty", "base64", ""),
  DIGEST ("values-digest-short", "base64", "AAAA"),
  DIGEST (
      "values-digest-long", "base64", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
  DIGEST ("values-digest-hex",
          "base64",
          "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"),
  DIGEST ("values-digest-other", "signature-value", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
  { .name = "values-issuer-serial-other",
    .status = 4,
    .problem = "signing-certificate",
    .roles = 1,
    .edits = { { "<xades:IssuerSerialV2>", "<xades:IssuerSerialV2>AAAA", 0 } },
    .again = 1 },
  { NULL },
};
