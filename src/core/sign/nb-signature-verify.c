/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-signature.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <xmlsec/openssl/crypto.h>
#include <xmlsec/xmldsig.h>

#include "nb-canonical-transform.h"

typedef xmlSecDSigCtx NbCryptoContext;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbCryptoContext, xmlSecDSigCtxDestroy)

/* A name is given to exactly the element that its place says, and only to what is referred to. */
static gboolean
register_id (const char *id, xmlNode *node)
{
  xmlAttr *attribute = xmlHasProp (node, (const xmlChar *) "Id");
  xmlAttr *known = xmlGetID (node->doc, (const xmlChar *) id);

  if (attribute == NULL)
    return FALSE;
  if (known == NULL)
    {
      xmlAddID (NULL, node->doc, (const xmlChar *) id, attribute);
      known = xmlGetID (node->doc, (const xmlChar *) id);
    }
  return known == attribute;
}

static gboolean
register_ids (const NbSignature *signature, GPtrArray *references)
{
  for (guint i = 0; i < references->len; i++)
    {
      const NbReference *reference = references->pdata[i];
      xmlNode *node =
          reference->kind == NB_REFERENCE_PROPERTIES ? signature->properties : reference->node;

      if (!register_id (reference->target, node))
        return FALSE;
    }
  return TRUE;
}

/* A context that knows one key, looks at no KeyInfo, follows no reference out of the document and has
 * no method but those of the signature's own class. */
static NbCryptoContext *
new_context (const NbSignature *signature)
{
  const NbAlgorithm *algorithm = signature->algorithm;
  g_autoptr (NbCryptoContext) context = xmlSecDSigCtxCreate (NULL);
  xmlSecTransformId c14n = nb_canonical_get_transform ();
  xmlSecKeyDataPtr data;

  if (context == NULL)
    return NULL;
  context->flags |= XMLSEC_DSIG_FLAGS_USE_VISA3D_HACK; /* ids by xmlGetID(), without XPointer */
  context->enabledReferenceUris = xmlSecTransformUriTypeSameDocument;
  if (xmlSecDSigCtxEnableSignatureTransform (context, c14n) < 0
      || xmlSecDSigCtxEnableSignatureTransform (context, algorithm->get_signature_transform ()) < 0
      || xmlSecDSigCtxEnableReferenceTransform (context, c14n) < 0
      || xmlSecDSigCtxEnableReferenceTransform (context, algorithm->get_digest_transform ()) < 0)
    return NULL;

  context->signKey = xmlSecKeyCreate ();
  EVP_PKEY_up_ref (signature->certificate->key);
  data = algorithm->adopt_key (signature->certificate->key);
  if (data == NULL)
    {
      EVP_PKEY_free (signature->certificate->key);
      return NULL;
    }
  if (context->signKey == NULL || xmlSecKeySetValue (context->signKey, data) < 0)
    {
      xmlSecKeyDataDestroy (data);
      return NULL;
    }
  return g_steal_pointer (&context);
}

/* The reference whose digest differs, or NULL where all are right. xmlsec stops at the first. */
static const NbReference *
find_changed (const NbCryptoContext *context, GPtrArray *references)
{
  xmlSecPtrList *done = (xmlSecPtrList *) &context->signedInfoReferences;
  xmlSecSize n_done = xmlSecPtrListGetSize (done);

  for (xmlSecSize i = 0; i < n_done && i < references->len; i++)
    {
      const xmlSecDSigReferenceCtx *reference = xmlSecPtrListGetItem (done, i);

      if (reference->status != xmlSecDSigStatusSucceeded)
        return references->pdata[i];
    }
  return NULL;
}

static gboolean
is_whole (const NbCryptoContext *context, GPtrArray *references)
{
  return context->status == xmlSecDSigStatusSucceeded
         && xmlSecPtrListGetSize ((xmlSecPtrList *) &context->signedInfoReferences)
                == references->len
         && find_changed (context, references) == NULL;
}

/* A digest may differ because the part was changed or because the signature was: the part is named
 * only where the list of digests is still the one that was signed. */
