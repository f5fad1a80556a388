/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

#include <string.h>

/* Other spellings of the same document: what is signed is the canonical form, and that is unchanged. They
 * also show that the answer to the others is not simply "no". */

static GBytes *
make_crlf (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (edited, NULL), g_bytes_get_size (edited));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  char *joined = g_strjoinv ("\r\n", lines);

  return g_bytes_new_take (joined, strlen (joined));
}

/* The other identifiers of SM2 and SM3; the enemy here is an honest program with another habit. */
#define INFOSEC_EDITS                                                                              \
  {                                                                                                \
    { "chinaport.gov.cn/2022/04/xmldsig#sm2-sm3", "w3.org/2018/02/xmlgmdsig#ecsm2-sm3", 0 },       \
        { "chinaport.gov.cn/2022/04/xmldsig#sm3", "w3.org/2018/02/xmlgmdsig#sm3", 0 },             \
        { "chinaport.gov.cn/2022/04/xmldsig#sm3", "w3.org/2018/02/xmlgmdsig#sm3", 0 },             \
    {                                                                                              \
      "chinaport.gov.cn/2022/04/xmldsig#sm3", "w3.org/2018/02/xmlgmdsig#sm3", 0                    \
    }                                                                                              \
  }

const NbHostile nb_hostile_harmless[] = {
  { .name = "harmless-rsa-1", .roles = 1 },
  { .name = "harmless-rsa-2", .roles = 2 },
  { .name = "harmless-rsa-3", .roles = 3 },
  { .name = "harmless-rsa-4", .roles = 4 },
  { .name = "harmless-ecdsa-1", .roles = 1, .key = NB_KEY_ECDSA },
  { .name = "harmless-ecdsa-2", .roles = 2, .key = NB_KEY_ECDSA },
  { .name = "harmless-ecdsa-3", .roles = 3, .key = NB_KEY_ECDSA },
  { .name = "harmless-ecdsa-4", .roles = 4, .key = NB_KEY_ECDSA },
  { .name = "harmless-sm2-1", .roles = 1, .key = NB_KEY_SM2 },
  { .name = "harmless-sm2-2", .roles = 2, .key = NB_KEY_SM2 },
  { .name = "harmless-sm2-3", .roles = 3, .key = NB_KEY_SM2 },
  { .name = "harmless-sm2-4", .roles = 4, .key = NB_KEY_SM2 },
  { .name = "harmless-crlf", .roles = 4, .make = make_crlf },
  { .name = "harmless-bom", .roles = 1, .edits = { { "<?xml", "\xEF\xBB\xBF<?xml", 0 } } },
  { .name = "harmless-no-declaration",
    .roles = 1,
    .edits = { { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "", 0 } } },
  { .name = "harmless-cdata-in-text",
    .roles = 1,
    .edits = { { ">青禾县种子检验站<", ">青禾<![CDATA[县种子]]>检验站<", 0 } } },
  { .name = "harmless-character-reference",
    .roles = 1,
    .edits = { { ">青禾县", ">&#x9752;&#31166;县", 0 } } },
  { .name = "harmless-empty-tag", .roles = 1, .edits = { { "<p></p>", "<p/>", 0 } } },
  { .name = "harmless-quotes",
    .roles = 1,
    .edits = { { "name=\"name\"", "name='name'", 0 }, { "Id=\"report\"", "Id = 'report'", 0 } } },
  { .name = "harmless-attribute-order",
    .roles = 1,
    .edits = { { "name=\"initial-capital\" typed=\"170万元\"",
                 "typed=\"170万元\" name=\"initial-capital\"", 0 } } },
  { .name = "harmless-cdata-in-digest",
    .roles = 1,
    .edits = { { "<ds:DigestValue>", "<ds:DigestValue><![CDATA[]]>", 0 } } },
  { .name = "harmless-unused-namespace",
    .roles = 1,
    .edits = { { "<package ", "<package xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\" ",
                 0 } } },
  { .name = "harmless-sm2-infosec",
    .roles = 1,
    .key = NB_KEY_SM2,
    .edits = INFOSEC_EDITS,
    .again = 1 },
  { .name = "harmless-sm2-eport",
    .roles = 1,
    .key = NB_KEY_SM2,
    .edits = { { "www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3",
                 "www.w3.org/2000/09/xmldsig#sm2-sm3", 0 } },
    .again = 1 },
  { NULL },
};
