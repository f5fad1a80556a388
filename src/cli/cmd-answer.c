/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli.h"

static const CliUsage usage = {
  "FILE RULE [FIELD] TEXT [-o FILE]",
  N_ ("Says why a warning stands. The answer is kept in the report and lapses when the text "
      "changes; an empty TEXT takes it back. Without FIELD a warning about the report as a whole "
      "is answered."),
  "  nianbao-cli answer report.xml R13 net-assets-closing 开办资金变更正在办理\n"
  "  nianbao-cli answer report.xml R65 登记管理机关收得下这张图片",
};

static char *output, *previous_path, *certificate_path;

static const GOptionEntry entries[] = {
  { "previous", 0, 0, G_OPTION_ARG_FILENAME, &previous_path,
    N_ ("For a warning that compares with last year’s report"), N_ ("FILE") },
  { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &certificate_path,
    N_ ("For a warning that compares with the registered facts"), N_ ("FILE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Write to FILE and leave the report as it was"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* What the warnings are found with: those against last year and the certificate can be answered too. */
static NbFindingList *
check (Cli *cli, NbReport *report, GError **error)
{
  g_autoptr (NbReportData) data = nb_report_freeze (report);
  g_autoptr (NbReportData) previous = NULL;
  g_autoptr (NbFacts) facts = NULL;
  NbCheckContext context = { .registry = nb_job_get_registry (cli->job, data, NULL),
                             .filing = TRUE };

  if (previous_path != NULL)
    {
      previous = nb_job_open_any (cli->job, previous_path, NULL, error);
      if (previous == NULL)
        return NULL;
    }
  if (certificate_path != NULL)
    {
      facts = nb_job_open_certificate (cli->job, certificate_path, error);
      if (facts == NULL)
        return NULL;
    }
  context.previous = previous;
  context.facts = facts;
  return nb_check (data, &context);
}

/* Answers every warning of the rule in the field; an answer to nothing would be kept for ever without
 * being seen. */
static gboolean
set_answers (Cli *cli,
             NbReport *report,
             const char *rule,
             const char *field,
             const char *text,
             GError **error)
{
  g_autoptr (NbFindingList) findings = check (cli, report, error);
  guint n_answered = 0;

  if (findings == NULL || !nb_report_set_answer (report, rule, field, NULL, NULL, error))
    return FALSE;
  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      if (g_strcmp0 (nb_finding_get_rule (finding), rule) != 0
          || g_strcmp0 (nb_finding_get_field (finding), field) != 0
          || nb_finding_get_severity (finding) != NB_SEVERITY_WARNING)
        continue;
      if (!nb_finding_set_answer (finding, report, text, error))
        return FALSE;
      n_answered++;
    }
  if (n_answered == 0 && field != NULL)
    nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                  _ ("There is no warning of rule %s in the field “%s” to answer."), rule, field);
  else if (n_answered == 0)
    nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                  _ ("There is no warning of rule %s about the report as a whole to answer."),
                  rule);
  return n_answered > 0;
}

int
cmd_answer (Cli *cli, int argc, char **argv)
{
  g_autoptr (NbReport) report = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);
  const char *field;
  gboolean done = FALSE;

  if (status != CLI_FINE)
    return status;
  if (argc != 3 && argc != 4)
    return cli_usage_error (cli, _ ("a report, a rule and the answer must be given"));

  field = argc == 4 ? argv[2] : NULL;
  text = cli_read_text (argv[argc - 1], &error);
  if (text != NULL)
    report = cli_open_for_edit (cli, argv[0], &error);
  if (report != NULL && *text == '\0')
    done = nb_report_set_answer (report, argv[1], field, NULL, NULL, &error);
  else if (report != NULL)
    done = set_answers (cli, report, argv[1], field, text, &error);
  return done ? cli_save_edited (cli, report, argv[0], output) : cli_fail (argv[0], error);
}
