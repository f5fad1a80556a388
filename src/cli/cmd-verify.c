/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli-paper.h"

static const CliUsage usage = {
  "FILE… [--trust FILE|DIR]… [--crl FILE|DIR]… [--codes CODE…]… [--json]",
  N_ ("Verifies signatures. The exit status is 4 where one is broken or missing, 6 where all are "
      "intact but a signer is not trusted or not in time. Of a PDF made by “print” the report "
      "inside is verified, and its pages are made again: the status is 4 where one shows something "
      "else. With --codes it asks instead, page by page, whether a printed form shows this version "
      "of the report: the ten characters at the foot of each page, or what the QR code beside them "
      "says. The code is an aid, not a proof. Whether a code that fits no page is of another "
      "version or of another report is a guess from its check character, wrong once in 32 times; "
      "the QR code tells it surely. The exit status is 4 where a page is not of this version."),
  "  nianbao-cli verify signed.xml --trust wang.pem\n"
  "  nianbao-cli verify *.xml --trust certificates --json\n"
  "  nianbao-cli verify form.pdf --trust wang.pem\n"
  "  nianbao-cli verify signed.xml --codes \"7K3M9-QPXRT 4TEXN-9Y2HA\"",
};

static char **trust_paths, **crl_paths, **codes;
static char *font;
static gboolean json_wanted;

static const GOptionEntry entries[] = {
  { "trust", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &trust_paths,
    N_ ("Believe the certificate in FILE, or all in DIR"),
    /* Translators: the argument of an option. */
    N_ ("FILE|DIR") },
  { "crl", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &crl_paths,
    N_ ("Heed the revocation list in FILE, or all in DIR"), N_ ("FILE|DIR") },
  { "codes", 0, 0, G_OPTION_ARG_STRING_ARRAY, &codes,
    N_ ("Compare the codes from the feet of printed pages, divided by spaces or commas"),
    /* Translators: the argument of an option: codes from printed pages. */
    N_ ("CODE…") },
  { "font", 0, 0, G_OPTION_ARG_STRING, &font,
    N_ ("Compare the pictures of a PDF that was made with print --font FAMILY"), N_ ("FAMILY") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json_wanted, N_ ("Write JSON"), NULL },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  NbTrust *trust;
  NbJson *json; /* or NULL: plain lines */
  int status;
} Verify;

typedef struct
{
  NbVerdict *verdict;    /* of an XML file, or that of @paper */
  NbPaperVerdict *paper; /* of a PDF */
  GError *error;
} Verified;

static void *
work (Cli *cli, const char *path, void *data)
{
  Verify *verify = data;
  Verified *verified = g_new0 (Verified, 1);
  g_autoptr (GBytes) bytes = nb_job_read_file (path, &verified->error);

  if (bytes != NULL && nb_job_is_pdf (bytes))
    {
      verified->paper = nb_job_verify_pdf (cli->job, cli_get_painter (cli), bytes, verify->trust,
                                           cli->now, &verified->error);
      verified->verdict = verified->paper != NULL ? verified->paper->verdict : NULL;
    }
  else if (bytes != NULL)
    verified->verdict = nb_job_verify (cli->job, bytes, verify->trust, cli->now, &verified->error);
  return verified;
}

static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time);

  return moment != NULL ? g_date_time_format_iso8601 (moment) : NULL;
}

static void
write_signature (NbJson *json, const NbSignatureVerdict *signature)
{
  g_autofree char *time = signature->time != 0 ? format_time (signature->time) : NULL;

  nb_json_begin_object (json, NULL);
  nb_json_string (json, "role", signature->known_role ? nb_role_get_nick (signature->role) : NULL);
  nb_json_string (json, "signer", signature->signer);
  nb_json_boolean (json, "intact", signature->intact);
  nb_json_boolean (json, "trusted", signature->trusted);
  nb_json_boolean (json, "in_time", signature->in_time);
  nb_json_string (json, "time", time);
  nb_json_string (json, "algorithm", signature->algorithm);
  nb_json_string (json, "problem", signature->problem);
  nb_json_string (json, "message", signature->message);
  nb_json_end_object (json);
}

static void
write_json (NbJson *json, const char *path, const Verified *verified)
{
  const NbVerdict *verdict = verified->verdict;

  nb_json_begin_object (json, NULL);
  cli_json_file (json, path);
  if (verdict == NULL)
    cli_json_error (json, verified->error);
  else
    {
      nb_json_boolean (json, "intact", verdict->intact);
      if (verdict->problem != NULL)
        {
          nb_json_string (json, "problem", verdict->problem);
          nb_json_string (json, "message", verdict->message);
        }
      nb_json_begin_array (json, "signatures");
      for (guint i = 0; i < verdict->signatures->len; i++)
        write_signature (json, g_ptr_array_index (verdict->signatures, i));
      nb_json_end_array (json);
      if (verified->paper != NULL)
        cli_paper_write_json (json, verified->paper);
    }
  nb_json_end_object (json);
}

/* --plain: file, role, signer, claimed time, intact, trusted, in time (yes or no), reason code, message,
 * fingerprint of the certificate; one record with empty parts where the file as a whole, or a page of
 * a PDF, is at fault. */
