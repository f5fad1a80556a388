/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli.h"

static const CliUsage usage = {
  "[--json] [--registry ID]",
  N_ ("Lists the rules that reports are checked by, as the registry has them."),
  "  nianbao-cli rules\n"
  "  nianbao-cli rules --registry 370000 --json",
};

static gboolean json_wanted;
static char *registry_id;

static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &json_wanted, N_ ("Write JSON"), NULL },
  { "registry", 0, 0, G_OPTION_ARG_STRING, &registry_id, N_ ("As registry ID has them"),
    N_ ("ID") },
  G_OPTION_ENTRY_NULL,
};

static int
write_json (NbForm *form, const NbRegistry *registry)
{
  NbJson *json = nb_json_new ();

  nb_json_begin_object (json, NULL);
  nb_json_int (json, "version", 1);
  nb_json_begin_array (json, "rules");
  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = nb_check_get_rule (form, registry, i);

      nb_json_begin_object (json, NULL);
      nb_json_string (json, "rule", rule->id);
      nb_json_string (json, "severity", nb_severity_get_nick (rule->severity));
      nb_json_string (json, "stage", nb_stage_get_nick (rule->stage));
      nb_json_string (json, "source", rule->authority);
      nb_json_string (json, "message", _ (rule->title));
      nb_json_boolean (json, "fix", nb_check_rule_has_fix (rule));
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
  nb_json_end_object (json);
  return cli_write_text (NULL, nb_json_finish (json));
}

/* --plain: rule, severity, stage, fix, title, authority. */
static int
write_records (NbForm *form, const NbRegistry *registry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = nb_check_get_rule (form, registry, i);

      cli_append_record (text, rule->id, nb_severity_get_nick (rule->severity),
                         nb_stage_get_nick (rule->stage), nb_check_rule_has_fix (rule) ? "fix" : "",
                         _ (rule->title), rule->authority, NULL);
    }
  return cli_write_text (NULL, g_string_free (text, FALSE));
}

/* How many columns of a terminal @text takes: a Chinese character takes two. */
static guint
get_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
append_cell (GString *line, const char *words, guint width)
{
  g_string_append (line, words);
  for (guint i = get_width (words); i < width + 2; i++)
    g_string_append_c (line, ' ');
}

/* The columns of the table: id, severity, stage, whether there is a fix, title. */
enum
{
  COLUMN_ID,
  COLUMN_SEVERITY,
  COLUMN_STAGE,
  COLUMN_FIX,
  N_COLUMNS, /* the title comes last and needs no width */
};

static void
list_cells (const NbRuleDef *rule, const char *cells[N_COLUMNS])
{
  /* Translators: heads a column: the ids of rules. */
  cells[COLUMN_ID] = rule != NULL ? rule->id : _ ("Rule");
  /* Translators: heads a column: how grave what a rule finds is. */
  cells[COLUMN_SEVERITY] = rule != NULL ? nb_severity_get_word (rule->severity) : _ ("Severity");
  /* Translators: heads a column: of the report itself, or before filing. */
  cells[COLUMN_STAGE] = rule != NULL ? nb_stage_get_word (rule->stage) : _ ("Stage");
  cells[COLUMN_FIX] = rule == NULL ? _ ("Fix") : nb_check_rule_has_fix (rule) ? _ ("yes") : "–";
}

static void
widen (const NbRuleDef *rule, guint widths[N_COLUMNS])
{
  const char *cells[N_COLUMNS];

  list_cells (rule, cells);
  for (guint i = 0; i < N_COLUMNS; i++)
    widths[i] = MAX (widths[i], get_width (cells[i]));
}

static void
append_row (GString *text, const NbRuleDef *rule, const guint widths[N_COLUMNS])
{
  const char *cells[N_COLUMNS];

  list_cells (rule, cells);
  for (guint i = 0; i < N_COLUMNS; i++)
    append_cell (text, cells[i], widths[i]);
  g_string_append_printf (text, "%s\n", rule != NULL ? _ (rule->title) : _ ("What is checked"));
}

static int
write_table (NbForm *form, const NbRegistry *registry)
{
  GString *text = g_string_new (NULL);
  guint widths[N_COLUMNS] = { 0 };

  g_string_append_printf (text, _ ("Rules of: %s (%s)\n\n"), nb_registry_get_name (registry),
                          nb_registry_get_authority (registry));
  widen (NULL, widths);
  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    widen (nb_check_get_rule (form, registry, i), widths);
  append_row (text, NULL, widths);
  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    append_row (text, nb_check_get_rule (form, registry, i), widths);
  g_string_append (text, _ ("\n“nianbao-cli check --explain RULE” says more of each.\n"));
  return cli_write_text (NULL, g_string_free (text, FALSE));
}

int
cmd_rules (Cli *cli, int argc, char **argv)
{
  const NbRegistry *registry;
  NbForm *form;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc > 0)
    return cli_usage_error (cli, _ ("no file is wanted"));

  registry = nb_catalog_lookup_registry (nb_job_get_catalog (cli->job),
                                         registry_id != NULL ? registry_id : "national");
  if (registry == NULL)
    return cli_usage_error (cli, _ ("there is no registry “%s” here"), registry_id);
  form = nb_catalog_get_default_form (nb_job_get_catalog (cli->job));
  if (json_wanted)
    return write_json (form, registry);
  return cli->plain ? write_records (form, registry) : write_table (form, registry);
}
