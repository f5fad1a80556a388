/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-prose-heading.h"
#include "nb-text-class.h"

#define LONGEST_TITLE 60 /* code points; what is longer is no title */

typedef enum
{
  END_NONE,
  END_STOP,
  END_COLON,
  END_OTHER, /* of a list, or no title: says nothing about titles */
  N_ENDS,
} End;

static End
get_end (const NbItem *item)
{
  if (item->title_end - item->end > LONGEST_TITLE || item->title_end == item->end)
    return END_OTHER;
  if (item->title_stop == 0)
    return END_NONE;
  if (nb_text_ends_sentence (item->title_stop))
    return END_STOP;
  return item->title_stop == 0xFF1A || item->title_stop == ':' ? END_COLON : END_OTHER;
}

/* The headings of one level below one other. Where most end alike, those that do not are one fault. */
static void
add_odd_ones (NbCheck *check, const char *field, const GArray *group, End most)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (NbSpan));

  for (guint i = 0; i < group->len; i++)
    {
      const NbHeading *heading = &g_array_index (group, NbHeading, i);
      NbSpan span = { heading->paragraph, heading->item->start, heading->item->title_end };

      if (get_end (heading->item) != most)
        g_array_append_val (spans, span);
    }
  nb_check_add_fault (check, field, (const NbSpan *) spans->data, spans->len, most, 0);
}

static void
end_group (NbCheck *check, const char *field, GArray *group)
{
  guint counts[N_ENDS] = { 0 };
  End most = END_NONE;

  for (guint i = 0; i < group->len; i++)
    counts[get_end (g_array_index (group, NbHeading, i).item)]++;
  for (End end = END_NONE; end < END_OTHER; end++)
    if (counts[end] > counts[most])
      most = end;
  if (counts[END_OTHER] == 0 && counts[most] >= 2 && counts[most] < group->len
      && counts[most] * 2 > group->len)
    add_odd_ones (check, field, group, most);
  g_array_set_size (group, 0);
}

/* Sibling headings of the first two levels end alike (R37). */
static void
look (NbCheck *check, const char *field)
{
  const GArray *headings = nb_check_get_headings (check, field);
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (NbHeading));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (NbHeading));

  for (guint i = 0; i < headings->len; i++)
    {
      const NbHeading *heading = &g_array_index (headings, NbHeading, i);

      if (heading->item->kind == NB_ITEM_HAN)
        end_group (check, field, second);
      if (heading->item->kind == NB_ITEM_HAN)
        g_array_append_val (first, *heading);
      else if (heading->item->kind == NB_ITEM_HAN_BRACKETED)
        g_array_append_val (second, *heading);
    }
  end_group (check, field, second);
  end_group (check, field, first);
}

static char *
describe (NbFinding *finding)
{
  switch ((End) nb_finding_get_a (finding))
    {
    case END_NONE:
      return g_strdup (
          _ ("The other headings of this level end without a mark; this one has one."));
    case END_STOP:
      return g_strdup (
          _ ("The other headings of this level end with a full stop; this one does not."));
    default:
      return g_strdup (_ ("The other headings of this level end with a colon; this one does not."));
    }
}

const NbProseCheck nb_check_sibling_headings = { .text = look, .describe = describe };
