/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-sm2.h"

#include <string.h>

#include <xmlsec/keys.h>
#include <xmlsec/openssl/crypto.h>

#include "nb-algorithm.h"

/* Key data: an EVP_PKEY behind xmlsec's own struct. */
typedef struct
{
  xmlSecKeyData parent;
  EVP_PKEY *key;
} NbSm2Key;

static void
key_finalize (xmlSecKeyDataPtr data)
{
  g_clear_pointer (&((NbSm2Key *) data)->key, EVP_PKEY_free);
}

static int
key_duplicate (xmlSecKeyDataPtr copy, xmlSecKeyDataPtr data)
{
  EVP_PKEY *key = ((NbSm2Key *) data)->key;

  EVP_PKEY_up_ref (key);
  ((NbSm2Key *) copy)->key = key;
  return 0;
}

static int
key_initialize (xmlSecKeyDataPtr data)
{
  ((NbSm2Key *) data)->key = NULL;
  return 0;
}

/* Which half it is matters to nobody: OpenSSL refuses to sign with a public key. */
static xmlSecKeyDataType
key_get_type (xmlSecKeyDataPtr data)
{
  return xmlSecKeyDataTypePublic | xmlSecKeyDataTypePrivate;
}

static xmlSecSize
key_get_size (xmlSecKeyDataPtr data)
{
  return (xmlSecSize) EVP_PKEY_get_bits (((NbSm2Key *) data)->key);
}

static const xmlSecKeyDataKlass key_class = {
  .klassSize = sizeof (xmlSecKeyDataKlass),
  .objSize = sizeof (NbSm2Key),
  .name = BAD_CAST "sm2",
  .usage = xmlSecKeyDataUsageUnknown, /* nothing in a file makes one */
  .initialize = key_initialize,
  .duplicate = key_duplicate,
  .finalize = key_finalize,
  .getType = key_get_type,
  .getSize = key_get_size,
};

xmlSecKeyDataPtr
nb_sm2_key_adopt (EVP_PKEY *key)
{
  xmlSecKeyDataPtr data = EVP_PKEY_is_a (key, "SM2") ? xmlSecKeyDataCreate (&key_class) : NULL;

  if (data != NULL)
    ((NbSm2Key *) data)->key = key;
  return data;
}

/* The digest: a stream of octets in, 32 octets out. */
typedef struct
{
  xmlSecTransform parent;
  EVP_MD_CTX *context;
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned int size;
} NbSm3Transform;

static int
digest_initialize (xmlSecTransformPtr transform)
{
  NbSm3Transform *self = (NbSm3Transform *) transform;

  self->context = EVP_MD_CTX_new ();
  return EVP_DigestInit_ex (self->context, EVP_sm3 (), NULL) == 1 ? 0 : -1;
}

static void
digest_finalize (xmlSecTransformPtr transform)
{
  g_clear_pointer (&((NbSm3Transform *) transform)->context, EVP_MD_CTX_free);
}

static int
digest_execute (xmlSecTransformPtr transform, int last, xmlSecTransformCtxPtr context)
{
  NbSm3Transform *self = (NbSm3Transform *) transform;
  xmlSecSize size = xmlSecBufferGetSize (&transform->inBuf);

  if (transform->status == xmlSecTransformStatusFinished)
    return 0;
  transform->status = xmlSecTransformStatusWorking;
  if (size > 0
      && (EVP_DigestUpdate (self->context, xmlSecBufferGetData (&transform->inBuf), size) != 1
          || xmlSecBufferRemoveHead (&transform->inBuf, size) < 0))
    return -1;
  if (!last)
    return 0;
  if (EVP_DigestFinal_ex (self->context, self->digest, &self->size) != 1)
    return -1;
  transform->status = xmlSecTransformStatusFinished;
  if (transform->operation == xmlSecTransformOperationSign)
    return xmlSecBufferAppend (&transform->outBuf, self->digest, self->size);
  return 0;
}

static int
digest_verify (xmlSecTransformPtr transform,
               const xmlSecByte *data,
               xmlSecSize size,
               xmlSecTransformCtxPtr context)
{
  NbSm3Transform *self = (NbSm3Transform *) transform;
  gboolean equal = size == self->size && memcmp (data, self->digest, size) == 0;

  transform->status = equal ? xmlSecTransformStatusOk : xmlSecTransformStatusFail;
  return 0;
}

/* The signature: SignedInfo in octets in, r and s out or compared. SM2 digests its own identifier and
 * the public key in front of them, so that they are kept; a SignedInfo is small. */
typedef struct
{
  xmlSecTransform parent;
  EVP_PKEY *key;
  GByteArray *octets;
} NbSm2Transform;

static int
signature_initialize (xmlSecTransformPtr transform)
{
  NbSm2Transform *self = (NbSm2Transform *) transform;

  self->key = NULL;
  self->octets = g_byte_array_new ();
  return 0;
}

static void
signature_finalize (xmlSecTransformPtr transform)
{
  NbSm2Transform *self = (NbSm2Transform *) transform;

  g_clear_pointer (&self->key, EVP_PKEY_free);
  g_clear_pointer (&self->octets, g_byte_array_unref);
}

static int
signature_set_key_requirements (xmlSecTransformPtr transform, xmlSecKeyReqPtr requirements)
{
  requirements->keyId = &key_class;
  requirements->keyType = xmlSecKeyDataTypeAny;
  requirements->keyUsage = transform->operation == xmlSecTransformOperationSign
                               ? xmlSecKeyUsageSign
                               : xmlSecKeyUsageVerify;
  return 0;
}

