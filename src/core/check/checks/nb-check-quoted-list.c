/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

#define DUNHAO 0x3001 /* 、 */

static gboolean
is_pair (gunichar close, gunichar open)
{
  return (close == 0x201D && open == 0x201C) || (close == 0x300B && open == 0x300A);
}

/* ”、“ and 》、《 in one row are one fault (R42). */
static void
add_row (NbCheck *check, const char *field, GArray *spans)
{
  if (spans->len == 0)
    return;
  nb_finding_set_count (
      nb_check_add_fault (check, field, (const NbSpan *) spans->data, spans->len, 0, 0),
      spans->len);
  g_array_set_size (spans, 0);
}

static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  g_autoptr (GArray) spans = NULL;

  for (guint i = 1; i + 1 < prose->n_marks; i++)
    {
      const NbMark *close = &prose->marks[i - 1], *mark = &prose->marks[i],
                   *open = &prose->marks[i + 1];
      NbSpan span = { index, close->at, open->at + 1 };
      gboolean found = mark->c == DUNHAO && is_pair (close->c, open->c) && close->at + 1 == mark->at
                       && mark->at + 1 == open->at;

      if (found && spans == NULL)
        spans = g_array_new (FALSE, FALSE, sizeof (NbSpan));
      if (found)
        g_array_append_val (spans, span);
      else if (spans != NULL && mark->c != 0x201C && mark->c != 0x201D && mark->c != 0x300A
               && mark->c != 0x300B)
        add_row (check, field, spans);
    }
  if (spans != NULL)
    add_row (check, field, spans);
}

static char *
describe (NbFinding *finding)
{
  return g_strdup (
      _ ("Between quoted words, or titles, that stand side by side “、” is not needed."));
}

static void
fix (NbFinding *finding)
{
  for (guint i = 0; i < nb_finding_get_n_spans (finding); i++)
    {
      NbSpan span = nb_finding_get_spans (finding)[i];

      nb_finding_add_edit (finding, (NbSpan){ span.paragraph, span.start + 1, span.end - 1 }, "");
    }
}

const NbProseCheck nb_check_quoted_list = { .paragraph = look, .describe = describe, .fix = fix };
