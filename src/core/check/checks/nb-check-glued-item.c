/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-prose-run.h"

/* Where the words begin that the item is glued to. */
static guint
find_start (const NbProse *prose, const NbItem *item)
{
  guint low = 0, high = prose->n_sentences;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (prose->sentences[middle].end < item->start)
        low = middle + 1;
      else
        high = middle;
    }
  return low < prose->n_sentences ? MIN (prose->sentences[low].words, item->start) : item->start;
}

static void
look_at_kind (NbCheck *check, const char *field, NbItemKind kind)
{
  const GArray *items = nb_check_get_runs (check, field, kind);

  for (guint i = 0; i < items->len; i++)
    {
      const NbRunItem *item = &g_array_index (items, NbRunItem, i);
      NbSpan span = { item->paragraph, 0, item->item->end };

      if (!item->item->glued)
        continue;
      span.start = find_start (nb_check_get_prose (check, field, item->paragraph), item->item);
      nb_check_add_fault (check, field, &span, 1, item->item->start, 0);
    }
}

/* 存在问题一是: the first item of a list is glued to what it belongs under (R38). */
static void
look (NbCheck *check, const char *field)
{
  look_at_kind (check, field, NB_ITEM_IS);
}

static char *
describe (NbFinding *finding)
{
  g_autofree char *words = nb_finding_dup_words (finding, 0);

  return g_strdup_printf (
      _ ("“%s”: the list is glued to its heading. Begin it in a paragraph of its own."), words);
}

static void
fix (NbFinding *finding)
{
  guint at = (guint) nb_finding_get_a (finding);

  nb_finding_add_edit (finding, (NbSpan){ nb_finding_get_spans (finding)[0].paragraph, at, at },
                       "\n");
}

const NbProseCheck nb_check_glued_item = { .text = look, .describe = describe, .fix = fix };