static void
append_file_record (GString *text, const char *path, const char *problem, const char *message)
{
  cli_append_record (text, path, "", "", "", "no", "", "", problem, message, "", NULL);
}

static void
write_records (const char *path, const NbVerdict *verdict, GString *text)
{
  if (verdict->problem != NULL)
    append_file_record (text, path, verdict->problem, verdict->message);
  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const NbSignatureVerdict *signature = g_ptr_array_index (verdict->signatures, i);
      g_autofree char *time = signature->time != 0 ? format_time (signature->time) : g_strdup ("");

      cli_append_record (
          text, path, signature->known_role ? nb_role_get_nick (signature->role) : "",
          signature->signer != NULL ? signature->signer : "", time,
          signature->intact ? "yes" : "no", signature->trusted ? "yes" : "no",
          signature->in_time ? "yes" : "no", signature->problem != NULL ? signature->problem : "",
          signature->message, signature->fingerprint != NULL ? signature->fingerprint : "", NULL);
    }
}

/* What is no XML has no finer code than these. */
static const char *
get_reason (const GError *error)
{
  if (nb_error_get_reason (error) != NULL)
    return nb_error_get_reason (error);
  if (g_error_matches (error, NB_ERROR, NB_ERROR_READ))
    return "unreadable";
  return g_error_matches (error, NB_ERROR, NB_ERROR_REFUSED) ? "refused" : "malformed";
}

/* A file that is refused has no verdict, but a reason code too. */
static int
write_refusal (const Cli *cli, const char *path, const GError *error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int status = cli_fail (path, error);

  if (!cli->plain)
    return status;
  append_file_record (text, path, get_reason (error), error->message);
  return cli_exit_worse (status,
                         cli_write_text (NULL, g_string_free (g_steal_pointer (&text), FALSE)));
}

static int
write_text (const Cli *cli, const char *path, const Verified *verified)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (cli->plain)
    write_records (path, verified->verdict, text);
  else
    cli_append_verdict (cli, path, verified->verdict, text);
  if (verified->paper != NULL && cli->plain)
    cli_paper_append_records (path, verified->paper, text);
  else if (verified->paper != NULL)
    cli_paper_append_lines (cli, path, verified->paper, text);
  return cli_write_text (NULL, g_string_free (g_steal_pointer (&text), FALSE));
}

static int
get_status (const Verified *verified)
{
  if (!verified->verdict->intact || (verified->paper != NULL && !verified->paper->proven))
    return CLI_SIGNATURE;
  return nb_verdict_is_trusted (verified->verdict) ? CLI_FINE : CLI_UNTRUSTED;
}

static void
answer (Cli *cli, const char *path, void *result, void *data)
{
  Verify *verify = data;
  Verified *verified = result;

  if (verify->json != NULL)
    write_json (verify->json, path, verified);
  if (verified->verdict == NULL)
    verify->status = cli_exit_worse (
        verify->status, verify->json != NULL ? cli_fail (path, verified->error)
                                             : write_refusal (cli, path, verified->error));
  else
    {
      if (verify->json == NULL)
        verify->status = cli_exit_worse (verify->status, write_text (cli, path, verified));
      verify->status = cli_exit_worse (verify->status, get_status (verified));
    }
  /* A PDF's verdict is part of that of its pages. */
  if (verified->paper == NULL)
    g_clear_pointer (&verified->verdict, nb_verdict_free);
  g_clear_pointer (&verified->paper, nb_paper_verdict_free);
  g_clear_error (&verified->error);
  g_free (verified);
}

static int
add_trust (NbTrust *trust, char **paths, gboolean crl)
{
  for (char **path = paths; path != NULL && *path != NULL; path++)
    {
      g_autoptr (GError) error = NULL;

      if (!nb_job_add_trust (trust, *path, crl, &error))
        return cli_fail (*path, error);
    }
  return CLI_FINE;
}

static int
verify_files (Cli *cli, char **paths, Verify *verify)
{
  if (json_wanted)
    {
      verify->json = nb_json_new ();
      nb_json_begin_object (verify->json, NULL);
      nb_json_int (verify->json, "version", 1);
      nb_json_begin_array (verify->json, "files");
    }
  cli_batch (cli, paths, work, answer, verify);
  if (!json_wanted)
    return verify->status;
  nb_json_end_array (verify->json);
  nb_json_end_object (verify->json);
  return cli_exit_worse (verify->status,
                         cli_write_text (NULL, nb_json_finish (g_steal_pointer (&verify->json))));
}

int
cmd_verify (Cli *cli, int argc, char **argv)
{
  g_autoptr (NbTrust) trust = NULL;
  Verify verify = { .status = CLI_FINE };
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (argc == 0)
    return cli_usage_error (cli, _ ("a report must be named"));
  if (codes != NULL)
    return cmd_verify_codes (cli, argv, codes, json_wanted);

  status = cli_choose_font (cli, font);
  if (status != CLI_FINE)
    return status;
  verify.trust = trust = nb_trust_new ();
  status = add_trust (trust, trust_paths, FALSE);
  if (status == CLI_FINE)
    status = add_trust (trust, crl_paths, TRUE);
  return status == CLI_FINE ? verify_files (cli, argv, &verify) : status;
}
