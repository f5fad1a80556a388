/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <openssl/x509.h>

#include "nb-algorithm.h"
#include "nb-problem.h"

G_BEGIN_DECLS

/* An X.509 certificate and what we read from it once. */
typedef struct
{
  X509 *x509;
  EVP_PKEY *key; /* the public one, owned by x509; NULL where OpenSSL cannot read it */
  const NbAlgorithm *algorithm; /* NULL: a kind of key that we do not use */
  char *name;                   /* of the subject: common name, else the whole name; safe to show */
  char *issuer;
  char *key_name;    /* "RSA-3072", "ECDSA P-256", or the name OpenSSL has for it */
  char *fingerprint; /* SHA-256 of the DER, upper-case hex with colons */
  gint64 not_before; /* seconds since 1970 */
  gint64 not_after;
  GBytes *der;
  gboolean self_made; /* subject and issuer are the same and its own key signed it */
  gatomicrefcount references;
} NbCertificate;

/* Takes @x509, never NULL. Does not change afterwards. */
NbCertificate *nb_certificate_new (X509 *x509);
/* NULL where @der is not exactly one certificate. */
NbCertificate *nb_certificate_parse (GBytes *der);
NbCertificate *nb_certificate_ref (NbCertificate *certificate);
void nb_certificate_unref (NbCertificate *certificate);

/* The key policy: version 3, a kind and size of key of the closed list (RSA with e = 65537), a
 * keyUsage with digitalSignature or nonRepudiation, and not a certificate authority. */
gboolean nb_certificate_check (const NbCertificate *certificate, NbProblem *problem);

/* DER of the IssuerSerial (RFC 5035) that XAdES IssuerSerialV2 holds. */
GBytes *nb_certificate_write_issuer_serial (const NbCertificate *certificate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbCertificate, nb_certificate_unref)

G_END_DECLS
