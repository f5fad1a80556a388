/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-findings.h"

#include <glib/gi18n-lib.h>

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

void
cli_finding_write_json (NbJson *json, const NbReportData *data, NbFinding *finding)
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

void
cli_findings_append_records (GString *text,
                             const char *path,
                             const NbReportData *data,
                             NbFindingList *findings)
{
  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);
      const char *field = nb_finding_get_field (finding);
      const char *answer = nb_finding_get_answer (finding);
      g_autofree char *start = g_strdup ("");
      g_autofree char *end = g_strdup ("");

      if (field != NULL && nb_finding_get_n_spans (finding) > 0)
        {
          const NbSpan *span = nb_finding_get_spans (finding);
          guint offset = nb_text_get_offset (nb_report_data_get_text (data, field), span->paragraph,
                                             span->start);

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

void
cli_findings_append_lines (const Cli *cli,
                           GString *text,
                           const char *path,
                           const NbReportData *data,
                           NbFindingList *findings)
{
  NbForm *form = nb_report_data_get_form (data);

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
