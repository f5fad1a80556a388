/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"

static const CliUsage usage = {
  "create FROM-REPORT -o FILE",
  N_ ("Keeps the registered facts of a report, to be filled in and compared in later years."),
  "  nianbao-cli certificate create 2022.xml -o cert.xml\n"
  "  nianbao-cli check 2023.xml --certificate cert.xml",
};

static char *output;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write the facts to FILE"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

int
cmd_certificate (Cli *cli, int argc, char **argv)
{
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc != 2 || strcmp (argv[0], "create") != 0 || output == NULL)
    return cli_usage_error (cli,
                            _ ("“create”, a report, and the file to write with -o must be given"));

  data = nb_job_open_any (cli->job, argv[1], NULL, &error);
  if (data == NULL)
    return cli_fail (argv[1], error);
  facts = nb_facts_new_from_data (data, &error);
  if (facts == NULL)
    return cli_fail (argv[1], error);
  if (!nb_job_save_certificate (cli->job, facts, output, &error))
    return cli_fail (NULL, error);
  return CLI_FINE;
}
