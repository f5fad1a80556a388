/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-break.h"

#include <string.h>

#define EM 1000

/* What is listed of one character. */
typedef struct
{
  guint16 advance; /* per mille of an em */
  guint line_start : 1;
  guint line_end : 1;
  guint blank_before : 1;
  guint blank_after : 1;
} Entry;

/* Listed characters stand near each other: a table of blocks of 256 finds them without hashing. */
#define N_BLOCKS (0x110000 / 256)

struct _NbMetrics
{
  Entry *blocks[N_BLOCKS]; /* NULL: none of it is listed */
  GHashTable *units;       /* first character -> GPtrArray of words, longest first */
};

static gboolean
is_combining (gunichar c)
{
  if (c < 0x300 || (c >= 0x3400 && c < 0xA000))
    return c == 0xAD; /* a soft hyphen */
  switch (g_unichar_type (c))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_FORMAT:
      return TRUE;
    default:
      return FALSE;
    }
}

static Entry
get_entry (const NbMetrics *metrics, gunichar c)
{
  const Entry *block = metrics->blocks[c / 256];

  return block != NULL ? block[c % 256] : (Entry){ .advance = is_combining (c) ? 0 : EM };
}

/* The entry of @c, to be written. */
static Entry *
list_character (NbMetrics *metrics, gunichar c)
{
  Entry **block = &metrics->blocks[c / 256];

  if (*block == NULL)
    {
      *block = g_new0 (Entry, 256);
      for (guint i = 0; i < 256; i++)
        (*block)[i].advance = is_combining (c - c % 256 + i) ? 0 : EM;
    }
  return &(*block)[c % 256];
}

NbMetrics *
nb_metrics_new (const char *line_start, const char *line_end)
{
  NbMetrics *metrics = g_new0 (NbMetrics, 1);

  metrics->units = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (const char *c = line_start; *c != '\0'; c = g_utf8_next_char (c))
    list_character (metrics, g_utf8_get_char (c))->line_start = TRUE;
  for (const char *c = line_end; *c != '\0'; c = g_utf8_next_char (c))
    list_character (metrics, g_utf8_get_char (c))->line_end = TRUE;
  return metrics;
}

void
nb_metrics_free (NbMetrics *metrics)
{
  if (metrics == NULL)
    return;
  for (guint i = 0; i < N_BLOCKS; i++)
    g_free (metrics->blocks[i]);
  g_hash_table_unref (metrics->units);
  g_free (metrics);
}

void
nb_metrics_set_advance (NbMetrics *metrics, const char *characters, guint per_mille)
{
  for (const char *c = characters; *c != '\0'; c = g_utf8_next_char (c))
    list_character (metrics, g_utf8_get_char (c))->advance = (guint16) per_mille;
}

void
nb_metrics_set_blanks (NbMetrics *metrics, const char *before, const char *after)
{
  for (const char *c = before; *c != '\0'; c = g_utf8_next_char (c))
    list_character (metrics, g_utf8_get_char (c))->blank_before = TRUE;
  for (const char *c = after; *c != '\0'; c = g_utf8_next_char (c))
    list_character (metrics, g_utf8_get_char (c))->blank_after = TRUE;
}

static int
compare_longest (gconstpointer first, gconstpointer second)
{
  gsize a = strlen (*(const char *const *) first);
  gsize b = strlen (*(const char *const *) second);

  return a > b ? -1 : a < b;
}

void
nb_metrics_set_units (NbMetrics *metrics, const char *words)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);
  GHashTableIter iter;
  gpointer list;

  for (guint i = 0; split[i] != NULL; i++)
    {
      gpointer first = GUINT_TO_POINTER (g_utf8_get_char (split[i]));

      if (*split[i] == '\0')
        continue;
      list = g_hash_table_lookup (metrics->units, first);
      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (metrics->units, first, list);
        }
      g_ptr_array_add (list, g_strdup (split[i]));
    }
  g_hash_table_iter_init (&iter, metrics->units);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_longest);
}

const char *
nb_metrics_skip_unit (const NbMetrics *metrics, const char *text)
{
  const GPtrArray *list =
      g_hash_table_lookup (metrics->units, GUINT_TO_POINTER (g_utf8_get_char (text)));

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_str_has_prefix (text, list->pdata[i]))
      return text + strlen (list->pdata[i]);
  return text;
}

guint
nb_metrics_get_advance (const NbMetrics *metrics, gunichar c)
{
  return get_entry (metrics, c).advance;
}

guint
nb_metrics_get_overlap (const NbMetrics *metrics, gunichar before, gunichar after)
{
  Entry first = get_entry (metrics, before);
  Entry second = get_entry (metrics, after);

  if (first.blank_after && (second.blank_after || second.blank_before))
    return first.advance / 2;
  return first.blank_before && second.blank_before ? second.advance / 2 : 0;
}

guint
nb_metrics_get_blank_after (const NbMetrics *metrics, gunichar c)
{
  Entry entry = get_entry (metrics, c);

  return entry.blank_after ? entry.advance / 2 : 0;
}

gboolean
nb_metrics_may_start_line (const NbMetrics *metrics, gunichar c)
{
  return !get_entry (metrics, c).line_start;
}

gboolean
nb_metrics_may_end_line (const NbMetrics *metrics, gunichar c)
{
  return !get_entry (metrics, c).line_end;
}
