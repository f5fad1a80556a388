/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli.h"

static const CliUsage usage = {
  "FILE KIND PATH… [-o FILE]",
  N_ ("Notes name, size and digest of papers that are filed with the report. The papers themselves "
      "stay where they are."),
  "  nianbao-cli attach report.xml balance-sheet 资产负债表.jpg",
};

static char *output;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Write to FILE and leave the report as it was"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
attach (NbReport *report, const char *kind, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = nb_job_read_file (path, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *digest = NULL;

  if (bytes == NULL)
    return FALSE;
  if (!g_utf8_validate (name, -1, NULL))
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                    _ ("The file’s name is not UTF-8. Rename it first."));
      return FALSE;
    }
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return nb_report_add_attachment (report, kind, name, (gint64) g_bytes_get_size (bytes), digest,
                                   error);
}

int
cmd_attach (Cli *cli, int argc, char **argv)
{
  g_autoptr (NbReport) report = NULL;
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc < 3)
    return cli_usage_error (cli, _ ("a report, the kind of paper and its file must be given"));

  report = cli_open_for_edit (cli, argv[0], &error);
  if (report == NULL)
    return cli_fail (argv[0], error);
  for (int i = 2; i < argc; i++)
    if (!attach (report, argv[1], argv[i], &error))
      return cli_fail (argv[i], error);
  return cli_save_edited (cli, report, argv[0], output);
}
