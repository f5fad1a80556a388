/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-office-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-xml-limits.h"

#define CHUNK (64u * 1024)

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

static const NbPlace nowhere = { 0, 0 };

static gboolean
is_wanted (const char *name, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      gsize length = strlen (*names);

      if ((*names)[length - 1] == '/'
              ? strncmp (name, *names, length) == 0 && strchr (name + length, '/') == NULL
              : strcmp (name, *names) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
set_damaged (GError **error)
{
  nb_error_set (
      error, NB_ERROR_INVALID, nowhere,
      _ ("The office document is damaged, or protected by a password. Open it in the program "
         "that made it, copy its table and save the copy as text."));
}

/* What stands in the member that was found, unpacked until the limit. */
static GBytes *
read_member (Archive *archive, gsize *room, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  for (;;)
    {
      guint size = content->len;
      la_ssize_t n;

      g_byte_array_set_size (content, size + CHUNK);
      n = archive_read_data (archive, content->data + size, CHUNK);
      g_byte_array_set_size (content, size + (guint) MAX (n, 0));
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));
      if (n < 0)
        {
          set_damaged (error);
          return NULL;
        }
      if ((gsize) n > *room)
        {
          nb_error_set (error, NB_ERROR_REFUSED, nowhere,
                        _ ("The office document unpacks to more than 64 MiB. It cannot be a "
                           "published report."));
          return NULL;
        }
      *room -= (gsize) n;
    }
}

static gboolean
read_members (Archive *archive, const char *const *names, GHashTable *members, GError **error)
{
  gsize room = NB_LIMIT_FILE;
  struct archive_entry *entry;

  for (guint n = 0;; n++)
    {
      int status = archive_read_next_header (archive, &entry);
      const char *name;
      GBytes *content;

      if (status == ARCHIVE_EOF)
        return TRUE;
      if (status < ARCHIVE_WARN)
        {
          set_damaged (error);
          return FALSE;
        }
      if (n >= NB_LIMIT_MEMBERS)
        {
          nb_error_set (error, NB_ERROR_REFUSED, nowhere,
                        _ ("The archive has more than %u files. It is no report."),
                        NB_LIMIT_MEMBERS);
          return FALSE;
        }
      name = archive_entry_pathname (entry);
      /* Of two members with one name the first counts, as in office programs. */
      if (name == NULL || !is_wanted (name, names) || g_hash_table_contains (members, name))
        continue;
      content = read_member (archive, &room, error);
      if (content == NULL)
        return FALSE;
      g_hash_table_insert (members, g_strdup (name), content);
    }
}

GHashTable *
nb_office_archive_read (GBytes *bytes, const char *const *names, GError **error)
{
  g_autoptr (GHashTable) members =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr (Archive) archive = archive_read_new ();
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      set_damaged (error);
      return NULL;
    }
  return read_members (archive, names, members, error) ? g_steal_pointer (&members) : NULL;
}
