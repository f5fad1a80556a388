/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-text-class.h"

#define LONGEST 25 /* characters */

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x3000;
}

/* The name without white space. Free with g_free(). */
static char *
dup_without_space (const char *name)
{
  GString *bare = g_string_new (NULL);

  for (; *name != '\0'; name = g_utf8_next_char (name))
    if (!is_space (g_utf8_get_char (name)))
      g_string_append_unichar (bare, g_utf8_get_char (name));
  return g_string_free (bare, FALSE);
}

/* The first character that a name cannot hold, 0 for none. */
static gunichar
find_stranger (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      gunichar c = g_utf8_get_char (name);

      if (!nb_text_is_han (c) && c != 0xB7 && !is_space (c))
        return c;
    }
  return 0;
}

static void
check_field (NbCheck *check, const char *field)
{
  const char *name = nb_check_get_line (check, field);
  const char *label = nb_check_get_label (check, field);
  g_autofree char *bare = dup_without_space (name);
  gunichar stranger = find_stranger (name);
  char shown[7] = "";
  NbFinding *finding;

  if (stranger != 0)
    {
      g_unichar_to_utf8 (stranger, shown);
      nb_check_add_whole (check, field,
                          g_strdup_printf (_ ("“%s” holds “%s”, which no name holds: only Chinese "
                                              "characters and “·” do."),
                                           label, shown));
    }
  else if (g_utf8_strlen (bare, -1) > LONGEST)
    nb_check_add_whole (check, field,
                        g_strdup_printf (_ ("“%s” is longer than %d characters: one name, and "
                                            "nothing else, stands there."),
                                         label, LONGEST));
  else if (!g_str_equal (bare, name))
    {
      finding = nb_check_add_whole (
          check, field, g_strdup_printf (_ ("“%s” holds white space. Write %s."), label, bare));
      nb_finding_add_edit (finding, nb_finding_get_spans (finding)[0], bare);
    }
}

/* The name of a person (R24). */
void
nb_check_person_name (NbCheck *check)
{
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    if (*nb_check_get_line (check, *field) != '\0' && !nb_check_is_registered (check, *field))
      check_field (check, *field);
}
