/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-test-signing.h"

#include <string.h>

#include <libxml/parser.h>
#include <xmlsec/list.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/openssl/evp.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

#include "nb-base64.h"
#include "nb-canonical-transform.h"
#include "nb-signature-writer.h"
#include "nb-splice.h"

NbSchema *
nb_test_schema (void)
{
  static NbSchema *schema = NULL;

  if (schema == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) xsd = NULL;
      char *content;
      gsize size;

      g_file_get_contents (SCHEMA, &content, &size, &error);
      g_assert_no_error (error);
      xsd = g_bytes_new_take (content, size);
      schema = nb_schema_new (xsd, &error);
      g_assert_no_error (error);
    }
  return schema;
}

GBytes *
nb_test_package (void)
{
  static const char text[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<package xmlns=\"urn:nianbao:report:1\">\n"
      "<report Id=\"report\" form=\"annual-report\" edition=\"2014\" registry=\"national\" "
      "revision=\"1\" "
      "digest=\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\">\n"
      "<fields>\n"
      "<field name=\"year\">2025</field>\n"
      "<field name=\"name\">青禾县种子检验站</field>\n"
      "<field name=\"initial-capital\" typed=\"170万元\">170.00</field>\n"
      "<field name=\"activities\"><p>一、检验 &lt;种子&gt; 1,024 批。</p><p></p><p>二、无。</p></"
      "field>\n"
      "</fields>\n"
      "</report>\n"
      "</package>\n";

  return g_bytes_new_static (text, sizeof text - 1);
}

const char *
nb_test_payload (NbRole role)
{
  if (role == NB_ROLE_SPONSOR)
    return "<opinion Id=\"opinion\">\n<sentence>经审查，不涉密，同意报送。</sentence>\n"
           "<person>李某</person>\n<date>2026-11-24</date>\n</opinion>";
  if (role == NB_ROLE_REGISTRY)
    return "<registration Id=\"registration\">\n<remark>齐全</remark>\n"
           "<result>accepted</result>\n<date>2026-11-24</date>\n</registration>";
  return NULL;
}

NbIdentity *
nb_test_identity (NbKeyAlgorithm algorithm)
{
  static NbIdentity *identities[NB_N_KEY_ALGORITHMS];
  g_autoptr (GError) error = NULL;

  if (identities[algorithm] == NULL)
    {
      identities[algorithm] =
          nb_identity_create ("青禾县种子检验站 王某", algorithm, NB_TEST_NOW - 86400, &error);
      g_assert_no_error (error);
    }
  return identities[algorithm];
}

NbVerdict *
nb_test_verify (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  NbVerdict *verdict = nb_verify (bytes, nb_test_schema (), NULL, NB_TEST_NOW, &error);

  g_assert_no_error (error);
  g_assert_nonnull (verdict);
  return verdict;
}

GBytes *
nb_test_sign (GBytes *bytes, NbIdentity *identity, NbRole role)
{
  g_autoptr (GError) error = NULL;
  GBytes *result = nb_sign (bytes, nb_test_schema (), identity, role, nb_test_payload (role),
                            NB_TEST_NOW, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

GBytes *
nb_test_sign_roles (NbIdentity *identity, guint n_roles)
{
  GBytes *bytes = nb_test_package ();

  for (guint i = 0; i < n_roles; i++)
    {
      GBytes *next = nb_test_sign (bytes, identity, (NbRole) i);

      g_bytes_unref (bytes);
      bytes = next;
    }
  return bytes;
}

/* Where the @nth @word begins. */
static const char *
find (const char *text, const char *word, guint nth)
{
  const char *at = strstr (text, word);

  for (; at != NULL && nth > 0; nth--)
    at = strstr (at + 1, word);
  if (at == NULL)
    g_error ("“%s” is not in the file", word);
  return at;
}

static char *
dup_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

GBytes *
nb_test_replace (GBytes *bytes, const char *from, const char *to, guint nth)
{
  g_autofree char *text = dup_text (bytes);
  const char *at = find (text, from, nth);
  GString *out = g_string_new_len (text, at - text);

  g_string_append (out, to);
  g_string_append (out, at + strlen (from));
  return g_string_free_to_bytes (out);
}

char *
nb_test_cut (GBytes *bytes, const char *first, const char *last, guint nth)
{
  g_autofree char *text = dup_text (bytes);
  const char *start = find (text, first, nth);
  const char *end = find (start, last, 0);

  return g_strndup (start, (gsize) (end - start) + strlen (last));
}

static xmlNode *
find_signature (xmlDoc *doc, guint position)
{
  g_autofree char *id = g_strdup_printf ("s%u", position);

  for (xmlNode *node = nb_xml_get_first (xmlGetLastChild (xmlDocGetRootElement (doc))->prev);
       node != NULL; node = nb_xml_get_next (node))
    {
      g_autofree char *own = nb_xml_dup_attribute (node, "Id");

      if (g_strcmp0 (own, id) == 0)
        return node;
    }
  g_error ("no signature %s", id);
}

/* xmlsec writes into the nodes of digests and value, and only appends: they must be empty. */
static void
empty_values (xmlNode *node)
{
  for (xmlNode *child = nb_xml_get_first (node); child != NULL; child = nb_xml_get_next (child))
    if (nb_xml_is (child, NB_XML_DSIG, "SignedInfo") || nb_xml_is (child, NB_XML_DSIG, "Reference"))
      empty_values (child);
    else if (nb_xml_is (child, NB_XML_DSIG, "DigestValue")
             || nb_xml_is (child, NB_XML_DSIG, "SignatureValue"))
      xmlNodeSetContent (child, NULL);
}

void
nb_test_open_engine (gboolean open)
{
  xmlSecPtrListPtr list = xmlSecTransformIdsGet ();
  xmlSecTransformId from = open ? nb_canonical_get_transform () : xmlSecTransformExclC14NId;
  xmlSecTransformId to = open ? xmlSecTransformExclC14NId : nb_canonical_get_transform ();

  for (xmlSecSize i = 0; i < xmlSecPtrListGetSize (list); i++)
    if (xmlSecPtrListGetItem (list, i) == from)
      {
        xmlSecPtrListSet (list, (xmlSecPtr) to, i);
        return;
      }
  g_error ("xmlsec does not have the canonical form that is to be replaced");
}

GBytes *
nb_test_sign_again (GBytes *bytes, NbIdentity *identity, guint position)
{
  static const xmlChar *ids[] = { BAD_CAST "Id", NULL };
  xmlDoc *doc = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL,
                               NULL, XML_PARSE_NONET);
  xmlNode *signature = find_signature (doc, position);
  xmlNode *key_info = nb_xml_lookup (signature, "KeyInfo");
  xmlSecDSigCtx *context = xmlSecDSigCtxCreate (NULL);
  xmlNode *behind = NULL;
  xmlChar *out = NULL;
  int size = 0;
  GBytes *result;

  xmlSecAddIDs (doc, xmlDocGetRootElement (doc), ids);
  empty_values (signature);
  EVP_PKEY_up_ref (identity->key);
  context->signKey = xmlSecKeyCreate ();
  xmlSecKeySetValue (context->signKey,
                     identity->certificate->algorithm != NULL
                         ? identity->certificate->algorithm->adopt_key (identity->key)
                         : xmlSecOpenSSLEvpKeyAdopt (identity->key));
  /* xmlsec would rewrite it. */
  if (key_info != NULL)
    {
      behind = key_info->next;
      xmlUnlinkNode (key_info);
    }
  nb_test_open_engine (TRUE);
  g_assert_cmpint (xmlSecDSigCtxSign (context, signature), ==, 0);
  nb_test_open_engine (FALSE);
  if (key_info != NULL)
    xmlAddPrevSibling (behind, key_info);
  xmlSecDSigCtxDestroy (context);

  xmlDocDumpMemory (doc, &out, &size);
  result = g_bytes_new (out, (gsize) size);
  xmlFree (out);
  xmlFreeDoc (doc);
  return result;
}

GBytes *
nb_test_sign_unasked (GBytes *bytes, NbIdentity *identity, NbRole role, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbPackage) package = nb_package_parse (bytes, nb_test_schema (), &error);
  g_autofree char *signature = NULL;
  g_autofree char *addition = NULL;
  NbSplice places = { 0 };
  NbSigned before;

  g_assert_no_error (error);
  nb_signed_init (&before, package);
  for (xmlNode *node = package->signatures != NULL ? nb_xml_get_first (package->signatures) : NULL;
       node != NULL; node = nb_xml_get_next (node))
    before.values[before.n_values++] = nb_xml_lookup (node, "SignatureValue");
  signature = nb_signature_write (identity, role, &before, now, &error);
  g_assert_no_error (error);
  g_assert_true (nb_splice_find (bytes, &places));
  if (package->signatures != NULL)
    addition = g_strdup_printf ("%s\n", signature);
  else
    addition = g_strdup_printf ("<signatures>\n%s\n</signatures>\n", signature);
  return nb_splice_insert (
      bytes, package->signatures != NULL ? places.signatures_end : places.root_end, addition);
}

GBytes *
nb_test_put_payload (GBytes *bytes, const char *payload)
{
  g_autofree char *line = g_strdup_printf ("%s\n<signatures>", payload);

  return nb_test_replace (bytes, "<signatures>", line, 0);
}

/* The text between @start, the first in the signature at @position, and the next "<" replaced. */
static GBytes *
put_text (GBytes *bytes, guint position, const char *start, const char *value)
{
  g_autofree char *text = dup_text (bytes);
  g_autofree char *id =
      g_strdup_printf ("<ds:Signature xmlns:ds=\"%s\" Id=\"s%u\"", NB_XML_DSIG, position);
  const char *at = find (find (text, id, 0), start, 0) + strlen (start);
  GString *out = g_string_new_len (text, at - text);

  g_string_append (out, value);
  g_string_append (out, strchr (at, '<'));
  return g_string_free_to_bytes (out);
}

GBytes *
nb_test_put_certificate (GBytes *bytes,
                         const NbIdentity *identity,
                         guint position,
                         const NbAlgorithm *algorithm)
{
  const NbCertificate *certificate = identity->certificate;
  GBytes *der = certificate->der;
  g_autoptr (GBytes) digest = nb_algorithm_digest (algorithm, der);
  g_autoptr (GBytes) issuer_serial = nb_certificate_write_issuer_serial (certificate);
  g_autofree char *der_text = nb_base64_encode (der);
  g_autofree char *digest_text = nb_base64_encode (digest);
  g_autofree char *issuer_text = nb_base64_encode (issuer_serial);
  g_autoptr (GBytes) with_der = put_text (bytes, position, "<ds:X509Certificate>", der_text);
  const char *digest_start =
      "<ds:DigestValue xmlns:ds=\"" NB_XML_DSIG "\">"; /* there is only one */
  g_autoptr (GBytes) with_digest = put_text (with_der, position, digest_start, digest_text);

  return put_text (with_digest, position, "<xades:IssuerSerialV2>", issuer_text);
}

GBytes *
nb_test_put_value (GBytes *bytes, guint position, const char *text)
{
  g_autofree char *start = g_strdup_printf ("<ds:SignatureValue Id=\"s%u-value\">", position);

  return put_text (bytes, position, start, text);
}

GBytes *
nb_test_get_signed_octets (GBytes *bytes, guint position)
{
  xmlDoc *doc = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL,
                               NULL, XML_PARSE_NONET);
  GBytes *octets =
      nb_xml_canonical (nb_xml_lookup (find_signature (doc, position), "SignedInfo"), NULL);

  g_assert_nonnull (octets);
  xmlFreeDoc (doc);
  return octets;
}

GBytes *
nb_test_sign_octets (GBytes *bytes, NbIdentity *identity, guint position)
{
  g_autoptr (GBytes) octets = nb_test_get_signed_octets (bytes, position);
  g_autoptr (GBytes) value = nb_identity_sign (identity, octets, NULL);
  g_autofree char *text = NULL;

  g_assert_nonnull (value);
  text = nb_base64_encode (value);
  return nb_test_put_value (bytes, position, text);
}
