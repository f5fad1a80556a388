/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "nb-hostile.h"

/* Writes the hostile files into a folder, for programs to be asked about them:
 *   usage: make-hostile FOLDER [--light]     (without what is heavy)
 *   FOLDER/NAME.xml ... FOLDER/trust, FOLDER/crl: what is believed
 *   FOLDER/cases.tsv: name, exit status, reason code ("-" for none), a line each */

static void
write_file (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size, G_FILE_SET_CONTENTS_NONE,
                            0644, &error);
  g_assert_no_error (error);
}

static void
write_files (const char *folder, const char *below, GHashTable *files)
{
  g_autofree char *path = g_build_filename (folder, below, NULL);
  GHashTableIter iter;
  gpointer name, bytes;

  g_assert_cmpint (g_mkdir_with_parents (path, 0755), ==, 0);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    write_file (path, name, bytes);
}

int
main (int argc, char *argv[])
{
  g_autoptr (NbHostileWorld) world = NULL;
  g_autoptr (GHashTable) certificates = NULL;
  g_autoptr (GHashTable) crls = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GBytes) list_bytes = NULL;

  if (argc < 2 || argc > 3 || !nb_sign_init (NULL))
    return 2;
  world = nb_hostile_world_new (g_get_real_time () / G_USEC_PER_SEC);
  certificates = nb_hostile_world_list_certificates (world);
  crls = nb_hostile_world_list_crls (world);
  write_files (argv[1], "trust", certificates);
  write_files (argv[1], "crl", crls);
  for (gsize i = 0; nb_hostile_families[i] != NULL; i++)
    for (const NbHostile *hostile = nb_hostile_families[i]; hostile->name != NULL; hostile++)
      {
        g_autoptr (GBytes) bytes = NULL;
        g_autofree char *name = g_strdup_printf ("%s.xml", hostile->name);

        if (hostile->heavy && argc == 3)
          continue;
        bytes = nb_hostile_make (world, hostile);
        write_file (argv[1], name, bytes);
        g_string_append_printf (list, "%s\t%d\t%s\n", hostile->name, hostile->status,
                                hostile->problem != NULL ? hostile->problem : "-");
      }
  list_bytes = g_string_free_to_bytes (g_steal_pointer (&list));
  write_file (argv[1], "cases.tsv", list_bytes);
  return 0;
}
