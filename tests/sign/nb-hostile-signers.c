/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

#include <string.h>

#include "nb-signature-terms.h"

/* Signatures and what they cover taken away, added, moved, replaced, or brought from elsewhere. */

#define START(n) "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"s" #n "\""
#define END      "</ds:Signature>\n"

static GBytes *
cut_out (GBytes *bytes, const char *first, const char *last)
{
  g_autofree char *text = nb_test_cut (bytes, first, last, 0);

  return nb_test_replace (bytes, text, "", 0);
}

/* Every Id and URI that begins with "s@from" begins with "s@to". */
static GBytes *
renumber (GBytes *bytes, char from, char to)
{
  char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (char *at = text; (at = strchr (at, 's')) != NULL; at++)
    if (at > text && (at[-1] == '"' || at[-1] == '#') && at[1] == from)
      at[1] = to;
  return g_bytes_new_take (text, strlen (text));
}

/* @data: ends the start tag of the signature that goes. */
static GBytes *
make_stripped (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  return cut_out (edited, hostile->data, END);
}

/* The first is stripped and the second takes its number. */
static GBytes *
make_renumbered (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autoptr (GBytes) stripped = cut_out (edited, START (1), END);

  return renumber (stripped, '2', '1');
}

static GBytes *
make_swapped (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *first = nb_test_cut (edited, START (1), END, 0);
  g_autofree char *second = nb_test_cut (edited, START (2), END, 0);
  g_autofree char *both = g_strconcat (first, second, NULL);
  g_autofree char *swapped = g_strconcat (second, first, NULL);

  return nb_test_replace (edited, both, swapped, 0);
}

/* Swapped, and each takes the other's number. */
static GBytes *
make_swapped_renumbered (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autoptr (GBytes) swapped = make_swapped (world, hostile, edited);
  g_autoptr (GBytes) moved = renumber (swapped, '1', 'X');
  g_autoptr (GBytes) first = renumber (moved, '2', '1');

  return renumber (first, 'X', '2');
}

static GBytes *
make_without_opinion (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  return cut_out (edited, "<opinion ", "</opinion>\n");
}

/* The sponsor's opinion and signature go, and the registry takes the place. */
static GBytes *
make_without_sponsor (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autoptr (GBytes) without_opinion = make_without_opinion (world, hostile, edited);
  g_autoptr (GBytes) stripped = cut_out (without_opinion, START (3), END);

  return renumber (stripped, '4', '3');
}

static GBytes *
make_with_payload (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  return nb_test_put_payload (edited, hostile->data);
}

static GBytes *
sign (NbHostileWorld *world, GBytes *bytes, NbRole role)
{
  return nb_test_sign_unasked (bytes, world->signers[NB_KEY_RSA], role, world->now - 60);
}

/* The registry signed without an opinion; then one comes, with a sponsor's signature behind. */
static GBytes *
make_late_opinion (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autoptr (GBytes) with_result = nb_test_put_payload (edited, nb_test_payload (NB_ROLE_REGISTRY));
  g_autoptr (GBytes) registered = sign (world, with_result, NB_ROLE_REGISTRY);
  g_autofree char *both = g_strconcat (nb_test_payload (NB_ROLE_SPONSOR), "\n<registration ", NULL);
  g_autoptr (GBytes) with_opinion = nb_test_replace (registered, "<registration ", both, 0);

  return sign (world, with_opinion, NB_ROLE_SPONSOR);
}

/* One more signature of @data, which comes too early, or a second time, or too late. */
static GBytes *
make_with_signature (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  const NbRole *role = hostile->data;
  const char *payload = nb_test_payload (*role);
  g_autoptr (GBytes) with_payload = NULL;

  if (payload == NULL || strstr (g_bytes_get_data (edited, NULL), payload) != NULL)
    return sign (world, edited, *role);
  if (hostile->roles > 0)
    with_payload = nb_test_put_payload (edited, payload);
  else
    {
      g_autofree char *line = g_strdup_printf ("%s\n</package>", payload);

      with_payload = nb_test_replace (edited, "</package>", line, 0);
    }
  return sign (world, with_payload, *role);
}

/* The signature at the place @data, number and all, is the one of another report. */
static GBytes *
make_grafted (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autoptr (GBytes) package = nb_test_package ();
  g_autoptr (GBytes) other = nb_test_replace (package, "青禾县种子检验站", "白石县种子检验站", 0);
  g_autoptr (GBytes) other_1 = sign (world, other, NB_ROLE_LEGAL_REPRESENTATIVE);
  g_autoptr (GBytes) other_2 = sign (world, other_1, NB_ROLE_INSTITUTION);
  g_autofree char *own = nb_test_cut (edited, hostile->data, END, 0);
  g_autofree char *foreign = nb_test_cut (other_2, hostile->data, END, 0);

  return nb_test_replace (edited, own, foreign, 0);
}

