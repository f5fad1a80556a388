/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <openssl/evp.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/keysdata.h>
#include <xmlsec/transforms.h>

#include "nb-identity.h"

G_BEGIN_DECLS

/* A class of signatures that we make and believe: a kind of key with the one digest that goes with
 * it, under one pair of identifiers. The list in nb-algorithm.c is closed; everything that differs by
 * class stands in its row. Of several rows for one kind of key the first is what we write. */
typedef struct
{
  NbKeyAlgorithm id;
  int key_nid;             /* of the subject's public key */
  int curve_nid;           /* its parameter, or 0 */
  const char *key_name;    /* for people; the bits follow where there is a choice */
  guint minimum_bits;      /* of the key */
  guint maximum_bits;      /* bounds the work that a stranger's key can ask for */
  guint scalar_size;       /* of r and of s, or 0 for RSA */
  const guint8 *largest_r; /* scalar_size bytes, big-endian */
  const guint8 *largest_s;
  const char *distinguishing_id; /* that the digest begins with, or NULL */
  const char *signature_uri;     /* ds:SignatureMethod */
  const char *digest_uri;        /* ds:DigestMethod, for every digest of such a signature */
  const EVP_MD *(*get_digest) (void);
  xmlSecTransformId (*get_signature_transform) (void);
  xmlSecTransformId (*get_digest_transform) (void);
  xmlSecKeyDataPtr (*adopt_key) (EVP_PKEY *key); /* for xmlsec; takes the key or returns NULL */
} NbAlgorithm;

/* NULL where the list has no such class; the first row that fits. */
const NbAlgorithm *nb_algorithm_lookup_uri (const char *signature_uri);
const NbAlgorithm *nb_algorithm_lookup_key (int key_nid, int curve_nid);

/* The digest of @data, raw. */
GBytes *nb_algorithm_digest (const NbAlgorithm *algorithm, GBytes *data);

/* Signs @data; the result is what ds:SignatureValue holds (RFC 4051: for elliptic curves r and s side
 * by side; of two values of s that fit the smaller). NB_ERROR_KEY. */
GBytes *
nb_algorithm_sign (const NbAlgorithm *algorithm, EVP_PKEY *key, GBytes *data, GError **error);

/* Whether @signature has the one form that a value for @key may have: the exact size; for elliptic
 * curves r and s from 1 to the largest, because a signed file must not have two spellings. */
gboolean
nb_algorithm_is_well_formed (const NbAlgorithm *algorithm, EVP_PKEY *key, GBytes *signature);

/* Whether @signature over @data was made with the private half of @key. */
gboolean
nb_algorithm_verify (const NbAlgorithm *algorithm, EVP_PKEY *key, GBytes *data, GBytes *signature);

G_END_DECLS
