/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

static GOptionContext *
make_context (const CliUsage *usage, const GOptionEntry *entries, const GOptionEntry *common)
{
  /* Translators: heads examples of how a command is used. */
  g_autofree char *examples = g_strdup_printf ("%s\n%s", _ ("Examples:"), usage->examples);
  GOptionContext *context = g_option_context_new (usage->arguments);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (usage->summary));
  g_option_context_set_description (context, examples);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

/* https://no-color.org: set and not empty. */
static gboolean
is_colour_wanted (const Cli *cli)
{
  const char *no_colour = g_getenv ("NO_COLOR");

  return !cli->plain && (no_colour == NULL || *no_colour == '\0')
         && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0 && isatty (STDOUT_FILENO);
}

int
cli_parse (Cli *cli, const CliUsage *usage, const GOptionEntry *entries, int *argc, char ***argv)
{
  const GOptionEntry common[] = {
    { "plain", 0, 0, G_OPTION_ARG_NONE, &cli->plain,
      N_ ("A record a line, its parts divided by tabs; no colour, no progress"), NULL },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &cli->data_dir,
      N_ ("Add the forms and registries in DIR"),
      /* Translators: the argument of an option of the command line. */
      N_ ("DIR") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *program = g_strdup_printf ("nianbao-cli %s", cli->command);
  g_autoptr (GError) error = NULL;

  if (cli->describe != NULL)
    return cli->describe (cli, usage, entries, common);

  context = make_context (usage, entries, common);
  g_set_prgname (program);
  if (!g_option_context_parse (context, argc, argv, &error))
    return cli_usage_error (cli, "%s", error->message);
  /* The command's own name is no argument; neither is the -- that may end the options. */
  --*argc;
  ++*argv;
  if (*argc > 0 && strcmp (**argv, "--") == 0)
    {
      --*argc;
      ++*argv;
    }
  cli->colour = is_colour_wanted (cli);
  cli->job = nb_job_new (cli->data_dir, &error);
  return cli->job != NULL ? CLI_FINE : cli_fail (cli->data_dir, error);
}

int
cli_usage_error (const Cli *cli, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("nianbao-cli %s: %s\n", cli->command, message);
  g_printerr (_ ("“nianbao-cli %s --help” shows how it is called.\n"), cli->command);
  return CLI_USAGE;
}

NbDate
cli_get_today (const Cli *cli)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (cli->now);

  return (NbDate){ g_date_time_get_year (now), g_date_time_get_month (now),
                   g_date_time_get_day_of_month (now) };
}
