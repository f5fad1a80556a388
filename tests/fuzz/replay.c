/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <glib/gstdio.h>

/* Stands in for libFuzzer: gives the target every file of the kept corpus, then damaged copies of it, the
 * same ones each time; what is larger than a report is left to libFuzzer. usage: fuzz-NAME FOLDER… */
#define LARGE     (64 * 1024)
#define N_DAMAGED 64

static void
run_bytes (const char *text, gsize size)
{
  /* A copy of the exact size, so that AddressSanitizer sees a read behind it. */
  g_autofree guint8 *copy = g_memdup2 (text, size);

  LLVMFuzzerTestOneInput (copy, size);
}

/* Cuts, flips bits, doubles and takes out pieces. */
static void
run_damaged (const char *text, gsize size, GRand *random)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint n_faults = (guint) g_rand_int_range (random, 1, 5);

  g_byte_array_append (bytes, (const guint8 *) text, (guint) size);
  for (guint i = 0; i < n_faults && bytes->len > 0; i++)
    {
      guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
      guint some = (guint) g_rand_int_range (random, 1, 64);
      guint length = MIN (some, bytes->len - at);
      g_autofree guint8 *piece = g_memdup2 (bytes->data + at, length);

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          bytes->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
          break;
        case 1:
          g_byte_array_remove_range (bytes, at, length);
          break;
        case 2:
          g_byte_array_append (bytes, piece, length);
          break;
        default:
          g_byte_array_set_size (bytes, at);
        }
    }
  run_bytes ((const char *) bytes->data, bytes->len);
}

static void
test_file (const void *data)
{
  const char *path = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (0);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  g_rand_set_seed (random, (guint32) size);
  run_bytes (text, size);
  for (int i = 0; i < N_DAMAGED; i++)
    run_damaged (text, size, random);
}

static void
add_folder (const char *folder, GPtrArray *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *parent = g_path_get_basename (folder);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;
      g_autofree char *test = g_strdup_printf ("/fuzz/%s/%s", parent, name);

      g_ptr_array_add (paths, path);
      if (!g_str_has_suffix (name, ".expected") && g_stat (path, &info) == 0
          && info.st_size <= LARGE)
        g_test_add_data_func (test, path, test_file);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    add_folder (argv[i], paths);
  g_assert_cmpuint (paths->len, >, 0);
  return g_test_run ();
}
