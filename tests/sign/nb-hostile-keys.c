/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

#include <string.h>

#include <openssl/evp.h>

#include "nb-base64.h"
#include "nb-signature-terms.h"

/* Keys and certificates: none where one is needed, another one than was signed with, and every kind that
 * must not be believed. */

#define HOUR 3600
#define DAY  (24 * HOUR)

typedef enum
{
  BY_AUTHORITY,
  BY_SM2_AUTHORITY,
  BY_OLD_AUTHORITY,
  BY_FORGED_AUTHORITY,
  BY_LATE_AUTHORITY,
  BY_WEAK_AUTHORITY,
  BY_SILENT_AUTHORITY,
  BY_STRANGER,
  BY_PERSON,
  BY_ITSELF,
} Issuer;

/* Who signs; the times of @what count from the present, in days. */
typedef struct
{
  Issuer issuer;
  NbTestCertificate what;
} Signer;

static NbIdentity *
get_issuer (NbHostileWorld *world, Issuer issuer)
{
  NbIdentity *issuers[] = {
    [BY_AUTHORITY] = world->authority,
    [BY_SM2_AUTHORITY] = world->sm2_authority,
    [BY_OLD_AUTHORITY] = world->old_authority,
    [BY_FORGED_AUTHORITY] = world->forged_authority,
    [BY_LATE_AUTHORITY] = world->late_authority,
    [BY_WEAK_AUTHORITY] = world->weak_authority,
    [BY_SILENT_AUTHORITY] = world->silent_authority,
    [BY_STRANGER] = world->stranger,
    [BY_PERSON] = world->person,
    [BY_ITSELF] = NULL,
  };

  return issuers[issuer];
}

static NbIdentity *
issue (NbHostileWorld *world, const Signer *signer)
{
  NbTestCertificate what = signer->what;

  if (what.not_before != 0)
    what.not_before = world->now + what.not_before * DAY;
  if (what.not_after != 0)
    what.not_after = world->now + what.not_after * DAY;
  return nb_test_issue (get_issuer (world, signer->issuer), &what, world->now);
}

/* Everything is made as the owner of the certificate would make it, digests and value too. */
static GBytes *
make_signed_by (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autoptr (NbIdentity) identity = issue (world, hostile->data);
  g_autoptr (GBytes) named = nb_test_put_certificate (
      edited, identity, 1, world->signers[hostile->key]->certificate->algorithm);

  return nb_test_sign_again (named, identity, 1);
}

/* The certificate only is put in; what was signed names the true one. */
static GBytes *
make_certificate_swapped (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autoptr (NbIdentity) identity = issue (world, hostile->data);
  GBytes *der = identity->certificate->der;
  g_autofree char *text = nb_base64_encode (der);
  g_autofree char *both = g_strdup_printf ("<ds:X509Certificate>%s</ds:X509Certificate>", text);
  g_autofree char *own = nb_test_cut (edited, "<ds:X509Certificate>", "</ds:X509Certificate>", 0);

  return nb_test_replace (edited, own, both, 0);
}

/* A key of its own under the true certificate. */
static GBytes *
make_signed_with_another_key (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  const NbTestCertificate what = { .key = "RSA-2048/other" };
  g_autoptr (NbIdentity) identity = nb_test_issue (world->authority, &what, world->now);

  return nb_test_sign_octets (edited, identity, 1);
}

/* The properties name the certificate @identity, and digests and value are in order for the key that
 * the algorithm asks for: only that key is not the certificate's. */
static GBytes *
name_certificate (NbHostileWorld *world,
                  const NbHostile *hostile,
                  GBytes *edited,
                  const NbIdentity *identity)
{
  g_autoptr (GBytes) named = nb_test_put_certificate (
      edited, identity, 1, world->signers[hostile->key]->certificate->algorithm);

  return nb_test_sign_again (named, world->signers[hostile->key], 1);
}

static GBytes *
make_certificate_named (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autoptr (NbIdentity) identity = issue (world, hostile->data);

  return name_certificate (world, hostile, edited, identity);
}

