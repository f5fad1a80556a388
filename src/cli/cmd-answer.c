/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli.h"

static const CliUsage usage = {
  "FILE RULE FIELD TEXT [-o FILE]",
  N_ ("Says why a warning stands. The answer is kept in the report and lapses when the field "
      "changes; an empty TEXT takes it back."),
  "  nianbao-cli answer report.xml R13 net-assets-closing 开办资金变更正在办理",
};

static char *output;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Write to FILE and leave the report as it was"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* An answer to nothing would be kept for ever without being seen. */
static gboolean
has_warning (Cli *cli, NbReport *report, const char *rule, const char *field, GError **error)
{
  g_autoptr (NbReportData) data = nb_report_freeze (report);
  NbCheckContext context = { .registry = nb_job_get_registry (cli->job, data, NULL),
                             .filing = TRUE };
  g_autoptr (NbFindingList) findings = nb_check (data, &context);

  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      if (g_strcmp0 (nb_finding_get_rule (finding), rule) == 0
          && g_strcmp0 (nb_finding_get_field (finding), field) == 0
          && nb_finding_get_severity (finding) == NB_SEVERITY_WARNING)
        return TRUE;
    }
  nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                _ ("There is no warning of rule %s in the field “%s” to answer."), rule, field);
  return FALSE;
}

int
cmd_answer (Cli *cli, int argc, char **argv)
{
  g_autoptr (NbReport) report = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc != 4)
    return cli_usage_error (cli, _ ("a report, a rule, a field and the answer must be given"));

  text = cli_read_text (argv[3], &error);
  if (text != NULL)
    report = cli_open_for_edit (cli, argv[0], &error);
  if (report == NULL || (*text != '\0' && !has_warning (cli, report, argv[1], argv[2], &error))
      || !nb_report_set_answer (report, argv[1], argv[2], text, &error))
    return cli_fail (argv[0], error);
  return cli_save_edited (cli, report, argv[0], output);
}
