/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/valid.h>
#include <openssl/provider.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/io.h>
#include <xmlsec/keyinfo.h>
#include <xmlsec/keysmngr.h>
#include <xmlsec/openssl/app.h>
#include <xmlsec/openssl/crypto.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

#include "nb-test-signing.h"

/* The engine that the product's verifier stands on, with our classes, without our policy: for vectors.py, which
 * gives it the words of xmlsec's own suite. The product has nothing of this.
 *   usage: engine TRANSFORMS [OPTION…] FILE
 * 0: verified, 1: not, 2: usage, 77: TRANSFORMS (names, separated by spaces) are not all known. */

typedef struct
{
  xmlSecKeysMngr *keys;
  xmlSecDSigCtx *context;
  xmlDtd *dtd;
  const char *passphrase;
} Engine;

static char *mapped_url, *mapped_file;

static int
is_mapped (const char *url)
{
  return g_strcmp0 (url, mapped_url) == 0;
}

static void *
open_mapped (const char *url)
{
  return fopen (mapped_file, "rb");
}

static int
read_mapped (void *file, char *buffer, int size)
{
  return (int) fread (buffer, 1, (size_t) size, file);
}

static int
close_mapped (void *file)
{
  return fclose (file);
}

static xmlSecKeyDataFormat
parse_format (const char *option, gboolean certificate)
{
  if (g_str_has_suffix (option, "-der"))
    return certificate ? xmlSecKeyDataFormatCertDer : xmlSecKeyDataFormatDer;
  return certificate ? xmlSecKeyDataFormatCertPem : xmlSecKeyDataFormatPem;
}

static gboolean
adopt_key (Engine *engine, xmlSecKey *key, const char *name)
{
  return key != NULL && (name == NULL || xmlSecKeySetName (key, BAD_CAST name) >= 0)
         && xmlSecOpenSSLAppDefaultKeysMngrAdoptKey (engine->keys, key) >= 0;
}

