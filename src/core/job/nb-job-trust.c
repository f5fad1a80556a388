/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define CRL_SUFFIX         ".crl"
#define CERTIFICATE_SUFFIX ".cer"

static gboolean
add_file (NbTrust *trust, const char *path, gboolean crl, GError **error)
{
  g_autoptr (GBytes) bytes = nb_job_read_file (path, error);

  if (bytes == NULL)
    return FALSE;
  return crl ? nb_trust_add_crl (trust, bytes, error)
             : nb_trust_add_certificate (trust, bytes, error);
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The plain files in @folder, sorted; NULL where it cannot be read. */
static GPtrArray *
list_files (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *files;
  const char *name;

  if (dir == NULL)
    return NULL;
  files = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }
  g_ptr_array_sort (files, compare_names);
  return files;
}

gboolean
nb_job_add_trust (NbTrust *trust, const char *path, gboolean crl, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return add_file (trust, path, crl, error);

  files = list_files (path, error);
  for (guint i = 0; files != NULL && i < files->len; i++)
    if (!add_file (trust, g_ptr_array_index (files, i), crl, error))
      {
        g_prefix_error (error, "%s: ", (const char *) g_ptr_array_index (files, i));
        return FALSE;
      }
  return files != NULL;
}

NbTrust *
nb_job_load_trust (const char *folder, char **problem)
{
  NbTrust *trust = nb_trust_new ();
  g_autoptr (GPtrArray) files = list_files (folder, NULL);

  if (problem != NULL)
    *problem = NULL;
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      g_autofree char *name = NULL;

      if (add_file (trust, file, g_str_has_suffix (file, CRL_SUFFIX), &error) || problem == NULL
          || *problem != NULL)
        continue;
      name = g_filename_display_basename (file);
      *problem = g_strdup_printf (
          _ ("“%s” in the folder of trusted certificates is not heeded: %s"), name, error->message);
    }
  return trust;
}

gboolean
nb_job_keep_trusted (const char *folder,
                     GBytes *certificate,
                     const char *fingerprint,
                     GError **error)
{
  g_autoptr (NbTrust) nobody = nb_trust_new ();
  g_autofree char *digits = g_strdup (fingerprint);
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;

  /* What could not be read again would be no trust. */
  if (!nb_trust_add_certificate (nobody, certificate, error))
    return FALSE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      nb_error_set (error, NB_ERROR_WRITE, (NbPlace){ 0, 0 },
                    _ ("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
      return FALSE;
    }
  for (char *at = digits; *at != '\0'; at++)
    if (!g_ascii_isxdigit (*at))
      *at = '-';
  file = g_strconcat (digits, CERTIFICATE_SUFFIX, NULL);
  path = g_build_filename (folder, file, NULL);
  return nb_job_write_file (path, certificate, NB_WRITE_PRIVATE, error);
}
