/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/keysdata.h>
#include <xmlsec/transforms.h>

G_BEGIN_DECLS

/* SM2 signatures with SM3 digests (GB/T 32918.2, GB/T 32905) for xmlsec, which has neither, over
 * OpenSSL's EVP. */

/* The distinguishing identifier that goes into every SM2 signature where nothing else was agreed
 * (GB/T 35276 §10); certificates and XML signatures of Chinese authorities use it. */
#define NB_SM2_ID "1234567812345678"

/* The identifiers under which such signatures are met; nb-algorithm.c says where. */
#define NB_SM2_URI_CUSTOMS "http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3"
#define NB_SM3_URI_CUSTOMS "http://www.chinaport.gov.cn/2022/04/xmldsig#sm3"
#define NB_SM2_URI_EPORT   "http://www.w3.org/2000/09/xmldsig#sm2-sm3"
#define NB_SM2_URI_INFOSEC "http://www.w3.org/2018/02/xmlgmdsig#ecsm2-sm3"
#define NB_SM3_URI_INFOSEC "http://www.w3.org/2018/02/xmlgmdsig#sm3"

/* Makes the classes known to xmlsec; once, after xmlSecOpenSSLInit(). */
gboolean nb_sm2_init (void);

xmlSecTransformId nb_sm2_get_customs_transform (void);
xmlSecTransformId nb_sm2_get_eport_transform (void);
xmlSecTransformId nb_sm2_get_infosec_transform (void);
xmlSecTransformId nb_sm3_get_customs_transform (void);
xmlSecTransformId nb_sm3_get_infosec_transform (void);

/* Key data for xmlsec; takes @key, or leaves it and returns NULL. As xmlSecOpenSSLEvpKeyAdopt(), which
 * does not know SM2 keys. */
xmlSecKeyDataPtr nb_sm2_key_adopt (EVP_PKEY *key);

/* OpenSSL 3.0 verifies an SM2 signature on a certificate only with the identifier set, and fails on all
 * other kinds where it is: for @x509 sets what is right. */
void nb_sm2_prepare_certificate (X509 *x509);

G_END_DECLS
