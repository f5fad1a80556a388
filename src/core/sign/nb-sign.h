/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-identity.h"
#include "nb-package.h"

G_BEGIN_DECLS

typedef enum
{
  NB_ROLE_LEGAL_REPRESENTATIVE,
  NB_ROLE_INSTITUTION,
  NB_ROLE_SPONSOR,
  NB_ROLE_REGISTRY,
} NbRole;
#define NB_N_ROLES 4

const char *nb_role_get_nick (NbRole role); /* "legal-representative" */
/* In the language of the interface, to stand inside a sentence. */
const char *nb_role_get_title (NbRole role);
/* The same, to stand alone: "Legal representative". */
const char *nb_role_get_label (NbRole role);
gboolean nb_role_parse (const char *nick, NbRole *role);

/* What comes into the file with the signature of a role. */
typedef enum
{
  NB_BRINGS_NOTHING,
  NB_BRINGS_OPINION,
  NB_BRINGS_REGISTRATION,
} NbBrings;
NbBrings nb_role_get_brings (NbRole role);

/* Initialises libxml2 and xmlsec once for the process; call from the main thread (job does). */
gboolean nb_sign_init (GError **error);

/* Signs the package @bytes as @role: new bytes in which no byte of an existing payload or signature
 * changed. @payload: the element opinion (sponsor) or registration (registry) as XML, to be spliced in
 * first, or NULL. @now: the claimed time, seconds since 1970. The result was verified before it is
 * returned. NB_ERROR_KEY, NB_ERROR_BROKEN (what is there does not verify), NB_ERROR_ARGUMENT (the role
 * signed already, or comes too early). */
GBytes *nb_sign (GBytes *bytes,
                 NbSchema *schema,
                 NbIdentity *identity,
                 NbRole role,
                 const char *payload,
                 gint64 now,
                 GError **error);

/* The certificates and revocation lists that are believed. */
typedef struct _NbTrust NbTrust;
NbTrust *nb_trust_new (void);
void nb_trust_free (NbTrust *trust);
/* PEM (one or more) or DER. NB_ERROR_KEY. */
gboolean nb_trust_add_certificate (NbTrust *trust, GBytes *bytes, GError **error);
gboolean nb_trust_add_crl (NbTrust *trust, GBytes *bytes, GError **error);

typedef struct
{
  gboolean known_role;
  NbRole role;
  char *signer;      /* common name, or NULL */
  char *algorithm;   /* of the key: "RSA-3072", "ECDSA P-256", "SM2", or NULL */
  char *issuer;      /* of the certificate, or NULL; the signer's own name where it is self-made */
  char *fingerprint; /* of the certificate: SHA-256, hex with colons, or NULL */
  GBytes *certificate; /* DER, or NULL */
  gint64 not_before;   /* its validity, seconds since 1970; 0 without a certificate */
  gint64 not_after;
  char *anchor; /* the name of the given certificate that it is trusted through, or NULL */
  char *anchor_fingerprint;
  gint64 time; /* claimed by the signer and confirmed by nobody, seconds since 1970; 0: none */
  gboolean intact;
  gboolean trusted;
  gboolean in_time;
  const char *problem; /* static reason code such as "digest-report", or NULL */
  char *message;       /* in the language of the interface */
} NbSignatureVerdict;

typedef struct
{
  gboolean intact;     /* every signature, and the shape as a whole */
  const char *problem; /* reason code for the file as a whole ("unsigned", "shape" …), or NULL */
  char *message;       /* for the file as a whole */
  GPtrArray *signatures; /* of NbSignatureVerdict */
} NbVerdict;

/* Verifies @bytes. NULL and NB_ERROR_REFUSED / NB_ERROR_INVALID only for what formats.md answers 3;
 * everything else is a verdict. */
NbVerdict *nb_verify (GBytes *bytes, NbSchema *schema, NbTrust *trust, gint64 now, GError **error);
void nb_verdict_free (NbVerdict *verdict);
/* Whether it is the turn of @role after the signatures of @verdict (NULL: none); NB_ERROR_ARGUMENT says why it
 * is not. */
gboolean nb_role_check_turn (NbRole role, const NbVerdict *verdict, GError **error);
/* Every signer is trusted and in time. */
gboolean nb_verdict_is_trusted (const NbVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbTrust, nb_trust_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbVerdict, nb_verdict_free)

G_END_DECLS
