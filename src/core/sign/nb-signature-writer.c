/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-signature-writer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "nb-base64.h"
#include "nb-identity-private.h"
#include "nb-signature-terms.h"
#include "nb-time.h"

/* Everything written here is fixed words, numbers, base64 and times: nothing needs escaping. SignedInfo and
 * SignedProperties are written as their own exclusive canonical form (each names its namespaces, nothing
 * is an empty-element tag), so that these very bytes are digested and signed, and nothing has to be
 * parsed on the way; nb_sign() verifies what comes out before anyone gets it. */

#define DECLARE_DS    " xmlns:ds=\"" NB_XML_DSIG "\""
#define DECLARE_XADES " xmlns:xades=\"" NB_XML_XADES "\""

/* @declaration: DECLARE_DS where no element around it in the canonical form is of that namespace. */
static void
append_method (GString *out, const char *name, const char *declaration, const char *uri)
{
  g_string_append_printf (out, "<ds:%s%s Algorithm=\"%s\"></ds:%s>\n", name, declaration, uri,
                          name);
}

static void
append_base64 (GString *out, const char *name, const char *declaration, GBytes *bytes)
{
  g_autofree char *text = nb_base64_encode (bytes);

  g_string_append_printf (out, "<%s%s>%s</%s>\n", name, declaration, text, name);
}

static GBytes *
digest_text (const NbAlgorithm *algorithm, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return nb_algorithm_digest (algorithm, bytes);
}

static void
append_signing_certificate (GString *out, const NbCertificate *certificate)
{
  g_autoptr (GBytes) digest = nb_algorithm_digest (certificate->algorithm, certificate->der);
  g_autoptr (GBytes) issuer_serial = nb_certificate_write_issuer_serial (certificate);

  g_string_append (out, "<xades:SigningCertificateV2>\n<xades:Cert>\n<xades:CertDigest>\n");
  append_method (out, "DigestMethod", DECLARE_DS, certificate->algorithm->digest_uri);
  append_base64 (out, "ds:DigestValue", DECLARE_DS, digest);
  g_string_append (out, "</xades:CertDigest>\n");
  append_base64 (out, "xades:IssuerSerialV2", "", issuer_serial);
  g_string_append (out, "</xades:Cert>\n</xades:SigningCertificateV2>\n");
}

/* The XAdES properties. */
static char *
format_properties (const NbCertificate *certificate,
                   NbRole role,
                   GPtrArray *references,
                   guint position,
                   const char *time)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out,
                          "<xades:SignedProperties" DECLARE_XADES " Id=\"s%u-properties\">\n"
                          "<xades:SignedSignatureProperties>\n"
                          "<xades:SigningTime>%s</xades:SigningTime>\n",
                          position, time);
  append_signing_certificate (out, certificate);
  g_string_append_printf (out,
                          "<xades:SignerRoleV2>\n<xades:ClaimedRoles>\n"
                          "<xades:ClaimedRole>%s</xades:ClaimedRole>\n"
                          "</xades:ClaimedRoles>\n</xades:SignerRoleV2>\n"
                          "</xades:SignedSignatureProperties>\n"
                          "<xades:SignedDataObjectProperties>\n",
                          nb_role_get_nick (role));
  for (guint i = 0; i < references->len; i++)
    {
      const NbReference *reference = references->pdata[i];

      if (reference->id != NULL)
        g_string_append_printf (out,
                                "<xades:DataObjectFormat ObjectReference=\"#%s\">\n"
                                "<xades:MimeType>%s</xades:MimeType>\n"
                                "</xades:DataObjectFormat>\n",
                                reference->id, NB_PART_MIME_TYPE);
    }
  g_string_append (out, "</xades:SignedDataObjectProperties>\n</xades:SignedProperties>");
  return g_string_free (out, FALSE);
}

