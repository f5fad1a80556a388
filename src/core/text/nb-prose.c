/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-prose.h"

#include <string.h>

#include "nb-prose-scan.h"

/* What is kept of a scan: the facts and all their arrays in one piece of memory. */
typedef struct
{
  const GArray *array;
  const void **facts;
  guint *n_facts;
} Part;

static gsize
get_size (const GArray *array)
{
  gsize size = array != NULL ? (gsize) array->len * g_array_get_element_size ((GArray *) array) : 0;

  return (size + 7) & ~(gsize) 7;
}

static NbProse *
pack (const NbScanner *scanner)
{
  NbProse facts = { .word_kinds = scanner->word_kinds };
  const Part parts[] = {
    { scanner->marks, (const void **) &facts.marks, &facts.n_marks },
    { scanner->items, (const void **) &facts.items, &facts.n_items },
    { scanner->sentences, (const void **) &facts.sentences, &facts.n_sentences },
    { scanner->figures, (const void **) &facts.figures, &facts.n_figures },
    { scanner->words, (const void **) &facts.words, &facts.n_words },
    { scanner->odds, (const void **) &facts.odds, &facts.n_odds },
    { scanner->half_width, (const void **) &facts.half_width, &facts.n_half_width },
    { scanner->unmatched, (const void **) &facts.unmatched, &facts.n_unmatched },
  };
  gsize size = (sizeof (NbProse) + 7) & ~(gsize) 7;
  char *memory, *at;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    size += get_size (parts[i].array);
  memory = g_malloc (size);
  at = memory + ((sizeof (NbProse) + 7) & ~(gsize) 7);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].array == NULL)
        continue;
      memcpy (at, parts[i].array->data,
              (gsize) parts[i].array->len * g_array_get_element_size ((GArray *) parts[i].array));
      *parts[i].facts = at;
      *parts[i].n_facts = parts[i].array->len;
      at += get_size (parts[i].array);
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
  g_clear_pointer (&scanner.marks, g_array_unref);
  g_clear_pointer (&scanner.items, g_array_unref);
  g_clear_pointer (&scanner.sentences, g_array_unref);
  g_clear_pointer (&scanner.figures, g_array_unref);
  g_clear_pointer (&scanner.words, g_array_unref);
  g_clear_pointer (&scanner.odds, g_array_unref);
  g_clear_pointer (&scanner.half_width, g_array_unref);
  g_clear_pointer (&scanner.unmatched, g_array_unref);
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
