/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"

int
cli_fail (const char *file, const GError *error)
{
  NbPlace place = nb_error_get_place (error);
  g_autoptr (GString) prefix = g_string_new (file != NULL ? file : "nianbao-cli");

  if (place.line > 0)
    g_string_append_printf (prefix, ":%u", place.line);
  if (place.line > 0 && place.column > 0)
    g_string_append_printf (prefix, ":%u", place.column);
  g_printerr ("%s: %s\n", prefix->str, error->message);
  return cli_exit_for_error (error);
}

int
cli_write_text (const char *path, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (GError) error = NULL;

  if (!nb_job_write_file (path != NULL ? path : "-", bytes, NB_WRITE_REPLACE, &error))
    return cli_fail (NULL, error);
  return CLI_FINE;
}

char *
cli_paint (const Cli *cli, CliMood mood, const char *word)
{
  static const char *const colours[] = {
    [CLI_GOOD] = "32", [CLI_BAD] = "1;31", [CLI_DOUBTFUL] = "33", [CLI_NOTE] = "36"
  };

  if (!cli->colour)
    return g_strdup (word);
  return g_strdup_printf ("\033[%sm%s\033[0m", colours[mood], word);
}

void
cli_append_record (GString *text, const char *first, ...)
{
  const char *part = first;
  va_list parts;

  va_start (parts, first);
  while (part != NULL)
    {
      g_autofree char *line = g_strdelimit (g_strdup (part), "\t\r\n", ' ');

      g_string_append (text, line);
      part = va_arg (parts, const char *);
      g_string_append_c (text, part != NULL ? '\t' : '\n');
    }
  va_end (parts);
}

void
cli_json_file (NbJson *json, const char *file)
{
  g_autofree char *name = g_filename_display_name (file);

  nb_json_string (json, "file", name);
}

static void
add_number (NbJson *json, const char *name, guint number)
{
  if (number > 0)
    nb_json_int (json, name, number);
  else
    nb_json_null (json, name);
}

void
cli_json_error (NbJson *json, const GError *error)
{
  NbPlace place = nb_error_get_place (error);

  nb_json_begin_object (json, "error");
  nb_json_string (json, "message", error->message);
  add_number (json, "line", place.line);
  add_number (json, "column", place.column);
  nb_json_end_object (json);
}
