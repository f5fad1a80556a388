/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nb-error.h"

G_BEGIN_DECLS

/* A private key with its certificate. Key material is wiped when it is freed. */
typedef struct _NbIdentity NbIdentity;

typedef enum
{
  NB_KEY_RSA,   /* RSA-3072 */
  NB_KEY_ECDSA, /* P-256 */
  NB_KEY_SM2,
} NbKeyAlgorithm;
#define NB_N_KEY_ALGORITHMS 3

/* "rsa", "ecdsa", "sm2". */
gboolean nb_key_algorithm_parse (const char *nick, NbKeyAlgorithm *algorithm);

/* A new key and a self-made certificate for @name, valid from @now (seconds since 1970) for ten years.
 * NB_ERROR_KEY. */
NbIdentity *
nb_identity_create (const char *name, NbKeyAlgorithm algorithm, gint64 now, GError **error);
/* Opens a PKCS#12 file. NB_ERROR_KEY, with sentences and reasons that tell a wrong passphrase ("passphrase")
 * from a file that is no PKCS#12 or holds no key ("key-file") and one that uses an algorithm we do not read
 * ("key-method"). */
NbIdentity *nb_identity_load (GBytes *pkcs12, const char *passphrase, GError **error);
/* Whether it may sign at @now: NB_ERROR_KEY, with the reason "key-expired" or "key-early" where the certificate
 * is not valid at that time. */
gboolean nb_identity_check (NbIdentity *identity, gint64 now, GError **error);
/* PKCS#12 with AES-256 and PBKDF2. */
GBytes *nb_identity_write (NbIdentity *identity, const char *passphrase, GError **error);
void nb_identity_free (NbIdentity *identity);

/* What a person is shown. All owned by the identity. */
const char *nb_identity_get_name (NbIdentity *identity); /* subject's common name */
const char *nb_identity_get_issuer (NbIdentity *identity);
const char *nb_identity_get_algorithm (NbIdentity *identity); /* "RSA-3072" */
const char *
nb_identity_get_fingerprint (NbIdentity *identity); /* SHA-256 of the certificate, hex, colons */
gint64 nb_identity_get_not_before (NbIdentity *identity);
gint64 nb_identity_get_not_after (NbIdentity *identity);
/* The certificate in PEM, to hand out for trust. Free with g_free(). */
char *nb_identity_dup_certificate (NbIdentity *identity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbIdentity, nb_identity_free)

G_END_DECLS
