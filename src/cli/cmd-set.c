/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"

#define REGISTRY "registry"

static const CliUsage usage = {
  "FILE FIELD=TEXT|FIELD=@FILE|registry=ID… [-o FILE]",
  N_ ("Fills in fields. Text is kept as it is given, right or wrong; “check” says which."),
  "  nianbao-cli set report.xml staff-count=20 phone=0917-5550123\n"
  "  nianbao-cli set report.xml activities=@narrative.txt -o changed.xml",
};

static char *output;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Write to FILE and leave the report as it was"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
set_registry (Cli *cli, NbReport *report, const char *id, GError **error)
{
  if (nb_catalog_lookup_registry (nb_job_get_catalog (cli->job), id) != NULL)
    return nb_report_set_registry (report, id, error);
  nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 }, _ ("There is no registry “%s” here."),
                id);
  return FALSE;
}

static gboolean
assign (Cli *cli, NbReport *report, const char *assignment, GError **error)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *field = NULL;
  g_autofree char *text = NULL;

  if (equals == NULL)
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                    _ ("“%s” is no assignment: FIELD=TEXT is wanted."), assignment);
      return FALSE;
    }
  field = g_strndup (assignment, (gsize) (equals - assignment));
  if (strcmp (field, REGISTRY) == 0)
    return set_registry (cli, report, equals + 1, error);
  text = cli_read_text (equals + 1, error);
  return text != NULL && nb_report_set_text (report, field, text, error);
}

int
cmd_set (Cli *cli, int argc, char **argv)
{
  g_autoptr (NbReport) report = NULL;
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc < 2)
    return cli_usage_error (cli, _ ("a report and at least one FIELD=TEXT must be named"));

  report = cli_open_for_edit (cli, argv[0], &error);
  for (int i = 1; report != NULL && i < argc && error == NULL; i++)
    assign (cli, report, argv[i], &error);
  if (error != NULL)
    return cli_fail (argv[0], error);
  return cli_save_edited (cli, report, argv[0], output);
}
