/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"

#define SHORTEST 5 /* characters of a full name: a place of two and a body of three */

static gboolean
ends_like_body (const char *name, char **endings)
{
  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (name, *endings))
      return TRUE;
  return FALSE;
}

/* 县教育局, 我局: a body named from within, without its place. 市中区 and its like are places. */
static gboolean
lacks_place (const char *name)
{
  static const char *const bare[] = { "县", "市", "区", "省", "镇", "乡", "州", "本", "我", "该" };
  static const char *const places[] = { "市中", "市南", "市北", "区直" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (name, places[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (bare); i++)
    if (g_str_has_prefix (name, bare[i]))
      return TRUE;
  return FALSE;
}

static char *
make_message (const NbCheck *check, const char *field, const char *name, char **endings)
{
  const char *label = nb_check_get_label (check, field);

  if (!ends_like_body (name, endings))
    return g_strdup_printf (_ ("“%s” in “%s” does not look like the name of a body."), name, label);
  if (g_utf8_strlen (name, -1) < SHORTEST || lacks_place (name))
    return g_strdup_printf (
        _ ("“%s” in “%s” looks shortened. Write the full name, with its place."), name, label);
  return NULL;
}

/* The full name of a public body (R23). */
void
nb_check_body_name (NbCheck *check)
{
  g_auto (GStrv) endings = nb_check_dup_words (check, "endings");

  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const char *name = nb_check_get_line (check, *field);
      char *message;

      if (*name == '\0' || nb_check_is_registered (check, *field))
        continue;
      message = make_message (check, *field, name, endings);
      if (message != NULL)
        nb_check_add_whole (check, *field, message);
    }
}
