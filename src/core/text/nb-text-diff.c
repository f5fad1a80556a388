/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-diff.h"

#include <string.h>

/* Patience diff: sentences that stand once in either text are the anchors, what lies between them is compared
 * in the same way; a stretch without anchors by its longest common subsequence, where it is small. */
#define MAX_DEPTH 40
#define MAX_TABLE 40000

/* A text as sentences: what each says, as a number, and where it ends, in code points. */
typedef struct
{
  GArray *ids;  /* of guint */
  GArray *ends; /* of guint */
} Sentences;

/* How often a sentence stands in the two ranges looked at, and where. */
typedef struct
{
  guint n_a;
  guint n_b;
  guint at_a;
  guint at_b;
} Count;

typedef struct
{
  Sentences a;
  Sentences b;
  Count *counts; /* by id, all zero between uses */
  GArray *pieces;
} Diff;

typedef struct
{
  guint a;
  guint b;
  guint a_end;
  guint b_end;
} Range;

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF1B || c == '!' || c == '?'
         || c == ';' || c == 0x2026;
}

static gboolean
closes (gunichar c)
{
  return c == 0x201D || c == 0x2019 || c == 0xFF09 || c == ')' || c == 0x300B || c == 0x3011
         || c == 0x300D || c == 0x300F;
}

