/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"

static const CliUsage usage = {
  "create FROM-REPORT [--term FROM/TO] -o FILE",
  N_ ("Keeps the registered facts of a report, to be filled in and compared in later years."),
  "  nianbao-cli certificate create 2022.xml -o cert.xml\n"
  "  nianbao-cli check 2023.xml --certificate cert.xml",
};

static char *output, *term, *validity;

static const GOptionEntry entries[] = {
  { "term", 0, 0, G_OPTION_ARG_STRING, &term,
    N_ ("The term of office of the legal representative, as 2019-03-01/2024-02-29"),
    /* Translators: the argument of an option: two days. */
    N_ ("FROM/TO") },
  { "validity", 0, 0, G_OPTION_ARG_STRING, &validity, N_ ("How long the certificate is valid"),
    N_ ("FROM/TO") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write the facts to FILE"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* FROM/TO, or FROM/ where the end is open. */
static gboolean
parse_period (const char *text, NbPeriod *out)
{
  g_auto (GStrv) days = g_strsplit (text, "/", -1);

  *out = (NbPeriod){ { 0, 0, 0 }, { 0, 0, 0 } };
  return g_strv_length (days) == 2 && nb_date_parse_iso (days[0], &out->from)
         && (*days[1] == '\0' || nb_date_parse_iso (days[1], &out->to));
}

int
cmd_certificate (Cli *cli, int argc, char **argv)
{
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbFacts) facts = NULL;
  NbPeriod office = { { 0, 0, 0 }, { 0, 0, 0 } };
  NbPeriod valid = office;
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc != 2 || strcmp (argv[0], "create") != 0 || output == NULL)
    return cli_usage_error (cli,
                            _ ("“create”, a report, and the file to write with -o must be given"));

  if ((term != NULL && !parse_period (term, &office))
      || (validity != NULL && !parse_period (validity, &valid)))
    return cli_usage_error (cli, _ ("a period is two days, as in 2019-03-01/2024-02-29"));

  data = nb_job_open_any (cli->job, argv[1], NULL, &error);
  if (data == NULL)
    return cli_fail (argv[1], error);
  facts = nb_facts_new_from_data (data, &error);
  if (facts == NULL)
    return cli_fail (argv[1], error);
  nb_facts_set_term (facts, office);
  nb_facts_set_validity (facts, valid);
  if (!nb_job_save_certificate (cli->job, facts, output, &error))
    return cli_fail (NULL, error);
  return CLI_FINE;
}
