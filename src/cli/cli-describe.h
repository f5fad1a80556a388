/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

/* Everything written about a command stands once, in its option table and CliUsage: --help shows it, and
 * these make the manual pages and the shell's completion of it.
 *
 * A command is described by running it with a Cli whose `describe` is set: cli_parse(), the first thing
 * that every command calls, then hands over what it was given and ends the command. */

/* A line about a command, as main() lists it. */
typedef struct
{
  const char *name;
  int (*run) (Cli *cli, int argc, char **argv);
  const char *line; /* English msgid */
} CliCommand;

/* The manual page of @command, in the language of the interface, as roff. */
void cli_describe_command (const CliCommand *command);
/* The manual page of nianbao-cli as a whole. */
void cli_describe_program (const CliCommand *commands, gsize n_commands);
/* Completion for bash. */
void cli_describe_completion (const CliCommand *commands, gsize n_commands);

G_END_DECLS
