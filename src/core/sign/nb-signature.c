/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-signature.h"

#include <glib/gi18n-lib.h>

#include "nb-shape.h"
#include "nb-signature-terms.h"
#include "nb-time.h"

/* A signature covers at most every part and every earlier signature, and its own properties. */
#define NB_MAXIMUM_REFERENCES (NB_N_PARTS + NB_N_ROLES)

static void
free_reference (gpointer data)
{
  NbReadReference *reference = data;

  g_free (reference->id);
  g_free (reference->type);
  g_free (reference->uri);
  g_clear_pointer (&reference->digest, g_bytes_unref);
  g_free (reference);
}

void
nb_signature_free (NbSignature *signature)
{
  if (signature == NULL)
    return;
  g_ptr_array_unref (signature->references);
  g_ptr_array_unref (signature->formats);
  g_clear_pointer (&signature->value, g_bytes_unref);
  g_clear_pointer (&signature->certificate, nb_certificate_unref);
  g_clear_pointer (&signature->certificate_digest, g_bytes_unref);
  g_clear_pointer (&signature->issuer_serial, g_bytes_unref);
  g_free (signature);
}

static void
expect_id (NbShape *shape, const NbSignature *signature, const char *id, const char *format)
{
  g_autofree char *number = g_strdup_printf ("%u", signature->position);
  g_auto (GStrv) halves = g_strsplit (format, "N", 2);
  g_autofree char *expected = g_strjoinv (number, halves);

  nb_shape_expect (shape, id, expected);
}

static void
read_digest_method (NbShape *shape, const NbSignature *signature)
{
  if (signature->algorithm != NULL)
    nb_shape_constant (shape, NB_XML_DSIG, "DigestMethod", "Algorithm",
                       signature->algorithm->digest_uri);
}

static void
read_reference (NbShape *shape, NbSignature *signature)
{
  NbReadReference *reference = g_new0 (NbReadReference, 1);

  g_ptr_array_add (signature->references, reference);
  nb_shape_enter (shape, NB_XML_DSIG, "Reference", "Id?", &reference->id, "Type?", &reference->type,
                  "URI", &reference->uri, NULL);
  nb_shape_enter (shape, NB_XML_DSIG, "Transforms", NULL);
  nb_shape_constant (shape, NB_XML_DSIG, "Transform", "Algorithm", NB_METHOD_EXCLUSIVE_C14N);
  nb_shape_leave (shape);
  read_digest_method (shape, signature);
  reference->digest = nb_shape_base64 (shape, NB_XML_DSIG, "DigestValue");
  if (reference->digest != NULL
      && g_bytes_get_size (reference->digest)
             != (gsize) EVP_MD_get_size (signature->algorithm->get_digest ()))
    nb_problem_set (shape->problem, "base64",
                    _ ("A digest in the signature has the wrong length."));
  nb_shape_leave (shape);
}

static void
read_signature_method (NbShape *shape, NbSignature *signature)
{
  g_autofree char *uri = NULL;

  nb_shape_enter (shape, NB_XML_DSIG, "SignatureMethod", "Algorithm", &uri, NULL);
  nb_shape_leave (shape);
  if (shape->problem->code != NULL)
    return;
  signature->algorithm = nb_algorithm_lookup_uri (uri);
  if (signature->algorithm == NULL)
    nb_problem_set (shape->problem, "algorithm",
                    _ ("The signature uses an algorithm that is not accepted here."));
}

static void
read_signed_info (NbShape *shape, NbSignature *signature)
{
  nb_shape_enter (shape, NB_XML_DSIG, "SignedInfo", NULL);
  if (shape->problem->code == NULL)
    signature->signed_info = shape->parent;
  nb_shape_constant (shape, NB_XML_DSIG, "CanonicalizationMethod", "Algorithm",
                     NB_METHOD_EXCLUSIVE_C14N);
  read_signature_method (shape, signature);
  while (nb_shape_is_next (shape, NB_XML_DSIG, "Reference"))
    {
      if (signature->references->len == NB_MAXIMUM_REFERENCES)
        nb_problem_set (shape->problem, "coverage",
                        _ ("The signature refers to more than any signer can have seen."));
      else
        read_reference (shape, signature);
    }
  nb_shape_leave (shape);
}

static void
read_value (NbShape *shape, NbSignature *signature)
{
  g_autofree char *id = NULL;

  nb_shape_enter (shape, NB_XML_DSIG, "SignatureValue", "Id", &id, NULL);
  expect_id (shape, signature, id, "sN-value");
  if (shape->problem->code != NULL)
    return;
  signature->value_node = shape->parent;
  signature->value = nb_shape_leave_base64 (shape);
}

