/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a command said of itself when it was run to be described. */
typedef struct
{
  const CliUsage *usage;
  GArray *entries; /* of GOptionEntry, common ones last */
} Description;

static int
note_description (Cli *cli,
                  const CliUsage *usage,
                  const GOptionEntry *entries,
                  const GOptionEntry *common)
{
  Description *description = cli->describe_data;

  description->usage = usage;
  for (const GOptionEntry *entry = entries; entry != NULL && entry->long_name != NULL; entry++)
    g_array_append_vals (description->entries, entry, 1);
  for (const GOptionEntry *entry = common; entry->long_name != NULL; entry++)
    g_array_append_vals (description->entries, entry, 1);
  return CLI_USAGE;
}

static void
ask (const CliCommand *command, Description *description)
{
  Cli cli = {
    .command = command->name,
    .describe = note_description,
    .describe_data = description,
  };
  char *argv[] = { (char *) command->name, NULL };

  description->entries = g_array_new (FALSE, FALSE, sizeof (GOptionEntry));
  command->run (&cli, 1, argv);
}

static const GOptionEntry *
get_entry (const Description *description, guint index)
{
  return &g_array_index (description->entries, GOptionEntry, index);
}

/* Text as roff: no letter of it is a command, and a hyphen stays the hyphen that is typed. */
static void
append_roff (GString *page, const char *text)
{
  gboolean at_start = TRUE;

  for (; *text != '\0'; text++)
    {
      if (at_start && (*text == '.' || *text == '\''))
        g_string_append (page, "\\&");
      if (*text == '\\')
        g_string_append (page, "\\e");
      else if (*text == '-')
        g_string_append (page, "\\-");
      else
        g_string_append_c (page, *text);
      at_start = *text == '\n';
    }
}

static void
append_section (GString *page, const char *title)
{
  g_string_append_printf (page, ".SH \"%s\"\n", title);
}

static void
append_head (GString *page, const char *name, const char *line)
{
  g_autofree char *title = g_ascii_strup (name, -1);

  g_string_append_printf (page, ".TH \"%s\" 1 \"\" \"Nianbao %s\" \"Nianbao\"\n", title, VERSION);
  append_section (page, C_ ("manual", "NAME"));
  append_roff (page, name);
  g_string_append (page, " \\- ");
  append_roff (page, line);
  g_string_append_c (page, '\n');
}

static void
append_entry (GString *page, const GOptionEntry *entry)
{
  g_string_append (page, ".TP\n\\fB");
  if (entry->short_name != 0)
    g_string_append_printf (page, "\\-%c\\fR, \\fB", entry->short_name);
  g_string_append (page, "\\-\\-");
  append_roff (page, entry->long_name);
  g_string_append (page, "\\fR");
  if (entry->arg_description != NULL)
    {
      g_string_append (page, "=\\fI");
      append_roff (page, _ (entry->arg_description));
      g_string_append (page, "\\fR");
    }
  g_string_append_c (page, '\n');
  append_roff (page, _ (entry->description));
  g_string_append_c (page, '\n');
}

static void
append_statuses (GString *page)
{
  append_section (page, C_ ("manual", "EXIT STATUS"));
  for (int status = CLI_FINE; status <= CLI_UNTRUSTED; status++)
    {
      g_string_append_printf (page, ".TP\n\\fB%d\\fR\n", status);
      append_roff (page, cli_exit_get_meaning (status));
      g_string_append_c (page, '\n');
    }
}

static void
append_verbatim (GString *page, const char *lines)
{
  g_string_append (page, ".nf\n");
  append_roff (page, lines);
  g_string_append (page, "\n.fi\n");
}

static void
print_page (GString *page)
{
  g_print ("%s", page->str);
  g_string_free (page, TRUE);
}

void
cli_describe_command (const CliCommand *command)
{
  GString *page = g_string_new (NULL);
  Description description;
  g_autofree char *name = g_strdup_printf ("nianbao-cli-%s", command->name);

  ask (command, &description);
  append_head (page, name, _ (command->line));

  append_section (page, C_ ("manual", "SYNOPSIS"));
  g_string_append (page, "\\fBnianbao\\-cli ");
  append_roff (page, command->name);
  g_string_append (page, "\\fR ");
  append_roff (page, description.usage->arguments);
  g_string_append_c (page, '\n');

  append_section (page, C_ ("manual", "DESCRIPTION"));
  append_roff (page, _ (description.usage->summary));
  g_string_append_c (page, '\n');

  append_section (page, C_ ("manual", "OPTIONS"));
  for (guint i = 0; i < description.entries->len; i++)
    append_entry (page, get_entry (&description, i));

  append_statuses (page);
  append_section (page, C_ ("manual", "EXAMPLES"));
  append_verbatim (page, description.usage->examples);
  append_section (page, C_ ("manual", "SEE ALSO"));
  g_string_append (page, "\\fBnianbao\\-cli\\fR(1), \\fBnianbao\\fR(1)\n");

  g_array_unref (description.entries);
  print_page (page);
}

