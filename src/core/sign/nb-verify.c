/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-verify-private.h"

#include <glib/gi18n-lib.h>

#include "nb-signature.h"
#include "nb-trust-private.h"

static void
free_signature_verdict (gpointer data)
{
  NbSignatureVerdict *verdict = data;

  g_free (verdict->signer);
  g_free (verdict->algorithm);
  g_free (verdict->issuer);
  g_free (verdict->fingerprint);
  g_clear_pointer (&verdict->certificate, g_bytes_unref);
  g_free (verdict->anchor);
  g_free (verdict->anchor_fingerprint);
  g_free (verdict->message);
  g_free (verdict);
}

static NbVerdict *
new_verdict (void)
{
  NbVerdict *verdict = g_new0 (NbVerdict, 1);

  verdict->signatures = g_ptr_array_new_with_free_func (free_signature_verdict);
  return verdict;
}

void
nb_verdict_free (NbVerdict *verdict)
{
  if (verdict == NULL)
    return;
  g_ptr_array_unref (verdict->signatures);
  g_free (verdict->message);
  g_free (verdict);
}

gboolean
nb_verdict_is_trusted (const NbVerdict *verdict)
{
  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const NbSignatureVerdict *signature = verdict->signatures->pdata[i];

      if (!signature->trusted || !signature->in_time)
        return FALSE;
    }
  return verdict->signatures->len > 0;
}

static gboolean
check_time (const NbSignature *signature, gint64 now, NbProblem *problem)
{
  const NbCertificate *certificate = signature->certificate;

  if (signature->time > now)
    return nb_problem_set (problem, "time-future",
                           _ ("The claimed time of the signature of %s lies in the future. Check "
                              "the clock of this computer."),
                           certificate->name);
  if (signature->time < certificate->not_before)
    return nb_problem_set (problem, "time-before",
                           _ ("The certificate of %s was not valid yet at the claimed time of the "
                              "signature."),
                           certificate->name);
  if (signature->time > certificate->not_after)
    return nb_problem_set (problem, "time-after",
                           _ ("The certificate of %s had expired at the claimed time of the "
                              "signature."),
                           certificate->name);
  return TRUE;
}

/* What can be shown of a signature, however far it could be read. */
static NbSignatureVerdict *
describe (const NbSignature *signature)
{
  NbSignatureVerdict *verdict = g_new0 (NbSignatureVerdict, 1);

  verdict->known_role = signature->known_role;
  verdict->role = signature->role;
  verdict->time = signature->time;
  if (signature->certificate != NULL)
    {
      verdict->signer = g_strdup (signature->certificate->name);
      verdict->algorithm = g_strdup (signature->certificate->key_name);
      verdict->issuer = g_strdup (signature->certificate->issuer);
      verdict->fingerprint = g_strdup (signature->certificate->fingerprint);
      verdict->certificate = g_bytes_ref (signature->certificate->der);
      verdict->not_before = signature->certificate->not_before;
      verdict->not_after = signature->certificate->not_after;
    }
  return verdict;
}

/* Shape, policy, arithmetic, in this order; trust and time only for what is intact, since what a
 * broken signature says about itself is worth nothing. Adds the signature to @before. */
static NbSignatureVerdict *
judge (NbSignature *signature, NbProblem *problem, NbTrust *trust, gint64 now, NbSigned *before)
{
  NbSignatureVerdict *verdict = describe (signature);
  g_autoptr (NbCertificate) anchor = NULL;

  verdict->intact = problem->code == NULL && nb_signature_check (signature, before, problem)
                    && nb_signature_verify (signature, before, problem);
  if (verdict->intact)
    {
      verdict->in_time = check_time (signature, now, problem);
      /* A claim from the future is no reason to ask what will be. */
      verdict->trusted = nb_trust_check (trust, signature->certificate, MIN (signature->time, now),
                                         &anchor, problem);
    }
  if (anchor != NULL)
    {
      verdict->anchor = g_strdup (anchor->name);
      verdict->anchor_fingerprint = g_strdup (anchor->fingerprint);
    }
  verdict->problem = problem->code;
  verdict->message = problem->code != NULL ? g_strdup (problem->message)
                                           : g_strdup_printf (_ ("Signed by %s, unchanged since."),
                                                              signature->certificate->name);
  return verdict;
}

static NbSignatureVerdict *
verify_signature (xmlNode *node,
                  guint position,
                  NbTrust *trust,
                  gint64 now,
                  NbCertificate *known,
                  NbSigned *before,
                  NbProblem *unreadable)
{
  g_auto (NbProblem) problem = { 0 };
  g_autoptr (NbSignature) signature = nb_signature_read (node, position, known, &problem);
  NbSignatureVerdict *verdict;

  if (unreadable->code != NULL)
    nb_problem_set (&problem, "earlier-signature",
                    _ ("An earlier signature cannot be read, so this one cannot be checked."));
  verdict = judge (signature, &problem, trust, now, before);
  if (signature->value_node == NULL || !signature->known_role)
    nb_problem_set (unreadable, problem.code, "%s", problem.message);
  before->values[before->n_values] = signature->value_node;
  before->roles[before->n_values++] = signature->role;
  return verdict;
}