/* The first signature of the same report, made once more by somebody else. */
static GBytes *
make_replaced (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autoptr (GBytes) package = nb_test_package ();
  g_autoptr (GBytes) other = nb_test_sign_unasked (package, world->signers[NB_KEY_ECDSA],
                                                   NB_ROLE_LEGAL_REPRESENTATIVE, world->now - 60);
  g_autofree char *own = nb_test_cut (edited, START (1), END, 0);
  g_autofree char *foreign = nb_test_cut (other, START (1), END, 0);

  return nb_test_replace (edited, own, foreign, 0);
}

/* A reference, from @data on, is taken out of a signature that is then made again. */
static GBytes *
make_without_reference (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  return cut_out (edited, hostile->data, "</ds:Reference>\n");
}

static const NbRole institution = NB_ROLE_INSTITUTION;
static const NbRole sponsor = NB_ROLE_SPONSOR;
static const NbRole registry = NB_ROLE_REGISTRY;
static const NbRole representative = NB_ROLE_LEGAL_REPRESENTATIVE;

const NbHostile nb_hostile_signers[] = {
  { .name = "signers-unsigned", .status = 4, .problem = "unsigned" },
  { .name = "signers-all-stripped",
    .status = 4,
    .problem = "schema",
    .roles = 1,
    .make = make_stripped,
    .data = START (1) },
  { .name = "signers-first-stripped",
    .status = 4,
    .problem = "signature-removed",
    .roles = 2,
    .make = make_stripped,
    .data = START (1) },
  { .name = "signers-middle-stripped",
    .status = 4,
    .problem = "signature-removed",
    .roles = 4,
    .make = make_stripped,
    .data = START (2) },
  { .name = "signers-sponsor-stripped-before-registry",
    .status = 4,
    .problem = "signature-removed",
    .roles = 4,
    .make = make_stripped,
    .data = START (3) },
  { .name = "signers-last-stripped-opinion-kept",
    .status = 4,
    .problem = "opinion-unsigned",
    .roles = 3,
    .make = make_stripped,
    .data = START (3) },
  { .name = "signers-last-stripped-registration-kept",
    .status = 4,
    .problem = "registration-unsigned",
    .roles = 4,
    .make = make_stripped,
    .data = START (4) },
  { .name = "signers-first-stripped-renumbered",
    .status = 4,
    .problem = "earlier-removed",
    .roles = 2,
    .make = make_renumbered },
  { .name = "signers-sponsor-removed-renumbered",
    .status = 4,
    .problem = "opinion-removed",
    .roles = 4,
    .make = make_without_sponsor },
  { .name = "signers-swapped",
    .status = 4,
    .problem = "reordered",
    .roles = 2,
    .make = make_swapped },
  { .name = "signers-swapped-of-four",
    .status = 4,
    .problem = "reordered",
    .roles = 4,
    .make = make_swapped },
  { .name = "signers-swapped-renumbered",
    .status = 4,
    .problem = "earlier-removed",
    .roles = 2,
    .make = make_swapped_renumbered },
  { .name = "signers-report-edited",
    .status = 4,
    .problem = "digest-report",
    .roles = 1,
    .edits = { { ">青禾县", ">青木县", 0 } } },
  { .name = "signers-report-edited-after-four",
    .status = 4,
    .problem = "digest-report",
    .roles = 4,
    .edits = { { "170.00", "180.00", 0 } } },
  { .name = "signers-typed-edited",
    .status = 4,
    .problem = "digest-report",
    .roles = 1,
    .edits = { { "170万元", "17万元", 0 } } },
  { .name = "signers-opinion-edited",
    .status = 4,
    .problem = "digest-opinion",
    .roles = 3,
    .edits = { { "同意报送", "不予报送", 0 } } },
  { .name = "signers-registration-edited",
    .status = 4,
    .problem = "digest-registration",
    .roles = 4,
    .edits = { { "<result>accepted", "<result>returned", 0 } } },
  { .name = "signers-opinion-removed",
    .status = 4,
    .problem = "opinion-removed",
    .roles = 3,
    .make = make_without_opinion },
  { .name = "signers-opinion-added",
    .status = 4,
    .problem = "opinion-unsigned",
    .roles = 2,
    .make = make_with_payload,
    .data = "<opinion Id=\"opinion\">\n<sentence>同意</sentence>\n<person>李某</person>\n"
            "<date>2026-11-24</date>\n</opinion>" },
  { .name = "signers-registration-added",
    .status = 4,
    .problem = "registration-unsigned",
    .roles = 2,
    .make = make_with_payload,
    .data = "<registration Id=\"registration\">\n<remark>齐全</remark>\n<result>accepted</result>\n"
            "<date>2026-11-24</date>\n</registration>" },
  { .name = "signers-opinion-after-registry",
    .status = 4,
    .problem = "part-added",
    .roles = 1,
    .make = make_late_opinion },
  { .name = "signers-second-institution",
    .status = 4,
    .problem = "role-twice",
    .roles = 2,
    .make = make_with_signature,
    .data = &institution },
  { .name = "signers-second-representative",
    .status = 4,
    .problem = "role-twice",
    .roles = 1,
    .make = make_with_signature,
    .data = &representative },
  { .name = "signers-five",
    .status = 4,
    .problem = "too-many",
    .roles = 4,
    .make = make_with_signature,
    .data = &institution },
  { .name = "signers-sponsor-first",
    .status = 4,
    .problem = "role-order",
    .make = make_with_signature,
    .data = &sponsor },
  { .name = "signers-registry-first",
    .status = 4,
    .problem = "role-order",
    .make = make_with_signature,
    .data = &registry },
  { .name = "signers-grafted-first",
    .status = 4,
    .problem = "digest-report",
    .roles = 1,
    .make = make_grafted,
    .data = START (1) },
  { .name = "signers-grafted-second",
    .status = 4,
    .problem = "grafted",
    .roles = 2,
    .make = make_grafted,
    .data = START (2) },
  { .name = "signers-first-replaced",
    .status = 4,
    .problem = "digest-signature",
    .roles = 2,
    .make = make_replaced },
  { .name = "signers-role-changed",
    .status = 4,
    .problem = "digest-properties",
    .roles = 1,
    .edits = { { "<xades:ClaimedRole>legal-representative", "<xades:ClaimedRole>institution",
                 0 } } },
  { .name = "signers-role-unknown",
    .status = 4,
    .problem = "role",
    .roles = 1,
    .edits = { { "<xades:ClaimedRole>legal-representative", "<xades:ClaimedRole>minister", 0 } },
    .again = 1 },
  { .name = "signers-role-empty",
    .status = 4,
    .problem = "role",
    .roles = 1,
    .edits = { { "<xades:ClaimedRole>legal-representative", "<xades:ClaimedRole>", 0 } },
    .again = 1 },
  { .name = "signers-two-roles",
    .status = 4,
    .problem = "shape",
    .roles = 1,
    .edits = { { "</xades:ClaimedRole>\n",
                 "</xades:ClaimedRole>\n<xades:ClaimedRole>registry</xades:ClaimedRole>\n", 0 } },
    .again = 1 },
  { .name = "signers-sponsor-without-opinion-covered",
    .status = 4,
    .problem = "not-covered",
    .roles = 3,
    .make = make_without_reference,
    .data = "<ds:Reference Id=\"s3-opinion\"",
    .again = 3 },
  { .name = "signers-registry-without-opinion-covered",
    .status = 4,
    .problem = "part-added",
    .roles = 4,
    .make = make_without_reference,
    .data = "<ds:Reference Id=\"s4-opinion\"",
    .again = 4 },
  { .name = "signers-report-not-covered",
    .status = 4,
    .problem = "not-covered",
    .roles = 1,
    .make = make_without_reference,
    .data = "<ds:Reference Id=\"s1-report\"",
    .again = 1 },
  { .name = "signers-earlier-not-covered",
    .status = 4,
    .problem = "earlier-added",
    .roles = 2,
    .make = make_without_reference,
    .data = "<ds:Reference Type=\"" NB_TYPE_COUNTERSIGNED "\"",
    .again = 2 },
  { .name = "signers-earlier-without-type",
    .status = 4,
    .problem = "earlier-added",
    .roles = 2,
    .edits = { { " Type=\"" NB_TYPE_COUNTERSIGNED "\"", "", 0 } },
    .again = 2 },
  { .name = "signers-covers-itself",
    .status = 4,
    .problem = "earlier-removed",
    .roles = 2,
    .edits = { { "URI=\"#s1-value\"", "URI=\"#s2-value\"", 0 } } },
  { .name = "signers-institution-covers-properties-twice",
    .status = 4,
    .problem = "coverage",
    .roles = 1,
    .edits = { { "<ds:Reference Id=\"s1-report\"",
                 "<ds:Reference URI=\"#s1-properties\">\n<ds:Transforms>\n<ds:Transform "
                 "Algorithm=\"" NB_METHOD_EXCLUSIVE_C14N "\"/>\n</ds:Transforms>\n<ds:DigestMethod "
                 "Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>\n<ds:DigestValue>"
                 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=</ds:DigestValue>\n</ds:Reference>\n"
                 "<ds:Reference Id=\"s1-report\"",
                 0 } },
    .again = 1 },
  { .name = "signers-number-of-another",
    .status = 4,
    .problem = "signature-removed",
    .roles = 1,
    .edits = { { " Id=\"s1\"", " Id=\"s2\"", 0 } } },
  { .name = "signers-number-zero",
    .status = 4,
    .problem = "id",
    .roles = 1,
    .edits = { { " Id=\"s1\"", " Id=\"s0\"", 0 } } },
  { .name = "signers-number-padded",
    .status = 4,
    .problem = "id",
    .roles = 1,
    .edits = { { " Id=\"s1\"", " Id=\"s01\"", 0 } } },
  { NULL },
};
