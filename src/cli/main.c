/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "cli-describe.h"

static const CliCommand commands[] = {
  { "new", cmd_new, N_ ("begin a report, rolled forward from last year’s") },
  { "import", cmd_import, N_ ("make a report of a published table") },
  { "set", cmd_set, N_ ("fill in fields") },
  { "check", cmd_check, N_ ("look for mistakes, explain and mend them") },
  { "answer", cmd_answer, N_ ("say why a warning stands") },
  { "attach", cmd_attach, N_ ("note papers that are filed with the report") },
  { "print", cmd_print, N_ ("make the filing form or the publication copy, as PDF") },
  { "sign", cmd_sign, N_ ("sign a report") },
  { "verify", cmd_verify, N_ ("verify the signatures of reports") },
  { "revise", cmd_revise, N_ ("make an editable copy of a signed report") },
  { "export", cmd_export, N_ ("give reports out as table, text, CSV or JSON") },
  { "diff", cmd_diff, N_ ("compare two reports field by field") },
  { "identity", cmd_identity, N_ ("make and show keys with their certificates") },
  { "certificate", cmd_certificate, N_ ("keep the registered facts of an institution") },
  { "rules", cmd_rules, N_ ("list the rules that reports are checked by") },
  { "lint-form", cmd_lint_form, N_ ("check the definition of a form or registry") },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: nianbao-cli COMMAND [OPTION…] FILE…"));
  g_print ("%s\n", _ ("Examples:"));
  g_print ("  nianbao-cli import 2022.txt -o report.xml\n"
           "  nianbao-cli check report.xml\n"
           "  nianbao-cli print report.xml -o form.pdf\n\n");
  /* Translators: heads the list of commands. */
  g_print ("%s\n", _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-12s %s\n", commands[i].name, _ (commands[i].line));
  g_print ("\n%s\n",
           _ ("“nianbao-cli COMMAND --help” shows the options of a command, with examples."));
}

/* How many letters have to be put in, left out or changed to make @a of @b. */
static guint
get_distance (const char *a, const char *b)
{
  guint row[32] = { 0 };
  gsize n = MIN (strlen (b), G_N_ELEMENTS (row) - 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i + 1;
      for (gsize j = 1; j <= n; j++)
        {
          guint changed = diagonal + (a[i] != b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }
  return row[n];
}

static int
report_unknown (const char *name)
{
  const char *nearest = NULL;
  guint least = 3;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (get_distance (name, commands[i].name) < least)
      {
        least = get_distance (name, commands[i].name);
        nearest = commands[i].name;
      }
  g_printerr (_ ("nianbao-cli: there is no command “%s”.\n"), name);
  if (nearest != NULL)
    g_printerr (_ ("Did you mean “%s”?\n"), nearest);
  else
    g_printerr (_ ("“nianbao-cli --help” lists the commands.\n"));
  return CLI_USAGE;
}

static const CliCommand *
lookup (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (name, commands[i].name) == 0)
      return &commands[i];
  return NULL;
}

/* For the build: manual pages and completion, not named in the help. */
static int
describe (const char *what, const char *name)
{
  const CliCommand *command = name != NULL ? lookup (name) : NULL;

  if (name != NULL && command == NULL)
    return report_unknown (name);
  if (strcmp (what, "--completion") == 0)
    cli_describe_completion (commands, G_N_ELEMENTS (commands));
  else if (command != NULL)
    cli_describe_command (command);
  else
    cli_describe_program (commands, G_N_ELEMENTS (commands));
  return CLI_FINE;
}

static int
run (int argc, char **argv)
{
  Cli cli = { .now = g_get_real_time () / G_USEC_PER_SEC };
  const CliCommand *command;
  int status;

  if (argc < 2)
    {
      print_help ();
      return CLI_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return CLI_FINE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("nianbao-cli %s\n", VERSION);
      return CLI_FINE;
    }
  if (strcmp (argv[1], "--manual") == 0 || strcmp (argv[1], "--completion") == 0)
    return describe (argv[1], argv[2]);
  command = lookup (argv[1]);
  if (command == NULL)
    return report_unknown (argv[1]);
  cli.command = command->name;
  status = command->run (&cli, argc - 1, argv + 1);
  g_clear_pointer (&cli.job, nb_job_free);
  g_free (cli.data_dir);
  return status;
}

/* Where no locale is set at all (cron, a container), ASCII is nobody's wish: names on the command line and
 * messages are UTF-8 all the same. */
static void
set_locale (void)
{
  const char *charset;

  setlocale (LC_ALL, "");
  g_get_charset (&charset);
  if (g_str_equal (charset, "ANSI_X3.4-1968"))
    setlocale (LC_CTYPE, "C.UTF-8");
}

int
main (int argc, char *argv[])
{
  const char *localedir = g_getenv ("NIANBAO_LOCALEDIR"); /* the build directory's translations */

  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return run (argc, argv);
}
