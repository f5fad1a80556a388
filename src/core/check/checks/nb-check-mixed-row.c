/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

#define DUNHAO    0x3001 /* 、 */
#define COMMA     0xFF0C /* ， */
#define SHORT     4      /* characters that a member of such a row has at most */
#define LONG_LAST 8      /* the last one may go on */

static gunichar
get_at (const char *text, guint byte)
{
  return g_utf8_get_char (text + byte);
}

/* 日 周 月 季 年: members that are counted by time. */
static gboolean
is_period (gunichar c)
{
  return c != 0 && g_utf8_strchr ("日周月季年", -1, c) != NULL;
}

/* Whether the words before 、 end with a member that begins as the others do: 有计划、有步骤，有重点. */
static gboolean
ends_with_member (const NbMark *mark, const char *text, guint length, gunichar first)
{
  const char *c = text + mark->byte;

  for (guint i = 0; i < length; i++)
    {
      if (c <= text)
        return FALSE;
      c = g_utf8_prev_char (c);
    }
  return is_period (first) ? is_period (g_utf8_get_char (c)) : g_utf8_get_char (c) == first;
}

/* 日督查、周通报，月评比: the comma belongs to the row, as its parallel members show (R47). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  const char *text = nb_text_get_paragraph (nb_check_get_text (check, field), index)->text;

  for (guint i = 0; i + 2 < prose->n_marks; i++)
    {
      const NbMark *mark = &prose->marks[i], *comma = &prose->marks[i + 1],
                   *end = &prose->marks[i + 2];
      guint length = comma->at - mark->at - 1;
      gunichar first, last;

      if (mark->c != DUNHAO || (comma->c != COMMA && comma->c != ',') || length < 2
          || length > SHORT || end->at - comma->at - 1 < length || end->at - comma->at > LONG_LAST)
        continue;
      first = get_at (text, mark->byte + 3);
      last = comma->after;
      if ((is_period (first) ? is_period (last) && last != first : first == last)
          && ends_with_member (mark, text, length, first))
        {
          NbSpan spans[] = { { index, mark->at + 1, comma->at },
                             { index, comma->at, comma->at + 1 } };

          nb_check_add_fault (check, field, spans, G_N_ELEMENTS (spans), 0, 0);
        }
    }
}

static char *
describe (NbFinding *finding)
{
  return g_strdup (
      _ ("The members of this row are divided by “、” and by a comma: use one of them."));
}

static void
fix (NbFinding *finding)
{
  nb_finding_add_edit (finding, nb_finding_get_spans (finding)[1], "、");
}

const NbProseCheck nb_check_mixed_row = { .paragraph = look, .describe = describe, .fix = fix };
