/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"

/* Whether the characters of @part stand in @whole in their order: a short name is cut from the full one. */
static gboolean
is_cut_from (const char *part, const char *whole)
{
  for (; *part != '\0'; part = g_utf8_next_char (part))
    {
      const char *found = g_utf8_strchr (whole, -1, g_utf8_get_char (part));

      if (found == NULL)
        return FALSE;
      whole = g_utf8_next_char (found);
    }
  return TRUE;
}

/* The name that an institution has online is the full one, a short one, or the full one behind the name of
 * a higher place (R19). The field that the rule reads is the name. */
void
nb_check_online_label (NbCheck *check)
{
  const char *field = check->rule->fields[0];
  const char *other = check->rule->reads[0];
  const char *text = field != NULL ? nb_check_get_line (check, field) : "";
  const char *name = other != NULL ? nb_check_get_line (check, other) : "";
  const char *dot = strrchr (text, '.');
  g_autofree char *label = dot != NULL ? g_strndup (text, (gsize) (dot - text)) : NULL;

  if (label == NULL || *label == '\0' || *name == '\0' || is_cut_from (label, name)
      || is_cut_from (name, label))
    return;
  nb_check_add_whole (
      check, field,
      g_strdup_printf (_ ("“%s” is neither “%s” nor a short form of it."), label, name));
}
