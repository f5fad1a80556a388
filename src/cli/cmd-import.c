/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli.h"

static const CliUsage usage = {
  "TABLE -o FILE",
  N_ ("Makes a report of a published table: text with | or tabs, CSV, a web page, .docx or .xlsx; "
      "UTF-8 or GB 18030. No cell’s text is changed; what was repaired, “check” says."),
  "  nianbao-cli import 2022.txt -o 2022.xml\n"
  "  nianbao-cli import page.html --paragraphs -o 2022.xml\n"
  "  nianbao-cli import - --year 2022 -o 2022.xml < table.txt",
};

static char *registry, *output;
static int year;
static gboolean paragraphs;

static const GOptionEntry entries[] = {
  { "registry", 0, 0, G_OPTION_ARG_STRING, &registry, N_ ("File with registry ID"), N_ ("ID") },
  { "year", 0, 0, G_OPTION_ARG_INT, &year,
    N_ ("The year that the report is about, where its text does not say"),
    /* Translators: the argument of an option. */
    N_ ("YEAR") },
  { "paragraphs", 0, 0, G_OPTION_ARG_NONE, &paragraphs,
    N_ ("Begin a paragraph at each 一、 and （一） of a text that is one block"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write the report to FILE"),
    N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

int
cmd_import (Cli *cli, int argc, char **argv)
{
  g_autoptr (GBytes) table = NULL;
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc != 1 || output == NULL)
    return cli_usage_error (cli, _ ("one table, and the file to write with -o, must be named"));

  table = nb_job_read_file (argv[0], &error);
  if (table != NULL)
    data = nb_job_import (cli->job, table, registry, year, &error);
  if (data == NULL)
    return cli_fail (argv[0], error);
  if (paragraphs)
    {
      NbReportData *divided = nb_job_restore_paragraphs (data);

      nb_report_data_unref (data);
      data = divided;
    }
  if (!nb_job_save (cli->job, data, output, &error))
    return cli_fail (NULL, error);
  return CLI_FINE;
}
