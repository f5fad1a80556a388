/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-section.h"

#include <string.h>

#include "nb-prose-heading.h"
#include "nb-prose-run.h"

static const NbHeading *
get (const GArray *headings, guint index)
{
  return &g_array_index (headings, NbHeading, index);
}

static NbItemKind
get_kind (const GArray *headings, guint index)
{
  return get (headings, index)->item->kind;
}

/* How many headings stand at or before the place. */
static guint
count_before (const GArray *headings, guint paragraph, guint offset)
{
  guint n = 0;

  for (; n < headings->len; n++)
    {
      const NbHeading *heading = get (headings, n);

      if (heading->paragraph > paragraph
          || (heading->paragraph == paragraph && heading->item->start > offset))
        break;
    }
  return n;
}

/* The heading that ends the section of @index: the next one of its level or above; their number for none. */
static guint
find_end (const GArray *headings, guint index)
{
  guint end = index + 1;

  while (end < headings->len && get_kind (headings, end) > get_kind (headings, index))
    end++;
  return end;
}

static guint
get_offset (const NbText *text, const GArray *headings, guint index)
{
  return index < headings->len ? nb_text_get_offset (text, get (headings, index)->paragraph,
                                                     get (headings, index)->item->start)
                               : nb_text_get_length (text);
}

static NbTextSection
make_section (const NbText *text, const GArray *headings, guint index)
{
  const NbHeading *heading = get (headings, index);

  return (NbTextSection){ heading->item->kind,
                          heading->item->number,
                          heading->paragraph,
                          heading->item->start,
                          get_offset (text, headings, index),
                          get_offset (text, headings, find_end (headings, index)) };
}

gboolean
nb_text_find_section (const NbText *text, guint paragraph, guint offset, NbTextSection *section)
{
  g_autoptr (GArray) headings = nb_text_list_headings (text);
  guint n = count_before (headings, paragraph, offset);

  if (n > 0)
    *section = make_section (text, headings, n - 1);
  return n > 0;
}

/* The words of a heading without its marker. Free with g_free(). */
static char *
dup_title (const NbText *text, const NbHeading *heading)
{
  NbSpan span = { heading->paragraph, heading->item->end, heading->item->title_end };
  char *title = nb_text_dup_span (text, span);

  return g_strstrip (title);
}

gboolean
nb_text_find_same_section (const NbText *text,
                           const NbText *other,
                           const NbTextSection *section,
                           NbTextSection *found)
{
  g_autoptr (GArray) headings = nb_text_list_headings (text);
  g_autoptr (GArray) others = nb_text_list_headings (other);
  guint n = count_before (others, section->paragraph, section->start);
  g_autofree char *wanted = n > 0 ? dup_title (other, get (others, n - 1)) : NULL;

  for (guint i = 0; wanted != NULL && i < headings->len; i++)
    {
      g_autofree char *title = dup_title (text, get (headings, i));

      if (get_kind (headings, i) == section->kind && g_str_equal (title, wanted))
        {
          *found = make_section (text, headings, i);
          return TRUE;
        }
    }
  return FALSE;
}

/* The first heading of the level of @index under the same heading. */
static guint
find_first_sibling (const GArray *headings, guint index)
{
  NbItemKind kind = get_kind (headings, index);
  guint first = index;

  for (guint i = index; i > 0 && get_kind (headings, i - 1) >= kind; i--)
    if (get_kind (headings, i - 1) == kind)
      first = i - 1;
  return first;
}

static void
add_marker (GPtrArray *edits, const NbText *text, guint paragraph, const NbItem *item, guint number)
{
  NbSpan span = { paragraph, item->start, item->end };
  g_autofree char *marker = nb_text_dup_span (text, span);
  g_autofree char *renewed = nb_text_format_marker (marker, number);

  if (renewed != NULL && item->number != number)
    nb_text_edits_add (edits, span, renewed);
}

/* Counts the headings on that stand beside @index. @number: of the first one. */
static GPtrArray *
renumber_headings (const NbText *text, const GArray *headings, guint index, guint number)
{
  GPtrArray *edits = nb_text_edits_new ();
  NbItemKind kind = get_kind (headings, index);

  for (guint i = find_first_sibling (headings, index);
       i < headings->len && get_kind (headings, i) >= kind; i++)
    if (get_kind (headings, i) == kind)
      add_marker (edits, text, get (headings, i)->paragraph, get (headings, i)->item, number++);
  return edits;
}

/* The end of [@from, @to) of @text without the line ends there. */
static guint
skip_line_ends (const char *string, guint from, guint to)
{
  const char *at = g_utf8_offset_to_pointer (string, to);

  while (to > from && at[-1] == '\n')
    {
      at--;
      to--;
    }
  return to;
}

/* Exchanges [@a, @b) and [@b, @end); the line ends behind each stay where they are. @b_at: where the second
 * is then. */
