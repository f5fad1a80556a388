/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-display-breaks.h"

#include "nb-text-class.h"

struct _NbUiDisplayBreaks
{
  GArray *offsets; /* of guint, in the text, rising */
};

NbUiDisplayBreaks *
nb_ui_display_breaks_new (void)
{
  NbUiDisplayBreaks *breaks = g_new0 (NbUiDisplayBreaks, 1);

  breaks->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  return breaks;
}

void
nb_ui_display_breaks_free (NbUiDisplayBreaks *breaks)
{
  g_array_unref (breaks->offsets);
  g_free (breaks);
}

static guint
get (const NbUiDisplayBreaks *breaks, guint index)
{
  return g_array_index (breaks->offsets, guint, index);
}

/* How many breaks stand at or before @text_offset. */
static guint
count_to_text (const NbUiDisplayBreaks *breaks, guint text_offset)
{
  guint low = 0;
  guint high = breaks->offsets->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get (breaks, middle) <= text_offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* How many breaks stand before @shown_offset. */
static guint
count_to_shown (const NbUiDisplayBreaks *breaks, guint shown_offset)
{
  guint low = 0;
  guint high = breaks->offsets->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get (breaks, middle) + middle < shown_offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
nb_ui_display_breaks_to_shown (const NbUiDisplayBreaks *breaks, guint text_offset)
{
  return text_offset + count_to_text (breaks, text_offset);
}

guint
nb_ui_display_breaks_to_text (const NbUiDisplayBreaks *breaks, guint shown_offset)
{
  return shown_offset - count_to_shown (breaks, shown_offset);
}

void
nb_ui_display_breaks_add (NbUiDisplayBreaks *breaks, guint text_offset)
{
  g_array_insert_val (breaks->offsets, count_to_text (breaks, text_offset), text_offset);
}

guint
nb_ui_display_breaks_remove (NbUiDisplayBreaks *breaks, guint shown_start, guint shown_end)
{
  guint first = count_to_shown (breaks, shown_start);
  guint n = count_to_shown (breaks, shown_end) - first;

  if (n > 0)
    g_array_remove_range (breaks->offsets, first, n);
  return n;
}

void
nb_ui_display_breaks_move (NbUiDisplayBreaks *breaks,
                           guint shown_start,
                           guint removed,
                           guint inserted)
{
  for (guint i = count_to_shown (breaks, shown_start); i < breaks->offsets->len; i++)
    g_array_index (breaks->offsets, guint, i) += inserted - removed;
}

gboolean
nb_ui_display_breaks_find_last (const NbUiDisplayBreaks *breaks,
                                guint shown_start,
                                guint shown_end,
                                guint *shown)
{
  guint n = count_to_shown (breaks, shown_end);

  if (n == count_to_shown (breaks, shown_start))
    return FALSE;
  *shown = get (breaks, n - 1) + n - 1;
  return TRUE;
}

/* Whether a line may end behind @c: Han text breaks nearly everywhere. */
static gboolean
may_break_after (gunichar c)
{
  return c == ' ' || nb_text_is_han (c) || nb_text_is_cjk_mark (c);
}

GArray *
nb_ui_display_breaks_list (const char *text, guint before)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
  guint line = before;
  guint run = 0;
  guint offset = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), offset++)
    {
      gunichar c = nb_text_get_character (at);

      if (c == '\n')
        {
          line = run = 0;
          continue;
        }
      if (line >= NB_UI_DISPLAY_LINE || run >= NB_UI_DISPLAY_RUN)
        {
          g_array_append_val (list, offset);
          line = run = 0;
        }
      line++;
      run = may_break_after (c) ? 0 : run + 1;
    }
  return list;
}
