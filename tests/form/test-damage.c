/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Damaged definition files: cut off, and with bytes replaced. Each either loads or is refused with a
 * place and the file's name; nothing crashes, hangs or leaks. Deterministic: the damage is a function
 * of its number. */

#include <string.h>

#include "edition-files.h"

#define N_CUTS     40
#define N_REPLACED 400

static const char *const parts[] = { "fields.xml", "rules.xml", "page.xml" };

static guint
get_next (guint *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

static gboolean
load (gsize part, GBytes *replacement)
{
  static const char *const checks[] = { "ordinal-run", NULL };
  GBytes *bytes[G_N_ELEMENTS (parts)];
  g_autoptr (NbForm) form = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_build_filename ("data/forms/9999", parts[i], NULL);

      bytes[i] = i == part ? g_bytes_ref (replacement) : test_read (path);
    }
  form = nb_form_load ("9999", bytes[0], bytes[1], bytes[2], checks, &error);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_bytes_unref (bytes[i]);

  g_assert_true ((form == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_autofree char *shown = test_format_error (error);

      g_assert_true (g_utf8_validate (shown, -1, NULL));
      g_assert_nonnull (strstr (shown, ".xml:"));
    }
  return form != NULL;
}

static GBytes *
read_part (gsize part)
{
  g_autofree char *path = g_build_filename ("data/forms/9999", parts[part], NULL);

  return test_read (path);
}

static void
test_cut (gconstpointer data)
{
  gsize part = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) whole = read_part (part);
  gsize size = g_bytes_get_size (whole);

  g_assert_true (load (part, whole));
  for (guint i = 0; i < N_CUTS; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, size * i / N_CUTS);

      g_assert_false (load (part, cut));
    }
}

static void
test_replaced (gconstpointer data)
{
  static const char bytes[] = "<>&\"'=/ -0aZ.\0\x80\xff";
  gsize part = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) whole = read_part (part);
  gsize size = g_bytes_get_size (whole);
  guint state = 1;
  guint n_refused = 0;

  for (guint i = 0; i < N_REPLACED; i++)
    {
      char *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GBytes) damaged = NULL;

      for (guint j = 0; j <= i % 3; j++)
        copy[get_next (&state) % size] = bytes[get_next (&state) % (sizeof bytes - 1)];
      damaged = g_bytes_new_take (copy, size);
      n_refused += load (part, damaged) ? 0 : 1;
    }
  g_assert_cmpuint (n_refused, >, N_REPLACED / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *cut = g_strconcat ("/damage/cut/", parts[i], NULL);
      g_autofree char *replaced = g_strconcat ("/damage/replaced/", parts[i], NULL);

      g_test_add_data_func (cut, GSIZE_TO_POINTER (i), test_cut);
      g_test_add_data_func (replaced, GSIZE_TO_POINTER (i), test_replaced);
    }
  return g_test_run ();
}
