/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"
#include "nb-text-class.h"

#define LONGEST_LABEL 63 /* of the ASCII form of a domain label (RFC 1035) */

/* A domain name taken apart: label, mark, suffix. */
typedef struct
{
  char *label;
  NbSpan mark; /* the character between them; empty where there is none */
  gboolean is_dot;
  const char *suffix; /* NULL: none of those that may stand */
} OnlineName;

static gboolean
is_mark (gunichar c)
{
  return c != 0 && g_utf8_strchr (".。．｡·•，,、", -1, c) != NULL;
}

static void
take_apart (const char *text, char **suffixes, OnlineName *out)
{
  *out = (OnlineName){ NULL, { 0, 0, 0 }, FALSE, NULL };
  for (; *suffixes != NULL; suffixes++)
    {
      const char *end, *mark;

      if (!g_str_has_suffix (text, *suffixes))
        continue;
      end = text + strlen (text) - strlen (*suffixes);
      mark = end > text ? g_utf8_prev_char (end) : end;
      if (!is_mark (g_utf8_get_char (mark)))
        mark = end;
      out->label = g_strndup (text, (gsize) (mark - text));
      out->mark.start = (guint) g_utf8_pointer_to_offset (text, mark);
      out->mark.end = out->mark.start + (mark < end ? 1 : 0);
      out->is_dot = mark < end && *mark == '.';
      out->suffix = *suffixes;
      return;
    }
}

static gboolean
may_stand (gunichar c)
{
  return nb_text_is_han (c) || (c < 0x80 && g_ascii_isalnum ((char) c)) || c == '-';
}

/* What is wrong with the label, after the rules of Chinese domain names; NULL for nothing. */
static char *
find_label_fault (const OnlineName *name)
{
  gboolean has_han = FALSE;
  g_autofree char *domain = NULL;
  g_autofree char *ascii = NULL;

  if (*name->label == '\0')
    return g_strdup (_ ("nothing stands before the suffix"));
  for (const char *c = name->label; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      char shown[7] = "";

      has_han |= nb_text_is_han (character);
      if (may_stand (character))
        continue;
      g_unichar_to_utf8 (character, shown);
      return g_strdup_printf (_ ("“%s” cannot stand in a domain name"), shown);
    }
  if (!has_han)
    return g_strdup (_ ("it holds no Chinese character"));
  if (*name->label == '-' || g_str_has_suffix (name->label, "-")
      || strstr (name->label, "--") != NULL)
    return g_strdup (_ ("a hyphen stands between two other characters only"));
  domain = g_strconcat (name->label, ".", name->suffix, NULL);
  ascii = g_hostname_to_ascii (domain);
  if (ascii == NULL || strcspn (ascii, ".") > LONGEST_LABEL)
    return g_strdup (_ ("it is too long for a domain name"));
  return NULL;
}

static void
check_text (NbCheck *check, const char *field, const char *text, char **suffixes)
{
  const char *label = nb_check_get_label (check, field);
  g_autofree char *list = g_strjoinv ("、.", suffixes);
  g_autofree char *fault = NULL;
  NbFinding *finding;
  OnlineName name;

  take_apart (text, suffixes, &name);
  if (name.suffix == NULL || name.mark.start == name.mark.end)
    {
      nb_check_add_whole (
          check, field,
          g_strdup_printf (_ ("“%s” must be a name with its suffix (.%s), or “%s”."), label, list,
                           nb_registry_get_none_word (check->context->registry)));
      g_free (name.label);
      return;
    }
  if (!name.is_dot)
    {
      finding = nb_check_add (
          check, field,
          g_strdup_printf (_ ("In “%s” a half-width dot stands before the suffix: .%s."), label,
                           name.suffix));
      nb_finding_add_span (finding, name.mark);
      nb_finding_add_edit (finding, name.mark, ".");
    }
  fault = find_label_fault (&name);
  if (fault != NULL)
    nb_check_add_whole (check, field,
                        g_strdup_printf (_ ("“%s” cannot be such a name: %s."), label, fault));
  g_free (name.label);
}

/* A Chinese domain name, or the word for none (R18). */
void
nb_check_online_name (NbCheck *check)
{
  const char *none_word = nb_registry_get_none_word (check->context->registry);
  g_auto (GStrv) suffixes = nb_check_dup_words (check, "suffixes");

  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const NbText *text = nb_report_data_get_text (check->data, *field);
      const char *line = nb_check_get_line (check, *field);
      NbFinding *finding;

      if (g_str_equal (line, none_word))
        continue;
      if (!nb_check_stands_for_nothing (text, none_word))
        {
          check_text (check, *field, line, suffixes);
          continue;
        }
      finding = nb_check_add_whole (
          check, *field,
          g_strdup_printf (_ ("Where there is no such name, “%s” holds “%s”, and nothing else."),
                           nb_check_get_label (check, *field), none_word));
      nb_finding_add_edit (finding, nb_finding_get_spans (finding)[0], none_word);
    }
}
