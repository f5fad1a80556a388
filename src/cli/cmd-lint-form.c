/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"

static const CliUsage usage = {
  "DIR",
  N_ ("Checks the definition in DIR: an edition’s folder, a folder of registries, or a folder laid "
      "out like data/."),
  "  nianbao-cli lint-form data/forms/2014\n"
  "  nianbao-cli lint-form data/registries",
};

int
cmd_lint_form (Cli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status = cli_parse (cli, &usage, NULL, &argc, &argv);
  const char *separator;

  if (status != CLI_FINE)
    return status;
  if (argc != 1)
    return cli_usage_error (cli, _ ("one folder must be named"));
  if (nb_job_lint_form (argv[0], &error))
    return CLI_FINE;

  /* The loader's message begins with the file's name: place and sentence go with it. */
  separator = error->domain == NB_ERROR && error->code == NB_ERROR_DEFINITION
                  ? strstr (error->message, ": ")
                  : NULL;
  if (separator != NULL)
    {
      g_autofree char *name = g_strndup (error->message, (gsize) (separator - error->message));
      g_autofree char *file = g_build_filename (argv[0], name, NULL);
      NbPlace place = nb_error_get_place (error);
      g_autoptr (GError) own = NULL;

      nb_error_set (&own, NB_ERROR_DEFINITION, place, "%s", separator + 2);
      return cli_fail (file, own);
    }
  return cli_fail (argv[0], error);
}
