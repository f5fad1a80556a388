/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-pairs.h"

#include <string.h>

/* Larger stretches are paired in their order. */
#define MAX_TABLE 10000
/* Of 100: sentences with so much in common are counterparts. */
#define ALIKE 40

typedef struct
{
  guint start, end; /* in the text */
  const char *words;
  gsize size;
} Sentence;

/* The sentences of [@start, @end), which begins at *@from, without those that are a line end; moves *@from to its
 * end. */
static GArray *
list_sentences (const char **from, guint start, guint end)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  const char *at = *from;

  while (start < end)
    {
      const char *next = *at == '\n' ? at + 1 : nb_text_skip_sentence (at);
      Sentence sentence = { start, start + (guint) g_utf8_strlen (at, next - at), at,
                            (gsize) (next - at) };

      if (*at != '\n')
        g_array_append_val (sentences, sentence);
      start = sentence.end;
      at = next;
    }
  *from = at;
  return sentences;
}

static guint
hash_pair (const char *at)
{
  const char *second = g_utf8_next_char (at);

  return g_utf8_get_char (at) * 31 + (*second != '\0' ? g_utf8_get_char (second) : 0);
}

/* How much of their pairs of characters two sentences have in common, of 100; 0 where it is too little of the
 * shorter one. */
static guint
compare (const Sentence *a, const Sentence *b)
{
  guint8 seen[512] = { 0 };
  guint n_a = 0;
  guint n_b = 0;
  guint n_common = 0;

  for (const char *at = a->words; at < a->words + a->size; at = g_utf8_next_char (at), n_a++)
    seen[hash_pair (at) % sizeof seen] += 1;
  for (const char *at = b->words; at < b->words + b->size; at = g_utf8_next_char (at), n_b++)
    if (seen[hash_pair (at) % sizeof seen] > 0)
      {
        seen[hash_pair (at) % sizeof seen] -= 1;
        n_common++;
      }
  if (100 * n_common < ALIKE * MIN (n_a, n_b))
    return 0;
  return n_a + n_b > 0 ? 200 * n_common / (n_a + n_b) : 0;
}

static void
add (GArray *pieces, const Sentence *a, const Sentence *b, guint a_at, guint b_at)
{
  NbTextPiece piece = { FALSE, a != NULL ? a->start : a_at, a != NULL ? a->end : a_at,
                        b != NULL ? b->start : b_at, b != NULL ? b->end : b_at };

  g_array_append_val (pieces, piece);
}

/* In their order, as many as there are. */
static void
pair_in_order (GArray *pieces, const GArray *a, const GArray *b, guint a_at, guint b_at)
{
  for (guint i = 0; i < MAX (a->len, b->len); i++)
    {
      const Sentence *one = i < a->len ? &g_array_index (a, Sentence, i) : NULL;
      const Sentence *other = i < b->len ? &g_array_index (b, Sentence, i) : NULL;

      add (pieces, one, other, a_at, b_at);
      a_at = one != NULL ? one->end : a_at;
      b_at = other != NULL ? other->end : b_at;
    }
}

/* So that the most is in common. */
static void
pair_alike (GArray *pieces, const GArray *a, const GArray *b, guint a_at, guint b_at)
{
  guint width = b->len + 1;
  gsize size = (gsize) (a->len + 1) * width;
  g_autofree guint *best = g_new0 (guint, size);
  g_autofree guint *alike = g_new0 (guint, size);
  guint i = 0;
  guint j = 0;

  for (guint x = a->len; x-- > 0;)
    for (guint y = b->len; y-- > 0;)
      {
        guint likeness = compare (&g_array_index (a, Sentence, x), &g_array_index (b, Sentence, y));
        guint apart = MAX (best[(x + 1) * width + y], best[x * width + y + 1]);

        alike[x * width + y] = likeness;
        best[x * width + y] =
            MAX (apart, likeness > 0 ? best[(x + 1) * width + y + 1] + likeness : 0);
      }
  while (i < a->len || j < b->len)
    {
      const Sentence *one = i < a->len ? &g_array_index (a, Sentence, i) : NULL;
      const Sentence *other = j < b->len ? &g_array_index (b, Sentence, j) : NULL;
      guint at = i * width + j;

      if (one != NULL && other != NULL && alike[at] > 0
          && best[at] == best[at + width + 1] + alike[at])
        {
          i++;
          j++;
        }
      else if (one != NULL && (other == NULL || best[at] == best[at + width]))
        {
          other = NULL;
          i++;
        }
      else
        {
          one = NULL;
          j++;
        }
      add (pieces, one, other, a_at, b_at);
      a_at = one != NULL ? one->end : a_at;
      b_at = other != NULL ? other->end : b_at;
    }
}

GArray *
nb_text_pair_sentences (const NbText *a, const NbText *b)
{
  g_autofree char *one = nb_text_dup_string (a);
  g_autofree char *other = nb_text_dup_string (b);
  g_autoptr (GArray) differences = nb_text_diff (a, b);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (NbTextPiece));
  const char *at = one;
  const char *other_at = other;

  for (guint i = 0; i < differences->len; i++)
    {
      NbTextPiece piece = g_array_index (differences, NbTextPiece, i);
      g_autoptr (GArray) sentences = list_sentences (&at, piece.a_start, piece.a_end);
      g_autoptr (GArray) others = list_sentences (&other_at, piece.b_start, piece.b_end);
      guint first = pieces->len;

      if (piece.same || (guint64) sentences->len * others->len > MAX_TABLE)
        pair_in_order (pieces, sentences, others, piece.a_start, piece.b_start);
      else
        pair_alike (pieces, sentences, others, piece.a_start, piece.b_start);
      for (guint j = first; j < pieces->len; j++)
        g_array_index (pieces, NbTextPiece, j).same = piece.same;
    }
  return pieces;
}
