/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-prose-heading.h"

/* The last number of each level under what stands above it. */
typedef struct
{
  guint last[NB_ITEM_CIRCLED + 1];
} Levels;

static gboolean
is_next (const NbItem *item, guint last)
{
  if (item->number == last + 1)
    return TRUE;
  /* A list below the first two levels may begin anew anywhere; above, only one that got beyond its first. */
  return item->number == 1 && (item->kind > NB_ITEM_HAN_BRACKETED || last > 1);
}

/* Headings count on at each level and begin anew below another heading: 一、（一） 1. （1） ① (R36). */
static void
look (NbCheck *check, const char *field)
{
  const GArray *headings = nb_check_get_headings (check, field);
  Levels levels = { { 0 } };

  for (guint i = 0; i < headings->len; i++)
    {
      const NbHeading *heading = &g_array_index (headings, NbHeading, i);
      const NbItem *item = heading->item;
      guint *last = &levels.last[item->kind];
      NbSpan span = { heading->paragraph, item->start, item->end };

      if (!is_next (item, *last))
        nb_check_add_fault (check, field, &span, 1, *last, item->number);
      *last = item->number;
      for (guint level = item->kind + 1; level <= NB_ITEM_CIRCLED; level++)
        levels.last[level] = 0;
    }
}

static char *
describe (NbFinding *finding)
{
  g_autofree char *words = nb_finding_dup_words (finding, 0);
  guint last = (guint) nb_finding_get_a (finding);

  if (last == 0)
    return g_strdup_printf (
        _ ("“%s” is the first heading of its level here: it should be number 1."), words);
  return g_strdup_printf (_ ("“%s” follows number %u of its level: it should be number %u."), words,
                          last, last + 1);
}

const NbProseCheck nb_check_heading_order = { .text = look, .describe = describe };
