/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-sign.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/errors.h>
#include <xmlsec/openssl/app.h>
#include <xmlsec/openssl/crypto.h>

#include "nb-canonical-transform.h"
#include "nb-identity-private.h"
#include "nb-signature-writer.h"
#include "nb-sm2.h"
#include "nb-splice.h"
#include "nb-verify-private.h"
#include "nb-wipe.h"

static const NbPlace nowhere = { 0, 0 };

/* xmlsec would print. What failed is found out from its verdicts. */
static void
ignore_error (const char *file,
              int line,
              const char *function,
              const char *object,
              const char *subject,
              int reason,
              const char *message)
{
}

gboolean
nb_sign_init (GError **error)
{
  static gsize started = 0;

  if (g_once_init_enter (&started))
    {
      gboolean good;

      nb_wipe_init ();
      xmlInitParser ();
      good = xmlSecInit () >= 0 && xmlSecOpenSSLAppInit (NULL) >= 0 && xmlSecOpenSSLInit () >= 0
             && nb_sm2_init () && nb_canonical_init ();
      xmlSecErrorsSetCallback (ignore_error);
      g_once_init_leave (&started, good ? 1 : 2);
    }
  if (started == 1)
    return TRUE;
  nb_error_set (error, NB_ERROR_KEY, nowhere,
                _ ("The signature library cannot be started on this computer."));
  return FALSE;
}

/* What is there must be in order, or the new signature would vouch for something broken. */
static gboolean
check_present (
    NbPackage *package, NbIdentity *identity, gint64 now, NbSigned *before, GError **error)
{
  g_autoptr (NbVerdict) verdict =
      nb_verify_package (package, NULL, now, identity->certificate, before);

  if (verdict->intact || g_strcmp0 (verdict->problem, "unsigned") == 0)
    return TRUE;
  nb_error_set (error, NB_ERROR_BROKEN, nowhere, "%s", verdict->message);
  return FALSE;
}

/* Whether it is the turn of @role. */
static gboolean
check_order (NbRole role, const NbSigned *before, GError **error)
{
  const char *title = nb_role_get_title (role);

  if (nb_signed_has (before, role))
    nb_error_set (error, NB_ERROR_ARGUMENT, nowhere, _ ("The file is already signed by %s."),
                  title);
  else if (nb_role_get_policy (role)->after_legal_representative
           && !nb_signed_has (before, NB_ROLE_LEGAL_REPRESENTATIVE))
    nb_error_set (error, NB_ERROR_ARGUMENT, nowhere,
                  _ ("Before a signature of %s, the legal representative must have signed."),
                  title);
  else if (role == NB_ROLE_SPONSOR && nb_signed_has (before, NB_ROLE_REGISTRY))
    nb_error_set (error, NB_ERROR_ARGUMENT, nowhere,
                  _ ("The registry has signed already; the sponsor's opinion comes too late."));
  else
    return TRUE;
  return FALSE;
}

gboolean
nb_role_check_turn (NbRole role, const NbVerdict *verdict, GError **error)
{
  NbSigned before = { 0 };

  for (guint i = 0; verdict != NULL && i < verdict->signatures->len; i++)
    {
      const NbSignatureVerdict *signature = g_ptr_array_index (verdict->signatures, i);

      if (signature->known_role)
        before.roles[before.n_values++] = signature->role;
    }
  return check_order (role, &before, error);
}

/* Whether it is the turn of @role, with a @payload exactly where it brings one. */
static gboolean
check_turn (NbRole role, const char *payload, const NbSigned *before, GError **error)
{
  const NbRolePolicy *policy = nb_role_get_policy (role);
  const char *title = nb_role_get_title (role);

  if (!check_order (role, before, error))
    return FALSE;
  if (policy->brings != NB_PART_REPORT && payload == NULL)
    nb_error_set (error, NB_ERROR_ARGUMENT, nowhere, _ ("To sign as %s, %s is needed."), title,
                  nb_part_get_title (policy->brings));
  else if (policy->brings == NB_PART_REPORT && payload != NULL)
    nb_error_set (error, NB_ERROR_ARGUMENT, nowhere,
                  _ ("A signature of %s adds nothing to the file."), title);
  else
    return TRUE;
  return FALSE;
}

