/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <string.h>

#include "nb-test-signing.h"

/* A signed file with a bit flipped anywhere never verifies, unless the document is the same: white space that
 * the parser makes one of, another spelling of a character, a declaration of a namespace that nothing uses. "--all" flips every bit of every byte, else a
 * random one of some. */

static gboolean all;

static GBytes *
write_canonical (GBytes *bytes)
{
  xmlDoc *doc = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL,
                               NULL, XML_PARSE_NONET);
  xmlChar *text = NULL;
  int size = xmlC14NDocDumpMemory (doc, NULL, XML_C14N_EXCLUSIVE_1_0, NULL, 0, &text);
  GBytes *canonical = g_bytes_new (text, (gsize) size);

  g_assert_cmpint (size, >, 0);
  xmlFree (text);
  xmlFreeDoc (doc);
  return canonical;
}

static gboolean
is_intact (GBytes *bytes)
{
  g_autoptr (NbVerdict) verdict = nb_verify (bytes, nb_test_schema (), NULL, NB_TEST_NOW, NULL);

  return verdict != NULL && verdict->intact;
}

static void
flip (const guint8 *good, gsize size, gsize position, guint bit, GBytes *canonical)
{
  guint8 *data = g_memdup2 (good, size);
  g_autoptr (GBytes) flipped = NULL;
  g_autoptr (GBytes) changed = NULL;

  data[position] ^= (guint8) (1u << bit);
  flipped = g_bytes_new_take (data, size);
  if (!is_intact (flipped))
    return;
  changed = write_canonical (flipped);
  if (!g_bytes_equal (changed, canonical))
    g_error ("bit %u of byte %" G_GSIZE_FORMAT " was flipped, and nobody noticed", bit, position);
}

static void
test_flips (gconstpointer data)
{
  g_autoptr (GBytes) bytes =
      nb_test_sign_roles (nb_test_identity (GPOINTER_TO_INT (data)), all ? 2 : 1);
  g_autoptr (GBytes) canonical = write_canonical (bytes);
  gsize size;
  const guint8 *good = g_bytes_get_data (bytes, &size);

  g_assert_true (is_intact (bytes));
  for (gsize position = 0; position < size; position++)
    {
      if (all)
        for (guint bit = 0; bit < 8; bit++)
          flip (good, size, position, bit, canonical);
      else if (g_test_rand_int_range (0, 8) == 0)
        flip (good, size, position, (guint) g_test_rand_int_range (0, 8), canonical);
    }
}

int
main (int argc, char *argv[])
{
  all = argc > 1 && g_str_equal (argv[1], "--all");
  if (all)
    {
      argv[1] = argv[0];
      argv++;
      argc--;
    }
  g_test_init (&argc, &argv, NULL);
  if (!nb_sign_init (NULL))
    return 1;
  g_test_add_data_func ("/flips/rsa", GINT_TO_POINTER (NB_KEY_RSA), test_flips);
  g_test_add_data_func ("/flips/ecdsa", GINT_TO_POINTER (NB_KEY_ECDSA), test_flips);
  g_test_add_data_func ("/flips/sm2", GINT_TO_POINTER (NB_KEY_SM2), test_flips);
  return g_test_run ();
}
