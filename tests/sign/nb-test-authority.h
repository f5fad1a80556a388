/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-identity-private.h"

G_BEGIN_DECLS

/* Keys and certificates of every kind, good and bad, and revocation lists: what certificate authorities
 * and their enemies hand out. */

/* What a certificate says; 0 and NULL stand for what an honest authority writes. */
typedef struct
{
  const char *name;          /* the subject's common name; NULL: a person's */
  const char *key;           /* see nb_test_key(); NULL: "RSA-2048" */
  const char *usage;         /* keyUsage; NULL: digitalSignature; "": no such extension */
  const char *constraints;   /* basicConstraints; NULL: CA:FALSE */
  gint64 not_before;         /* seconds since 1970; 0: 30 days before @now of nb_test_issue() */
  gint64 not_after;          /* 0: ten years after */
  glong serial;              /* 0: one of its own */
  gboolean sha1;             /* the authority's own signature is SHA-1 */
  gboolean unknown_critical; /* a critical extension that nobody knows */
  gboolean version_1;        /* without extensions */
} NbTestCertificate;

/* A key of a kind, made once a process; borrowed: "RSA-1024", "RSA-2048", "RSA-3072", "RSA-3", "RSA-1" (the public
 * exponent; the private half of the last is useless), "P-256", "P-256 explicit" (the curve spelled out),
 * "P-384", "brainpoolP256r1", "SM2", "ED25519", "RSA-PSS". With a number behind "/" another one. */
EVP_PKEY *nb_test_key (const char *kind);

/* A certificate over the key @what names, issued by @issuer, or by itself with NULL. */
NbIdentity *nb_test_issue (NbIdentity *issuer, const NbTestCertificate *what, gint64 now);
/* An authority of its own, with a key of @kind. */
NbIdentity *nb_test_authority (const char *name, const char *kind, gint64 now);

/* A revocation list in the name of @issuer, made with the key of @maker, that holds @serial; in PEM. */
GBytes *nb_test_revoke (
    NbIdentity *issuer, NbIdentity *maker, glong serial, gint64 this_update, gint64 next_update);

G_END_DECLS
