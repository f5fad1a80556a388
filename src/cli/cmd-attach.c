/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli.h"
#include "nb-check-papers.h"

static const CliUsage usage = {
  "FILE KIND PATH… [-o FILE] | FILE",
  N_ ("Notes name, size and digest of papers that are filed with the report. The papers themselves "
      "stay where they are. With a report alone it lists the papers that its case needs."),
  "  nianbao-cli attach report.xml\n"
  "  nianbao-cli attach report.xml balance-sheet 资产负债表.jpg",
};

static char *output;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Write to FILE and leave the report as it was"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
attach (NbReport *report, const char *kind, const char *path, GError **error)
{
  g_autoptr (NbPaperFile) paper = nb_job_read_paper (path, error);

  return paper != NULL
         && nb_report_add_attachment (report, kind, paper->name, paper->size, paper->sha256, error);
}

static const char *
get_need_nick (NbPaperNeed need)
{
  static const char *const nicks[] = {
    [NB_PAPER_NEEDED] = "needed",
    [NB_PAPER_PERHAPS] = "perhaps",
    [NB_PAPER_NOT_NEEDED] = "not-needed",
  };

  return nicks[need];
}

static const char *
get_need_word (NbPaperNeed need)
{
  switch (need)
    {
    case NB_PAPER_NEEDED:
      /* Translators: state of a paper: it is missing. */
      return _ ("needed");
    case NB_PAPER_NOT_NEEDED:
      return _ ("not needed");
    case NB_PAPER_PERHAPS:
      break;
    }
  /* Translators: state of a paper: it is needed in some cases. */
  return _ ("perhaps");
}

static void
append_state (const Cli *cli, GString *text, const NbPaperState *state)
{
  const char *label = state->paper != NULL ? state->paper->label : "";
  const char *when =
      state->paper != NULL && state->paper->when != NULL ? _ (state->paper->when) : NULL;

  if (cli->plain)
    cli_append_record (text, state->kind, get_need_nick (state->need), label, NULL);
  else if (when != NULL)
    g_string_append_printf (text, _ ("%s: %s (%s; where %s)\n"), state->kind, label,
                            get_need_word (state->need), when);
  else
    g_string_append_printf (text, _ ("%s: %s (%s)\n"), state->kind, label,
                            get_need_word (state->need));
  for (guint i = 0; i < state->attachments->len; i++)
    {
      const NbAttachment *attachment = g_ptr_array_index (state->attachments, i);
      g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, attachment->size);

      if (cli->plain)
        cli_append_record (text, state->kind, attachment->name, size, attachment->sha256, NULL);
      else
        g_string_append_printf (text, _ ("    %s, %s bytes\n"), attachment->name, size);
    }
}

/* The papers that the case of this report needs, and what is attached of them. */
static int
list_papers (Cli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) data = nb_job_open (cli->job, path, NULL, NULL, &error);
  g_autoptr (GPtrArray) states = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  NbCheckContext context = { .today = cli_get_today (cli), .filing = TRUE };

  if (data == NULL)
    return cli_fail (path, error);
  context.registry = nb_job_get_registry (cli->job, data, NULL);
  states = nb_check_list_papers (data, &context);
  for (guint i = 0; i < states->len; i++)
    append_state (cli, text, g_ptr_array_index (states, i));
  return cli_write_text (NULL, g_string_free (g_steal_pointer (&text), FALSE));
}

/* A kind that the registry does not ask for would be attached to nothing. */
static gboolean
check_kind (Cli *cli, NbReport *report, const char *kind, GError **error)
{
  g_autoptr (NbReportData) data = nb_report_freeze (report);
  g_autoptr (GPtrArray) papers =
      nb_registry_list_papers (nb_job_get_registry (cli->job, data, NULL));
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < papers->len; i++)
    {
      const NbPaper *paper = g_ptr_array_index (papers, i);

      if (g_str_equal (paper->kind, kind))
        return TRUE;
      g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", paper->kind);
    }
  nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                _ ("The registry knows no paper of the kind “%s”. The kinds are: %s."), kind,
                kinds->str);
  return FALSE;
}

int
cmd_attach (Cli *cli, int argc, char **argv)
{
  g_autoptr (NbReport) report = NULL;
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc == 1 && output == NULL)
    return list_papers (cli, argv[0]);
  if (argc < 3)
    return cli_usage_error (cli, _ ("a report, the kind of paper and its file must be given"));

  report = cli_open_for_edit (cli, argv[0], &error);
  if (report == NULL || !check_kind (cli, report, argv[1], &error))
    return cli_fail (argv[0], error);
  for (int i = 2; i < argc; i++)
    if (!attach (report, argv[1], argv[i], &error))
      return cli_fail (argv[i], error);
  return cli_save_edited (cli, report, argv[0], output);
}
