/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"

static const NbPlace nowhere = { 0, 0 };

static void
strip_line_end (char *text)
{
  gsize length = strlen (text);

  if (length > 0 && text[length - 1] == '\n')
    text[--length] = '\0';
  if (length > 0 && text[length - 1] == '\r')
    text[--length] = '\0';
}

/* What is in the file as text; NB_ERROR_INVALID for what is none. */
static char *
read_text_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = nb_job_read_file (path, error);
  const char *data;
  char *text;
  gsize size;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  if (size > 0 && !g_utf8_validate_len (data, size, NULL))
    {
      nb_error_set (error, NB_ERROR_INVALID, nowhere, _ ("“%s” is not UTF-8 text."), path);
      return NULL;
    }
  text = g_strndup (size > 0 ? data : "", size);
  strip_line_end (text);
  return text;
}

char *
cli_read_text (const char *text, GError **error)
{
  return *text == '@' ? read_text_file (text + 1, error) : g_strdup (text);
}

NbReport *
cli_open_for_edit (Cli *cli, const char *path, GError **error)
{
  gboolean is_signed;
  g_autoptr (NbReportData) data = nb_job_open (cli->job, path, NULL, &is_signed, error);

  if (data == NULL)
    return NULL;
  if (is_signed)
    {
      nb_error_set (error, NB_ERROR_SIGNED, nowhere,
                    _ ("The report is signed and cannot be changed. “nianbao-cli revise” makes a "
                       "copy to edit."));
      return NULL;
    }
  return nb_report_new_from_data (data);
}

int
cli_save_edited (Cli *cli, NbReport *report, const char *path, const char *output)
{
  g_autoptr (NbReportData) data = nb_report_freeze (report);
  g_autoptr (GError) error = NULL;

  if (!nb_job_save (cli->job, data, output != NULL ? output : path, &error))
    return cli_fail (NULL, error);
  return CLI_FINE;
}
