/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-certificate.h"
#include "nb-identity.h"

G_BEGIN_DECLS

struct _NbIdentity
{
  EVP_PKEY *key; /* OpenSSL wipes it when it is freed */
  NbCertificate *certificate;
};

/* Takes both. */
NbIdentity *nb_identity_new (EVP_PKEY *key, X509 *x509);

/* What ds:SignatureValue holds for @data. The one place where a private key is used, so that a key
 * that never leaves a token can stand behind it. NB_ERROR_KEY. */
GBytes *nb_identity_sign (NbIdentity *identity, GBytes *data, GError **error);

G_END_DECLS
