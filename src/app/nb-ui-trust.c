/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-trust.h"

#include <glib/gi18n-lib.h>

char *
nb_ui_trust_dup_folder (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *chosen = g_settings_get_string (settings, "trust-folder");

  if (*chosen != '\0')
    return g_steal_pointer (&chosen);
  return g_build_filename (g_get_user_data_dir (), "nianbao", "trusted", NULL);
}

NbVerdict *
nb_ui_trust_verify (NbJob *job, GBytes *bytes, const char *folder, GError **error)
{
  g_autoptr (NbTrust) trust = nb_job_load_trust (folder, NULL);

  return nb_job_verify (job, bytes, trust, g_get_real_time () / G_USEC_PER_SEC, error);
}

NbUiTrust
nb_ui_trust_of_signature (const NbSignatureVerdict *signature)
{
  if (!signature->intact)
    return NB_UI_TRUST_BROKEN;
  return signature->trusted && signature->in_time ? NB_UI_TRUST_GOOD : NB_UI_TRUST_DOUBTFUL;
}

NbUiTrust
nb_ui_trust_of (const NbVerdict *verdict)
{
  if (!verdict->intact)
    return NB_UI_TRUST_BROKEN;
  return nb_verdict_is_trusted (verdict) ? NB_UI_TRUST_GOOD : NB_UI_TRUST_DOUBTFUL;
}

const char *
nb_ui_trust_get_icon (NbUiTrust trust)
{
  static const char *const icons[] = {
    [NB_UI_TRUST_GOOD] = "emblem-ok-symbolic",
    [NB_UI_TRUST_DOUBTFUL] = "dialog-warning-symbolic",
    [NB_UI_TRUST_BROKEN] = "dialog-error-symbolic",
  };

  return icons[trust];
}

const char *
nb_ui_trust_get_css_class (NbUiTrust trust)
{
  static const char *const classes[] = {
    [NB_UI_TRUST_GOOD] = "success",
    [NB_UI_TRUST_DOUBTFUL] = "warning",
    [NB_UI_TRUST_BROKEN] = "error",
  };

  return classes[trust];
}

static char *
format (gint64 time, const char *pattern)
{
  g_autoptr (GDateTime) moment = time != 0 ? g_date_time_new_from_unix_local (time) : NULL;

  return moment != NULL ? g_date_time_format (moment, pattern) : g_strdup ("?");
}

char *
nb_ui_trust_format_time (gint64 time)
{
  return format (time, "%Y-%m-%d %H:%M");
}

char *
nb_ui_trust_format_day (gint64 time)
{
  return format (time, "%Y-%m-%d");
}
