/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-certificate.h"
#include "nb-package.h"
#include "nb-problem.h"
#include "nb-signature-policy.h"

G_BEGIN_DECLS

/* A ds:Reference as it was read. */
typedef struct
{
  char *id;   /* or NULL */
  char *type; /* or NULL */
  char *uri;
  GBytes *digest; /* or NULL */
} NbReadReference;

/* A ds:Signature taken apart by its shape: names, order, attributes, methods and base64 were checked,
 * nothing else yet. What was not reached before a problem is NULL or 0. */
typedef struct
{
  guint position; /* among the signatures, from 1 */
  xmlNode *node;
  xmlNode *signed_info;
  xmlNode *value_node;
  xmlNode *properties;
  const NbAlgorithm *algorithm;
  GPtrArray *references; /* of NbReadReference */
  GBytes *value;
  NbCertificate *certificate;
  GBytes *certificate_digest; /* of SigningCertificateV2 */
  GBytes *issuer_serial;
  gint64 time; /* claimed */
  gboolean known_role;
  NbRole role;
  GPtrArray *formats; /* of char *: ObjectReference of each DataObjectFormat */
} NbSignature;

/* Reads @node, the child of signatures at @position. Always returns a signature; @problem says what
 * stopped it. @known (or NULL) saves the work of reading a certificate that has the same bytes. */
NbSignature *
nb_signature_read (xmlNode *node, guint position, NbCertificate *known, NbProblem *problem);
void nb_signature_free (NbSignature *signature);

/* The rules beyond shape: the references are exactly those that the role must have after @before, the
 * certificate meets the key policy and is the one that the properties name. */
gboolean
nb_signature_check (const NbSignature *signature, const NbSigned *before, NbProblem *problem);

/* The arithmetic, by xmlsec, with the certificate's key and no other, for a signature that
 * nb_signature_check() passed. A problem names what was changed. */
gboolean
nb_signature_verify (const NbSignature *signature, const NbSigned *before, NbProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbSignature, nb_signature_free)

G_END_DECLS
