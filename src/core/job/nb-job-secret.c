/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Bytes of a passphrase file, with its line end. */
#define NB_SECRET_LIMIT 4096

static const NbPlace nowhere = { 0, 0 };

void
nb_job_forbid_core (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
  /* Core files that are piped to a handler heed only this. The leak checker cannot look into a process that
   * forbids looking. */
#if !defined(__SANITIZE_ADDRESS__)
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

/* Into @secret, which never moves, so that no copy is left behind; the number of bytes, or -1. */
static gssize
read_all (int descriptor, char *secret)
{
  gsize size = 0;
  gssize n;

  do
    {
      n = read (descriptor, secret + size, NB_SECRET_LIMIT + 1 - size);
      size += (gsize) MAX (n, 0);
    }
  while ((n > 0 && size <= NB_SECRET_LIMIT) || (n < 0 && errno == EINTR));
  return n < 0 ? -1 : (gssize) size;
}

static gboolean
check_secret (char *secret, gssize size, const char *path, GError **error)
{
  if (size < 0)
    nb_error_set (error, NB_ERROR_KEY, nowhere, _ ("“%s” cannot be read: %s."), path,
                  g_strerror (errno));
  else if (size > NB_SECRET_LIMIT)
    nb_error_set (error, NB_ERROR_KEY, nowhere, _ ("The passphrase file “%s” is too long."), path);
  else if (size > 0 && !g_utf8_validate_len (secret, (gsize) size, NULL))
    nb_error_set (error, NB_ERROR_KEY, nowhere, _ ("“%s” is not UTF-8 text."), path);
  else
    {
      secret[size] = '\0';
      if (size > 0 && secret[size - 1] == '\n')
        secret[--size] = '\0';
      if (size > 0 && secret[size - 1] == '\r')
        secret[--size] = '\0';
      if (size > 0)
        return TRUE;
      nb_error_set (error, NB_ERROR_KEY, nowhere, _ ("The passphrase file “%s” is empty."), path);
    }
  return FALSE;
}

char *
nb_job_read_secret (const char *path, GError **error)
{
  gboolean is_input = strcmp (path, "-") == 0;
  int descriptor = is_input ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  char *secret;

  if (descriptor < 0)
    {
      nb_error_set (error, NB_ERROR_KEY, nowhere, _ ("“%s” cannot be opened: %s."), path,
                    g_strerror (errno));
      return NULL;
    }
  nb_job_forbid_core ();
  secret = g_malloc0 (NB_SECRET_LIMIT + 2);
  if (!check_secret (secret, read_all (descriptor, secret), is_input ? _ ("standard input") : path,
                     error))
    g_clear_pointer (&secret, nb_job_free_secret);
  if (!is_input)
    close (descriptor);
  return secret;
}

char *
nb_job_dup_secret (const char *typed, GError **error)
{
  gsize size = strlen (typed);
  char *secret;

  nb_job_forbid_core ();
  if (size == 0 || size > NB_SECRET_LIMIT)
    {
      nb_error_set (error, NB_ERROR_KEY, nowhere, "%s",
                    size == 0 ? _ ("The passphrase is empty.") : _ ("The passphrase is too long."));
      nb_error_set_reason (error, "passphrase");
      return NULL;
    }
  secret = g_malloc0 (NB_SECRET_LIMIT + 2);
  memcpy (secret, typed, size);
  return secret;
}

void
nb_job_free_secret (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, NB_SECRET_LIMIT + 2);
  g_free (secret);
}
