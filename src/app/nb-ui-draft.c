/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-draft.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define REPORT "report.xml"
#define ORIGIN "origin"
#define LOCK   "lock"
#define GROUP  "Draft"

struct _NbUiDraft
{
  gatomicrefcount references;
  GMutex mutex;
  char *folder; /* NULL: nothing is kept */
  int lock;     /* held as long as the folder is ours; -1 without a folder */
  char *path;   /* what the origin says */
  char *version;
  gboolean removed;
};

static char *
dup_place (void)
{
  return g_build_filename (g_get_user_state_dir (), "nianbao", "drafts", NULL);
}

NbUiDraft *
nb_ui_draft_new (void)
{
  NbUiDraft *draft = g_new0 (NbUiDraft, 1);

  g_atomic_ref_count_init (&draft->references);
  g_mutex_init (&draft->mutex);
  draft->lock = -1;
  return draft;
}

NbUiDraft *
nb_ui_draft_ref (NbUiDraft *draft)
{
  g_atomic_ref_count_inc (&draft->references);
  return draft;
}

static void
forget_folder (NbUiDraft *draft)
{
  g_clear_pointer (&draft->folder, g_free);
  g_clear_pointer (&draft->path, g_free);
  g_clear_pointer (&draft->version, g_free);
  if (draft->lock >= 0)
    close (draft->lock);
  draft->lock = -1;
}

void
nb_ui_draft_unref (NbUiDraft *draft)
{
  if (!g_atomic_ref_count_dec (&draft->references))
    return;
  forget_folder (draft);
  g_mutex_clear (&draft->mutex);
  g_free (draft);
}

/* The lock of @folder, or -1 where another process holds it. It goes when its holder ends, however that
 * happens. */
static int
take_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, LOCK, NULL);
  int lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      close (lock);
      return -1;
    }
  return lock;
}

/* A folder gets its name when it is locked: one without a holder is one that was left. */
static gboolean
make_folder (NbUiDraft *draft, GError **error)
{
  g_autofree char *place = dup_place ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *hidden = g_strconcat (place, G_DIR_SEPARATOR_S ".", id, NULL);
  g_autofree char *folder = g_build_filename (place, id, NULL);

  if (g_mkdir_with_parents (hidden, 0700) == 0)
    {
      draft->lock = take_lock (hidden);
      if (draft->lock >= 0 && g_rename (hidden, folder) == 0)
        {
          draft->folder = g_steal_pointer (&folder);
          return TRUE;
        }
    }
  nb_error_set (error, NB_ERROR_WRITE, (NbPlace){ 0, 0 }, _ ("“%s” cannot be written: %s."), place,
                g_strerror (errno));
  return FALSE;
}

static gboolean
write_origin (NbUiDraft *draft, const char *path, const char *version, GError **error)
{
  g_autofree char *name = g_build_filename (draft->folder, ORIGIN, NULL);
  g_autoptr (GKeyFile) origin = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  /* A name need not be UTF-8. */
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;
  char *content;
  gsize length;

  if (uri != NULL)
    g_key_file_set_string (origin, GROUP, "Uri", uri);
  if (version != NULL)
    g_key_file_set_string (origin, GROUP, "Version", version);
  content = g_key_file_to_data (origin, &length, NULL);
  bytes = g_bytes_new_take (content, length);
  if (!nb_job_write_file (name, bytes, NB_WRITE_PRIVATE, error))
    return FALSE;
  g_free (draft->path);
  draft->path = g_strdup (path);
  g_free (draft->version);
  draft->version = g_strdup (version);
  return TRUE;
}

/* The origin is first: a report without it would look as if it had never been saved. */
static gboolean
write_files (
    NbUiDraft *draft, GBytes *report, const char *path, const char *version, GError **error)
{
  gboolean fresh = draft->folder == NULL;
  g_autofree char *name = NULL;

  if (fresh && !make_folder (draft, error))
    return FALSE;
  if ((fresh || g_strcmp0 (draft->path, path) != 0 || g_strcmp0 (draft->version, version) != 0)
      && !write_origin (draft, path, version, error))
    return FALSE;
  name = g_build_filename (draft->folder, REPORT, NULL);
  return nb_job_write_file (name, report, NB_WRITE_PRIVATE, error);
}

gboolean
nb_ui_draft_write (NbUiDraft *draft,
                   NbJob *job,
                   const NbReportData *data,
                   const char *path,
                   const char *version,
                   GError **error)
{
  g_autoptr (GBytes) report = nb_job_write (job, data, error);
  g_autoptr (GMutexLocker) locker = NULL;

  if (report == NULL)
    return FALSE;
  locker = g_mutex_locker_new (&draft->mutex);
  return draft->removed || write_files (draft, report, path, version, error);
}

NbReportData *
nb_ui_draft_read (NbUiDraft *draft, NbJob *job, GError **error)
{
  g_autofree char *name = g_build_filename (draft->folder, REPORT, NULL);

  return nb_job_open (job, name, NULL, NULL, error);
}

const char *
nb_ui_draft_get_path (NbUiDraft *draft)
{
  return draft->path;
}

gint64
nb_ui_draft_get_time (NbUiDraft *draft)
{
  g_autofree char *name = g_build_filename (draft->folder, REPORT, NULL);
  GStatBuf status;

  return g_stat (name, &status) == 0 ? (gint64) status.st_mtime : 0;
}

static void
delete_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
nb_ui_draft_clear (NbUiDraft *draft)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&draft->mutex);

  if (draft->folder != NULL)
    delete_folder (draft->folder);
  forget_folder (draft);
}

void
nb_ui_draft_remove (NbUiDraft *draft)
{
  g_mutex_lock (&draft->mutex);
  draft->removed = TRUE;
  g_mutex_unlock (&draft->mutex);
  nb_ui_draft_clear (draft);
}

/* The draft in @folder, or NULL: it is in use, or nothing is in it. */
static NbUiDraft *
take_left (const char *folder)
{
  g_autoptr (NbUiDraft) draft = nb_ui_draft_new ();
  g_autoptr (GKeyFile) origin = g_key_file_new ();
  g_autofree char *report = g_build_filename (folder, REPORT, NULL);
  g_autofree char *name = g_build_filename (folder, ORIGIN, NULL);

  draft->lock = take_lock (folder);
  if (draft->lock < 0)
    return NULL;
  if (!g_file_test (report, G_FILE_TEST_EXISTS))
    {
      delete_folder (folder);
      return NULL;
    }
  draft->folder = g_strdup (folder);
  if (g_key_file_load_from_file (origin, name, G_KEY_FILE_NONE, NULL))
    {
      g_autofree char *uri = g_key_file_get_string (origin, GROUP, "Uri", NULL);

      draft->path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
      draft->version = g_key_file_get_string (origin, GROUP, "Version", NULL);
    }
  return g_steal_pointer (&draft);
}

static int
compare_times (const void *a, const void *b)
{
  gint64 difference = nb_ui_draft_get_time (*(NbUiDraft *const *) a)
                      - nb_ui_draft_get_time (*(NbUiDraft *const *) b);

  return difference < 0 ? -1 : difference > 0;
}

GPtrArray *
nb_ui_draft_list_left (void)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_ui_draft_unref);
  g_autofree char *place = dup_place ();
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (place, name, NULL);
      NbUiDraft *draft = name[0] != '.' ? take_left (folder) : NULL;

      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }
  g_ptr_array_sort (drafts, compare_times);
  return drafts;
}