/* @payload in a document of its own, with the default namespace that it will stand under. */
static xmlDoc *
parse_payload (const char *payload, NbPart part, xmlNode **node, GError **error)
{
  g_autofree char *text =
      g_strdup_printf ("<package xmlns=\"%s\">%s</package>", NB_XML_REPORT, payload);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (xmlDoc) doc = nb_xml_parse (bytes, NB_XML_UNTRUSTED, error);

  if (doc == NULL)
    return NULL;
  *node = nb_xml_get_first (xmlDocGetRootElement (doc));
  if (nb_xml_is (*node, NB_XML_REPORT, nb_part_get_id (part)) && nb_xml_get_next (*node) == NULL)
    return g_steal_pointer (&doc);
  nb_error_set (error, NB_ERROR_ARGUMENT, nowhere, _ ("What is to be signed is not %s."),
                nb_part_get_title (part));
  return NULL;
}

/* The payload goes before the signatures, the signature behind the last one: the bytes around them
 * stay as they are. */
static GBytes *
insert (GBytes *bytes, const NbPackage *package, const char *payload, const char *signature)
{
  NbSplice places = { 0 };
  g_autofree char *addition = NULL;
  g_autofree char *part = NULL;
  g_autoptr (GBytes) with_signature = NULL;

  if (!nb_splice_find (bytes, &places))
    return NULL;
  if (package->signatures == NULL)
    {
      addition = g_strdup_printf ("<signatures>\n%s\n</signatures>\n", signature);
      return nb_splice_insert (bytes, places.root_end, addition);
    }
  if (places.signatures_end == 0)
    return NULL;
  addition = g_strdup_printf ("%s\n", signature);
  with_signature = nb_splice_insert (bytes, places.signatures_end, addition);
  if (payload == NULL)
    return g_steal_pointer (&with_signature);
  part = g_strdup_printf ("%s\n", payload);
  return nb_splice_insert (with_signature, places.signatures, part);
}

/* Nobody is told that a file is signed before the whole of it was parsed and verified again. */
static gboolean
check_result (GBytes *signed_bytes,
              NbSchema *schema,
              NbIdentity *identity,
              gint64 now,
              const char *payload,
              GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (NbPackage) package = nb_package_parse (signed_bytes, schema, &fault);
  g_autoptr (NbVerdict) verdict = NULL;

  if (package != NULL)
    verdict = nb_verify_package (package, NULL, now, identity->certificate, NULL);
  else if (!g_error_matches (fault, NB_ERROR, NB_ERROR_BROKEN))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (verdict != NULL && verdict->intact)
    return TRUE;
  nb_error_set (error, payload != NULL ? NB_ERROR_ARGUMENT : NB_ERROR_BROKEN, nowhere,
                _ ("The file cannot be signed as it is: %s"),
                verdict != NULL ? verdict->message : fault->message);
  return FALSE;
}

GBytes *
nb_sign (GBytes *bytes,
         NbSchema *schema,
         NbIdentity *identity,
         NbRole role,
         const char *payload,
         gint64 now,
         GError **error)
{
  g_autoptr (NbPackage) package = NULL;
  g_autoptr (xmlDoc) payload_doc = NULL;
  g_autofree char *signature = NULL;
  g_autoptr (GBytes) signed_bytes = NULL;
  NbPart brings = nb_role_get_policy (role)->brings;
  NbSigned before;

  if (!nb_identity_check (identity, now, error))
    return NULL;
  package = nb_package_parse (bytes, schema, error);
  if (package == NULL || !check_present (package, identity, now, &before, error)
      || !check_turn (role, payload, &before, error))
    return NULL;
  if (payload != NULL)
    {
      payload_doc = parse_payload (payload, brings, &before.parts[brings], error);
      if (payload_doc == NULL)
        return NULL;
    }

  signature = nb_signature_write (identity, role, &before, now, error);
  if (signature == NULL)
    return NULL;
  signed_bytes = insert (bytes, package, payload, signature);
  if (signed_bytes == NULL)
    {
      nb_error_set (error, NB_ERROR_BROKEN, nowhere,
                    _ ("The file is written in a way that nothing can be added to it. Save the "
                       "report again, then sign it."));
      return NULL;
    }
  if (!check_result (signed_bytes, schema, identity, now, payload, error))
    return NULL;
  return g_steal_pointer (&signed_bytes);
}
