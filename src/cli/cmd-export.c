/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"

static const CliUsage usage = {
  "FILE… --to table|text|csv|json [-o FILE]",
  N_ ("Gives reports out: the published table, the fields one a line, or all reports as CSV or "
      "JSON."),
  "  nianbao-cli export report.xml --to table -o 2022.txt\n"
  "  nianbao-cli export *.xml --to csv -o all.csv",
};

static char *to, *output;

static const GOptionEntry entries[] = {
  { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("The form to give out"), "table|text|csv|json" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to FILE"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  NbReportData *data;
  GError *error;
} Opened;

typedef struct
{
  GPtrArray *reports;
  int status;
} Export;

static void *
open_report (Cli *cli, const char *path, void *data)
{
  Opened *opened = g_new0 (Opened, 1);

  opened->data = nb_job_open (cli->job, path, NULL, NULL, &opened->error);
  return opened;
}

static void
take_report (Cli *cli, const char *path, void *result, void *data)
{
  Export *export = data;
  Opened *opened = result;

  if (opened->data != NULL)
    g_ptr_array_add (export->reports, opened->data);
  else
    export->status = cli_exit_worse (export->status, cli_fail (path, opened->error));
  g_clear_error (&opened->error);
  g_free (opened);
}

int
cmd_export (Cli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) reports =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nb_report_data_unref);
  Export export = { reports, CLI_FINE };
  NbExport form;
  g_autofree char *text = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc == 0 || to == NULL || !nb_export_parse (to, &form))
    return cli_usage_error (
        cli, _ ("a report, and one of table, text, csv, json with --to, must be named"));
  if (argc > 1 && (form == NB_EXPORT_TABLE || form == NB_EXPORT_TEXT))
    return cli_usage_error (cli, _ ("table and text are of one report each"));

  cli_batch (cli, argv, open_report, take_report, &export);
  if (argc == 1 && export.status != CLI_FINE)
    return export.status;
  text = nb_job_export ((const NbReportData *const *) reports->pdata, reports->len, form);
  return cli_exit_worse (export.status, cli_write_text (output, g_steal_pointer (&text)));
}
