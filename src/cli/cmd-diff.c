/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli.h"
#include "nb-text-diff.h"

static const CliUsage usage = {
  "A B [--json]",
  N_ ("Compares two reports (our XML or published tables) field by field, long texts sentence by "
      "sentence. The exit status is 1 where they differ."),
  "  nianbao-cli diff sent.xml published.txt",
};

static gboolean json_wanted;

static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &json_wanted, N_ ("Write JSON"), NULL },
  G_OPTION_ENTRY_NULL,
};

static int
write_json (const GPtrArray *changes)
{
  NbJson *json = nb_json_new ();

  nb_json_begin_object (json, NULL);
  nb_json_int (json, "version", 1);
  nb_json_begin_array (json, "changes");
  for (guint i = 0; i < changes->len; i++)
    {
      const NbFieldChange *change = g_ptr_array_index (changes, i);

      nb_json_begin_object (json, NULL);
      nb_json_string (json, "field", change->field);
      nb_json_string (json, "a", change->a);
      nb_json_string (json, "b", change->b);
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
  nb_json_end_object (json);
  return cli_write_text (NULL, nb_json_finish (json));
}

static void
append_piece (GString *text, const char *sign, const char *whole, guint start, guint end)
{
  g_autofree char *words = g_utf8_substring (whole, start, end);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  for (char **line = lines; end > start && *line != NULL; line++)
    g_string_append_printf (text, "%s %s\n", sign, *line);
}

/* The sentences that differ; those that are the same are left out. */
static void
append_sentences (GString *text, const NbFieldChange *change)
{
  g_autoptr (NbText) a = nb_text_new (change->a);
  g_autoptr (NbText) b = nb_text_new (change->b);
  g_autoptr (GArray) pieces = nb_text_diff (a, b);

  for (guint i = 0; i < pieces->len; i++)
    {
      NbTextPiece piece = g_array_index (pieces, NbTextPiece, i);

      if (piece.same)
        continue;
      append_piece (text, "-", change->a, piece.a_start, piece.a_end);
      append_piece (text, "+", change->b, piece.b_start, piece.b_end);
    }
}

static int
write_plain (NbForm *form, const GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const NbFieldChange *change = g_ptr_array_index (changes, i);
      const NbFieldDef *def = nb_form_lookup_field (form, change->field);

      g_string_append_printf (text, "%s\n", def->label);
      if (def->type == NB_FIELD_LONG)
        append_sentences (text, change);
      else
        g_string_append_printf (text, "- %s\n+ %s\n", change->a, change->b);
    }
  return cli_write_text (NULL, g_string_free (text, FALSE));
}

int
cmd_diff (Cli *cli, int argc, char **argv)
{
  g_autoptr (NbReportData) a = NULL;
  g_autoptr (NbReportData) b = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc != 2)
    return cli_usage_error (cli, _ ("two reports must be named"));

  a = nb_job_open_any (cli->job, argv[0], NULL, &error);
  if (a == NULL)
    return cli_fail (argv[0], error);
  b = nb_job_open_any (cli->job, argv[1], NULL, &error);
  if (b == NULL)
    return cli_fail (argv[1], error);
  if (nb_report_data_get_form (a) != nb_report_data_get_form (b))
    return cli_usage_error (cli, _ ("the reports are of different editions of the form"));

  changes = nb_report_data_diff (a, b);
  status = json_wanted ? write_json (changes) : write_plain (nb_report_data_get_form (a), changes);
  return status == CLI_FINE && changes->len > 0 ? CLI_FINDINGS : status;
}
