/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"

/* Behind such a title something else is honoured than a person: 先进工作者之家, 优秀教师团队. */
static gboolean
goes_on_as_body (const char *at, char **bodies)
{
  while (*at != '\0' && g_utf8_strchr ("”》’", -1, g_utf8_get_char (at)) != NULL)
    at = g_utf8_next_char (at);
  for (; *bodies != NULL; bodies++)
    if (g_str_has_prefix (at, *bodies))
      return TRUE;
  return FALSE;
}

static gboolean
is_clause_end (gunichar c)
{
  return c == 0 || g_utf8_strchr ("。；;\n", -1, c) != NULL;
}

/* How far back the words may stand that say so, in characters. */
#define REACH 100

/* Whether the sentence says, before @at, that something was received, not that it was given. */
static gboolean
is_received (const char *text, const char *at, char **received, char **given)
{
  const char *start = at;
  gsize size;

  for (guint i = 0;
       i < REACH && start > text && !is_clause_end (g_utf8_get_char (g_utf8_prev_char (start)));
       i++)
    start = g_utf8_prev_char (start);
  size = (gsize) (at - start);
  for (; *given != NULL; given++)
    if (g_strstr_len (start, (gssize) size, *given) != NULL)
      return FALSE;
  for (; *received != NULL; received++)
    if (g_strstr_len (start, (gssize) size, *received) != NULL)
      return TRUE;
  return FALSE;
}

static void
scan_paragraph (NbCheck *check, const char *field, const NbParagraph *paragraph, guint index)
{
  g_auto (GStrv) titles = nb_check_dup_words (check, "titles");
  g_auto (GStrv) bodies = nb_check_dup_words (check, "bodies");
  g_auto (GStrv) received = nb_check_dup_words (check, "received");
  g_auto (GStrv) given = nb_check_dup_words (check, "given");
  guint offset = 0;

  for (const char *at = paragraph->text; *at != '\0'; at = g_utf8_next_char (at), offset++)
    for (char **title = titles; *title != NULL; title++)
      {
        guint length = (guint) g_utf8_strlen (*title, -1);
        NbSpan span = { index, offset, offset + length };

        if (!g_str_has_prefix (at, *title) || goes_on_as_body (at + strlen (*title), bodies)
            || !is_received (paragraph->text, at, received, given))
          continue;
        nb_finding_add_span (
            nb_check_add (check, field,
                          g_strdup_printf (_ ("“%s” is an award of a person. “%s” is about the "
                                              "institution itself."),
                                           *title, nb_check_get_label (check, field))),
            span);
        break;
      }
}

/* Awards of people where those of the institution belong (R59). */
void
nb_check_personal_award (NbCheck *check)
{
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const NbText *text = nb_report_data_get_text (check->data, *field);

      if (nb_check_stands_for_nothing (text, nb_registry_get_none_word (check->context->registry)))
        continue;
      for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
        scan_paragraph (check, *field, nb_text_get_paragraph (text, i), i);
    }
}