static int
signature_set_key (xmlSecTransformPtr transform, xmlSecKeyPtr key)
{
  NbSm2Transform *self = (NbSm2Transform *) transform;
  xmlSecKeyDataPtr data = xmlSecKeyGetValue (key);

  if (data == NULL || data->id != &key_class)
    return -1;
  g_clear_pointer (&self->key, EVP_PKEY_free);
  self->key = ((NbSm2Key *) data)->key;
  EVP_PKEY_up_ref (self->key);
  return 0;
}

static const NbAlgorithm *
get_algorithm (xmlSecTransformPtr transform)
{
  return nb_algorithm_lookup_uri ((const char *) transform->id->href);
}

static GBytes *
dup_octets (const NbSm2Transform *self)
{
  return g_bytes_new (self->octets->data, self->octets->len);
}

static int
signature_execute (xmlSecTransformPtr transform, int last, xmlSecTransformCtxPtr context)
{
  NbSm2Transform *self = (NbSm2Transform *) transform;
  xmlSecSize size = xmlSecBufferGetSize (&transform->inBuf);
  g_autoptr (GBytes) octets = NULL;
  g_autoptr (GBytes) value = NULL;

  if (transform->status == xmlSecTransformStatusFinished)
    return 0;
  transform->status = xmlSecTransformStatusWorking;
  if (size > 0)
    {
      g_byte_array_append (self->octets, xmlSecBufferGetData (&transform->inBuf), size);
      if (xmlSecBufferRemoveHead (&transform->inBuf, size) < 0)
        return -1;
    }
  if (!last)
    return 0;
  transform->status = xmlSecTransformStatusFinished;
  if (transform->operation != xmlSecTransformOperationSign)
    return 0;
  octets = dup_octets (self);
  value = nb_algorithm_sign (get_algorithm (transform), self->key, octets, NULL);
  if (value == NULL)
    return -1;
  return xmlSecBufferAppend (&transform->outBuf, g_bytes_get_data (value, NULL),
                             (xmlSecSize) g_bytes_get_size (value));
}

static int
signature_verify (xmlSecTransformPtr transform,
                  const xmlSecByte *data,
                  xmlSecSize size,
                  xmlSecTransformCtxPtr context)
{
  NbSm2Transform *self = (NbSm2Transform *) transform;
  g_autoptr (GBytes) octets = dup_octets (self);
  g_autoptr (GBytes) value = g_bytes_new (data, size);
  gboolean good = nb_algorithm_verify (get_algorithm (transform), self->key, octets, value);

  transform->status = good ? xmlSecTransformStatusOk : xmlSecTransformStatusFail;
  return 0;
}

/* A class for each identifier: they differ in nothing else. */
#define NB_DEFINE_TRANSFORM(function, class_name, class_href, class_usage, type, prefix, ...)      \
  xmlSecTransformId function (void)                                                                \
  {                                                                                                \
    static const xmlSecTransformKlass transform_class = {                                          \
      .klassSize = sizeof (xmlSecTransformKlass),                                                  \
      .objSize = sizeof (type),                                                                    \
      .name = BAD_CAST class_name,                                                                 \
      .href = BAD_CAST class_href,                                                                 \
      .usage = class_usage,                                                                        \
      .initialize = prefix##_initialize,                                                           \
      .finalize = prefix##_finalize,                                                               \
      .verify = prefix##_verify,                                                                   \
      .getDataType = xmlSecTransformDefaultGetDataType,                                            \
      .pushBin = xmlSecTransformDefaultPushBin,                                                    \
      .popBin = xmlSecTransformDefaultPopBin,                                                      \
      .execute = prefix##_execute,                                                                 \
      __VA_ARGS__                                                                                  \
    };                                                                                             \
                                                                                                   \
    return &transform_class;                                                                       \
  }

#define NB_DEFINE_DIGEST(function, href)                                                           \
  NB_DEFINE_TRANSFORM (function, "sm3", href, xmlSecTransformUsageDigestMethod, NbSm3Transform,    \
                       digest)
#define NB_DEFINE_SIGNATURE(function, href)                                                        \
  NB_DEFINE_TRANSFORM (function, "sm2-sm3", href, xmlSecTransformUsageSignatureMethod,             \
                       NbSm2Transform, signature, .setKeyReq = signature_set_key_requirements,     \
                       .setKey = signature_set_key)

NB_DEFINE_DIGEST (nb_sm3_get_customs_transform, NB_SM3_URI_CUSTOMS)
NB_DEFINE_DIGEST (nb_sm3_get_infosec_transform, NB_SM3_URI_INFOSEC)
NB_DEFINE_SIGNATURE (nb_sm2_get_customs_transform, NB_SM2_URI_CUSTOMS)
NB_DEFINE_SIGNATURE (nb_sm2_get_eport_transform, NB_SM2_URI_EPORT)
NB_DEFINE_SIGNATURE (nb_sm2_get_infosec_transform, NB_SM2_URI_INFOSEC)

gboolean
nb_sm2_init (void)
{
  return xmlSecTransformIdsRegister (nb_sm3_get_customs_transform ()) >= 0
         && xmlSecTransformIdsRegister (nb_sm3_get_infosec_transform ()) >= 0
         && xmlSecTransformIdsRegister (nb_sm2_get_customs_transform ()) >= 0
         && xmlSecTransformIdsRegister (nb_sm2_get_eport_transform ()) >= 0
         && xmlSecTransformIdsRegister (nb_sm2_get_infosec_transform ()) >= 0;
}

void
nb_sm2_prepare_certificate (X509 *x509)
{
  ASN1_OCTET_STRING *id;

  if (X509_get_signature_nid (x509) != NID_SM2_with_SM3)
    return;
  id = ASN1_OCTET_STRING_new ();
  ASN1_OCTET_STRING_set (id, (const unsigned char *) NB_SM2_ID, (int) strlen (NB_SM2_ID));
  X509_set0_distinguishing_id (x509, id); /* takes it */
}
