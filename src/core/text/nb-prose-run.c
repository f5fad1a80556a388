/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-prose-run.h"

typedef struct
{
  GArray *items;
  NbRunItem glued; /* a run only if the second item follows; item NULL: none waits */
  gboolean open;
  guint n_runs;
} Scan;

static void
append (Scan *scan, NbRunItem item)
{
  item.run = scan->n_runs - 1;
  g_array_append_val (scan->items, item);
}

static void
begin_run (Scan *scan, NbRunItem first)
{
  scan->n_runs++;
  scan->open = TRUE;
  scan->glued.item = NULL;
  append (scan, first);
}

static void
take_item (Scan *scan, NbRunItem item)
{
  if (item.item->glued)
    {
      if (item.item->number == 1)
        scan->glued = item;
    }
  else if (item.item->number == 1)
    begin_run (scan, item);
  else if (item.item->number == 2 && scan->glued.item != NULL)
    {
      begin_run (scan, scan->glued);
      append (scan, item);
    }
  else if (scan->open)
    append (scan, item);
}

void
nb_text_list_runs (const NbText *text, NbItemKind kind, GArray *items)
{
  Scan scan = { .items = items };

  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const NbProse *prose = nb_paragraph_get_prose (nb_text_get_paragraph (text, i));

      for (guint j = 0; j < prose->n_items; j++)
        {
          const NbItem *item = &prose->items[j];

          if (item->kind == kind)
            take_item (&scan, (NbRunItem){ i, item, 0 });
          else if (NB_ITEM_IS_HEADING (item))
            {
              scan.open = FALSE;
              scan.glued.item = NULL;
            }
        }
    }
}