void
cli_describe_program (const CliCommand *commands, gsize n_commands)
{
  GString *page = g_string_new (NULL);

  append_head (page, "nianbao-cli", _ ("annual reports of public institutions, by command"));
  append_section (page, C_ ("manual", "SYNOPSIS"));
  g_string_append (page, "\\fBnianbao\\-cli\\fR \\fI");
  /* Translators: a word in a usage line. */
  append_roff (page, _ ("COMMAND"));
  g_string_append (page, "\\fR [\\fI");
  /* Translators: a word in a usage line. */
  append_roff (page, _ ("OPTION"));
  g_string_append (page, "\\fR…] \\fI");
  /* Translators: the argument of an option of the command line. */
  append_roff (page, _ ("FILE"));
  g_string_append (page, "\\fR…\n");

  append_section (page, C_ ("manual", "DESCRIPTION"));
  append_roff (page,
               _ ("Imports, checks, signs, verifies and prints the annual report that a Chinese "
                  "public institution files every year. “nianbao” is the same as an editor."));
  g_string_append (page, "\n.PP\n");
  append_roff (page,
               _ ("Several files are one batch: they are worked in parallel and answered in order, "
                  "and one bad file never stops the rest. “-” is standard input or output. Data "
                  "go to standard output, messages to standard error."));
  g_string_append_c (page, '\n');

  append_section (page, C_ ("manual", "COMMANDS"));
  for (gsize i = 0; i < n_commands; i++)
    {
      g_string_append (page, ".TP\n\\fBnianbao\\-cli\\-");
      append_roff (page, commands[i].name);
      g_string_append (page, "\\fR(1)\n");
      append_roff (page, _ (commands[i].line));
      g_string_append_c (page, '\n');
    }

  append_statuses (page);
  append_section (page, C_ ("manual", "ENVIRONMENT"));
  g_string_append (page, ".TP\n\\fBNO_COLOR\\fR\n");
  append_roff (page, _ ("Where it is set and not empty, nothing is coloured."));
  g_string_append_c (page, '\n');
  append_section (page, C_ ("manual", "SEE ALSO"));
  g_string_append (page, "\\fBnianbao\\fR(1)\n");
  print_page (page);
}

/* "a|b|c" among the descriptions of arguments is a closed list; anything else is free. */
static gboolean
append_choices (GString *script, const char *arg_description)
{
  g_auto (GStrv) choices = NULL;
  g_autofree char *joined = NULL;

  if (arg_description == NULL || strchr (arg_description, '|') == NULL)
    return FALSE;
  choices = g_strsplit (arg_description, "|", -1);
  joined = g_strjoinv (" ", choices);
  g_string_append_printf (script, "COMPREPLY=($(compgen -W '%s' -- \"$word\"))", joined);
  return TRUE;
}

static void
append_value_cases (GString *script, const Description *description)
{
  for (guint i = 0; i < description->entries->len; i++)
    {
      const GOptionEntry *entry = get_entry (description, i);

      if (entry->arg == G_OPTION_ARG_NONE)
        continue;
      g_string_append_printf (script, "        --%s", entry->long_name);
      if (entry->short_name != 0)
        g_string_append_printf (script, "|-%c", entry->short_name);
      g_string_append (script, ") ");
      if (entry->arg == G_OPTION_ARG_FILENAME || entry->arg == G_OPTION_ARG_FILENAME_ARRAY)
        g_string_append_printf (script, "COMPREPLY=($(compgen -%c -- \"$word\"))",
                                g_strcmp0 (entry->arg_description, "DIR") == 0 ? 'd' : 'f');
      else if (!append_choices (script, entry->arg_description))
        g_string_append (script, "COMPREPLY=()");
      g_string_append (script, "; return ;;\n");
    }
}

/* The words that may follow the command's name, where it has commands of its own: each alternative of
 * the arguments that begins with a small letter. */
static void
append_own_commands (GString *script, const CliUsage *usage)
{
  g_auto (GStrv) alternatives = g_strsplit (usage->arguments, " | ", -1);

  for (char **alternative = alternatives; *alternative != NULL; alternative++)
    if (g_ascii_islower (**alternative))
      g_string_append_printf (script, "%.*s ", (int) strcspn (*alternative, " "), *alternative);
}

static void
append_command_case (GString *script, const CliCommand *command)
{
  Description description;

  ask (command, &description);
  g_string_append_printf (script, "    %s)\n      case $before in\n", command->name);
  append_value_cases (script, &description);
  g_string_append (script, "      esac\n      own='");
  append_own_commands (script, description.usage);
  g_string_append (script, "'\n      options='");
  for (guint i = 0; i < description.entries->len; i++)
    g_string_append_printf (script, "--%s ", get_entry (&description, i)->long_name);
  g_string_append (script, "--help' ;;\n");
  g_array_unref (description.entries);
}

void
cli_describe_completion (const CliCommand *commands, gsize n_commands)
{
  GString *script =
      g_string_new ("# bash completion for nianbao-cli; made from its option tables\n"
                    "_nianbao_cli ()\n"
                    "{\n"
                    "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
                    "  local own= options=\n"
                    "  COMPREPLY=()\n"
                    "  if ((COMP_CWORD == 1)); then\n"
                    "    COMPREPLY=($(compgen -W '");

  for (gsize i = 0; i < n_commands; i++)
    g_string_append_printf (script, "%s ", commands[i].name);
  g_string_append (script, "--help --version' -- \"$word\"))\n"
                           "    return\n"
                           "  fi\n"
                           "  case ${COMP_WORDS[1]} in\n");
  for (gsize i = 0; i < n_commands; i++)
    append_command_case (script, &commands[i]);
  g_string_append (script, "    *) return ;;\n"
                           "  esac\n"
                           "  if [[ $word == -* ]]; then\n"
                           "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
                           "  elif [[ -n $own && COMP_CWORD -eq 2 ]]; then\n"
                           "    COMPREPLY=($(compgen -W \"$own\" -- \"$word\"))\n"
                           "  else\n"
                           "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
                           "  fi\n"
                           "}\n"
                           "complete -o filenames -F _nianbao_cli nianbao-cli\n");
  print_page (script);
}
