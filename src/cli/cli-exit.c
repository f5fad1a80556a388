/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-exit.h"

#include "nb-error.h"

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
