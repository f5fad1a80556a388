/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli-findings.h"
#include "nb-check-report.h"

static const CliUsage usage = {
  "FILE… [--stage filing] [--json] | FILE --report [-o FILE] | FILE --fix RULE… -o FILE | "
  "--explain RULE",
  N_ ("Looks for mistakes. The exit status is 1 where there are errors."),
  "  nianbao-cli check report.xml\n"
  "  nianbao-cli check *.xml --json > findings.json\n"
  "  nianbao-cli check report.xml --fix R40 --fix R35 -o mended.xml\n"
  "  nianbao-cli check report.xml --stage filing --report -o 审核记录.txt\n"
  "  nianbao-cli check --explain R13",
};

static char *stage, *previous_path, *certificate_path, *registry_id, *explained, *output;
static char **fixes;
static gboolean json_wanted, report_wanted;

static const GOptionEntry entries[] = {
  { "stage", 0, 0, G_OPTION_ARG_STRING, &stage,
    N_ ("data (the default), or filing: the checklist before handing in as well"), "data|filing" },
  { "previous", 0, 0, G_OPTION_ARG_FILENAME, &previous_path, N_ ("Compare with last year’s report"),
    N_ ("FILE") },
  { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &certificate_path,
    N_ ("Compare with the registered facts"), N_ ("FILE") },
  { "registry", 0, 0, G_OPTION_ARG_STRING, &registry_id,
    N_ ("By the rules of registry ID, not the report’s own"),
    /* Translators: the argument of an option: the id of a registry. */
    N_ ("ID") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json_wanted, N_ ("Write JSON"), NULL },
  { "report", 0, 0, G_OPTION_ARG_NONE, &report_wanted,
    N_ ("Write the check report: what was found, by section, to be printed"), NULL },
  { "fix", 0, 0, G_OPTION_ARG_STRING_ARRAY, &fixes, N_ ("Make the fixes of RULE"),
    /* Translators: the argument of an option: the id of a rule. */
    N_ ("RULE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Write the mended report, or the check report, to FILE"), N_ ("FILE") },
  { "explain", 0, 0, G_OPTION_ARG_STRING, &explained,
    N_ ("Say what RULE asks, and on whose authority"), N_ ("RULE") },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  NbReportData *previous;
  NbFacts *certificate;
  NbJson *json; /* or NULL: plain lines */
  int status;
} Check;

typedef struct
{
  NbReportData *data;
  NbFindingList *findings;
  GError *error;
} Checked;

static gboolean
is_filing (void)
{
  return g_strcmp0 (stage, "filing") == 0;
}

/* @bytes: the file that @data is in, for what its signatures say; NULL for a report that was edited. */
static NbFindingList *
check_report (Cli *cli, const NbReportData *data, GBytes *bytes, const Check *check)
{
  NbCheckContext context = {
    .registry = nb_job_get_registry (cli->job, data, registry_id),
    .facts = check->certificate,
    .previous = check->previous,
    .filing = is_filing (),
  };

  if (context.filing)
    {
      context.today = cli_get_today (cli);
      if (bytes != NULL)
        nb_job_fill_signatures (cli->job, bytes, cli->now, &context);
    }
  return nb_check (data, &context);
}

static void *
work (Cli *cli, const char *path, void *data)
{
  Checked *checked = g_new0 (Checked, 1);
  g_autoptr (GBytes) bytes = NULL;

  checked->data = nb_job_open (cli->job, path, &bytes, NULL, &checked->error);
  if (checked->data != NULL)
    checked->findings = check_report (cli, checked->data, bytes, data);
  return checked;
}

static void
answer_json (const char *path, const Checked *checked, NbJson *json)
{
  nb_json_begin_object (json, NULL);
  cli_json_file (json, path);
  if (checked->findings == NULL)
    cli_json_error (json, checked->error);
  else
    {
      nb_json_begin_array (json, "findings");
      for (guint i = 0; i < nb_finding_list_get_length (checked->findings); i++)
        cli_finding_write_json (json, checked->data, nb_finding_list_get (checked->findings, i));
      nb_json_end_array (json);
    }
  nb_json_end_object (json);
}

static int
answer_text (Cli *cli, const char *path, const Checked *checked)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (report_wanted)
    {
      g_autofree char *report = nb_check_report_format (
          checked->data, checked->findings,
          nb_job_get_registry (cli->job, checked->data, registry_id), cli_get_today (cli));

      g_string_append (text, report);
    }
  else if (cli->plain)
    cli_findings_append_records (text, path, checked->data, checked->findings);
  else
    cli_findings_append_lines (cli, text, path, checked->data, checked->findings);
  return cli_write_text (output, g_string_free (g_steal_pointer (&text), FALSE));
}

/* Without --stage filing only the errors of the data count; with it, those of the checklist too. */
static gboolean
has_errors (NbFindingList *findings)
{
  return nb_finding_list_count (findings, NB_SEVERITY_ERROR, !is_filing ()) > 0;
}