static gboolean
enable_key_data (Engine *engine, const char *names)
{
  g_auto (GStrv) words = g_strsplit (names, ",", -1);

  for (char **word = words; *word != NULL; word++)
    {
      xmlSecKeyDataId id = xmlSecKeyDataIdListFindByName (xmlSecKeyDataIdsGet (), BAD_CAST * word,
                                                          xmlSecKeyDataUsageAny);

      if (id == xmlSecKeyDataIdUnknown
          || xmlSecPtrListAdd (&engine->context->keyInfoReadCtx.enabledKeyData, (xmlSecPtr) id) < 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_time (Engine *engine, const char *text)
{
  g_autofree char *iso = g_strdup_printf ("%.10sT%sZ", text, text + 11); /* "2005-07-10+10:00:00" */
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  if (time == NULL)
    return FALSE;
  engine->context->keyInfoReadCtx.certsVerificationTime = (time_t) g_date_time_to_unix (time);
  return TRUE;
}

/* An option with a value, "--hmackey:NAME FILE". */
static gboolean
take (Engine *engine, const char *option, const char *value)
{
  g_auto (GStrv) halves = g_strsplit (option, ":", 2);
  const char *name = halves[1];

  if (g_str_has_prefix (option, "--trusted-") || g_str_has_prefix (option, "--untrusted-"))
    return xmlSecOpenSSLAppKeysMngrCertLoad (engine->keys, value, parse_format (halves[0], FALSE),
                                             option[2] == 't' ? xmlSecKeyDataTypeTrusted
                                                              : xmlSecKeyDataTypeNone)
           >= 0;
  if (g_str_equal (halves[0], "--hmackey"))
    return adopt_key (engine, xmlSecKeyReadBinaryFile (xmlSecOpenSSLKeyDataHmacGetKlass (), value),
                      name);
  if (g_str_has_prefix (option, "--pubkey-cert-"))
    return adopt_key (
        engine, xmlSecOpenSSLAppKeyLoad (value, parse_format (halves[0], TRUE), NULL, NULL, NULL),
        name);
  if (g_str_equal (halves[0], "--pkcs12"))
    return adopt_key (
        engine,
        xmlSecOpenSSLAppKeyLoad (value, xmlSecKeyDataFormatPkcs12, engine->passphrase, NULL, NULL),
        name);
  if (g_str_equal (option, "--keys-file"))
    return xmlSecOpenSSLAppDefaultKeysMngrLoad (engine->keys, value) >= 0;
  if (g_str_equal (option, "--enabled-key-data"))
    return enable_key_data (engine, value);
  if (g_str_equal (option, "--verification-gmt-time"))
    return set_time (engine, value);
  if (g_str_equal (option, "--enabled-reference-uris"))
    {
      engine->context->enabledReferenceUris = xmlSecTransformUriTypeEmpty;
      return g_str_equal (value, "empty");
    }
  if (g_str_equal (option, "--dtd-file"))
    {
      engine->dtd = xmlParseDTD (NULL, BAD_CAST value);
      return engine->dtd != NULL;
    }
  if (g_str_has_prefix (option, "--url-map:"))
    {
      mapped_url = g_strdup (name);
      mapped_file = g_strdup (value);
      return xmlSecIORegisterCallbacks (is_mapped, open_mapped, read_mapped, close_mapped) >= 0;
    }
  return FALSE;
}

static gboolean
take_options (Engine *engine, char **argv, int n)
{
  for (int i = 0; i < n; i++)
    if (g_str_equal (argv[i], "--insecure"))
      engine->context->keyInfoReadCtx.flags |= XMLSEC_KEYINFO_FLAGS_X509DATA_DONT_VERIFY_CERTS;
    else if (g_str_equal (argv[i], "--pwd") && i + 1 < n)
      engine->passphrase = argv[++i];
    else if (i + 1 >= n || !take (engine, argv[i], argv[i + 1]))
      {
        fprintf (stderr, "engine: cannot take %s\n", argv[i]);
        return FALSE;
      }
    else
      i++;
  return TRUE;
}

static gboolean
knows_transforms (const char *names)
{
  g_auto (GStrv) words = g_strsplit (names, " ", -1);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0'
        && xmlSecTransformIdListFindByName (xmlSecTransformIdsGet (), BAD_CAST * word,
                                            xmlSecTransformUsageAny)
               == xmlSecTransformIdUnknown)
      return FALSE;
  return TRUE;
}

static gboolean
verify (Engine *engine, const char *path)
{
  xmlDoc *doc = xmlReadFile (
      path, NULL, XML_PARSE_DTDLOAD | XML_PARSE_DTDATTR | XML_PARSE_NOENT | XML_PARSE_NONET);
  xmlNode *node =
      doc != NULL ? xmlSecFindNode (xmlDocGetRootElement (doc), xmlSecNodeSignature, xmlSecDSigNs)
                  : NULL;

  if (engine->dtd != NULL && doc != NULL)
    {
      xmlValidCtxt valid = { 0 };

      xmlValidateDtd (&valid, doc, engine->dtd); /* makes the attributes IDs */
    }
  return node != NULL && xmlSecDSigCtxVerify (engine->context, node) >= 0
         && engine->context->status == xmlSecDSigStatusSucceeded;
}

int
main (int argc, char *argv[])
{
  Engine engine = { 0 };

  if (argc < 3)
    return 2;
  OSSL_PROVIDER_load (NULL, "legacy");
  OSSL_PROVIDER_load (NULL, "default");
  if (!nb_sign_init (NULL))
    return 2;
  nb_test_open_engine (TRUE);
  if (!knows_transforms (argv[1]))
    return 77;
  engine.keys = xmlSecKeysMngrCreate ();
  if (xmlSecOpenSSLAppDefaultKeysMngrInit (engine.keys) < 0)
    return 2;
  engine.context = xmlSecDSigCtxCreate (engine.keys);
  engine.context->keyInfoReadCtx.flags |= XMLSEC_KEYINFO_FLAGS_X509DATA_SKIP_STRICT_CHECKS;
  if (!take_options (&engine, argv + 2, argc - 3))
    return 2;
  return verify (&engine, argv[argc - 1]) ? 0 : 1;
}
