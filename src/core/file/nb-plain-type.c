/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-plain-type.h"

#include <string.h>

static gboolean
is_lower_or_digit (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c);
}

gboolean
nb_plain_type_is_identifier (const char *text)
{
  if (text == NULL || !g_ascii_islower (*text))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (!is_lower_or_digit (*c) && !(*c == '-' && is_lower_or_digit (c[1])))
      return FALSE;
  return TRUE;
}

gboolean
nb_plain_type_is_edition (const char *text)
{
  if (text == NULL || !g_ascii_isalnum (*text))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '.' && *c != '-')
      return FALSE;
  return TRUE;
}

gboolean
nb_plain_type_is_rule (const char *text)
{
  if (text == NULL || !g_ascii_isupper (*text))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      return FALSE;
  return TRUE;
}

gboolean
nb_plain_type_is_registry (const char *text)
{
  if (text == NULL)
    return FALSE;
  return strcmp (text, "national") == 0 || (strlen (text) == 6 && strspn (text, "0123456789") == 6);
}

gboolean
nb_plain_type_is_digest (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

gboolean
nb_plain_type_is_revision (guint number)
{
  return number >= 1 && number <= 999999999;
}

gboolean
nb_plain_type_is_size (gint64 number)
{
  return number >= 0 && number <= G_GINT64_CONSTANT (999999999999999999);
}
