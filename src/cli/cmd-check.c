/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"

static const CliUsage usage = {
  "FILE… [--stage filing] [--json] | FILE --fix RULE… -o FILE | --explain RULE",
  N_ ("Looks for mistakes. The exit status is 1 where there are errors."),
  "  nianbao-cli check report.xml\n"
  "  nianbao-cli check *.xml --json > findings.json\n"
  "  nianbao-cli check report.xml --fix R40 --fix R35 -o mended.xml\n"
  "  nianbao-cli check --explain R13",
};

static char *stage, *previous_path, *certificate_path, *registry_id, *explained, *output;
static char **fixes;
static gboolean json_wanted;

static const GOptionEntry entries[] = {
  { "stage", 0, 0, G_OPTION_ARG_STRING, &stage,
    N_ ("data (the default), or filing: the checklist before handing in as well"), "data|filing" },
  { "previous", 0, 0, G_OPTION_ARG_FILENAME, &previous_path, N_ ("Compare with last year’s report"),
    N_ ("FILE") },
  { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &certificate_path,
    N_ ("Compare with the registered facts"), N_ ("FILE") },
  { "registry", 0, 0, G_OPTION_ARG_STRING, &registry_id,
    N_ ("By the rules of registry ID, not the report’s own"), N_ ("ID") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json_wanted, N_ ("Write JSON"), NULL },
  { "fix", 0, 0, G_OPTION_ARG_STRING_ARRAY, &fixes, N_ ("Make the fixes of RULE"), N_ ("RULE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write the mended report to FILE"),
    N_ ("FILE") },
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

static NbFindingList *
check_report (Cli *cli, const NbReportData *data, const Check *check)
{
  NbCheckContext context = {
    .registry = nb_job_get_registry (cli->job, data, registry_id),
    .facts = check->certificate,
    .previous = check->previous,
    .filing = g_strcmp0 (stage, "filing") == 0,
  };

  return nb_check (data, &context);
}

static void *
work (Cli *cli, const char *path, void *data)
{
  Checked *checked = g_new0 (Checked, 1);

  checked->data = nb_job_open (cli->job, path, NULL, NULL, &checked->error);
  if (checked->data != NULL)
    checked->findings = check_report (cli, checked->data, data);
  return checked;
}

static void
write_place (NbJson *json, const NbReportData *data, NbFinding *finding)
{
  const char *field = nb_finding_get_field (finding);
  const NbSpan *spans = nb_finding_get_spans (finding);
  guint n_spans = nb_finding_get_n_spans (finding);
  const NbText *text = field != NULL ? nb_report_data_get_text (data, field) : NULL;

  nb_json_string (json, "field", field);
  if (field == NULL)
    {
      nb_json_null (json, "start");
      nb_json_null (json, "end");
    }
  else
    {
      guint start = n_spans > 0 ? nb_text_get_offset (text, spans[0].paragraph, spans[0].start) : 0;

      nb_json_int (json, "start", start);
      nb_json_int (json, "end", start + (n_spans > 0 ? spans[0].end - spans[0].start : 0));
    }
  nb_json_int (json, "count", nb_finding_get_count (finding));
  nb_json_begin_array (json, "spans");
  for (guint i = 0; i < n_spans; i++)
    {
      guint start = nb_text_get_offset (text, spans[i].paragraph, spans[i].start);

      nb_json_begin_array (json, NULL);
      nb_json_int (json, NULL, start);
      nb_json_int (json, NULL, start + spans[i].end - spans[i].start);
      nb_json_end_array (json);
    }
  nb_json_end_array (json);
}

static void
write_json (NbJson *json, const NbReportData *data, NbFinding *finding)
{
  nb_json_begin_object (json, NULL);
  nb_json_string (json, "rule", nb_finding_get_rule (finding));
  nb_json_string (json, "severity", nb_severity_get_nick (nb_finding_get_severity (finding)));
  nb_json_string (json, "stage", nb_stage_get_nick (nb_finding_get_stage (finding)));
  write_place (json, data, finding);
  nb_json_string (json, "group", nb_finding_get_group (finding));
  nb_json_string (json, "message", nb_finding_get_message (finding));
  nb_json_string (json, "source", nb_finding_get_authority (finding));
  nb_json_boolean (json, "fix", nb_finding_get_fix (finding) != NULL);
  if (nb_finding_get_answer (finding) != NULL)
    nb_json_string (json, "answer", nb_finding_get_answer (finding));
  nb_json_end_object (json);
}

static char *
paint_severity (const Cli *cli, NbSeverity severity)
{
  static const CliMood moods[] = {
    [NB_SEVERITY_ADVICE] = CLI_NOTE,
    [NB_SEVERITY_WARNING] = CLI_DOUBTFUL,
    [NB_SEVERITY_ERROR] = CLI_BAD,
  };

  return cli_paint (cli, moods[severity], nb_severity_get_word (severity));
}

/* --plain: file, severity, rule, field, start, end, message, answer. */
static void
write_records (const char *path, const Checked *checked, GString *text)
{
  for (guint i = 0; i < nb_finding_list_get_length (checked->findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (checked->findings, i);
      const char *field = nb_finding_get_field (finding);
      const char *answer = nb_finding_get_answer (finding);
      g_autofree char *start = g_strdup ("");
      g_autofree char *end = g_strdup ("");

      if (field != NULL && nb_finding_get_n_spans (finding) > 0)
        {
          const NbSpan *span = nb_finding_get_spans (finding);
          guint offset = nb_text_get_offset (nb_report_data_get_text (checked->data, field),
                                             span->paragraph, span->start);

          g_free (start);
          g_free (end);
          start = g_strdup_printf ("%u", offset);
          end = g_strdup_printf ("%u", offset + span->end - span->start);
        }
      cli_append_record (text, path, nb_severity_get_nick (nb_finding_get_severity (finding)),
                         nb_finding_get_rule (finding), field != NULL ? field : "", start, end,
                         nb_finding_get_message (finding), answer != NULL ? answer : "", NULL);
    }
}

static void
write_lines (const Cli *cli, const char *path, NbForm *form, NbFindingList *findings, GString *text)
{
  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);
      const char *field = nb_finding_get_field (finding);
      const char *answer = nb_finding_get_answer (finding);
      g_autofree char *severity = paint_severity (cli, nb_finding_get_severity (finding));

      g_string_append_printf (text, "%s: %s %s", path, severity, nb_finding_get_rule (finding));
      if (field != NULL)
        g_string_append_printf (text, " %s", nb_form_lookup_field (form, field)->label);
      g_string_append_printf (text, ": %s", nb_finding_get_message (finding));
      if (answer != NULL)
        g_string_append_printf (text, _ (" (answered: %s)"), answer);
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, _ ("%s: errors %u, warnings %u, advice %u\n"), path,
                          nb_finding_list_count (findings, NB_SEVERITY_ERROR, FALSE),
                          nb_finding_list_count (findings, NB_SEVERITY_WARNING, FALSE),
                          nb_finding_list_count (findings, NB_SEVERITY_ADVICE, FALSE));
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
        write_json (json, checked->data, nb_finding_list_get (checked->findings, i));
      nb_json_end_array (json);
    }
  nb_json_end_object (json);
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
        {
          g_autoptr (GString) text = g_string_new (NULL);

          if (cli->plain)
            write_records (path, checked, text);
          else
            write_lines (cli, path, nb_report_data_get_form (checked->data), checked->findings,
                         text);
          check->status = cli_exit_worse (
              check->status, cli_write_text (NULL, g_string_free (g_steal_pointer (&text), FALSE)));
        }
      if (nb_finding_list_has_errors (checked->findings))
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
  NbForm *form = nb_catalog_get_default_form (nb_job_get_catalog (cli->job));
  const NbRegistry *registry = nb_catalog_lookup_registry (
      nb_job_get_catalog (cli->job), registry_id != NULL ? registry_id : "national");
  const NbRuleDef *rule = nb_form_lookup_rule (form, explained);
  const NbRuleDef *local;
  GString *text;

  if (registry == NULL)
    return cli_usage_error (cli, _ ("there is no registry “%s” here"), registry_id);
  if (rule == NULL)
    return cli_usage_error (cli, _ ("there is no rule “%s”; “nianbao-cli rules” lists them"),
                            explained);

  local = nb_registry_lookup_rule (registry, explained);
  rule = local != NULL ? local : rule;
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s: %s\n", rule->id, _ (rule->title));
  g_string_append_printf (text, _ ("Severity: %s\n"), nb_severity_get_nick (rule->severity));
  g_string_append_printf (text, _ ("Authority: %s\n"), rule->authority);
  if (nb_check_rule_has_fix (rule))
    g_string_append_printf (text, _ ("Fix: nianbao-cli check FILE --fix %s -o FILE\n"), rule->id);
  return cli_write_text (NULL, g_string_free (text, FALSE));
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
      g_autoptr (NbFindingList) findings = check_report (cli, data, check);

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

  status = open_companions (cli, &check);
  if (status == CLI_FINE)
    status = fixes != NULL ? fix (cli, argv[0], &check) : check_files (cli, argv, &check);
  g_clear_pointer (&check.previous, nb_report_data_unref);
  g_clear_pointer (&check.certificate, nb_facts_unref);
  return status;
}