const char *
nb_text_skip_sentence (const char *at)
{
  while (*at != '\0' && !ends_sentence (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  while (*at != '\0' && (ends_sentence (g_utf8_get_char (at)) || closes (g_utf8_get_char (at))))
    at = g_utf8_next_char (at);
  return at;
}

static void
add_sentence (Sentences *sentences, GHashTable *ids, char *words, guint end)
{
  gpointer known;
  guint id;

  if (g_hash_table_lookup_extended (ids, words, NULL, &known))
    {
      id = GPOINTER_TO_UINT (known);
      g_free (words);
    }
  else
    {
      id = g_hash_table_size (ids);
      g_hash_table_insert (ids, words, GUINT_TO_POINTER (id));
    }
  g_array_append_val (sentences->ids, id);
  g_array_append_val (sentences->ends, end);
}

static void
split (Sentences *sentences, const NbText *text, GHashTable *ids)
{
  guint offset = 0;

  sentences->ids = g_array_new (FALSE, FALSE, sizeof (guint));
  sentences->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const char *at = nb_text_get_paragraph (text, i)->text;

      if (i > 0)
        add_sentence (sentences, ids, g_strdup ("\n"), ++offset);
      while (*at != '\0')
        {
          const char *end = nb_text_skip_sentence (at);

          offset += (guint) g_utf8_strlen (at, end - at);
          add_sentence (sentences, ids, g_strndup (at, (gsize) (end - at)), offset);
          at = end;
        }
    }
}

static guint
get_id (const Sentences *sentences, guint index)
{
  return g_array_index (sentences->ids, guint, index);
}

static guint
get_offset (const Sentences *sentences, guint index)
{
  return index > 0 ? g_array_index (sentences->ends, guint, index - 1) : 0;
}

/* Adds the sentences of @range, joined to the piece before where that is of the same kind. */
static void
add_piece (Diff *diff, gboolean same, Range range)
{
  NbTextPiece piece = { same, get_offset (&diff->a, range.a), get_offset (&diff->a, range.a_end),
                        get_offset (&diff->b, range.b), get_offset (&diff->b, range.b_end) };
  NbTextPiece *last = diff->pieces->len > 0
                          ? &g_array_index (diff->pieces, NbTextPiece, diff->pieces->len - 1)
                          : NULL;

  if (range.a == range.a_end && range.b == range.b_end)
    return;
  if (last != NULL && last->same == same)
    {
      last->a_end = piece.a_end;
      last->b_end = piece.b_end;
      return;
    }
  g_array_append_val (diff->pieces, piece);
}

static void
add_same (Diff *diff, guint a, guint b, guint n)
{
  add_piece (diff, TRUE, (Range){ a, b, a + n, b + n });
}

/* The longest common subsequence of a small range, by the usual table. */
static void
compare_small (Diff *diff, Range range)
{
  guint n_a = range.a_end - range.a;
  guint n_b = range.b_end - range.b;
  guint width = n_b + 1;
  g_autofree guint *table = g_new0 (guint, (gsize) (n_a + 1) * width);
  guint i = 0;
  guint j = 0;

  for (guint x = n_a; x-- > 0;)
    for (guint y = n_b; y-- > 0;)
      table[x * width + y] = get_id (&diff->a, range.a + x) == get_id (&diff->b, range.b + y)
                                 ? table[(x + 1) * width + y + 1] + 1
                                 : MAX (table[(x + 1) * width + y], table[x * width + y + 1]);
  while (i < n_a && j < n_b)
    {
      guint a = range.a + i;
      guint b = range.b + j;

      if (get_id (&diff->a, a) == get_id (&diff->b, b))
        {
          add_same (diff, a, b, 1);
          i++;
          j++;
        }
      else if (table[(i + 1) * width + j] >= table[i * width + j + 1])
        {
          add_piece (diff, FALSE, (Range){ a, b, a + 1, b });
          i++;
        }
      else
        {
          add_piece (diff, FALSE, (Range){ a, b, a, b + 1 });
          j++;
        }
    }
  add_piece (diff, FALSE, (Range){ range.a + i, range.b + j, range.a_end, range.b_end });
}

/* The sentences that stand once in each side of @range, in the order of the first: array of Count. */
static GArray *
list_unique (Diff *diff, Range range)
{
  GArray *unique = g_array_new (FALSE, FALSE, sizeof (Count));

  for (guint i = range.a; i < range.a_end; i++)
    {
      Count *count = &diff->counts[get_id (&diff->a, i)];

      count->n_a++;
      count->at_a = i;
    }
  for (guint i = range.b; i < range.b_end; i++)
    {
      Count *count = &diff->counts[get_id (&diff->b, i)];

      count->n_b++;
      count->at_b = i;
    }
  for (guint i = range.a; i < range.a_end; i++)
    {
      Count count = diff->counts[get_id (&diff->a, i)];

      if (count.n_a == 1 && count.n_b == 1)
        g_array_append_val (unique, count);
    }
  for (guint i = range.a; i < range.a_end; i++)
    diff->counts[get_id (&diff->a, i)] = (Count){ 0 };
  for (guint i = range.b; i < range.b_end; i++)
    diff->counts[get_id (&diff->b, i)] = (Count){ 0 };
  return unique;
}

/* Keeps of @unique a longest run whose places rise in the second text too. */
static void
keep_rising (GArray *unique)
{
  const Count *counts = (const Count *) (void *) unique->data;
  g_autofree guint *tails = g_new (guint, unique->len + 1);
  g_autofree int *before = g_new (int, unique->len + 1);
  g_autofree Count *kept = NULL;
  guint n = 0;
  int at;

  for (guint i = 0; i < unique->len; i++)
    {
      guint low = 0;
      guint high = n;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (counts[tails[middle]].at_b < counts[i].at_b)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? (int) tails[low - 1] : -1;
      tails[low] = i;
      n = MAX (n, low + 1);
    }
  kept = g_new (Count, n + 1);
  at = n > 0 ? (int) tails[n - 1] : -1;
  for (guint i = n; i-- > 0; at = before[at])
    kept[i] = counts[at];
  g_array_set_size (unique, 0);
  g_array_append_vals (unique, kept, n);
}

static void
compare (Diff *diff, Range range, guint depth)
{
  g_autoptr (GArray) anchors = NULL;
  guint n_before = 0;
  guint n_after = 0;

  while (range.a + n_before < range.a_end && range.b + n_before < range.b_end
         && get_id (&diff->a, range.a + n_before) == get_id (&diff->b, range.b + n_before))
    n_before++;
  add_same (diff, range.a, range.b, n_before);
  range.a += n_before;
  range.b += n_before;
  while (range.a < range.a_end && range.b < range.b_end
         && get_id (&diff->a, range.a_end - 1) == get_id (&diff->b, range.b_end - 1))
    {
      n_after++;
      range.a_end--;
      range.b_end--;
    }

  if (range.a < range.a_end && range.b < range.b_end && depth < MAX_DEPTH)
    {
      anchors = list_unique (diff, range);
      keep_rising (anchors);
    }
  if (anchors != NULL && anchors->len > 0)
    {
      Range between = { range.a, range.b, range.a, range.b };

      for (guint i = 0; i < anchors->len; i++)
        {
          Count anchor = g_array_index (anchors, Count, i);

          between.a_end = anchor.at_a;
          between.b_end = anchor.at_b;
          compare (diff, between, depth + 1);
          add_same (diff, anchor.at_a, anchor.at_b, 1);
          between.a = anchor.at_a + 1;
          between.b = anchor.at_b + 1;
        }
      between.a_end = range.a_end;
      between.b_end = range.b_end;
      compare (diff, between, depth + 1);
    }
  else if (((guint64) range.a_end - range.a) * ((guint64) range.b_end - range.b) <= MAX_TABLE)
    compare_small (diff, range);
  else
    add_piece (diff, FALSE, range);
  add_same (diff, range.a_end, range.b_end, n_after);
}

static void
clear_sentences (Sentences *sentences)
{
  g_array_unref (sentences->ids);
  g_array_unref (sentences->ends);
}

GArray *
nb_text_diff (const NbText *a, const NbText *b)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Diff diff = { .pieces = g_array_new (FALSE, FALSE, sizeof (NbTextPiece)) };

  split (&diff.a, a, ids);
  split (&diff.b, b, ids);
  diff.counts = g_new0 (Count, g_hash_table_size (ids) + 1);
  compare (&diff, (Range){ 0, 0, diff.a.ids->len, diff.b.ids->len }, 0);
  g_free (diff.counts);
  clear_sentences (&diff.a);
  clear_sentences (&diff.b);
  return diff.pieces;
}
