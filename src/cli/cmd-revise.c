/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli.h"

static const CliUsage usage = {
  "FILE -o FILE",
  N_ ("Makes a copy to be edited again: the next revision, without signatures, opinion and the "
      "registry’s remark."),
  "  nianbao-cli revise signed.xml -o again.xml",
};

static char *output;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write the copy to FILE"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

int
cmd_revise (Cli *cli, int argc, char **argv)
{
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbReportData) revised = NULL;
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc != 1 || output == NULL)
    return cli_usage_error (cli, _ ("one report, and the file to write with -o, must be named"));

  data = nb_job_open (cli->job, argv[0], NULL, NULL, &error);
  if (data == NULL)
    return cli_fail (argv[0], error);
  revised = nb_job_revise (data);
  if (!nb_job_save (cli->job, revised, output, &error))
    return cli_fail (NULL, error);
  return CLI_FINE;
}
