/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "nb-xml-limits.h"

#define CHUNK (256u * 1024)
/* So many files of one name in a folder are no accident. */
#define MOST_NUMBERED 10000

static const NbPlace nowhere = { 0, 0 };

static gboolean
is_standard_stream (const char *path)
{
  return strcmp (path, "-") == 0;
}

/* Why the system refused, in words for a clerk; without a full stop, since it ends a sentence. */
static const char *
explain (int cause)
{
  switch (cause)
    {
    case ENOENT:
    case ENOTDIR:
      return _ ("it, or its folder, is not there. It may have been moved or deleted, or a drive or "
                "network "
                "share is not connected");
    case EACCES:
    case EPERM:
      return _ ("you lack the permission. Ask for it, or use another folder");
    case EROFS:
      return _ ("its drive is read-only. Use another folder");
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return _ ("there is no room left. Delete what is not needed, or use another drive");
    case EISDIR:
      return _ ("it is a folder");
    case ENAMETOOLONG:
      return _ ("its name is too long. Choose a shorter one");
    case EIO:
    case ENXIO:
    case ENODEV:
    case ESTALE:
    case ENOTCONN:
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ETIMEDOUT:
      return _ (
          "its drive or network share does not answer. Connect it again, or use another folder");
    default:
      return g_strerror (cause);
    }
}

/* A stream tells no size, and a file can lie about it: both are read until the limit. */
static GBytes *
read_descriptor (int descriptor, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (;;)
    {
      guint size = bytes->len;
      gssize n;

      g_byte_array_set_size (bytes, size + CHUNK);
      n = read (descriptor, bytes->data + size, CHUNK);
      g_byte_array_set_size (bytes, size + (guint) MAX (n, 0));
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      if (n < 0 && errno != EINTR)
        {
          nb_error_set (error, NB_ERROR_READ, nowhere, _ ("“%s” cannot be read: %s."), path,
                        explain (errno));
          return NULL;
        }
      if (bytes->len > NB_LIMIT_FILE)
        {
          nb_error_set (error, NB_ERROR_REFUSED, nowhere,
                        _ ("“%s” is larger than 64 MiB. It cannot be a report."), path);
          nb_error_set_reason (error, "size");
          return NULL;
        }
    }
}

/* -1 where it cannot be opened. */
static int
open_to_read (const char *path, GError **error)
{
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (descriptor < 0)
    nb_error_set (error, NB_ERROR_READ, nowhere, _ ("“%s” cannot be opened: %s."), path,
                  explain (errno));
  return descriptor;
}

GBytes *
nb_job_read_file (const char *path, GError **error)
{
  GBytes *bytes;
  int descriptor;

  if (is_standard_stream (path))
    return read_descriptor (STDIN_FILENO, _ ("standard input"), error);

  descriptor = open_to_read (path, error);
  if (descriptor < 0)
    return NULL;
  bytes = read_descriptor (descriptor, path, error);
  close (descriptor);
  return bytes;
}

static gboolean
digest_descriptor (int descriptor, const char *path, NbPaperFile *paper, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = read (descriptor, chunk, CHUNK)) != 0)
    {
      if (n > 0)
        {
          g_checksum_update (checksum, chunk, n);
          paper->size += n;
        }
      else if (errno != EINTR)
        {
          nb_error_set (error, NB_ERROR_READ, nowhere, _ ("“%s” cannot be read: %s."), path,
                        explain (errno));
          return FALSE;
        }
    }
  paper->sha256 = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}

NbPaperFile *
nb_job_read_paper (const char *path, GError **error)
{
  g_autoptr (NbPaperFile) paper = g_new0 (NbPaperFile, 1);
  struct stat state;
  int descriptor;
  gboolean done;

  paper->name = g_path_get_basename (path);
  if (!g_utf8_validate (paper->name, -1, NULL))
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, nowhere,
                    _ ("The file’s name is not UTF-8. Rename it first."));
      return NULL;
    }
  /* A device may never end, and a pipe never begin. */
  if (g_stat (path, &state) == 0 && !S_ISREG (state.st_mode))
    {
      nb_error_set (error, NB_ERROR_READ, nowhere, _ ("“%s” is not a file."), path);
      return NULL;
    }
  descriptor = open_to_read (path, error);
  if (descriptor < 0)
    return NULL;
  done = digest_descriptor (descriptor, path, paper, error);
  close (descriptor);
  return done ? g_steal_pointer (&paper) : NULL;
}

void
nb_paper_file_free (NbPaperFile *paper)
{
  g_free (paper->name);
  g_free (paper->sha256);
  g_free (paper);
}

