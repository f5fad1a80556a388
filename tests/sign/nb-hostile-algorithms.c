/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

/* Algorithms that are no longer safe, that turn a public key into a secret, or that nobody here knows.
 * Where the engine has the algorithm, the enemy has signed with it. */

#define RSA_SHA256   "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
#define ECDSA_SHA256 "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
#define SHA256       "http://www.w3.org/2001/04/xmlenc#sha256"
#define DSIG         "http://www.w3.org/2000/09/xmldsig#"
#define MORE         "http://www.w3.org/2001/04/xmldsig-more#"
#define CUSTOMS      "http://www.chinaport.gov.cn/2022/04/xmldsig#"

/* An engine that was built without MD5 signs nothing with it. */
#ifdef XMLSEC_NO_MD5
#define SIGNS_MD5 0
#else
#define SIGNS_MD5 1
#endif

#define DIGEST(the_name, the_key, from, to, the_again)                                             \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = "algorithm", .roles = 1, .key = the_key,             \
    .edits = { { "DigestMethod Algorithm=\"" from "\"", "DigestMethod Algorithm=\"" to "\"",       \
                 0 } },                                                                            \
    .again = the_again                                                                             \
  }
#define METHOD(the_name, the_key, from, to, the_again)                                             \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = "algorithm", .roles = 1, .key = the_key,             \
    .edits = { { "SignatureMethod Algorithm=\"" from "\"", "SignatureMethod Algorithm=\"" to "\"", \
                 0 } },                                                                            \
    .again = the_again                                                                             \
  }
/* Something inside SignatureMethod, which stands empty. */
#define INSIDE(the_name, the_problem, method, inside)                                              \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = the_problem, .roles = 1, .edits = {                  \
      { "<ds:SignatureMethod Algorithm=\"" RSA_SHA256 "\"></ds:SignatureMethod>",                  \
        "<ds:SignatureMethod Algorithm=\"" method "\">\n" inside "\n</ds:SignatureMethod>", 0 }    \
    }                                                                                              \
  }

const NbHostile nb_hostile_algorithms[] = {
  DIGEST ("algorithms-digest-sha1", NB_KEY_RSA, SHA256, DSIG "sha1", 1),
  DIGEST ("algorithms-digest-md5", NB_KEY_RSA, SHA256, MORE "md5", SIGNS_MD5),
  DIGEST ("algorithms-digest-ripemd160",
          NB_KEY_RSA,
          SHA256,
          "http://www.w3.org/2001/04/xmlenc#ripemd160",
          0),
  DIGEST ("algorithms-digest-sha224", NB_KEY_RSA, SHA256, MORE "sha224", 1),
  DIGEST (
      "algorithms-digest-sha512", NB_KEY_RSA, SHA256, "http://www.w3.org/2001/04/xmlenc#sha512", 1),
  DIGEST ("algorithms-digest-unknown", NB_KEY_RSA, SHA256, "urn:x", 0),
  DIGEST ("algorithms-digest-empty", NB_KEY_RSA, SHA256, "", 0),
  DIGEST ("algorithms-digest-sm3-under-rsa", NB_KEY_RSA, SHA256, CUSTOMS "sm3", 1),
  DIGEST ("algorithms-digest-sm3-under-ecdsa", NB_KEY_ECDSA, SHA256, CUSTOMS "sm3", 1),
  DIGEST ("algorithms-digest-sha256-under-sm2", NB_KEY_SM2, CUSTOMS "sm3", SHA256, 1),
  DIGEST ("algorithms-digest-sha1-under-sm2", NB_KEY_SM2, CUSTOMS "sm3", DSIG "sha1", 1),
  DIGEST ("algorithms-digest-of-another-pair",
          NB_KEY_SM2,
          CUSTOMS "sm3",
          "http://www.w3.org/2018/02/xmlgmdsig#sm3",
          1),
  { .name = "algorithms-digest-of-certificate-sha1",
    .status = 4,
    .problem = "algorithm",
    .roles = 1,
    .edits = { { "<xades:CertDigest>\n<ds:DigestMethod "
                 "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" Algorithm=\"" SHA256 "\"",
                 "<xades:CertDigest>\n<ds:DigestMethod "
                 "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" Algorithm=\"" DSIG "sha1\"",
                 0 } },
    .again = 1 },
  METHOD ("algorithms-rsa-sha1", NB_KEY_RSA, RSA_SHA256, DSIG "rsa-sha1", 1),
  METHOD ("algorithms-rsa-md5", NB_KEY_RSA, RSA_SHA256, MORE "rsa-md5", SIGNS_MD5),
  METHOD ("algorithms-rsa-sha512", NB_KEY_RSA, RSA_SHA256, MORE "rsa-sha512", 1),
  METHOD ("algorithms-rsa-pss",
          NB_KEY_RSA,
          RSA_SHA256,
          "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
          0),
  METHOD ("algorithms-dsa", NB_KEY_RSA, RSA_SHA256, DSIG "dsa-sha1", 0),
  METHOD ("algorithms-ecdsa-sha1", NB_KEY_ECDSA, ECDSA_SHA256, MORE "ecdsa-sha1", 1),
  METHOD ("algorithms-ecdsa-sha512", NB_KEY_ECDSA, ECDSA_SHA256, MORE "ecdsa-sha512", 1),
  METHOD ("algorithms-hmac-sha256", NB_KEY_RSA, RSA_SHA256, MORE "hmac-sha256", 0),
  METHOD ("algorithms-unknown", NB_KEY_RSA, RSA_SHA256, "urn:x", 0),
  METHOD ("algorithms-empty", NB_KEY_RSA, RSA_SHA256, "", 0),
  METHOD ("algorithms-upper-case", NB_KEY_RSA, RSA_SHA256, MORE "RSA-SHA256", 0),
  METHOD ("algorithms-space-behind", NB_KEY_RSA, RSA_SHA256, RSA_SHA256 " ", 0),
  METHOD ("algorithms-sm2-invented", NB_KEY_SM2, CUSTOMS "sm2-sm3", MORE "sm2-sm3", 0),
  METHOD ("algorithms-rsa-named-ecdsa", NB_KEY_RSA, RSA_SHA256, ECDSA_SHA256, 0),
  METHOD ("algorithms-ecdsa-named-rsa", NB_KEY_ECDSA, ECDSA_SHA256, RSA_SHA256, 0),
  INSIDE ("algorithms-hmac-length-0",
          "shape",
          MORE "hmac-sha256",
          "<ds:HMACOutputLength>0</ds:HMACOutputLength>"),
  INSIDE ("algorithms-hmac-length-8",
          "shape",
          MORE "hmac-sha256",
          "<ds:HMACOutputLength>8</ds:HMACOutputLength>"),
  INSIDE ("algorithms-parameter-in-rsa",
          "shape",
          RSA_SHA256,
          "<ds:HMACOutputLength>8</ds:HMACOutputLength>"),
  { NULL },
};
