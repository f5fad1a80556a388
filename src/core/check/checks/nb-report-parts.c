/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-parts.h"

static guint
get_part (const NbWord *word, gboolean weak)
{
  if (word->value != 0 && !weak)
    return 0;
  switch (word->kind)
    {
    case NB_WORD_ACTIVITY:
      return NB_PART_ACTIVITY;
    case NB_WORD_BENEFIT:
      return NB_PART_BENEFIT;
    case NB_WORD_PROBLEM:
      return NB_PART_PROBLEM;
    case NB_WORD_MEASURE:
      return NB_PART_MEASURE;
    case NB_WORD_PLAN:
      return NB_PART_PLAN;
    default:
      return 0;
    }
}

/* The first word at byte @from or behind it. */
static guint
find_word (const NbProse *prose, guint from)
{
  guint low = 0, high = prose->n_words;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (prose->words[middle].byte < from)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
nb_prose_get_parts (const NbProse *prose, guint from, guint to, gboolean weak)
{
  guint parts = 0;

  for (guint i = find_word (prose, from); i < prose->n_words && prose->words[i].byte < to; i++)
    parts |= get_part (&prose->words[i], weak);
  return parts;
}

guint
nb_heading_get_parts (const NbProse *prose, const NbItem *heading)
{
  return nb_prose_get_parts (prose, heading->end_byte, heading->title_end_byte, TRUE);
}