static gboolean
is_signed_info_whole (const NbSignature *signature)
{
  g_autoptr (GBytes) signed_info = nb_xml_canonical (signature->signed_info, NULL);
  gboolean whole = signed_info != NULL
                   && nb_algorithm_verify (signature->algorithm, signature->certificate->key,
                                           signed_info, signature->value);

  ERR_clear_error ();
  return whole;
}

static gboolean
name_part (NbPart part, const char *signer, NbProblem *problem)
{
  switch (part)
    {
    case NB_PART_OPINION:
      return nb_problem_set (problem, "digest-opinion",
                             _ ("The sponsor's opinion was changed after it was signed by %s."),
                             signer);
    case NB_PART_REGISTRATION:
      return nb_problem_set (
          problem, "digest-registration",
          _ ("The registry's remark or result was changed after it was signed by %s."), signer);
    case NB_PART_REPORT:
    default:
      return nb_problem_set (problem, "digest-report",
                             _ ("The report is not the one that %s signed: it was changed, or the "
                                "signature was taken from another file."),
                             signer);
    }
}

static gboolean
is_unchanged (const NbSignature *signature, const NbReference *reference, GBytes *expected)
{
  g_autoptr (GBytes) canonical = nb_xml_canonical (reference->node, NULL);
  g_autoptr (GBytes) digest = NULL;

  if (canonical == NULL)
    return FALSE;
  digest = nb_algorithm_digest (signature->algorithm, canonical);
  return g_bytes_equal (digest, expected);
}

/* Whether nothing of what was signed, and it is more than one thing, is what stands in the file. From the
 * end, since earlier signatures are short and a report may be long. */
static gboolean
is_from_elsewhere (const NbSignature *signature, GPtrArray *references)
{
  guint n_looked_at = 0;

  for (guint i = references->len; i > 0; i--)
    {
      const NbReference *reference = references->pdata[i - 1];
      const NbReadReference *read = signature->references->pdata[i - 1];

      if (reference->kind == NB_REFERENCE_PROPERTIES)
        continue;
      if (is_unchanged (signature, reference, read->digest))
        return FALSE;
      n_looked_at++;
    }
  return n_looked_at > 1;
}

static gboolean
name_change (const NbSignature *signature,
             const NbSigned *before,
             GPtrArray *references,
             const NbReference *changed,
             NbProblem *problem)
{
  const char *signer = nb_role_get_title (signature->role);

  if (changed == NULL || !is_signed_info_whole (signature))
    return nb_problem_set (problem, "signature-value",
                           _ ("The signature of %s itself was changed or damaged."), signer);
  if (is_from_elsewhere (signature, references))
    return nb_problem_set (problem, "grafted",
                           _ ("The signature of %s belongs to another file: nothing that it signed "
                              "is in this one."),
                           signer);
  switch (changed->kind)
    {
    case NB_REFERENCE_PART:
      return name_part (changed->part, signer, problem);
    case NB_REFERENCE_SIGNATURE:
      return nb_problem_set (problem, "digest-signature",
                             _ ("The earlier signature of %s was changed or replaced after it was "
                                "countersigned by %s."),
                             nb_role_get_title (before->roles[changed->earlier - 1]), signer);
    case NB_REFERENCE_PROPERTIES:
    default:
      return nb_problem_set (problem, "digest-properties",
                             _ ("The time, the role or the certificate that the signature of %s "
                                "states was changed after signing."),
                             signer);
    }
}

gboolean
nb_signature_verify (const NbSignature *signature, const NbSigned *before, NbProblem *problem)
{
  g_autoptr (GPtrArray) references =
      nb_role_list_references (signature->role, before, signature->position);
  g_autoptr (NbCryptoContext) context = new_context (signature);
  int result;

  if (context == NULL || !register_ids (signature, references))
    return nb_problem_set (problem, "internal",
                           _ ("The signature of %s could not be checked on this computer."),
                           nb_role_get_title (signature->role));
  result = xmlSecDSigCtxVerify (context, signature->node);
  ERR_clear_error ();
  if (result == 0 && is_whole (context, references))
    return TRUE;
  return name_change (signature, before, references, find_changed (context, references), problem);
}
