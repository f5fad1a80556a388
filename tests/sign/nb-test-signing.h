/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-identity-private.h"
#include "nb-sign.h"

G_BEGIN_DECLS

/* What the tests of this room share: a small report of an invented institution, keys, and ways to
 * make files that the product would never make. */

/* The moment at which everything happens unless a test says otherwise: 2026-11-24T08:00:00Z. */
#define NB_TEST_NOW G_GINT64_CONSTANT (1795507200)

/* The serial number of what is revoked. */
#define NB_TEST_REVOKED 666

/* The schema of the product; borrowed. */
NbSchema *nb_test_schema (void);
/* A report file without signatures. */
GBytes *nb_test_package (void);
/* What sponsor and registry bring; NULL for the other roles. */
const char *nb_test_payload (NbRole role);
/* A key and self-made certificate of each kind, made once; borrowed. */
NbIdentity *nb_test_identity (NbKeyAlgorithm algorithm);

/* Verifies without trust at NB_TEST_NOW; what is refused (3) fails the test. */
NbVerdict *nb_test_verify (GBytes *bytes);
/* @bytes signed as @role, asserted to work. */
GBytes *nb_test_sign (GBytes *bytes, NbIdentity *identity, NbRole role);
/* The test package signed by the first @n_roles roles in order. */
GBytes *nb_test_sign_roles (NbIdentity *identity, guint n_roles);

/* @bytes with the @nth (from 0) @from replaced by @to; the test fails where there is none. */
GBytes *nb_test_replace (GBytes *bytes, const char *from, const char *to, guint nth);
/* From the start of the @nth @first to the end of the next @last, owned. */
char *nb_test_cut (GBytes *bytes, const char *first, const char *last, guint nth);
/* The engine below our policy: with @open it has the general canonical form that comes with xmlsec, for
 * documents that our parser never saw, in the place of ours. The product has no such door. */
void nb_test_open_engine (gboolean open);

/* Computes every digest and the value of the signature at @position anew with xmlsec and the key of
 * @identity, whatever it is made of: how an enemy who has a key makes a file. */
GBytes *nb_test_sign_again (GBytes *bytes, NbIdentity *identity, guint position);
/* @bytes with @payload in front of the signatures, where it stands when its signer signs. */
GBytes *nb_test_put_payload (GBytes *bytes, const char *payload);
/* The certificate of @identity in the signature at @position, which is one of @algorithm, and what its
 * properties say of it; the digests of references and the value stay as they are. */
GBytes *nb_test_put_certificate (GBytes *bytes,
                                 const NbIdentity *identity,
                                 guint position,
                                 const NbAlgorithm *algorithm);
/* Another text as the value of the signature at @position. */
GBytes *nb_test_put_value (GBytes *bytes, guint position, const char *text);
/* What the signature at @position signs: the canonical form of its SignedInfo. */
GBytes *nb_test_get_signed_octets (GBytes *bytes, guint position);
/* The value of the signature at @position made anew over its SignedInfo as that stands. */
GBytes *nb_test_sign_octets (GBytes *bytes, NbIdentity *identity, guint position);
/* Signs @data as nb_sign() would, without asking whether it may. */
GBytes *nb_test_sign_unasked (GBytes *bytes, NbIdentity *identity, NbRole role, gint64 now);

G_END_DECLS