static void
answer (Cli *cli, const char *path, void *result, void *data)
{
  Check *check = data;
  Checked *checked = result;

  if (check->json != NULL)
    answer_json (path, checked, check->json);
  if (checked->findings == NULL)
    check->status = cli_exit_worse (check->status, cli_fail (path, checked->error));
  else
    {
      if (check->json == NULL)
        check->status = cli_exit_worse (check->status, answer_text (cli, path, checked));
      if (has_errors (checked->findings))
        check->status = cli_exit_worse (check->status, CLI_FINDINGS);
    }
  g_clear_object (&checked->findings);
  g_clear_pointer (&checked->data, nb_report_data_unref);
  g_clear_error (&checked->error);
  g_free (checked);
}

static int
explain (Cli *cli)
{
  NbCatalog *catalog = nb_job_get_catalog (cli->job);
  const NbRegistry *registry =
      nb_catalog_lookup_registry (catalog, registry_id != NULL ? registry_id : "national");
  char *text;

  if (registry == NULL)
    return cli_usage_error (cli, _ ("there is no registry “%s” here"), registry_id);
  text = nb_check_explain (nb_catalog_get_default_form (catalog), registry, explained);
  if (text == NULL)
    return cli_usage_error (cli, _ ("there is no rule “%s”; “nianbao-cli rules” lists them"),
                            explained);
  return cli_write_text (NULL, text);
}

/* A fix removes its finding and makes none of its rule, so this ends; the count says so to the reader and
 * to a check that breaks its word. */
static int
fix (Cli *cli, const char *path, const Check *check)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReport) report = cli_open_for_edit (cli, path, &error);
  guint left = G_MAXUINT;
  guint n_applied;

  if (report == NULL)
    return cli_fail (path, error);
  do
    {
      g_autoptr (NbReportData) data = nb_report_freeze (report);
      g_autoptr (NbFindingList) findings = check_report (cli, data, NULL, check);

      if (nb_finding_list_get_length (findings) >= left)
        break;
      left = nb_finding_list_get_length (findings);
      if (!nb_finding_list_apply_fixes (findings, (const char *const *) fixes, report, &n_applied,
                                        &error))
        return cli_fail (path, error);
    }
  while (n_applied > 0);
  return cli_save_edited (cli, report, path, output);
}

static int
open_companions (Cli *cli, Check *check)
{
  g_autoptr (GError) error = NULL;

  if (registry_id != NULL
      && nb_catalog_lookup_registry (nb_job_get_catalog (cli->job), registry_id) == NULL)
    return cli_usage_error (cli, _ ("there is no registry “%s” here"), registry_id);
  if (previous_path != NULL)
    {
      check->previous = nb_job_open_any (cli->job, previous_path, NULL, &error);
      if (check->previous == NULL)
        return cli_fail (previous_path, error);
    }
  if (certificate_path != NULL)
    {
      check->certificate = nb_job_open_certificate (cli->job, certificate_path, &error);
      if (check->certificate == NULL)
        return cli_fail (certificate_path, error);
    }
  return CLI_FINE;
}

static int
check_files (Cli *cli, char **paths, Check *check)
{
  if (json_wanted)
    {
      check->json = nb_json_new ();
      nb_json_begin_object (check->json, NULL);
      nb_json_int (check->json, "version", 1);
      nb_json_begin_array (check->json, "files");
    }
  cli_batch (cli, paths, work, answer, check);
  if (!json_wanted)
    return check->status;
  nb_json_end_array (check->json);
  nb_json_end_object (check->json);
  return cli_exit_worse (check->status,
                         cli_write_text (NULL, nb_json_finish (g_steal_pointer (&check->json))));
}

int
cmd_check (Cli *cli, int argc, char **argv)
{
  Check check = { .status = CLI_FINE };
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (explained != NULL)
    return explain (cli);
  if (argc == 0)
    return cli_usage_error (cli, _ ("a report must be named"));
  if (stage != NULL && strcmp (stage, "data") != 0 && strcmp (stage, "filing") != 0)
    return cli_usage_error (cli, _ ("the stage is data or filing"));
  if (fixes != NULL && (argc != 1 || output == NULL))
    return cli_usage_error (cli, _ ("fixes are made in one report and written with -o"));
  if (fixes == NULL && output != NULL && (argc != 1 || !report_wanted))
    return cli_usage_error (cli, _ ("-o goes with --fix, or with --report of one report"));
  if (report_wanted && json_wanted)
    return cli_usage_error (cli, _ ("--report and --json exclude each other"));

  status = open_companions (cli, &check);
  if (status == CLI_FINE)
    status = fixes != NULL ? fix (cli, argv[0], &check) : check_files (cli, argv, &check);
  g_clear_pointer (&check.previous, nb_report_data_unref);
  g_clear_pointer (&check.certificate, nb_facts_unref);
  return status;
}
