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

static const NbRuleDef *
get_rule (NbForm *form, const NbRegistry *registry, guint index)
{
  const NbRuleDef *rule = nb_form_get_rule (form, index);
  const NbRuleDef *local = nb_registry_lookup_rule (registry, rule->id);

  return local != NULL ? local : rule;
}

static int
write_json (NbForm *form, const NbRegistry *registry)
{
  NbJson *json = nb_json_new ();

  nb_json_begin_object (json, NULL);
  nb_json_int (json, "version", 1);
  nb_json_begin_array (json, "rules");
  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = get_rule (form, registry, i);

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

static int
write_plain (NbForm *form, const NbRegistry *registry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = get_rule (form, registry, i);

      g_string_append_printf (text, "%-4s %-8s %-7s %s\n", rule->id,
                              nb_severity_get_nick (rule->severity),
                              nb_stage_get_nick (rule->stage), _ (rule->title));
    }
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
  return json_wanted ? write_json (form, registry) : write_plain (form, registry);
}
