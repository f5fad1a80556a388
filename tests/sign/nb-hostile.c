/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

#include <string.h>

#define HOUR 3600
#define DAY  (24 * HOUR)

const NbHostile *const nb_hostile_families[] = {
  nb_hostile_harmless,   nb_hostile_wrapping,  nb_hostile_signers,    nb_hostile_parser,
  nb_hostile_large,      nb_hostile_canonical, nb_hostile_transforms, nb_hostile_keys,
  nb_hostile_algorithms, nb_hostile_values,    nb_hostile_time,       NULL,
};

static void
make_authorities (NbHostileWorld *world)
{
  const NbTestCertificate late = {
    .name = "过期的证书机构",
    .key = "P-256/late",
    .usage = "critical,keyCertSign,cRLSign",
    .constraints = "critical,CA:TRUE",
    .not_before = world->now - 400 * DAY,
    .not_after = world->now - 10 * DAY,
  };
  const NbTestCertificate silent = {
    .name = "无签发权的机构",
    .key = "P-256/silent",
    .usage = "critical,cRLSign",
    .constraints = "critical,CA:TRUE",
  };
  const NbTestCertificate person = { .name = "李某", .key = "P-256/person" };

  world->authority = nb_test_authority ("测试证书机构", "P-256/authority", world->now);
  world->sm2_authority = nb_test_authority ("测试国密证书机构", "SM2/authority", world->now);
  world->old_authority = nb_test_authority ("久未更新的机构", "P-256/old", world->now);
  world->forged_authority = nb_test_authority ("被冒名的机构", "P-256/forged", world->now);
  world->weak_authority = nb_test_authority ("弱密钥机构", "RSA-1024/weak", world->now);
  world->stranger = nb_test_authority ("陌生机构", "P-256/stranger", world->now);
  world->late_authority = nb_test_issue (NULL, &late, world->now);
  world->silent_authority = nb_test_issue (NULL, &silent, world->now);
  world->person = nb_test_issue (NULL, &person, world->now);
}

static void
make_good (NbHostileWorld *world, NbKeyAlgorithm key)
{
  static const char *const kinds[NB_N_KEY_ALGORITHMS] = {
    [NB_KEY_RSA] = "RSA-2048",
    [NB_KEY_ECDSA] = "P-256",
    [NB_KEY_SM2] = "SM2",
  };
  const NbTestCertificate what = { .key = kinds[key] };

  world->signers[key] = nb_test_issue (key == NB_KEY_SM2 ? world->sm2_authority : world->authority,
                                       &what, world->now);
  world->good[key][0] = nb_test_package ();
  for (guint i = 0; i < NB_N_ROLES; i++)
    {
      const char *payload = nb_test_payload ((NbRole) i);
      GBytes *before = world->good[key][i];
      g_autoptr (GBytes) with_payload =
          payload == NULL ? g_bytes_ref (before) : nb_test_put_payload (before, payload);

      world->good[key][i + 1] =
          nb_test_sign_unasked (with_payload, world->signers[key], (NbRole) i, world->now - HOUR);
    }
}

NbHostileWorld *
nb_hostile_world_new (gint64 now)
{
  NbHostileWorld *world = g_new0 (NbHostileWorld, 1);

  world->now = now;
  make_authorities (world);
  for (guint i = 0; i < NB_N_KEY_ALGORITHMS; i++)
    make_good (world, (NbKeyAlgorithm) i);
  return world;
}

void
nb_hostile_world_free (NbHostileWorld *world)
{
  NbIdentity *authorities[] = {
    world->authority,        world->sm2_authority,  world->old_authority,
    world->forged_authority, world->late_authority, world->weak_authority,
    world->silent_authority, world->stranger,       world->person
  };

  for (gsize i = 0; i < G_N_ELEMENTS (authorities); i++)
    nb_identity_free (authorities[i]);
  for (guint i = 0; i < NB_N_KEY_ALGORITHMS; i++)
    {
      nb_identity_free (world->signers[i]);
      for (guint n = 0; n <= NB_N_ROLES; n++)
        g_bytes_unref (world->good[i][n]);
    }
  g_free (world);
}

