/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-prose.h"

#include <string.h>

#include "nb-prose-scan.h"

void
nb_scan_list_grow (NbScanList *list, guint size)
{
  list->capacity = MAX (2 * list->capacity, 16);
  list->size = size;
  list->data = g_realloc_n (list->data, list->capacity, size);
}

/* What is kept of a scan: the facts and all their arrays in one piece of memory. */
typedef struct
{
  const NbScanList *list;
  const void **facts;
  guint *n_facts;
} Part;

#define ALIGNED(size) (((size) + 7) & ~(gsize) 7)

static gsize
get_size (const NbScanList *list)
{
  return (gsize) list->len * list->size;
}

static NbProse *
pack (const NbScanner *scanner)
{
  NbProse facts = { .word_kinds = scanner->word_kinds };
  const Part parts[] = {
    { &scanner->marks, (const void **) &facts.marks, &facts.n_marks },
    { &scanner->items, (const void **) &facts.items, &facts.n_items },
    { &scanner->sentences, (const void **) &facts.sentences, &facts.n_sentences },
    { &scanner->figures, (const void **) &facts.figures, &facts.n_figures },
    { &scanner->words, (const void **) &facts.words, &facts.n_words },
    { &scanner->odds, (const void **) &facts.odds, &facts.n_odds },
    { &scanner->half_width, (const void **) &facts.half_width, &facts.n_half_width },
    { &scanner->unmatched, (const void **) &facts.unmatched, &facts.n_unmatched },
  };
  gsize size = ALIGNED (sizeof (NbProse));
  char *memory, *at;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    size += ALIGNED (get_size (parts[i].list));
  memory = g_malloc (size);
  at = memory + ALIGNED (sizeof (NbProse));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const NbScanList *list = parts[i].list;

      if (list->len == 0)
        continue;
      memcpy (at, list->data, get_size (list));
      *parts[i].facts = at;
      *parts[i].n_facts = list->len;
      at += ALIGNED (get_size (list));
    }
  memcpy (memory, &facts, sizeof facts);
  return (NbProse *) memory;
}

static NbProse *
scan (const NbParagraph *paragraph)
{
  NbScanner scanner = { .lexicon = nb_lexicon_get (),
                        .text = paragraph->text,
                        .end = paragraph->text + paragraph->size,
                        .c = paragraph->text };
  NbProse *prose;

  nb_scanner_run (&scanner);
  prose = pack (&scanner);
  g_free (scanner.marks.data);
  g_free (scanner.items.data);
  g_free (scanner.sentences.data);
  g_free (scanner.figures.data);
  g_free (scanner.words.data);
  g_free (scanner.odds.data);
  g_free (scanner.half_width.data);
  g_free (scanner.unmatched.data);
  return prose;
}

const NbProse *
nb_paragraph_get_prose (const NbParagraph *paragraph)
{
  NbParagraph *keeper = (NbParagraph *) paragraph;
  NbProse *prose = g_atomic_pointer_get (&keeper->prose);

  if (prose == NULL)
    {
      prose = scan (paragraph);
      /* Two threads may scan at once; what the first one kept is true for both. */
      if (!g_atomic_pointer_compare_and_exchange (&keeper->prose, NULL, prose))
        {
          g_free (prose);
          prose = g_atomic_pointer_get (&keeper->prose);
        }
    }
  return prose;
}
