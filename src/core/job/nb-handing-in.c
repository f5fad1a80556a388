/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-handing-in.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "nb-job-private.h"

#define STEPS  "Steps"
#define COPIED "Copied"
#define RETURN "Return"
#define DONE   "Done"
#define PROVED "Proved"

#define REMARK   "Remark"
#define DATE     "Date"
#define REVISION "Revision"

#define SUFFIX ".ini"

struct _NbHandingIn
{
  GKeyFile *file;
};

static const char *const steps[NB_N_STEPS] = {
  [NB_STEP_CHECKED] = "checked",   [NB_STEP_SIGNED] = "signed",
  [NB_STEP_PRINTED] = "printed",   [NB_STEP_SUBMITTED] = "submitted",
  [NB_STEP_RETURNED] = "returned", [NB_STEP_PUBLISHED] = "published",
};

/* NULL where institution (by @type) or year are not known. */
static char *
make_path (const char *folder, const NbReportData *data, NbFieldType type)
{
  g_autofree char *text = nb_job_dup_first (data, type, TRUE);
  g_autofree char *institution = nb_job_make_key (type, text);
  g_autofree char *year = nb_job_dup_first (data, NB_FIELD_YEAR, FALSE);
  g_autofree char *name = NULL;

  if (institution == NULL || *year == '\0')
    return NULL;
  name = g_strconcat (institution, "-", year, SUFFIX, NULL);
  return g_build_filename (folder, name, NULL);
}

NbHandingIn *
nb_handing_in_load (const char *folder, const NbReportData *data)
{
  const NbFieldType types[] = { NB_FIELD_CODE, NB_FIELD_LINE };
  NbHandingIn *self = g_new0 (NbHandingIn, 1);

  self->file = g_key_file_new ();
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = make_path (folder, data, types[i]);

      if (path != NULL && g_key_file_load_from_file (self->file, path, G_KEY_FILE_NONE, NULL))
        break;
    }
  return self;
}

void
nb_handing_in_free (NbHandingIn *self)
{
  if (self == NULL)
    return;
  g_key_file_unref (self->file);
  g_free (self);
}

gboolean
nb_handing_in_save (NbHandingIn *self, const char *folder, const NbReportData *data, GError **error)
{
  g_autofree char *by_code = make_path (folder, data, NB_FIELD_CODE);
  g_autofree char *by_name = make_path (folder, data, NB_FIELD_LINE);
  const char *path = by_code != NULL ? by_code : by_name;
  g_autoptr (GBytes) bytes = NULL;
  char *content;
  gsize length;

  if (path == NULL)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      nb_error_set (error, NB_ERROR_WRITE, (NbPlace){ 0, 0 },
                    _ ("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
      return FALSE;
    }
  content = g_key_file_to_data (self->file, &length, NULL);
  bytes = g_bytes_new_take (content, length);
  if (!nb_job_write_file (path, bytes, NB_WRITE_PRIVATE, error))
    return FALSE;
  /* One file an institution and year: the one from before the code was known goes. */
  if (by_code != NULL && by_name != NULL)
    g_unlink (by_name);
  return TRUE;
}

/* "2023-03-01;DIGEST" */
static NbDate
get_entry (const NbHandingIn *self, const char *group, const char *key, char **digest)
{
  g_autofree char *entry = g_key_file_get_string (self->file, group, key, NULL);
  g_auto (GStrv) parts = g_strsplit (entry != NULL ? entry : "", ";", 2);
  NbDate day = { 0 };

  if (digest != NULL)
    *digest = parts[0] != NULL && parts[1] != NULL ? g_strdup (parts[1]) : NULL;
  return parts[0] != NULL && nb_date_parse_iso (parts[0], &day) ? day : (NbDate){ 0 };
}

static void
set_entry (NbHandingIn *self, const char *group, const char *key, NbDate day, const char *digest)
{
  g_autofree char *date = NULL;
  g_autofree char *entry = NULL;

  if (!nb_date_is_set (day))
    {
      g_key_file_remove_key (self->file, group, key, NULL);
      return;
    }
  date = nb_date_format_iso (day);
  entry = g_strconcat (date, digest != NULL ? ";" : "", digest != NULL ? digest : "", NULL);
  g_key_file_set_string (self->file, group, key, entry);
}

NbDate
nb_handing_in_get_day (const NbHandingIn *self, NbStep step)
{
  return get_entry (self, STEPS, steps[step], NULL);
}

gboolean
nb_handing_in_is_stale (const NbHandingIn *self, NbStep step, const char *digest)
{
  g_autofree char *then = NULL;

  get_entry (self, STEPS, steps[step], &then);
  return then != NULL && digest != NULL && strcmp (then, digest) != 0;
}

void
nb_handing_in_set_day (NbHandingIn *self, NbStep step, NbDate day, const char *digest)
{
  set_entry (self, STEPS, steps[step], day, digest);
}

NbDate
nb_handing_in_get_copied (const NbHandingIn *self,
                          const char *field,
                          const char *text,
                          gboolean *stale)
{
  g_autofree char *then = NULL;
  g_autofree char *now = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  NbDate day = get_entry (self, COPIED, field, &then);

  if (stale != NULL)
    *stale = g_strcmp0 (then, now) != 0;
  return day;
}

void
nb_handing_in_set_copied (NbHandingIn *self, const char *field, const char *text, NbDate day)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  set_entry (self, COPIED, field, day, digest);
}

