/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

/* A sentence of the text in the order of the text. */
typedef struct
{
  guint paragraph;
  const NbSentence *sentence;
  guint next;     /* the next one with the same words, G_MAXUINT: none */
  guint n_places; /* for the first one: how often those words stand; for the others 0 */
} Place;

typedef struct
{
  Place *places;
  guint n_places;
} Places;

static Places
list_places (NbCheck *check, const char *field)
{
  const NbProse *prose;
  Places places = { NULL, 0 };
  guint n_sentences = 0;

  for (guint i = 0; (prose = nb_check_get_prose (check, field, i)) != NULL; i++)
    n_sentences += prose->n_sentences;
  places.places = g_new (Place, n_sentences + 1);
  for (guint i = 0; (prose = nb_check_get_prose (check, field, i)) != NULL; i++)
    for (guint j = 0; j < prose->n_sentences; j++)
      if (prose->sentences[j].hash != 0)
        places.places[places.n_places++] = (Place){ i, &prose->sentences[j], G_MAXUINT, 0 };
  return places;
}

/* Chains the places of the same words, by a table of heads and tails with open addressing. */
static void
chain (Places *places)
{
  guint bits = MAX (g_bit_storage (places->n_places) + 1, 4);
  guint size = 1u << bits;
  g_autofree guint *heads = g_new (guint, size);
  g_autofree guint *tails = g_new (guint, size);

  for (guint i = 0; i < size; i++)
    heads[i] = G_MAXUINT;
  for (guint i = 0; i < places->n_places; i++)
    {
      guint64 hash = places->places[i].sentence->hash;
      guint slot = (guint) (hash >> (64 - bits));

      while (heads[slot] != G_MAXUINT && places->places[heads[slot]].sentence->hash != hash)
        slot = (slot + 1) & (size - 1);
      if (heads[slot] == G_MAXUINT)
        heads[slot] = i;
      else
        places->places[tails[slot]].next = i;
      tails[slot] = i;
      places->places[heads[slot]].n_places++;
    }
}

/* Whether the words behind the passage of @length sentences at @first go on alike in all its places. */
static gboolean
goes_on (const Places *places, guint first, guint length)
{
  const Place *next = &places->places[first + length];

  if (first + length >= places->n_places || next->n_places != places->places[first].n_places)
    return FALSE;
  for (guint a = places->places[first].next, b = next->next; a != G_MAXUINT;
       a = places->places[a].next, b = places->places[b].next)
    if (b != a + length)
      return FALSE;
  return TRUE;
}

static guint
measure (const Places *places, guint first, guint length)
{
  guint size = 0;

  for (guint i = first; i < first + length; i++)
    size += places->places[i].sentence->end - places->places[i].sentence->words;
  return size;
}

/* A span in each paragraph that the passage goes over, in each of its places. */
static void
add_fault (
    NbCheck *check, const char *field, const Places *places, guint first, guint length, guint size)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (NbSpan));

  for (guint at = first; at != G_MAXUINT; at = places->places[at].next)
    for (guint i = at; i < at + length; i++)
      {
        const Place *place = &places->places[i];
        NbSpan *last = spans->len > 0 ? &g_array_index (spans, NbSpan, spans->len - 1) : NULL;
        NbSpan span = { place->paragraph, place->sentence->words, place->sentence->end };

        if (i > at && last->paragraph == span.paragraph)
          last->end = span.end;
        else
          g_array_append_val (spans, span);
      }
  nb_check_add_fault (check, field, (const NbSpan *) spans->data, spans->len, size,
                      places->places[first].n_places);
}

/* Passages of at least so many characters that stand more than once: sentences are compared without their
 * punctuation and without what they are counted by (R45). */
static void
look (NbCheck *check, const char *field)
{
  guint minimum = nb_check_get_number (check, "min", 30);
  Places places = list_places (check, field);

  chain (&places);
  for (guint i = 0; i < places.n_places;)
    {
      guint length = 1, size;

      if (places.places[i].n_places < 2)
        {
          i++;
          continue;
        }
      while (goes_on (&places, i, length))
        length++;
      size = measure (&places, i, length);
      if (size >= minimum)
        add_fault (check, field, &places, i, length, size);
      i += length;
    }
  g_free (places.places);
}

static char *
describe (NbFinding *finding)
{
  guint length = (guint) nb_finding_get_a (finding);
  guint times = (guint) nb_finding_get_b (finding);

  return g_strdup_printf (
      ngettext ("A passage of %u characters stands here %u time. Say something "
                "else in each place.",
                "A passage of %u characters stands here %u times. Say something "
                "else in each place.",
                times),
      length, times);
}

const NbProseCheck nb_check_repeats = { .text = look, .describe = describe };
