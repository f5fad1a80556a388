/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"

static const CliUsage usage = {
  "create --name NAME --passphrase-file FILE -o ID.p12 | show ID.p12 --passphrase-file FILE",
  N_ ("Makes a key with a self-made certificate, or shows one. A signature with a self-made "
      "certificate is no legal seal."),
  "  nianbao-cli identity create --name 王小明 --passphrase-file secret.txt -o wang.p12\n"
  "  nianbao-cli identity show wang.p12 --passphrase-file secret.txt --certificate > wang.pem",
};

static char *name, *passphrase_file, *output, *algorithm;
static gboolean certificate_wanted;

static const GOptionEntry entries[] = {
  { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Whose key it is"),
    /* Translators: the argument of an option: the name of a person. */
    N_ ("NAME") },
  { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file,
    N_ ("Read the passphrase from FILE"), N_ ("FILE") },
  { "algorithm", 0, 0, G_OPTION_ARG_STRING, &algorithm,
    N_ ("rsa (3072 bits, the default), ecdsa (P-256) or sm2"), "rsa|ecdsa|sm2" },
  { "certificate", 0, 0, G_OPTION_ARG_NONE, &certificate_wanted,
    N_ ("Write the certificate, to be handed out"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Write the key to FILE; a file that exists is never replaced"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

static int
create (Cli *cli, const char *passphrase)
{
  NbKeyAlgorithm kind = NB_KEY_RSA;
  g_autoptr (NbIdentity) identity = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL || *name == '\0' || output == NULL)
    return cli_usage_error (cli,
                            _ ("a name with --name, and the file to write with -o, must be given"));
  if (algorithm != NULL && !nb_key_algorithm_parse (algorithm, &kind))
    return cli_usage_error (cli, _ ("the algorithm is rsa, ecdsa or sm2"));

  identity = nb_identity_create (name, kind, cli->now, &error);
  if (identity != NULL)
    bytes = nb_identity_write (identity, passphrase, &error);
  if (bytes == NULL
      || !nb_job_write_file (output, bytes, NB_WRITE_EXCLUSIVE | NB_WRITE_PRIVATE, &error))
    return cli_fail (NULL, error);
  return CLI_FINE;
}

static char *
format_day (gint64 time)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (time);

  return g_date_time_format (day, "%Y-%m-%d");
}

static int
show (const char *path, const char *passphrase)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NbIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  GString *text;

  bytes = nb_job_read_file (path, &error);
  if (bytes != NULL)
    identity = nb_identity_load (bytes, passphrase, &error);
  if (identity == NULL)
    return cli_fail (path, error);
  if (certificate_wanted)
    return cli_write_text (NULL, nb_identity_dup_certificate (identity));

  first = format_day (nb_identity_get_not_before (identity));
  last = format_day (nb_identity_get_not_after (identity));
  text = g_string_new (NULL);
  /* Translators: of whom a certificate is. */
  g_string_append_printf (text, "%s: %s\n", _ ("Name"), nb_identity_get_name (identity));
  g_string_append_printf (text, "%s: %s\n", _ ("Issued by"), nb_identity_get_issuer (identity));
  /* Translators: kind and length of a certificate’s key. */
  g_string_append_printf (text, "%s: %s\n", _ ("Key"), nb_identity_get_algorithm (identity));
  /* Translators: from when until when a certificate is valid. */
  g_string_append_printf (text, "%s: %s – %s\n", _ ("Valid"), first, last);
  g_string_append_printf (text, "%s: %s\n", _ ("Fingerprint (SHA-256)"),
                          nb_identity_get_fingerprint (identity));
  return cli_write_text (NULL, g_string_free (text, FALSE));
}

int
cmd_identity (Cli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  char *passphrase;
  gboolean creating, showing;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  creating = argc == 1 && strcmp (argv[0], "create") == 0;
  showing = argc == 2 && strcmp (argv[0], "show") == 0;
  if (!creating && !showing)
    return cli_usage_error (cli, _ ("“create”, or “show” and a key file, must be given"));
  if (passphrase_file == NULL)
    return cli_usage_error (
        cli, _ ("the file with the passphrase must be named with --passphrase-file"));

  passphrase = nb_job_read_secret (passphrase_file, &error);
  if (passphrase == NULL)
    return cli_fail (NULL, error);
  status = creating ? create (cli, passphrase) : show (argv[1], passphrase);
  nb_job_free_secret (passphrase);
  return status;
}