char *
nb_handing_in_dup_remark (const NbHandingIn *self, NbDate *day, guint *revision)
{
  if (day != NULL)
    *day = get_entry (self, RETURN, DATE, NULL);
  if (revision != NULL)
    *revision = (guint) g_key_file_get_integer (self->file, RETURN, REVISION, NULL);
  return g_key_file_get_string (self->file, RETURN, REMARK, NULL);
}

void
nb_handing_in_set_remark (NbHandingIn *self, const char *remark, NbDate day, guint revision)
{
  g_autofree char *before = nb_handing_in_dup_remark (self, NULL, NULL);

  if (g_strcmp0 (before, remark) != 0)
    g_key_file_remove_group (self->file, DONE, NULL);
  if (remark == NULL)
    {
      g_key_file_remove_group (self->file, RETURN, NULL);
      return;
    }
  g_key_file_set_string (self->file, RETURN, REMARK, remark);
  set_entry (self, RETURN, DATE, day, NULL);
  g_key_file_set_integer (self->file, RETURN, REVISION, (int) revision);
}

/* A key that is there, or is not. */
static void
set_mark (NbHandingIn *self, const char *group, const char *key, gboolean there)
{
  if (there)
    g_key_file_set_boolean (self->file, group, key, TRUE);
  else
    g_key_file_remove_key (self->file, group, key, NULL);
}

static char *
make_done_key (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

gboolean
nb_handing_in_is_done (const NbHandingIn *self, const char *text)
{
  g_autofree char *key = make_done_key (text);

  return g_key_file_get_boolean (self->file, DONE, key, NULL);
}

void
nb_handing_in_set_done (NbHandingIn *self, const char *text, gboolean done)
{
  g_autofree char *key = make_done_key (text);

  set_mark (self, DONE, key, done);
}

static char *
make_proved_key (const char *field, const char *key)
{
  g_autofree char *both = g_strdup_printf ("%s %s", field, key);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
}

gboolean
nb_handing_in_is_proved (const NbHandingIn *self, const char *field, const char *key)
{
  g_autofree char *digest = make_proved_key (field, key);

  return g_key_file_get_boolean (self->file, PROVED, digest, NULL);
}

void
nb_handing_in_set_proved (NbHandingIn *self, const char *field, const char *key, gboolean proved)
{
  g_autofree char *digest = make_proved_key (field, key);

  set_mark (self, PROVED, digest, proved);
}
