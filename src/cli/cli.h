/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-exit.h"
#include "nb-json.h"
#include "nb-job.h"

G_BEGIN_DECLS

/* What --help says of a command besides its options. */
typedef struct
{
  const char *
      arguments; /* as in "FILE… [-o FILE]"; " | " between the calls of a command that has several */
  const char *summary;  /* English msgid */
  const char *examples; /* commands, a line each */
} CliUsage;

/* What a command is given. */
typedef struct _Cli Cli;
struct _Cli
{
  const char *command; /* its name */
  NbJob *job;          /* made by cli_parse() */
  gint64 now;          /* seconds since 1970: core reads no clock */
  char *data_dir;      /* --data-dir, or NULL */
  const char
      *font;      /* --font of the commands that have it: what the painters draw text in, or NULL */
  gboolean plain; /* --plain: a record a line, its parts divided by tabs */
  gboolean colour; /* standard output is a terminal that may be coloured */
  /* Where the command is not to run but to be described (cli-describe.h); its result is the status. */
  int (*describe) (Cli *cli,
                   const CliUsage *usage,
                   const GOptionEntry *entries,
                   const GOptionEntry *common);
  void *describe_data;
};

/* The day of cli->now, here. */
NbDate cli_get_today (const Cli *cli);

/* Takes the options of a command out of @argc and @argv (what is left are its arguments, without the
 * command's name) and makes the job. The description of an option's argument is translated, except where
 * it is a closed list of words, "a|b|c", which the shell completes. CLI_FINE to go on; any other status ends the command, the reason
 * has been said. */
int
cli_parse (Cli *cli, const CliUsage *usage, const GOptionEntry *entries, int *argc, char ***argv);
/* Says what is wrong with the call, and where help is. CLI_USAGE. */
int cli_usage_error (const Cli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* "FILE:LINE:COLUMN: sentence" to stderr; the exit status that @error stands for. */
int cli_fail (const char *file, const GError *error);
/* Writes @text (taken over) to @path, NULL or "-" being standard output; the exit status. */
int cli_write_text (const char *path, char *text);
/* How a line about a file shows how bad it is: @word, coloured where that is wanted. Free with g_free(). */
typedef enum
{
  CLI_GOOD,
  CLI_BAD,
  CLI_DOUBTFUL,
  CLI_NOTE,
} CliMood;
char *cli_paint (const Cli *cli, CliMood mood, const char *word);
/* A record for --plain: the strings up to NULL, divided by tabs; tabs and line ends in them become spaces. */
void cli_append_record (GString *text, const char *first, ...) G_GNUC_NULL_TERMINATED;

/* The member "error" of a file's object, and the file's name. */
void cli_json_file (NbJson *json, const char *file);
void cli_json_error (NbJson *json, const GError *error);

/* What verify found, for people: the file, then a paragraph for each signature. */
void cli_append_verdict (const Cli *cli, const char *file, const NbVerdict *verdict, GString *text);

/* TEXT itself, or with @FILE what is in the file, without one line end at its end. */
char *cli_read_text (const char *text, GError **error);

/* A report that is about to be edited: not a signed one (NB_ERROR_SIGNED). */
NbReport *cli_open_for_edit (Cli *cli, const char *path, GError **error);
/* Saves it to @output, or to @path where that is NULL. The exit status. */
int cli_save_edited (Cli *cli, NbReport *report, const char *path, const char *output);

/* Works on many files in parallel. @work runs in a worker thread; its result is handed to @answer in the
 * main thread, in the order of @paths. */
typedef void *(*CliWork) (Cli *cli, const char *path, void *data);
typedef void (*CliAnswer) (Cli *cli, const char *path, void *result, void *data);
void cli_batch (Cli *cli, char **paths, CliWork work, CliAnswer answer, void *data);

/* Takes @font, the family of --font or NULL, for the painters. CLI_FINE; else it is not installed, which has been
 * said. */
int cli_choose_font (Cli *cli, const char *font);
/* The painter of the calling thread: fonts are found once for each worker, and no two share them. */
NbPainter *cli_get_painter (const Cli *cli);

/* The commands, one file each. */
int cmd_answer (Cli *cli, int argc, char **argv);
int cmd_attach (Cli *cli, int argc, char **argv);
int cmd_certificate (Cli *cli, int argc, char **argv);
int cmd_check (Cli *cli, int argc, char **argv);
int cmd_diff (Cli *cli, int argc, char **argv);
int cmd_export (Cli *cli, int argc, char **argv);
int cmd_identity (Cli *cli, int argc, char **argv);
int cmd_import (Cli *cli, int argc, char **argv);
int cmd_lint_form (Cli *cli, int argc, char **argv);
int cmd_new (Cli *cli, int argc, char **argv);
int cmd_print (Cli *cli, int argc, char **argv);
int cmd_revise (Cli *cli, int argc, char **argv);
int cmd_rules (Cli *cli, int argc, char **argv);
int cmd_set (Cli *cli, int argc, char **argv);
int cmd_sign (Cli *cli, int argc, char **argv);
int cmd_verify (Cli *cli, int argc, char **argv);
/* Its option --codes, @json as --json. */
int cmd_verify_codes (Cli *cli, char **paths, char **codes, gboolean json);

G_END_DECLS