/* Nothing but line feeds may stand between the parts, where no signature covers it. */
static gboolean
check_gaps (const xmlNode *parent, NbProblem *problem)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type != XML_ELEMENT_NODE && g_strcmp0 ((const char *) node->content, "\n") != 0)
      return nb_problem_set (problem, "gap",
                             _ ("There is something between the parts of the file, where no "
                                "signature covers it."));
  return TRUE;
}

/* A part that comes with a signature is nothing without it. */
static gboolean
check_parts (const NbSigned *before, NbProblem *problem)
{
  for (guint role = 0; role < NB_N_ROLES; role++)
    {
      NbPart part = nb_role_get_policy ((NbRole) role)->brings;

      if (part == NB_PART_REPORT || before->parts[part] == NULL
          || nb_signed_has (before, (NbRole) role))
        continue;
      return nb_problem_set (problem,
                             part == NB_PART_OPINION ? "opinion-unsigned" : "registration-unsigned",
                             _ ("The file holds %s without the signature of %s: it was added or "
                                "the signature was removed."),
                             nb_part_get_title (part), nb_role_get_title ((NbRole) role));
    }
  return TRUE;
}

static gboolean
check_signatures (const NbVerdict *verdict, NbProblem *problem)
{
  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const NbSignatureVerdict *signature = verdict->signatures->pdata[i];

      if (!signature->intact)
        return nb_problem_set (problem, signature->problem, "%s", signature->message);
    }
  return TRUE;
}

/* The number N of an Id "sN", or 0. */
static guint
read_number (const xmlNode *node)
{
  g_autofree char *id = nb_xml_dup_attribute (node, "Id");
  guint64 number;

  if (id == NULL || id[0] != 's'
      || !g_ascii_string_to_unsigned (id + 1, 10, 1, NB_N_ROLES, &number, NULL))
    return 0;
  return (guint) number;
}

/* A signature names its own place. Where the numbers are not 1, 2, 3 …, they tell what was done. */
static gboolean
check_places (const NbPackage *package, NbProblem *problem)
{
  gboolean seen[NB_N_ROLES + 1] = { FALSE };
  gboolean in_order = TRUE;
  guint position = 0;
  guint largest = 0;

  for (xmlNode *node = nb_xml_get_first (package->signatures); node != NULL;
       node = nb_xml_get_next (node))
    {
      guint number = read_number (node);

      position++;
      if (number == 0 || seen[number])
        return TRUE; /* no shape at all: said of the signature itself */
      seen[number] = TRUE;
      largest = MAX (largest, number);
      in_order = in_order && number == position;
    }
  if (in_order)
    return TRUE;
  if (largest == position)
    return nb_problem_set (problem, "reordered",
                           _ ("The signatures stand in another order than they were made in."));
  for (guint number = 1; number < largest; number++)
    if (!seen[number])
      return nb_problem_set (problem, "signature-removed",
                             _ ("A signature was removed: number %u of at least %u is missing."),
                             number, largest);
  return TRUE;
}

/* The file as a whole; @before holds all its signatures. */
static void
check_file (const NbPackage *package,
            const NbVerdict *verdict,
            const NbSigned *before,
            NbProblem *problem)
{
  if (package->n_signatures > NB_N_ROLES)
    {
      nb_problem_set (problem, "too-many",
                      _ ("The file has more signatures than there are signers."));
      return;
    }
  if (package->signatures != NULL && !check_places (package, problem))
    return;
  if (!check_signatures (verdict, problem) || !check_parts (before, problem))
    return;
  if (package->n_signatures == 0)
    nb_problem_set (problem, "unsigned", _ ("The file is not signed."));
  else if (check_gaps (package->root, problem))
    check_gaps (package->signatures, problem);
}

NbVerdict *
nb_verify_package (
    NbPackage *package, NbTrust *trust, gint64 now, NbCertificate *known, NbSigned *before)
{
  NbVerdict *verdict = new_verdict ();
  g_auto (NbProblem) problem = { 0 };
  g_auto (NbProblem) unreadable = { 0 };
  NbSigned own;
  xmlNode *node = package->signatures != NULL ? nb_xml_get_first (package->signatures) : NULL;

  before = before != NULL ? before : &own;
  nb_signed_init (before, package);
  for (guint position = 1; node != NULL && position <= NB_N_ROLES; position++)
    {
      g_ptr_array_add (verdict->signatures,
                       verify_signature (node, position, trust, now, known, before, &unreadable));
      node = nb_xml_get_next (node);
    }
  check_file (package, verdict, before, &problem);

  verdict->intact = problem.code == NULL;
  verdict->problem = problem.code;
  verdict->message = problem.code != NULL ? g_strdup (problem.message)
                                          : g_strdup (_ ("Every signature is intact."));
  return verdict;
}

NbVerdict *
nb_verify (GBytes *bytes, NbSchema *schema, NbTrust *trust, gint64 now, GError **error)
{
  g_autoptr (GError) broken = NULL;
  g_autoptr (NbPackage) package = nb_package_parse (bytes, schema, &broken);
  NbVerdict *verdict;
  NbPlace place;

  if (package != NULL)
    return nb_verify_package (package, trust, now, NULL, NULL);
  if (!g_error_matches (broken, NB_ERROR, NB_ERROR_BROKEN))
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return NULL;
    }
  place = nb_error_get_place (broken);
  verdict = new_verdict ();
  verdict->problem = "schema";
  verdict->message =
      g_strdup_printf (_ ("%s (line %u, column %u)"), broken->message, place.line, place.column);
  return verdict;
}