/* Errors come back as errno. */
static gboolean
write_all (int descriptor, GBytes *bytes)
{
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize n = write (descriptor, at, size);

      if (n < 0 && errno != EINTR)
        return FALSE;
      at += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

/* A renamed file is safe only when its folder is on disk too; not every file system can be asked. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0);

  if (descriptor < 0)
    return;
  (void) fsync (descriptor);
  close (descriptor);
}

/* Takes the temporary name away, keeping errno. */
static gboolean
fail_without (const char *temporary)
{
  int cause = errno;

  g_unlink (temporary);
  errno = cause;
  return FALSE;
}

/* Names the nameless file @source @temporary and then @path. Whoever stops the program in between has to wait
 * until both are done, that no second file lies beside the first; only SIGKILL does not wait. */
static gboolean
replace (const char *source, const char *temporary, const char *path)
{
  sigset_t all, before;
  gboolean replaced;

  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, &before);
  replaced = linkat (AT_FDCWD, source, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0
             && (g_rename (temporary, path) == 0 || fail_without (temporary));
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  return replaced;
}

/* @descriptor is a file without a name: it vanishes with its process, so that whoever is stopped while
 * writing leaves nothing half done behind. */
static gboolean
write_nameless (int descriptor, const char *path, GBytes *bytes, gboolean exclusive)
{
  g_autofree char *source = g_strdup_printf ("/proc/self/fd/%d", descriptor);
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *temporary = g_strconcat (path, ".", unique, NULL);

  if (!write_all (descriptor, bytes) || fsync (descriptor) != 0)
    return FALSE;
  if (exclusive)
    return linkat (AT_FDCWD, source, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
  return replace (source, temporary, path);
}

/* The same on file systems that have no such files. */
static gboolean
write_named (const char *path, GBytes *bytes, gboolean exclusive, int mode)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int descriptor = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, mode);
  gboolean written;

  if (descriptor < 0)
    return FALSE;
  written = write_all (descriptor, bytes) && fsync (descriptor) == 0;
  if (!g_close (descriptor, NULL) || !written)
    return fail_without (temporary);
  if (!exclusive)
    return g_rename (temporary, path) == 0 || fail_without (temporary);
  if (link (temporary, path) != 0)
    return fail_without (temporary);
  g_unlink (temporary);
  return TRUE;
}

/* The new file is complete on disk before it takes its name; a link, unlike a renamed file, never takes
 * the place of another one. FALSE leaves no file behind and the cause in errno. */
static gboolean
write_atomically (const char *path, GBytes *bytes, gboolean exclusive, int mode)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
  gboolean written;

  if (descriptor < 0)
    written = write_named (path, bytes, exclusive, mode);
  else
    {
      int cause;

      written = write_nameless (descriptor, path, bytes, exclusive);
      cause = errno;
      close (descriptor);
      errno = cause;
    }
  if (written)
    sync_folder (path);
  return written;
}

/* What stands at @path keeps its mode; a link keeps pointing at what it points at. */
static char *
find_target (const char *path, int *mode)
{
  g_autofree char *resolved = NULL;
  char *real = realpath (path, NULL);
  GStatBuf status;

  resolved = g_strdup (real != NULL ? real : path);
  free (real);
  if (g_stat (resolved, &status) == 0 && S_ISREG (status.st_mode))
    *mode = (int) (status.st_mode & 07777);
  return g_steal_pointer (&resolved);
}

gboolean
nb_job_write_file (const char *path, GBytes *bytes, NbWriteFlags flags, GError **error)
{
  gboolean exclusive = (flags & NB_WRITE_EXCLUSIVE) != 0;
  int mode = flags & NB_WRITE_PRIVATE ? 0600 : 0666;
  g_autofree char *target = NULL;
  gboolean writable;

  if (is_standard_stream (path))
    {
      if (write_all (STDOUT_FILENO, bytes))
        return TRUE;
      nb_error_set (error, NB_ERROR_WRITE, nowhere, _ ("Standard output cannot be written: %s."),
                    explain (errno));
      return FALSE;
    }

  target = exclusive ? g_strdup (path) : find_target (path, &mode);
  /* A file that is write-protected itself stays as it is, though its folder would let it be replaced. */
  writable = exclusive || g_access (target, W_OK) == 0 || errno == ENOENT;
  if (writable && write_atomically (target, bytes, exclusive, mode))
    return TRUE;
  if (exclusive && errno == EEXIST)
    nb_error_set (error, NB_ERROR_ARGUMENT, nowhere,
                  _ ("“%s” exists already and is not replaced. Choose another name."), path);
  else
    nb_error_set (error, NB_ERROR_WRITE, nowhere, _ ("“%s” cannot be written: %s."), path,
                  explain (errno));
  return FALSE;
}

static char *
make_numbered (const char *path, guint number)
{
  const char *slash = strrchr (path, G_DIR_SEPARATOR);
  const char *dot = strrchr (slash != NULL ? slash : path, '.');
  int length = dot != NULL ? (int) (dot - path) : (int) strlen (path);

  return number == 1 ? g_strdup (path)
                     : g_strdup_printf ("%.*s %u%s", length, path, number, path + length);
}

char *
nb_job_write_beside (const char *path, GBytes *bytes, GError **error)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *name = make_numbered (path, number);
      g_autoptr (GError) cause = NULL;

      /* Looking is quicker than trying. */
      if (number < MOST_NUMBERED && g_file_test (name, G_FILE_TEST_EXISTS))
        continue;
      if (nb_job_write_file (name, bytes, NB_WRITE_EXCLUSIVE, &cause))
        return g_steal_pointer (&name);
      if (!g_error_matches (cause, NB_ERROR, NB_ERROR_ARGUMENT) || number == MOST_NUMBERED)
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return NULL;
        }
    }
}
