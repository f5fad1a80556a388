/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include <openssl/bn.h>
#include <openssl/core_names.h>

#include "nb-test-signing.h"

/* After a key was made, written, opened and signed with, and freed, neither its private number nor the
 * passphrase is anywhere in the memory of the process. The needles are kept as their complement, so that
 * the search does not find itself. */

#define PASSPHRASE_COMPLEMENT "\x8f\x9e\x8c\x8c\xd2\xc6\xca\xc8\xcc\xd2\x86\x8e\x87\x95\xd2\xa6"

typedef struct
{
  guint8 complement[512];
  gsize size;
} Needle;

static void
set_needle (Needle *needle, const guint8 *bytes, gsize size)
{
  g_assert_cmpuint (size, <=, sizeof needle->complement);
  needle->size = size;
  for (gsize i = 0; i < size; i++)
    needle->complement[i] = (guint8) ~bytes[i];
}

static gboolean
matches (const guint8 *at, const Needle *needle)
{
  for (gsize i = 0; i < needle->size; i++)
    if ((at[i] ^ needle->complement[i]) != 0xff)
      return FALSE;
  return TRUE;
}

static guint
count_in (const guint8 *memory, gsize size, const Needle *needle)
{
  guint8 first = needle->complement[0] ^ 0xff;
  guint n = 0;

  for (const guint8 *at = memory;
       size >= needle->size
       && (at = memchr (at, first, (gsize) (memory + size - needle->size + 1 - at))) != NULL;
       at++)
    n += matches (at, needle);
  return n;
}

/* All memory that can be written: heaps, stacks, data. */
static guint
count_everywhere (const Needle *needle)
{
  FILE *maps = fopen ("/proc/self/maps", "r");
  char line[1024];
  guint n = 0;

  g_assert_nonnull (maps);
  while (fgets (line, sizeof line, maps) != NULL)
    {
      gsize start, end;
      char mode[8];

      if (sscanf (line, "%zx-%zx %7s", &start, &end, mode) == 3 && mode[0] == 'r' && mode[1] == 'w')
        n += count_in ((const guint8 *) start, end - start, needle);
    }
  fclose (maps);
  return n;
}

static void
get_private_number (NbIdentity *identity, const char *parameter, Needle *big, Needle *little)
{
  BIGNUM *number = NULL;
  guint8 bytes[512];
  int size;

  g_assert_true (EVP_PKEY_get_bn_param (identity->key, parameter, &number));
  size = BN_num_bytes (number);
  BN_bn2bin (number, bytes);
  set_needle (big, bytes, (gsize) size);
  BN_bn2lebinpad (number, bytes, size);
  set_needle (little, bytes, (gsize) size);
  explicit_bzero (bytes, sizeof bytes);
  BN_clear_free (number);
}

static char *
dup_passphrase (void)
{
  char *passphrase = g_strdup (PASSPHRASE_COMPLEMENT);

  for (char *c = passphrase; *c != '\0'; c++)
    *c = (char) ~*c;
  return passphrase;
}

static void
use_key (NbKeyAlgorithm algorithm, Needle *big, Needle *little)
{
  g_autoptr (GError) error = NULL;
  char *passphrase = dup_passphrase ();
  g_autoptr (GBytes) package = nb_test_package ();
  g_autoptr (GBytes) signed_bytes = NULL;
  g_autoptr (GBytes) pkcs12 = NULL;
  NbIdentity *made = nb_identity_create ("王某", algorithm, NB_TEST_NOW - 60, &error);
  NbIdentity *opened;

  g_assert_no_error (error);
  get_private_number (made,
                      algorithm == NB_KEY_RSA ? OSSL_PKEY_PARAM_RSA_D : OSSL_PKEY_PARAM_PRIV_KEY,
                      big, little);
  g_assert_cmpuint (count_everywhere (big) + count_everywhere (little), >,
                    0); /* the search works */
  pkcs12 = nb_identity_write (made, passphrase, &error);
  g_assert_no_error (error);
  nb_identity_free (made);

  opened = nb_identity_load (pkcs12, passphrase, &error);
  g_assert_no_error (error);
  g_assert_null (nb_identity_load (pkcs12, "another", NULL));
  signed_bytes = nb_test_sign (package, opened, NB_ROLE_LEGAL_REPRESENTATIVE);
  nb_identity_free (opened);
  explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}

static void
test_memory (gconstpointer data)
{
  Needle big, little, passphrase;

  set_needle (&passphrase, (const guint8 *) "", 0);
  memcpy (passphrase.complement, PASSPHRASE_COMPLEMENT, strlen (PASSPHRASE_COMPLEMENT));
  passphrase.size = strlen (PASSPHRASE_COMPLEMENT);
  use_key (GPOINTER_TO_INT (data), &big, &little);
  g_assert_cmpuint (count_everywhere (&passphrase), ==, 0);
  g_assert_cmpuint (count_everywhere (&big), ==, 0);
  g_assert_cmpuint (count_everywhere (&little), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!nb_sign_init (NULL))
    return 1;
  g_test_add_data_func ("/secrets/rsa", GINT_TO_POINTER (NB_KEY_RSA), test_memory);
  g_test_add_data_func ("/secrets/ecdsa", GINT_TO_POINTER (NB_KEY_ECDSA), test_memory);
  g_test_add_data_func ("/secrets/sm2", GINT_TO_POINTER (NB_KEY_SM2), test_memory);
  return g_test_run ();
}
