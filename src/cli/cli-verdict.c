/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli.h"

/* In the time of the place where it is read. */
static char *
format_moment (gint64 time, const char *format)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  return moment != NULL ? g_date_time_format (moment, format) : g_strdup ("?");
}

static const char *
say (gboolean yes)
{
  if (yes)
    /* Translators: whether a signature is intact, trusted, in time. */
    return _ ("yes");
  /* Translators: whether a signature is intact, trusted, in time. */
  return _ ("no");
}

/* The three verdicts, side by side and never as one: what holds of the bytes, of the signer and of the
 * time are three questions. */
static void
append_verdicts (const NbSignatureVerdict *signature, GString *text)
{
  g_string_append (text, "     ");
  g_string_append_printf (text, _ ("intact: %s, trusted: %s, in time: %s"), say (signature->intact),
                          say (signature->trusted), say (signature->in_time));
  g_string_append_c (text, '\n');
}

static void
append_certificate (const NbSignatureVerdict *signature, GString *text)
{
  g_autofree char *first = format_moment (signature->not_before, "%Y-%m-%d");
  g_autofree char *last = format_moment (signature->not_after, "%Y-%m-%d");

  if (signature->fingerprint == NULL)
    return;
  /* Translators: the file with which a signer is known. */
  g_string_append_printf (text, "     %s: %s, %s – %s, ", _ ("Certificate"), signature->algorithm,
                          first, last);
  g_string_append_printf (text, _ ("issued by %s"), signature->issuer);
  g_string_append_printf (text, "\n     %s: %s\n", _ ("Fingerprint (SHA-256)"),
                          signature->fingerprint);
  if (signature->anchor != NULL
      && g_strcmp0 (signature->anchor_fingerprint, signature->fingerprint) != 0)
    g_string_append_printf (text, "     %s: %s (%s)\n", _ ("Trusted through"), signature->anchor,
                            signature->anchor_fingerprint);
}

static void
append_signature (const Cli *cli, guint number, const NbSignatureVerdict *signature, GString *text)
{
  CliMood mood = !signature->intact                         ? CLI_BAD
                 : signature->trusted && signature->in_time ? CLI_GOOD
                                                            : CLI_DOUBTFUL;
  g_autofree char *message = cli_paint (cli, mood, signature->message);

  g_string_append_printf (text, "  %u. %s: %s\n", number,
                          signature->known_role ? nb_role_get_title (signature->role) : "?",
                          signature->signer != NULL ? signature->signer : "?");
  g_string_append_printf (text, "     %s\n", message);
  append_verdicts (signature, text);
  if (signature->time != 0)
    {
      g_autofree char *time = format_moment (signature->time, "%Y-%m-%d %H:%M:%S%:z");

      g_string_append_printf (text, "     %s: %s\n",
                              _ ("Time that the signer claims, confirmed by nobody"), time);
    }
  append_certificate (signature, text);
}

void
cli_append_verdict (const Cli *cli, const char *file, const NbVerdict *verdict, GString *text)
{
  g_autofree char *message =
      cli_paint (cli, verdict->intact ? CLI_GOOD : CLI_BAD, verdict->message);

  g_string_append_printf (text, "%s: %s\n", file, message);
  for (guint i = 0; i < verdict->signatures->len; i++)
    append_signature (cli, i + 1, g_ptr_array_index (verdict->signatures, i), text);
}
