/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-signature-writer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "nb-base64.h"
#include "nb-identity-private.h"
#include "nb-signature-terms.h"
#include "nb-time.h"

/* Everything written here is fixed words, numbers, base64 and times: nothing needs escaping. */

static void
append_method (GString *out, const char *name, const char *uri)
{
  g_string_append_printf (out, "<ds:%s Algorithm=\"%s\"/>\n", name, uri);
}

static void
append_base64 (GString *out, const char *name, GBytes *bytes)
{
  g_autofree char *text = nb_base64_encode (bytes);

  g_string_append_printf (out, "<%s>%s</%s>\n", name, text, name);
}

static void
append_signing_certificate (GString *out, const NbCertificate *certificate)
{
  g_autoptr (GBytes) digest = nb_algorithm_digest (certificate->algorithm, certificate->der);
  g_autoptr (GBytes) issuer_serial = nb_certificate_write_issuer_serial (certificate);

  g_string_append (out, "<xades:SigningCertificateV2>\n<xades:Cert>\n<xades:CertDigest>\n");
  append_method (out, "DigestMethod", certificate->algorithm->digest_uri);
  append_base64 (out, "ds:DigestValue", digest);
  g_string_append (out, "</xades:CertDigest>\n");
  append_base64 (out, "xades:IssuerSerialV2", issuer_serial);
  g_string_append (out, "</xades:Cert>\n</xades:SigningCertificateV2>\n");
}

/* ds:Object with the XAdES properties. */
static char *
format_object (const NbCertificate *certificate,
               NbRole role,
               GPtrArray *references,
               guint position,
               const char *time)
{
  GString *out = g_string_new ("<ds:Object>\n");

  g_string_append_printf (out,
                          "<xades:QualifyingProperties xmlns:xades=\"%s\" Target=\"#s%u\">\n"
                          "<xades:SignedProperties Id=\"s%u-properties\">\n"
                          "<xades:SignedSignatureProperties>\n"
                          "<xades:SigningTime>%s</xades:SigningTime>\n",
                          NB_XML_XADES, position, position, time);
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
  g_string_append (out, "</xades:SignedDataObjectProperties>\n</xades:SignedProperties>\n"
                        "</xades:QualifyingProperties>\n</ds:Object>\n");
  return g_string_free (out, FALSE);
}

static gboolean
append_reference (GString *out,
                  const NbAlgorithm *algorithm,
                  const NbReference *reference,
                  xmlNode *node,
                  GError **error)
{
  g_autoptr (GBytes) canonical = nb_xml_canonical (node, error);
  g_autoptr (GBytes) digest = NULL;

  if (canonical == NULL)
    return FALSE;
  digest = nb_algorithm_digest (algorithm, canonical);
  g_string_append (out, "<ds:Reference");
  if (reference->id != NULL)
    g_string_append_printf (out, " Id=\"%s\"", reference->id);
  if (reference->type != NULL)
    g_string_append_printf (out, " Type=\"%s\"", reference->type);
  g_string_append_printf (out, " URI=\"#%s\">\n<ds:Transforms>\n", reference->target);
  append_method (out, "Transform", NB_METHOD_EXCLUSIVE_C14N);
  g_string_append (out, "</ds:Transforms>\n");
  append_method (out, "DigestMethod", algorithm->digest_uri);
  append_base64 (out, "ds:DigestValue", digest);
  g_string_append (out, "</ds:Reference>\n");
  return TRUE;
}

static char *
format_signed_info (const NbAlgorithm *algorithm,
                    GPtrArray *references,
                    xmlNode *properties,
                    GError **error)
{
  GString *out = g_string_new ("<ds:SignedInfo>\n");
  gboolean good = TRUE;

  append_method (out, "CanonicalizationMethod", NB_METHOD_EXCLUSIVE_C14N);
  append_method (out, "SignatureMethod", algorithm->signature_uri);
  for (guint i = 0; good && i < references->len; i++)
    {
      const NbReference *reference = references->pdata[i];

      good = append_reference (
          out, algorithm, reference,
          reference->kind == NB_REFERENCE_PROPERTIES ? properties : reference->node, error);
    }
  g_string_append (out, "</ds:SignedInfo>\n");
  return g_string_free (out, !good);
}

/* The exclusive canonical form does not depend on what stands around an element, so that a signature
 * can be made outside of the file that it will stand in. */
static xmlDoc *
parse_alone (const char *content, GError **error)
{
  g_autofree char *text =
      g_strdup_printf ("<ds:Signature xmlns:ds=\"%s\">\n%s</ds:Signature>", NB_XML_DSIG, content);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return nb_xml_parse (bytes, NB_XML_UNTRUSTED, error);
}

static char *
write_signature (NbIdentity *identity,
                 guint position,
                 const char *signed_info,
                 GBytes *value,
                 const char *object)
{
  g_autofree char *value_text = nb_base64_encode (value);
  g_autofree char *certificate_text = nb_base64_encode (identity->certificate->der);

  return g_strdup_printf ("<ds:Signature xmlns:ds=\"%s\" Id=\"s%u\">\n%s"
                          "<ds:SignatureValue Id=\"s%u-value\">%s</ds:SignatureValue>\n"
                          "<ds:KeyInfo>\n<ds:X509Data>\n<ds:X509Certificate>%s"
                          "</ds:X509Certificate>\n</ds:X509Data>\n</ds:KeyInfo>\n%s"
                          "</ds:Signature>",
                          NB_XML_DSIG, position, signed_info, position, value_text,
                          certificate_text, object);
}

char *
nb_signature_write (
    NbIdentity *identity, NbRole role, const NbSigned *before, gint64 now, GError **error)
{
  guint position = before->n_values + 1;
  g_autoptr (GPtrArray) references = nb_role_list_references (role, before, position);
  g_autofree char *time = nb_time_format (now);
  g_autofree char *object = NULL;
  g_autofree char *signed_info = NULL;
  g_autoptr (xmlDoc) object_doc = NULL;
  g_autoptr (xmlDoc) signed_info_doc = NULL;
  g_autoptr (GBytes) canonical = NULL;
  g_autoptr (GBytes) value = NULL;
  xmlNode *properties;

  if (references == NULL || time == NULL)
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                    _ ("What %s must sign is not in the file."), nb_role_get_title (role));
      return NULL;
    }
  object = format_object (identity->certificate, role, references, position, time);
  object_doc = parse_alone (object, error);
  if (object_doc == NULL)
    return NULL;
  properties = xmlDocGetRootElement (object_doc);
  for (guint i = 0; i < 3; i++) /* Object, QualifyingProperties, SignedProperties */
    properties = nb_xml_get_first (properties);

  signed_info =
      format_signed_info (identity->certificate->algorithm, references, properties, error);
  signed_info_doc = signed_info != NULL ? parse_alone (signed_info, error) : NULL;
  if (signed_info_doc == NULL)
    return NULL;
  canonical = nb_xml_canonical (nb_xml_get_first (xmlDocGetRootElement (signed_info_doc)), error);
  value = canonical != NULL ? nb_identity_sign (identity, canonical, error) : NULL;
  if (value == NULL)
    return NULL;
  return write_signature (identity, position, signed_info, value, object);
}