static void
read_key_info (NbShape *shape, NbSignature *signature, NbCertificate *known)
{
  g_autoptr (GBytes) der = NULL;

  nb_shape_enter (shape, NB_XML_DSIG, "KeyInfo", NULL);
  nb_shape_enter (shape, NB_XML_DSIG, "X509Data", NULL);
  der = nb_shape_base64 (shape, NB_XML_DSIG, "X509Certificate");
  nb_shape_leave (shape);
  nb_shape_leave (shape);
  if (der == NULL)
    return;
  signature->certificate = known != NULL && g_bytes_equal (known->der, der)
                               ? nb_certificate_ref (known)
                               : nb_certificate_parse (der);
  if (signature->certificate == NULL)
    nb_problem_set (shape->problem, "certificate",
                    _ ("The certificate in the signature cannot be read: it is damaged."));
}

static void
read_signing_time (NbShape *shape, NbSignature *signature)
{
  g_autofree char *text = nb_shape_text (shape, NB_XML_XADES, "SigningTime");

  if (text != NULL && !nb_time_parse (text, &signature->time))
    nb_problem_set (shape->problem, "time",
                    _ ("The claimed time of the signature is not a time in UTC."));
}

static void
read_signing_certificate (NbShape *shape, NbSignature *signature)
{
  nb_shape_enter (shape, NB_XML_XADES, "SigningCertificateV2", NULL);
  nb_shape_enter (shape, NB_XML_XADES, "Cert", NULL);
  nb_shape_enter (shape, NB_XML_XADES, "CertDigest", NULL);
  read_digest_method (shape, signature);
  signature->certificate_digest = nb_shape_base64 (shape, NB_XML_DSIG, "DigestValue");
  nb_shape_leave (shape);
  signature->issuer_serial = nb_shape_base64 (shape, NB_XML_XADES, "IssuerSerialV2");
  nb_shape_leave (shape);
  nb_shape_leave (shape);
}

static void
read_role (NbShape *shape, NbSignature *signature)
{
  g_autofree char *nick = NULL;

  nb_shape_enter (shape, NB_XML_XADES, "SignerRoleV2", NULL);
  nb_shape_enter (shape, NB_XML_XADES, "ClaimedRoles", NULL);
  nick = nb_shape_text (shape, NB_XML_XADES, "ClaimedRole");
  nb_shape_leave (shape);
  nb_shape_leave (shape);
  if (nick == NULL)
    return;
  signature->known_role = nb_role_parse (nick, &signature->role);
  if (!signature->known_role)
    nb_problem_set (shape->problem, "role",
                    _ ("The signature claims a role that is not known here."));
}

static void
read_data_objects (NbShape *shape, NbSignature *signature)
{
  nb_shape_enter (shape, NB_XML_XADES, "SignedDataObjectProperties", NULL);
  while (nb_shape_is_next (shape, NB_XML_XADES, "DataObjectFormat")
         && signature->formats->len < NB_MAXIMUM_REFERENCES)
    {
      g_autofree char *reference = NULL;
      g_autofree char *mime_type = NULL;

      nb_shape_enter (shape, NB_XML_XADES, "DataObjectFormat", "ObjectReference", &reference, NULL);
      mime_type = nb_shape_text (shape, NB_XML_XADES, "MimeType");
      nb_shape_expect (shape, mime_type, NB_PART_MIME_TYPE);
      nb_shape_leave (shape);
      g_ptr_array_add (signature->formats, g_steal_pointer (&reference));
    }
  nb_shape_leave (shape);
}

static void
read_object (NbShape *shape, NbSignature *signature)
{
  g_autofree char *target = NULL;
  g_autofree char *id = NULL;

  nb_shape_enter (shape, NB_XML_DSIG, "Object", NULL);
  nb_shape_enter (shape, NB_XML_XADES, "QualifyingProperties", "Target", &target, NULL);
  expect_id (shape, signature, target, "#sN");
  nb_shape_enter (shape, NB_XML_XADES, "SignedProperties", "Id", &id, NULL);
  expect_id (shape, signature, id, "sN-properties");
  if (shape->problem->code == NULL)
    signature->properties = shape->parent;
  nb_shape_enter (shape, NB_XML_XADES, "SignedSignatureProperties", NULL);
  read_signing_time (shape, signature);
  read_signing_certificate (shape, signature);
  read_role (shape, signature);
  nb_shape_leave (shape);
  read_data_objects (shape, signature);
  nb_shape_leave (shape);
  nb_shape_leave (shape);
  nb_shape_leave (shape);
}

NbSignature *
nb_signature_read (xmlNode *node, guint position, NbCertificate *known, NbProblem *problem)
{
  NbSignature *signature = g_new0 (NbSignature, 1);
  g_autofree char *id = NULL;
  NbShape shape;

  signature->position = position;
  signature->node = node;
  signature->references = g_ptr_array_new_with_free_func (free_reference);
  signature->formats = g_ptr_array_new_with_free_func (g_free);

  nb_shape_init (&shape, node, problem);
  nb_shape_enter (&shape, NB_XML_DSIG, "Signature", "Id", &id, NULL);
  expect_id (&shape, signature, id, "sN");
  read_signed_info (&shape, signature);
  read_value (&shape, signature);
  read_key_info (&shape, signature, known);
  read_object (&shape, signature);
  nb_shape_leave (&shape);
  return signature;
}