static void
append_reference (GString *out,
                  const NbAlgorithm *algorithm,
                  const NbReference *reference,
                  GBytes *digest)
{
  g_string_append (out, "<ds:Reference");
  if (reference->id != NULL)
    g_string_append_printf (out, " Id=\"%s\"", reference->id);
  if (reference->type != NULL)
    g_string_append_printf (out, " Type=\"%s\"", reference->type);
  g_string_append_printf (out, " URI=\"#%s\">\n<ds:Transforms>\n", reference->target);
  append_method (out, "Transform", "", NB_METHOD_EXCLUSIVE_C14N);
  g_string_append (out, "</ds:Transforms>\n");
  append_method (out, "DigestMethod", "", algorithm->digest_uri);
  append_base64 (out, "ds:DigestValue", "", digest);
  g_string_append (out, "</ds:Reference>\n");
}

static GBytes *
digest_node (const NbAlgorithm *algorithm, xmlNode *node, GError **error)
{
  g_autoptr (GBytes) canonical = nb_xml_canonical (node, error);

  return canonical != NULL ? nb_algorithm_digest (algorithm, canonical) : NULL;
}

static char *
format_signed_info (const NbAlgorithm *algorithm,
                    GPtrArray *references,
                    const char *properties,
                    GError **error)
{
  g_autoptr (GString) out = g_string_new ("<ds:SignedInfo" DECLARE_DS ">\n");

  append_method (out, "CanonicalizationMethod", "", NB_METHOD_EXCLUSIVE_C14N);
  append_method (out, "SignatureMethod", "", algorithm->signature_uri);
  for (guint i = 0; i < references->len; i++)
    {
      const NbReference *reference = references->pdata[i];
      g_autoptr (GBytes) digest = reference->kind == NB_REFERENCE_PROPERTIES
                                      ? digest_text (algorithm, properties)
                                      : digest_node (algorithm, reference->node, error);

      if (digest == NULL)
        return NULL;
      append_reference (out, algorithm, reference, digest);
    }
  g_string_append (out, "</ds:SignedInfo>");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
write_signature (NbIdentity *identity,
                 guint position,
                 const char *signed_info,
                 GBytes *value,
                 const char *properties)
{
  g_autofree char *value_text = nb_base64_encode (value);
  g_autofree char *certificate_text = nb_base64_encode (identity->certificate->der);

  return g_strdup_printf ("<ds:Signature" DECLARE_DS " Id=\"s%u\">\n%s\n"
                          "<ds:SignatureValue Id=\"s%u-value\">%s</ds:SignatureValue>\n"
                          "<ds:KeyInfo>\n<ds:X509Data>\n<ds:X509Certificate>%s"
                          "</ds:X509Certificate>\n</ds:X509Data>\n</ds:KeyInfo>\n<ds:Object>\n"
                          "<xades:QualifyingProperties" DECLARE_XADES " Target=\"#s%u\">\n%s\n"
                          "</xades:QualifyingProperties>\n</ds:Object>\n</ds:Signature>",
                          position, signed_info, position, value_text, certificate_text, position,
                          properties);
}

char *
nb_signature_write (
    NbIdentity *identity, NbRole role, const NbSigned *before, gint64 now, GError **error)
{
  guint position = before->n_values + 1;
  g_autoptr (GPtrArray) references = nb_role_list_references (role, before, position);
  g_autofree char *time = nb_time_format (now);
  g_autofree char *properties = NULL;
  g_autofree char *signed_info = NULL;
  g_autoptr (GBytes) octets = NULL;
  g_autoptr (GBytes) value = NULL;

  if (references == NULL || time == NULL)
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                    _ ("What %s must sign is not in the file."), nb_role_get_title (role));
      return NULL;
    }
  properties = format_properties (identity->certificate, role, references, position, time);
  signed_info =
      format_signed_info (identity->certificate->algorithm, references, properties, error);
  if (signed_info == NULL)
    return NULL;
  octets = g_bytes_new (signed_info, strlen (signed_info));
  value = nb_identity_sign (identity, octets, error);
  return value != NULL ? write_signature (identity, position, signed_info, value, properties)
                       : NULL;
}