/* With e = 1 the value is the padded digest itself: nobody needs a private key. */
static GBytes *
make_rsa_exponent_one (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  static const guint8 digest_info[] = { 0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                        0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20 };
  const NbTestCertificate what = { .key = "RSA-1" };
  g_autoptr (NbIdentity) identity = nb_test_issue (world->authority, &what, world->now);
  g_autoptr (GBytes) named = nb_test_put_certificate (
      edited, identity, 1, world->signers[hostile->key]->certificate->algorithm);
  g_autoptr (GBytes) again = nb_test_sign_again (named, world->signers[NB_KEY_RSA], 1);
  g_autoptr (GBytes) octets = nb_test_get_signed_octets (again, 1);
  guint8 padded[256];
  g_autofree char *text = NULL;

  memset (padded, 0xff, sizeof padded);
  padded[0] = 0x00;
  padded[1] = 0x01;
  padded[sizeof padded - 32 - sizeof digest_info - 1] = 0x00;
  memcpy (padded + sizeof padded - 32 - sizeof digest_info, digest_info, sizeof digest_info);
  EVP_Digest (g_bytes_get_data (octets, NULL), g_bytes_get_size (octets),
              padded + sizeof padded - 32, NULL, EVP_sha256 (), NULL);
  text = g_base64_encode (padded, sizeof padded);
  return nb_test_put_value (again, 1, text);
}

/* @data instead of what is in X509Data, or in KeyInfo. */
static GBytes *
make_key_info (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *own = nb_test_cut (edited, "<ds:KeyInfo>", "</ds:KeyInfo>\n", 0);

  return nb_test_replace (edited, own, hostile->data, 0);
}

/* X509Data a second time. */
static GBytes *
make_twice (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *own = nb_test_cut (edited, hostile->data, "\n", 0);
  g_autofree char *both = g_strconcat (own, own, NULL);

  return nb_test_replace (edited, own, both, 0);
}

static GBytes *
make_certificate_with_tail (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  GBytes *der = world->signers[NB_KEY_RSA]->certificate->der;
  g_autofree char *own = nb_base64_encode (der);
  GByteArray *longer = g_byte_array_new ();
  g_autoptr (GBytes) with_tail = NULL;
  g_autofree char *text = NULL;

  g_byte_array_append (longer, g_bytes_get_data (der, NULL), (guint) g_bytes_get_size (der));
  g_byte_array_append (longer, (const guint8 *) "tail", 4);
  with_tail = g_byte_array_free_to_bytes (longer);
  text = nb_base64_encode (with_tail);
  return nb_test_replace (edited, own, text, 0);
}

#define SIGNED_BY(the_name, the_status, the_problem, the_key, the_issuer, ...)                     \
  {                                                                                                \
    .name = the_name, .status = the_status, .problem = the_problem, .roles = 1, .key = the_key,    \
    .make = make_signed_by, .data = &(const Signer)                                                \
    {                                                                                              \
      the_issuer,                                                                                  \
      {                                                                                            \
        __VA_ARGS__                                                                                \
      }                                                                                            \
    }                                                                                              \
  }
#define SWAPPED(the_name, the_issuer, ...)                                                         \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = "signing-certificate", .roles = 1,                   \
    .make = make_certificate_swapped, .data = &(const Signer)                                      \
    {                                                                                              \
      the_issuer,                                                                                  \
      {                                                                                            \
        __VA_ARGS__                                                                                \
      }                                                                                            \
    }                                                                                              \
  }
#define KEY_INFO(the_name, the_problem, text)                                                      \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = the_problem, .roles = 1, .make = make_key_info,      \
    .data = text                                                                                   \
  }
#define IN_KEY_INFO(text) "<ds:KeyInfo>\n" text "\n</ds:KeyInfo>\n"

