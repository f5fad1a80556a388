/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-private-use.h"

static void
test_map (void)
{
  const struct
  {
    gunichar from, to;
  } cases[] = {
    { 0xE78D, 0xFE10 },  { 0xE78E, 0xFE12 },
    { 0xE78F, 0xFE11 },  { 0xE796, 0xFE19 },
    { 0xE797, 0 },       { 0xE7C7, 0x1E3F },
    { 0xE7C8, 0x01F9 },  { 0xE7C9, 0 },
    { 0xE7E7, 0x303E },  { 0xE7F3, 0x2FFB },
    { 0xE7F4, 0 },       { 0xE814, 0 },
    { 0xE815, 0x2E81 },  { 0xE816, 0x20087 },
    { 0xE81E, 0x9FB4 },  { 0xE826, 0x9FB5 },
    { 0xE831, 0x215D7 }, { 0xE843, 0x9FB9 },
    { 0xE854, 0x9FBA },  { 0xE855, 0x241FE },
    { 0xE863, 0x4DAE },  { 0xE864, 0x9FBB },
    { 0xE865, 0 },       { 0x4E00, 0 },
    { 0xF8FF, 0 },       { 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmphex (nb_text_map_private_use (cases[i].from), ==, cases[i].to);
}

/* No two of them mean one character, and none means another of them. */
static void
test_one_to_one (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (gunichar c = 0xE000; c <= 0xF8FF; c++)
    {
      gunichar to = nb_text_map_private_use (c);

      if (to == 0)
        continue;
      n++;
      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (to)));
      g_assert_cmphex (nb_text_map_private_use (to), ==, 0);
    }
  g_assert_cmpuint (n, ==, 105);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/private-use/map", test_map);
  g_test_add_func ("/private-use/one-to-one", test_one_to_one);
  return g_test_run ();
}
