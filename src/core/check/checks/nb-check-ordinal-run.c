/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-prose-run.h"
#include "nb-text-section.h"

#define NEXT_AGAIN 100 /* 其次 for the second time: what the fault's first number says then */

static void
look_at_runs (NbCheck *check, const char *field, NbItemKind kind)
{
  const GArray *items = nb_check_get_runs (check, field, kind);

  for (guint i = 1; i < items->len; i++)
    {
      const NbRunItem *before = &g_array_index (items, NbRunItem, i - 1);
      const NbRunItem *item = &g_array_index (items, NbRunItem, i);
      NbSpan span = { item->paragraph, item->item->start, item->item->end };

      if (item->run == before->run && item->item->number != before->item->number + 1)
        nb_check_add_fault (check, field, &span, 1, before->item->number, kind);
    }
}

/* 首先 其次 再次 最后 inside one paragraph, where only 其次 after 其次 is a slip beyond doubt. */
static void
look_at_words (NbCheck *check, const char *field)
{
  const NbProse *prose;

  for (guint i = 0; (prose = nb_check_get_prose (check, field, i)) != NULL; i++)
    {
      guint last = 0;

      for (guint j = 0; j < prose->n_items; j++)
        {
          const NbItem *item = &prose->items[j];
          NbSpan span = { i, item->start, item->end };

          if (NB_ITEM_IS_HEADING (item))
            last = 0;
          if (item->kind != NB_ITEM_FIRST)
            continue;
          if (item->number == 2 && last == 2)
            nb_check_add_fault (check, field, &span, 1, NEXT_AGAIN, NB_ITEM_FIRST);
          last = item->number == 1 || last != 0 ? item->number : 0;
        }
    }
}

/* 一是 二是 三是 五是, 第一 第三: items that do not count on (R35). */
static void
look (NbCheck *check, const char *field)
{
  look_at_runs (check, field, NB_ITEM_IS);
  look_at_runs (check, field, NB_ITEM_NTH);
  look_at_words (check, field);
}

/* The item that the fault stands at, in its run from there on; items are NbRunItem. */
static GArray *
list_rest (NbFinding *finding)
{
  const NbSpan *span = nb_finding_get_spans (finding);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (NbRunItem));
  guint first = 0;

  nb_text_list_runs (nb_finding_get_text (finding), (NbItemKind) nb_finding_get_b (finding), items);
  for (; first < items->len; first++)
    {
      const NbRunItem *item = &g_array_index (items, NbRunItem, first);

      if (item->paragraph == span->paragraph && item->item->start == span->start)
        break;
    }
  g_array_remove_range (items, 0, MIN (first, items->len));
  for (guint i = 1; i < items->len; i++)
    if (g_array_index (items, NbRunItem, i).run != g_array_index (items, NbRunItem, 0).run)
      g_array_set_size (items, i);
  return items;
}

static char *
describe (NbFinding *finding)
{
  NbItemKind kind = (NbItemKind) nb_finding_get_b (finding);
  guint last = (guint) nb_finding_get_a (finding);
  g_autofree char *found = nb_finding_dup_words (finding, 0);
  g_autofree char *before = NULL;
  g_autofree char *expected = NULL;

  if (kind == NB_ITEM_FIRST)
    return g_strdup_printf (_ ("After “%s” comes “%s”; “%s” stands here."), found, "再次", found);
  before = nb_text_format_marker (found, CLAMP (last, 1, 99));
  expected = nb_text_format_marker (found, MIN (last + 1, 99));
  return g_strdup_printf (_ ("After “%s” comes “%s”; “%s” stands here."), before, expected, found);
}

/* Counts on from the item before to the end of the run: mending one item alone would only move the break. */
static void
fix (NbFinding *finding)
{
  NbItemKind kind = (NbItemKind) nb_finding_get_b (finding);
  guint expected = (guint) nb_finding_get_a (finding) + 1;
  g_autofree char *found = nb_finding_dup_words (finding, 0);
  g_autoptr (GArray) items = NULL;

  if (kind == NB_ITEM_FIRST)
    {
      nb_finding_add_edit (finding, nb_finding_get_spans (finding)[0], "再次");
      return;
    }
  items = list_rest (finding);
  for (guint i = 0; i < items->len && expected <= 99; i++, expected++)
    {
      const NbRunItem *item = &g_array_index (items, NbRunItem, i);
      g_autofree char *marker = nb_text_format_marker (found, expected);

      nb_finding_add_edit (finding, (NbSpan){ item->paragraph, item->item->start, item->item->end },
                           marker);
    }
}

const NbProseCheck nb_check_ordinal_run = { .text = look, .describe = describe, .fix = fix };