const NbHostile nb_hostile_keys[] = {
  KEY_INFO ("keys-no-key-info", "shape", ""),
  KEY_INFO ("keys-empty-key-info", "shape", "<ds:KeyInfo/>\n"),
  KEY_INFO (
      "keys-value-only",
      "shape",
      IN_KEY_INFO ("<ds:KeyValue>\n<ds:RSAKeyValue>\n<ds:Modulus>wQ==</ds:Modulus>\n<ds:Exponent>"
                   "AQAB</ds:Exponent>\n</ds:RSAKeyValue>\n</ds:KeyValue>")),
  KEY_INFO ("keys-name-only", "shape", IN_KEY_INFO ("<ds:KeyName>王某</ds:KeyName>")),
  KEY_INFO ("keys-retrieval-file",
            "shape",
            IN_KEY_INFO ("<ds:RetrievalMethod URI=\"file:///etc/passwd\"/>")),
  KEY_INFO ("keys-retrieval-http",
            "shape",
            IN_KEY_INFO ("<ds:RetrievalMethod URI=\"http://127.0.0.1/key\"/>")),
  KEY_INFO ("keys-retrieval-loop",
            "shape",
            "<ds:KeyInfo Id=\"k\">\n<ds:RetrievalMethod URI=\"#k\"/>\n</ds:KeyInfo>\n"),
  KEY_INFO ("keys-reference", "shape", IN_KEY_INFO ("<ds:KeyInfoReference URI=\"#report\"/>")),
  KEY_INFO ("keys-subject-name-only",
            "shape",
            IN_KEY_INFO ("<ds:X509Data>\n<ds:X509SubjectName>CN=王某</ds:X509SubjectName>\n"
                         "</ds:X509Data>")),
  KEY_INFO (
      "keys-certificate-empty",
      "base64",
      IN_KEY_INFO ("<ds:X509Data>\n<ds:X509Certificate></ds:X509Certificate>\n</ds:X509Data>")),
  KEY_INFO ("keys-certificate-garbage",
            "certificate",
            IN_KEY_INFO ("<ds:X509Data>\n<ds:X509Certificate>MIIBAAAA</ds:X509Certificate>\n"
                         "</ds:X509Data>")),
  { .name = "keys-certificate-with-tail",
    .status = 4,
    .problem = "certificate",
    .roles = 1,
    .make = make_certificate_with_tail },
  { .name = "keys-two-certificates",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .make = make_twice,
    .data = "<ds:X509Certificate>" },
  { .name = "keys-value-before-certificate",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { "<ds:KeyInfo>\n", "<ds:KeyInfo>\n<ds:KeyName>x</ds:KeyName>\n", 0 } } },
  { .name = "keys-name-behind-certificate",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { "</ds:X509Data>\n", "</ds:X509Data>\n<ds:KeyName>x</ds:KeyName>\n", 0 } } },
  { .name = "keys-two-data",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { "</ds:X509Data>\n", "</ds:X509Data>\n<ds:X509Data>\n</ds:X509Data>\n", 0 } } },
  SWAPPED ("keys-certificate-of-another", BY_AUTHORITY, .key = "RSA-2048/other"),
  SWAPPED ("keys-same-key-other-certificate", BY_AUTHORITY, .key = "RSA-2048"),
  SWAPPED ("keys-same-key-same-name-self-made", BY_ITSELF, .key = "RSA-2048"),
  { .name = "keys-signed-with-another-key",
    .status = 4,
    .problem = "signature-value",
    .roles = 1,
    .make = make_signed_with_another_key },
  SIGNED_BY ("keys-self-made", 6, "self-made", NB_KEY_RSA, BY_ITSELF, .name = "王某"),
  SIGNED_BY ("keys-self-made-in-the-name-of-the-authority",
             6,
             "self-made",
             NB_KEY_RSA,
             BY_ITSELF,
             .name = "测试证书机构"),
  SIGNED_BY ("keys-untrusted-authority", 6, "untrusted", NB_KEY_RSA, BY_STRANGER),
  SIGNED_BY ("keys-untrusted-sm2", 6, "untrusted", NB_KEY_SM2, BY_STRANGER, .key = "SM2"),
  SIGNED_BY ("keys-issued-by-person", 6, "issuer-authority", NB_KEY_RSA, BY_PERSON),
  SIGNED_BY (
      "keys-issued-by-silent-authority", 6, "issuer-authority", NB_KEY_RSA, BY_SILENT_AUTHORITY),
  SIGNED_BY ("keys-issued-by-weak-authority", 6, "chain-weak", NB_KEY_RSA, BY_WEAK_AUTHORITY),
  SIGNED_BY ("keys-issued-by-late-authority",
             6,
             "issuer-time",
             NB_KEY_RSA,
             BY_LATE_AUTHORITY,
             .not_after = 100),
  SIGNED_BY ("keys-issued-with-sha1", 6, "chain-weak", NB_KEY_RSA, BY_AUTHORITY, .sha1 = TRUE),
  SIGNED_BY ("keys-revoked", 6, "revoked", NB_KEY_RSA, BY_AUTHORITY, .serial = NB_TEST_REVOKED),
  SIGNED_BY ("keys-revoked-sm2",
             6,
             "revoked",
             NB_KEY_SM2,
             BY_SM2_AUTHORITY,
             .key = "SM2",
             .serial = NB_TEST_REVOKED),
  SIGNED_BY ("keys-old-revocation-list", 6, "crl-old", NB_KEY_RSA, BY_OLD_AUTHORITY),
  SIGNED_BY ("keys-forged-revocation-list", 6, "crl-forged", NB_KEY_RSA, BY_FORGED_AUTHORITY),
  SIGNED_BY ("keys-unknown-critical-extension",
             6,
             "critical-extension",
             NB_KEY_RSA,
             BY_AUTHORITY,
             .unknown_critical = TRUE),
  SIGNED_BY ("keys-expired",
             6,
             "time-after",
             NB_KEY_RSA,
             BY_AUTHORITY,
             .not_before = -400,
             .not_after = -10),
  SIGNED_BY ("keys-not-yet-valid",
             6,
             "time-before",
             NB_KEY_RSA,
             BY_AUTHORITY,
             .not_before = 10,
             .not_after = 400),
  SIGNED_BY ("keys-for-encryption",
             4,
             "key-usage",
             NB_KEY_RSA,
             BY_AUTHORITY,
             .usage = "critical,keyEncipherment,dataEncipherment"),
  SIGNED_BY ("keys-without-usage", 4, "key-usage", NB_KEY_RSA, BY_AUTHORITY, .usage = ""),
  SIGNED_BY ("keys-of-an-authority",
             4,
             "key-usage",
             NB_KEY_RSA,
             BY_AUTHORITY,
             .usage = "critical,digitalSignature,keyCertSign",
             .constraints = "critical,CA:TRUE"),
  SIGNED_BY ("keys-version-1", 4, "certificate", NB_KEY_RSA, BY_AUTHORITY, .version_1 = TRUE),
  SIGNED_BY ("keys-rsa-1024", 4, "key", NB_KEY_RSA, BY_AUTHORITY, .key = "RSA-1024"),
  SIGNED_BY ("keys-rsa-exponent-3", 4, "key", NB_KEY_RSA, BY_AUTHORITY, .key = "RSA-3"),
  { .name = "keys-rsa-exponent-1",
    .status = 4,
    .problem = "key",
    .roles = 1,
    .make = make_rsa_exponent_one },
  SIGNED_BY ("keys-p-384", 4, "key", NB_KEY_ECDSA, BY_AUTHORITY, .key = "P-384"),
  SIGNED_BY ("keys-secp256k1", 4, "key", NB_KEY_ECDSA, BY_AUTHORITY, .key = "secp256k1"),
  SIGNED_BY ("keys-brainpool", 4, "key", NB_KEY_ECDSA, BY_AUTHORITY, .key = "brainpoolP256r1"),
  SIGNED_BY ("keys-explicit-curve", 4, "key", NB_KEY_ECDSA, BY_AUTHORITY, .key = "P-256 explicit"),
  { .name = "keys-ed25519",
    .status = 4,
    .problem = "key",
    .roles = 1,
    .make = make_certificate_named,
    .data = &(const Signer){ BY_AUTHORITY, { .key = "ED25519" } } },
  { .name = "keys-rsa-pss",
    .status = 4,
    .problem = "key",
    .roles = 1,
    .make = make_certificate_named,
    .data = &(const Signer){ BY_AUTHORITY, { .key = "RSA-PSS" } } },
  { .name = "keys-ecdsa-under-rsa",
    .status = 4,
    .problem = "algorithm",
    .roles = 1,
    .make = make_certificate_named,
    .data = &(const Signer){ BY_AUTHORITY, { .key = "P-256" } } },
  { .name = "keys-rsa-under-ecdsa",
    .status = 4,
    .problem = "algorithm",
    .roles = 1,
    .key = NB_KEY_ECDSA,
    .make = make_certificate_named,
    .data = &(const Signer){ BY_AUTHORITY, { .key = "RSA-2048" } } },
  { .name = "keys-sm2-under-ecdsa",
    .status = 4,
    .problem = "algorithm",
    .roles = 1,
    .key = NB_KEY_ECDSA,
    .make = make_certificate_named,
    .data = &(const Signer){ BY_SM2_AUTHORITY, { .key = "SM2" } } },
  { .name = "keys-ecdsa-under-sm2",
    .status = 4,
    .problem = "algorithm",
    .roles = 1,
    .key = NB_KEY_SM2,
    .make = make_certificate_named,
    .data = &(const Signer){ BY_AUTHORITY, { .key = "P-256" } } },
  { NULL },
};
