/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-break.h"

#define EM 1000

struct _NbMetrics
{
  GHashTable *advances;   /* code point -> per mille of an em */
  GHashTable *line_start; /* code points that may not begin a line */
  GHashTable *line_end;   /* code points that may not end one */
};

static GHashTable *
make_set (const char *characters)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (const char *c = characters; *c != '\0'; c = g_utf8_next_char (c))
    g_hash_table_add (set, GUINT_TO_POINTER (g_utf8_get_char (c)));
  return set;
}

NbMetrics *
nb_metrics_new (const char *line_start, const char *line_end)
{
  NbMetrics *metrics = g_new0 (NbMetrics, 1);

  metrics->advances = g_hash_table_new (NULL, NULL);
  metrics->line_start = make_set (line_start);
  metrics->line_end = make_set (line_end);
  return metrics;
}

void
nb_metrics_free (NbMetrics *metrics)
{
  if (metrics == NULL)
    return;
  g_hash_table_unref (metrics->advances);
  g_hash_table_unref (metrics->line_start);
  g_hash_table_unref (metrics->line_end);
  g_free (metrics);
}

void
nb_metrics_set_advance (NbMetrics *metrics, const char *characters, guint per_mille)
{
  for (const char *c = characters; *c != '\0'; c = g_utf8_next_char (c))
    g_hash_table_insert (metrics->advances, GUINT_TO_POINTER (g_utf8_get_char (c)),
                         GUINT_TO_POINTER (per_mille));
}

static gboolean
is_combining (gunichar c)
{
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

guint
nb_metrics_get_advance (const NbMetrics *metrics, gunichar c)
{
  void *value;

  if (g_hash_table_lookup_extended (metrics->advances, GUINT_TO_POINTER (c), NULL, &value))
    return GPOINTER_TO_UINT (value);
  return is_combining (c) ? 0 : EM;
}

gboolean
nb_metrics_may_start_line (const NbMetrics *metrics, gunichar c)
{
  return !g_hash_table_contains (metrics->line_start, GUINT_TO_POINTER (c));
}

gboolean
nb_metrics_may_end_line (const NbMetrics *metrics, gunichar c)
{
  return !g_hash_table_contains (metrics->line_end, GUINT_TO_POINTER (c));
}
