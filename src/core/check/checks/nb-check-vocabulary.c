/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"

/* A term of a list such as 财政补助收入、事业收入（学费）: what stands in brackets explains it. */
static char *
dup_bare (const char *term)
{
  g_autofree char *bare = g_strdup (term);
  const char *opens[] = { "（", "(" };

  for (gsize i = 0; i < G_N_ELEMENTS (opens); i++)
    {
      char *bracket = strstr (bare, opens[i]);

      if (bracket != NULL)
        *bracket = '\0';
    }
  return g_strdup (g_strstrip (bare));
}

static void
add_finding (NbCheck *check, const char *field, const char *term, NbSpan span, gboolean customary)
{
  const char *label = nb_check_get_label (check, field);

  nb_finding_add_span (
      nb_check_add (
          check, field,
          customary ? g_strdup_printf (_ ("“%s” in “%s” is what people say, not the term of the "
                                          "accounts. It stays where the certificate has it so."),
                                       term, label)
                    : g_strdup_printf (_ ("“%s” in “%s” is not a known term. Write it as on the "
                                          "certificate."),
                                       term, label)),
      span);
}

/* One of the terms in the field, from @start to @end. */
static void
check_term (NbCheck *check,
            const char *field,
            const char *start,
            const char *end,
            guint offset,
            char **words,
            char **customary)
{
  g_autofree char *piece = g_strndup (start, (gsize) (end - start));
  g_autofree char *term = dup_bare (piece);
  gboolean is_customary = g_strv_contains ((const char *const *) customary, term);
  NbSpan span = { 0, offset, offset + (guint) g_utf8_strlen (piece, -1) };

  if (*term == '\0' || g_strv_contains ((const char *const *) words, term))
    return;
  add_finding (check, field, term, span, is_customary);
}

/* The field lists terms of a known vocabulary (R22). */
void
nb_check_vocabulary (NbCheck *check)
{
  g_auto (GStrv) words = nb_check_dup_words (check, "words");
  g_auto (GStrv) customary = nb_check_dup_words (check, "customary");

  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const char *start = nb_check_get_line (check, *field);
      guint begin = 0, offset = 0, depth = 0;

      if (nb_check_is_registered (check, *field))
        continue;
      for (const char *at = start;; at = g_utf8_next_char (at), offset++)
        {
          gunichar c = g_utf8_get_char (at);

          depth += c == '(' || c == 0xFF08 ? 1 : 0;
          depth -= (c == ')' || c == 0xFF09) && depth > 0 ? 1 : 0;
          if (c != 0 && (depth > 0 || g_utf8_strchr ("、，,；;。和及 /", -1, c) == NULL))
            continue;
          check_term (check, *field, start, at, begin, words, customary);
          if (c == 0)
            break;
          start = g_utf8_next_char (at);
          begin = offset + 1;
        }
    }
}
