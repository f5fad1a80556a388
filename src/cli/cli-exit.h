/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CLI_FINE = 0,
  CLI_FINDINGS = 1,  /* error-grade findings, or reports differ */
  CLI_USAGE = 2,     /* the call is wrong, or would edit a signed file */
  CLI_INPUT = 3,     /* unreadable, refused or invalid; also output that cannot be written */
  CLI_SIGNATURE = 4, /* broken, missing, or not covering what it should */
  CLI_KEY = 5,
  CLI_UNTRUSTED = 6, /* intact, but a signer is not trusted or not in time */
} CliExit;

/* What a status says, for the manual. */
const char *cli_exit_get_meaning (CliExit status);
/* The status that @error stands for. */
int cli_exit_for_error (const GError *error);
/* The more serious of two: 4, 3, 5, 6, 1. */
int cli_exit_worse (int a, int b);

G_END_DECLS
