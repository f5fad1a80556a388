/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-figures.h"

#include "nb-prose.h"

/* So many characters before a number say what it counts. */
#define LEAD 4

/* Last year's text: where its sentences stand by what they say without their numbers, and its numbers by what
 * stands round them. */
typedef struct
{
  const NbText *text;
  GHashTable *sentences; /* folded hash ─► index in places + 1 */
  GArray *places;        /* of Place */
  GHashTable *figures;   /* "words before|unit" ─► NbSpan, or NULL where several stand so */
} LastYear;

typedef struct
{
  guint paragraph;
  const NbSentence *sentence;
} Place;

static const NbProse *
get_prose (const NbText *text, guint index)
{
  return nb_paragraph_get_prose (nb_text_get_paragraph (text, index));
}

static NbSpan
get_span (guint paragraph, const NbFigure *figure)
{
  return (NbSpan){ paragraph, figure->start, figure->end };
}

/* The sentence that @offset stands in, from *@next on. NULL: it stands in none. */
static const NbSentence *
find_sentence (const NbProse *prose, guint offset, guint *next)
{
  while (*next < prose->n_sentences && prose->sentences[*next].end <= offset)
    (*next)++;
  return *next < prose->n_sentences && prose->sentences[*next].start <= offset
             ? &prose->sentences[*next]
             : NULL;
}

/* The figures of @prose that stand in @sentence: the first one's index and their number. */
static guint
count_figures (const NbProse *prose, const NbSentence *sentence, guint *first)
{
  guint n = 0;

  for (guint i = 0; i < prose->n_figures; i++)
    if (prose->figures[i].start >= sentence->start && prose->figures[i].start < sentence->end)
      {
        if (n == 0)
          *first = i;
        n++;
      }
  return n;
}

/* What stands round a figure. Free with g_free(). */
static char *
make_key (const NbText *text, guint paragraph, const NbFigure *figure)
{
  const char *string = nb_text_get_paragraph (text, paragraph)->text;
  const char *end = string + figure->byte;
  const char *start = end;
  const char *unit = string + figure->digits_end_byte;
  const char *unit_end =
      g_utf8_offset_to_pointer (unit, (glong) (figure->end - figure->digits_end));

  for (guint i = 0; i < LEAD && start > string; i++)
    start = g_utf8_prev_char (start);
  return g_strdup_printf ("%.*s|%.*s", (int) (end - start), start, (int) (unit_end - unit), unit);
}

static void
index_paragraph (LastYear *last, guint paragraph)
{
  const NbProse *prose = get_prose (last->text, paragraph);

  for (guint i = 0; i < prose->n_sentences; i++)
    {
      Place place = { paragraph, &prose->sentences[i] };

      g_array_append_val (last->places, place);
      if (!g_hash_table_contains (last->sentences, &prose->sentences[i].folded))
        g_hash_table_insert (last->sentences, (gpointer) &prose->sentences[i].folded,
                             GUINT_TO_POINTER (last->places->len));
    }
  for (guint i = 0; i < prose->n_figures; i++)
    {
      NbSpan span = get_span (paragraph, &prose->figures[i]);
      char *key = make_key (last->text, paragraph, &prose->figures[i]);
      gboolean known = g_hash_table_contains (last->figures, key);

      g_hash_table_insert (last->figures, key, known ? NULL : g_memdup2 (&span, sizeof (NbSpan)));
    }
}

static void
last_year_init (LastYear *last, const NbText *text)
{
  last->text = text;
  last->sentences = g_hash_table_new (g_int64_hash, g_int64_equal);
  last->places = g_array_new (FALSE, FALSE, sizeof (Place));
  last->figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; text != NULL && i < nb_text_get_n_paragraphs (text); i++)
    index_paragraph (last, i);
}

static void
last_year_clear (LastYear *last)
{
  g_hash_table_unref (last->sentences);
  g_hash_table_unref (last->figures);
  g_array_unref (last->places);
}

/* The counterpart of figure @index of @prose, in @sentence (or NULL). */
static gboolean
find_counterpart (const LastYear *last,
                  const NbText *text,
                  guint paragraph,
                  guint index,
                  const NbSentence *sentence,
                  NbSpan *found)
{
  const NbProse *prose = get_prose (text, paragraph);
  guint at = sentence != NULL
                 ? GPOINTER_TO_UINT (g_hash_table_lookup (last->sentences, &sentence->folded))
                 : 0;
  g_autofree char *key = NULL;
  const NbSpan *span;

  if (at > 0)
    {
      Place place = g_array_index (last->places, Place, at - 1);
      const NbProse *then = get_prose (last->text, place.paragraph);
      guint first = 0;
      guint first_then = 0;

      if (count_figures (prose, sentence, &first)
          == count_figures (then, place.sentence, &first_then))
        {
          *found = get_span (place.paragraph, &then->figures[first_then + index - first]);
          return TRUE;
        }
    }
  key = make_key (text, paragraph, &prose->figures[index]);
  span = g_hash_table_lookup (last->figures, key);
  if (span != NULL)
    *found = *span;
  return span != NULL;
}

GArray *
nb_text_list_figures (const NbText *text, const NbText *last)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (NbTextFigure));
  LastYear then;

  last_year_init (&then, last);
  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const NbProse *prose = get_prose (text, i);
      guint next = 0;

      for (guint j = 0; j < prose->n_figures; j++)
        {
          const NbFigure *found = &prose->figures[j];
          const NbSentence *sentence = find_sentence (prose, found->start, &next);
          NbTextFigure figure = { .span = get_span (i, found), .digits_end = found->digits_end };

          figure.sentence =
              sentence != NULL ? (NbSpan){ i, sentence->start, sentence->end } : figure.span;
          figure.has_last = find_counterpart (&then, text, i, j, sentence, &figure.last);
          g_array_append_val (figures, figure);
        }
    }
  last_year_clear (&then);
  return figures;
}