static void
add_certificate (GHashTable *files, const char *name, NbIdentity *identity)
{
  char *pem = nb_identity_dup_certificate (identity);

  g_hash_table_insert (files, g_strdup (name), g_bytes_new_take (pem, strlen (pem)));
}

static GHashTable *
new_files (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

GHashTable *
nb_hostile_world_list_certificates (NbHostileWorld *world)
{
  GHashTable *files = new_files ();

  add_certificate (files, "authority.pem", world->authority);
  add_certificate (files, "sm2-authority.pem", world->sm2_authority);
  add_certificate (files, "old-authority.pem", world->old_authority);
  add_certificate (files, "forged-authority.pem", world->forged_authority);
  add_certificate (files, "late-authority.pem", world->late_authority);
  add_certificate (files, "weak-authority.pem", world->weak_authority);
  add_certificate (files, "silent-authority.pem", world->silent_authority);
  add_certificate (files, "person.pem", world->person);
  return files;
}

GHashTable *
nb_hostile_world_list_crls (NbHostileWorld *world)
{
  GHashTable *files = new_files ();
  gint64 now = world->now;

  g_hash_table_insert (
      files, g_strdup ("authority.crl"),
      nb_test_revoke (world->authority, world->authority, NB_TEST_REVOKED, now - DAY, now + DAY));
  g_hash_table_insert (files, g_strdup ("sm2-authority.crl"),
                       nb_test_revoke (world->sm2_authority, world->sm2_authority, NB_TEST_REVOKED,
                                       now - DAY, now + DAY));
  g_hash_table_insert (files, g_strdup ("old-authority.crl"),
                       nb_test_revoke (world->old_authority, world->old_authority, NB_TEST_REVOKED,
                                       now - 20 * DAY, now - 10 * DAY));
  g_hash_table_insert (files, g_strdup ("forged-authority.crl"),
                       nb_test_revoke (world->forged_authority, world->stranger, NB_TEST_REVOKED,
                                       now - DAY, now + DAY));
  return files;
}

NbTrust *
nb_hostile_world_new_trust (NbHostileWorld *world)
{
  g_autoptr (GHashTable) certificates = nb_hostile_world_list_certificates (world);
  g_autoptr (GHashTable) crls = nb_hostile_world_list_crls (world);
  NbTrust *trust = nb_trust_new ();
  GHashTableIter iter;
  gpointer bytes;

  g_hash_table_iter_init (&iter, certificates);
  while (g_hash_table_iter_next (&iter, NULL, &bytes))
    g_assert_true (nb_trust_add_certificate (trust, bytes, NULL));
  g_hash_table_iter_init (&iter, crls);
  while (g_hash_table_iter_next (&iter, NULL, &bytes))
    g_assert_true (nb_trust_add_crl (trust, bytes, NULL));
  return trust;
}

GBytes *
nb_hostile_make (NbHostileWorld *world, const NbHostile *hostile)
{
  GBytes *bytes = g_bytes_ref (world->good[hostile->key][hostile->roles]);

  for (guint i = 0; i < G_N_ELEMENTS (hostile->edits) && hostile->edits[i].from != NULL; i++)
    {
      const NbHostileEdit *edit = &hostile->edits[i];
      GBytes *edited = nb_test_replace (bytes, edit->from, edit->to, edit->nth);

      g_bytes_unref (bytes);
      bytes = edited;
    }
  if (hostile->make != NULL)
    {
      GBytes *made = hostile->make (world, hostile, bytes);

      g_bytes_unref (bytes);
      bytes = made;
    }
  if (hostile->again > 0)
    {
      GBytes *again = nb_test_sign_again (bytes, world->signers[hostile->key], hostile->again);

      g_bytes_unref (bytes);
      bytes = again;
    }
  return bytes;
}