static NbText *
exchange (const NbText *text, guint a, guint b, guint end, guint *a_at)
{
  g_autofree char *string = nb_text_dup_string (text);
  guint a_end = skip_line_ends (string, a, b);
  guint b_end = skip_line_ends (string, b, end);
  g_autofree char *head = g_utf8_substring (string, 0, a);
  g_autofree char *first = g_utf8_substring (string, a, a_end);
  g_autofree char *between = g_utf8_substring (string, a_end, b);
  g_autofree char *second = g_utf8_substring (string, b, b_end);
  g_autofree char *all =
      g_strconcat (head, second, between, first, g_utf8_offset_to_pointer (string, b_end), NULL);

  *a_at = a + (b_end - b) + (b - a_end);
  return nb_text_new (all);
}

NbText *
nb_text_move_section (
    const NbText *text, guint paragraph, guint offset, gboolean down, NbTextSection *moved)
{
  g_autoptr (GArray) headings = nb_text_list_headings (text);
  g_autoptr (GArray) after = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (NbText) exchanged = NULL;
  guint n = count_before (headings, paragraph, offset);
  guint at, other, a_at, place, number;
  NbText *result;

  if (n == 0)
    return NULL;
  at = n - 1;
  number = get (headings, find_first_sibling (headings, at))->item->number;
  if (down)
    other = find_end (headings, at);
  else
    for (other = at; other > 0 && get_kind (headings, --other) > get_kind (headings, at);)
      ;
  if (other == at || other >= headings->len
      || get_kind (headings, other) != get_kind (headings, at))
    return NULL;
  exchanged = exchange (text, get_offset (text, headings, MIN (at, other)),
                        get_offset (text, headings, MAX (at, other)),
                        get_offset (text, headings, find_end (headings, MAX (at, other))), &a_at);
  place = down ? a_at : get_offset (text, headings, other);

  after = nb_text_list_headings (exchanged);
  nb_text_get_position (exchanged, place, &paragraph, &offset);
  n = count_before (after, paragraph, offset);
  g_return_val_if_fail (n > 0, NULL);
  edits = renumber_headings (exchanged, after, n - 1, number);
  result = nb_text_make_edits (exchanged, edits);
  if (moved != NULL)
    {
      g_autoptr (GArray) last = nb_text_list_headings (result);

      *moved = make_section (result, last, n - 1);
    }
  return result;
}

/* The last item of a run of @kind at or before the place and after (@after_paragraph, @after_start), in @items
 * (of NbRunItem), which it fills; -1 for none. */
static int
find_run_item (const NbText *text, NbItemKind kind, guint paragraph, guint offset, GArray *items)
{
  int found = -1;

  nb_text_list_runs (text, kind, items);
  for (guint i = 0; i < items->len; i++)
    {
      const NbRunItem *item = &g_array_index (items, NbRunItem, i);

      if (item->paragraph < paragraph
          || (item->paragraph == paragraph && item->item->start <= offset))
        found = (int) i;
    }
  return found;
}

static gboolean
is_before (guint paragraph, guint offset, guint other_paragraph, guint other_offset)
{
  return paragraph < other_paragraph || (paragraph == other_paragraph && offset < other_offset);
}

static GPtrArray *
renumber_items (const NbText *text, const GArray *items, guint run)
{
  GPtrArray *edits = nb_text_edits_new ();
  guint number = 1;

  for (guint i = 0; i < items->len; i++)
    {
      const NbRunItem *item = &g_array_index (items, NbRunItem, i);

      if (item->run == run)
        add_marker (edits, text, item->paragraph, item->item, number++);
    }
  return edits;
}

GPtrArray *
nb_text_renumber_run (const NbText *text, guint paragraph, guint offset)
{
  static const NbItemKind kinds[] = { NB_ITEM_IS, NB_ITEM_NTH };
  g_autoptr (GArray) headings = nb_text_list_headings (text);
  guint n = count_before (headings, paragraph, offset);
  g_autoptr (GArray) nearest = NULL;
  guint nearest_at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (NbRunItem));
      int at = find_run_item (text, kinds[i], paragraph, offset, items);
      const NbRunItem *item = at >= 0 ? &g_array_index (items, NbRunItem, at) : NULL;
      const NbRunItem *other =
          nearest != NULL ? &g_array_index (nearest, NbRunItem, nearest_at) : NULL;

      if (item == NULL
          || (n > 0
              && is_before (item->paragraph, item->item->start, get (headings, n - 1)->paragraph,
                            get (headings, n - 1)->item->start))
          || (other != NULL
              && is_before (item->paragraph, item->item->start, other->paragraph,
                            other->item->start)))
        continue;
      g_clear_pointer (&nearest, g_array_unref);
      nearest = g_steal_pointer (&items);
      nearest_at = (guint) at;
    }
  if (nearest != NULL)
    return renumber_items (text, nearest, g_array_index (nearest, NbRunItem, nearest_at).run);
  if (n == 0)
    return NULL;
  return renumber_headings (text, headings, n - 1,
                            get (headings, find_first_sibling (headings, n - 1))->item->number);
}
