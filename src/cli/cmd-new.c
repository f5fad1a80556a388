/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli.h"

static const CliUsage usage = {
  "-o FILE",
  N_ ("Begins a report: empty, or rolled forward from last year’s (our XML or a published table)."),
  "  nianbao-cli new --previous 2022.xml -o 2023.xml\n"
  "  nianbao-cli new --certificate cert.xml --registry 370000 --year 2023 -o 2023.xml",
};

static char *previous_path, *certificate_path, *registry, *output;
static int year;

static const GOptionEntry entries[] = {
  { "previous", 0, 0, G_OPTION_ARG_FILENAME, &previous_path,
    N_ ("Roll forward from last year’s report LAST"),
    /* Translators: the argument of an option: last year’s report. */
    N_ ("LAST") },
  { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &certificate_path,
    N_ ("Take the registered facts from FILE"), N_ ("FILE") },
  { "registry", 0, 0, G_OPTION_ARG_STRING, &registry, N_ ("File with registry ID"), N_ ("ID") },
  { "year", 0, 0, G_OPTION_ARG_INT, &year, N_ ("The year that the report is about"), N_ ("YEAR") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write the report to FILE"),
    N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

int
cmd_new (Cli *cli, int argc, char **argv)
{
  g_autoptr (NbReportData) previous = NULL;
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbFacts) certificate = NULL;
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (output == NULL || argc > 0)
    return cli_usage_error (cli, _ ("the file to write must be named with -o"));

  if (previous_path != NULL)
    {
      previous = nb_job_open_any (cli->job, previous_path, NULL, &error);
      if (previous == NULL)
        return cli_fail (previous_path, error);
    }
  if (certificate_path != NULL)
    {
      certificate = nb_job_open_certificate (cli->job, certificate_path, &error);
      if (certificate == NULL)
        return cli_fail (certificate_path, error);
    }
  data = nb_job_begin (cli->job, previous, certificate, NULL, registry, year, &error);
  if (data == NULL || !nb_job_save (cli->job, data, output, &error))
    return cli_fail (NULL, error);
  return CLI_FINE;
}
