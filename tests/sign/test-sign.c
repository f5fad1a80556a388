/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nb-test-signing.h"

static void
assert_role (const NbVerdict *verdict, guint i, NbRole role, const char *problem)
{
  const NbSignatureVerdict *signature = verdict->signatures->pdata[i];

  g_assert_cmpstr (signature->problem, ==, problem);
  g_assert_true (signature->known_role);
  g_assert_cmpint (signature->role, ==, role);
  g_assert_cmpstr (signature->signer, ==, "青禾县种子检验站 王某");
  g_assert_cmpint (signature->time, ==, NB_TEST_NOW);
  g_assert_true (signature->intact);
  g_assert_true (signature->in_time);
}

/* Every byte of @before is still there, in order, with additions in at most two places. */
static void
assert_spliced (GBytes *before, GBytes *after)
{
  gsize before_size, after_size;
  const char *old = g_bytes_get_data (before, &before_size);
  const char *new = g_bytes_get_data (after, &after_size);
  gsize head = 0;
  gsize tail = 0;
  g_autofree char *middle = NULL;

  while (head < before_size && old[head] == new[head])
    head++;
  while (tail < before_size - head && old[before_size - 1 - tail] == new[after_size - 1 - tail])
    tail++;
  middle = g_strndup (new + head, after_size - head - tail);
  if (head + tail < before_size)
    {
      g_autofree char *kept = g_strndup (old + head, before_size - head - tail);

      g_assert_nonnull (strstr (middle, kept));
    }
}

static void
test_four_roles (gconstpointer data)
{
  NbKeyAlgorithm algorithm = GPOINTER_TO_INT (data);
  NbIdentity *identity = nb_test_identity (algorithm);
  g_autoptr (GBytes) bytes = nb_test_package ();

  for (guint n = 1; n <= NB_N_ROLES; n++)
    {
      g_autoptr (GBytes) next = nb_test_sign (bytes, identity, (NbRole) (n - 1));
      g_autoptr (NbVerdict) verdict = nb_test_verify (next);

      assert_spliced (bytes, next);
      g_assert_true (verdict->intact);
      g_assert_null (verdict->problem);
      g_assert_cmpuint (verdict->signatures->len, ==, n);
      for (guint i = 0; i < n; i++)
        assert_role (verdict, i, (NbRole) i, "self-made");
      g_assert_false (nb_verdict_is_trusted (verdict));
      g_bytes_unref (bytes);
      bytes = g_steal_pointer (&next);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!nb_sign_init (NULL))
    return 1;
  g_test_add_data_func ("/sign/four-roles/rsa", GINT_TO_POINTER (NB_KEY_RSA), test_four_roles);
  g_test_add_data_func ("/sign/four-roles/ecdsa", GINT_TO_POINTER (NB_KEY_ECDSA), test_four_roles);
  g_test_add_data_func ("/sign/four-roles/sm2", GINT_TO_POINTER (NB_KEY_SM2), test_four_roles);
  return g_test_run ();
}
