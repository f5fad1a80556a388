/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"

static const CliUsage usage = {
  "FILE --key ID.p12 --passphrase-file FILE [--role ROLE] -o FILE",
  N_ ("Signs a report. It must be free of errors."),
  "  nianbao-cli sign report.xml --key wang.p12 --passphrase-file secret.txt -o signed.xml\n"
  "  nianbao-cli sign signed.xml --key li.p12 --passphrase-file secret.txt --role sponsor \\\n"
  "      --opinion @opinion.txt --person 李四 --date 2023-03-01 -o reviewed.xml",
};

static char *key_path, *passphrase_file, *role_name, *output, *opinion, *person, *date_text,
    *remark, *result;

static const GOptionEntry entries[] = {
  { "key", 0, 0, G_OPTION_ARG_FILENAME, &key_path, N_ ("Sign with the key in ID.p12"),
    /* Translators: the argument of an option: a certificate file. */
    N_ ("ID.p12") },
  { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file,
    N_ ("Read the passphrase from FILE"), N_ ("FILE") },
  { "role", 0, 0, G_OPTION_ARG_STRING, &role_name,
    N_ ("As whom; legal-representative is the default"),
    "legal-representative|institution|sponsor|registry" },
  { "opinion", 0, 0, G_OPTION_ARG_STRING, &opinion, N_ ("sponsor: the sentence, or @FILE"),
    /* Translators: the argument of an option. */
    N_ ("TEXT") },
  { "person", 0, 0, G_OPTION_ARG_STRING, &person, N_ ("sponsor: who is responsible"), N_ ("NAME") },
  { "remark", 0, 0, G_OPTION_ARG_STRING, &remark, N_ ("registry: the remark, or @FILE"),
    N_ ("TEXT") },
  { "result", 0, 0, G_OPTION_ARG_STRING, &result, N_ ("registry: what became of the report"),
    "accepted|returned" },
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_text,
    N_ ("sponsor, registry: the day, as in 2023-03-01"),
    /* Translators: the argument of an option. */
    N_ ("DATE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write the signed report to FILE"),
    N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* What stands in the way, a line each. */
static void
list_errors (Cli *cli, GBytes *bytes)
{
  g_autoptr (NbReportData) data = nb_job_load (cli->job, bytes, NULL, NULL);
  NbCheckContext context;
  g_autoptr (NbFindingList) findings = NULL;

  if (data == NULL)
    return;
  context = (NbCheckContext){ .registry = nb_job_get_registry (cli->job, data, NULL) };
  findings = nb_check (data, &context);
  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      if (nb_finding_get_severity (finding) == NB_SEVERITY_ERROR)
        g_printerr ("  %s: %s\n", nb_finding_get_rule (finding), nb_finding_get_message (finding));
    }
}

/* The element that the role adds, NULL for the roles that add none or with @status set. */
static char *
make_payload (Cli *cli, NbRole role, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  NbDate date;
  char *payload = NULL;

  *status = CLI_FINE;
  if (role != NB_ROLE_SPONSOR && role != NB_ROLE_REGISTRY)
    return NULL;
  if (date_text == NULL || !nb_date_parse_iso (date_text, &date))
    *status = cli_usage_error (cli, _ ("this role needs --date, as in 2023-03-01"));
  else if (role == NB_ROLE_SPONSOR && (opinion == NULL || person == NULL))
    *status = cli_usage_error (cli, _ ("the sponsor’s signature needs --opinion and --person"));
  else if (role == NB_ROLE_REGISTRY
           && (remark == NULL || result == NULL
               || (strcmp (result, "accepted") != 0 && strcmp (result, "returned") != 0)))
    *status = cli_usage_error (
        cli, _ ("the registry’s signature needs --remark, and --result accepted or returned"));
  if (*status != CLI_FINE)
    return NULL;

  text = cli_read_text (role == NB_ROLE_SPONSOR ? opinion : remark, &error);
  if (text != NULL && role == NB_ROLE_SPONSOR)
    payload = nb_job_format_opinion (text, person, date, &error);
  else if (text != NULL)
    payload = nb_job_format_registration (text, strcmp (result, "accepted") == 0, date, &error);
  if (payload == NULL)
    *status = cli_fail (NULL, error);
  return payload;
}

static NbIdentity *
load_identity (GError **error)
{
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GError) cause = NULL;
  NbIdentity *identity;
  char *passphrase = nb_job_read_secret (passphrase_file, error);

  if (passphrase == NULL)
    return NULL;
  key = nb_job_read_file (key_path, &cause);
  if (key == NULL)
    nb_error_set (error, NB_ERROR_KEY, (NbPlace){ 0, 0 }, "%s", cause->message);
  identity = key != NULL ? nb_identity_load (key, passphrase, error) : NULL;
  nb_job_free_secret (passphrase);
  return identity;
}

static int
sign (Cli *cli, const char *path, NbRole role, const char *payload)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbIdentity) identity = load_identity (&error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) signed_bytes = NULL;
  int status;

  if (identity == NULL)
    return cli_fail (key_path, error);
  bytes = nb_job_read_file (path, &error);
  if (bytes != NULL)
    signed_bytes = nb_job_sign (cli->job, bytes, identity, role, payload, cli->now, &error);
  if (signed_bytes == NULL)
    {
      status = cli_fail (path, error);
      if (status == CLI_FINDINGS)
        list_errors (cli, bytes);
      return status;
    }
  if (!nb_job_write_file (output, signed_bytes, NB_WRITE_REPLACE, &error))
    return cli_fail (NULL, error);
  return CLI_FINE;
}

int
cmd_sign (Cli *cli, int argc, char **argv)
{
  g_autofree char *payload = NULL;
  NbRole role = NB_ROLE_LEGAL_REPRESENTATIVE;
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc != 1 || key_path == NULL || passphrase_file == NULL || output == NULL)
    return cli_usage_error (cli, _ ("one report, --key, --passphrase-file and -o must be given"));
  if (role_name != NULL && !nb_role_parse (role_name, &role))
    return cli_usage_error (
        cli, _ ("the role is one of legal-representative, institution, sponsor, registry"));
  payload = make_payload (cli, role, &status);
  return status == CLI_FINE ? sign (cli, argv[0], role, payload) : status;
}
