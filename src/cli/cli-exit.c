/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-exit.h"

#include <glib/gi18n-lib.h>

#include "nb-error.h"

const char *
cli_exit_get_meaning (CliExit status)
{
  static const char *const meanings[] = {
    /* Translators: what an exit status of 0 means. */
    [CLI_FINE] = N_ ("Fine."),
    [CLI_FINDINGS] = N_ ("Errors were found, or the reports differ."),
    [CLI_USAGE] = N_ ("The call was wrong, or a signed file would have been edited."),
    [CLI_INPUT] = N_ ("A file cannot be read or written, is refused, or is not valid."),
    [CLI_SIGNATURE] = N_ ("A signature is broken or missing, or does not cover what it should."),
    [CLI_KEY] = N_ ("A key cannot be used: wrong passphrase, damaged or expired."),
    [CLI_UNTRUSTED] =
        N_ ("Intact, but a signer is not trusted, or the claimed time is not in order."),
  };

  return _ (meanings[status]);
}

int
cli_exit_for_error (const GError *error)
{
  static const int statuses[] = {
    [NB_ERROR_ARGUMENT] = CLI_USAGE,   [NB_ERROR_SIGNED] = CLI_USAGE,
    [NB_ERROR_READ] = CLI_INPUT,       [NB_ERROR_WRITE] = CLI_INPUT,
    [NB_ERROR_REFUSED] = CLI_INPUT,    [NB_ERROR_INVALID] = CLI_INPUT,
    [NB_ERROR_DEFINITION] = CLI_INPUT, [NB_ERROR_FINDINGS] = CLI_FINDINGS,
    [NB_ERROR_BROKEN] = CLI_SIGNATURE, [NB_ERROR_KEY] = CLI_KEY,
    [NB_ERROR_GLYPH] = CLI_INPUT,
  };

  return error->domain == NB_ERROR ? statuses[error->code] : CLI_INPUT;
}

static int
get_rank (int status)
{
  static const int order[] = { CLI_FINE,  CLI_FINDINGS, CLI_UNTRUSTED, CLI_KEY,
                               CLI_USAGE, CLI_INPUT,    CLI_SIGNATURE };

  for (int i = 0; i < (int) G_N_ELEMENTS (order); i++)
    if (order[i] == status)
      return i;
  return -1;
}

int
cli_exit_worse (int a, int b)
{
  return get_rank (a) >= get_rank (b) ? a : b;
}
