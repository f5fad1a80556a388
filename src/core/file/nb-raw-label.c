/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-raw-label.h"

#include <string.h>

#include "nb-width.h"

/* Longer than any label with the white space that may stand in it; whatever is longer is a value. */
#define LABEL_BYTES 240
/* So many places in a cell are tried for the end of a glued label. */
#define LABEL_CUTS 8

const NbFieldDef *
nb_raw_label_lookup (const NbRawTable *table,
                     const NbRawCell *cell,
                     const NbForm *form,
                     gboolean *official)
{
  g_autofree char *text = NULL;

  if (nb_raw_cell_is_empty (cell) || cell->end - cell->start > LABEL_BYTES)
    return NULL;
  text = nb_raw_table_dup_cell (table, cell);
  return nb_form_lookup_label (form, text, official);
}

static gboolean
is_between (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0 || c == ':' || c == 0xFF1A;
}

/* Figures need nothing between them and their label. */
static gboolean
begins_figure (gunichar c, const NbFieldDef *def)
{
  if (def->type != NB_FIELD_MONEY && def->type != NB_FIELD_COUNT && def->type != NB_FIELD_YEAR)
    return FALSE;
  return g_unichar_isdigit (c) || c == '-' || c == 0x2212;
}

const NbFieldDef *
nb_raw_label_lookup_glued (const NbRawTable *table,
                           const NbRawCell *cell,
                           const NbForm *form,
                           gsize *label_end,
                           gsize *value_start,
                           gboolean *official)
{
  const NbFieldDef *found = NULL;
  const char *start = table->text + cell->start;
  const char *end = table->text + cell->end;
  const char *stop = MIN (end, start + LABEL_BYTES);
  guint n_cuts = 0;

  for (const char *cut = start; cut < stop && n_cuts < LABEL_CUTS; cut = g_utf8_next_char (cut))
    {
      gunichar c = g_utf8_get_char (cut);
      g_autofree char *label = NULL;
      const NbFieldDef *def;
      const char *value = cut;
      gboolean is_official = FALSE;

      if (cut == start || !(is_between (c) || g_unichar_isdigit (c) || c == '-' || c == 0x2212))
        continue;
      n_cuts++;
      label = g_strndup (start, cut - start);
      def = nb_form_lookup_label (form, label, &is_official);
      if (def == NULL || !(is_between (c) || begins_figure (c, def)))
        continue;
      while (value < end && is_between (g_utf8_get_char (value)))
        value = g_utf8_next_char (value);
      if (value == end)
        break;
      found = def;
      *label_end = cut - table->text;
      *value_start = value - table->text;
      *official = is_official;
      /* Blanks in and behind a label are dropped in comparing: keep to the first of them. */
      if (is_between (c))
        cut = g_utf8_prev_char (value);
    }
  return found;
}

/* ---- or ===, as some tables have between their rows. */
static gboolean
is_rule (const NbRawTable *table, const NbRawCell *cell)
{
  for (gsize at = cell->start; at < cell->end; at++)
    if (strchr ("-=+: ", table->text[at]) == NULL || table->text[at] == '\0')
      return FALSE;
  return TRUE;
}

gboolean
nb_raw_label_is_heading (const NbRawTable *table,
                         const NbRawCell *cell,
                         const NbForm *form,
                         GHashTable *headings)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *title = NULL;

  if (cell->end - cell->start > LABEL_BYTES)
    return FALSE;
  if (is_rule (table, cell))
    return TRUE;
  text = nb_raw_table_dup_cell (table, cell);
  folded = nb_width_fold_label (text);
  if (g_hash_table_contains (headings, folded))
    return TRUE;
  title = nb_width_fold_label (nb_form_get_title (form));
  return strstr (folded, title) != NULL;
}

GHashTable *
nb_raw_label_list_headings (const NbForm *form)
{
  GHashTable *headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_rows = nb_form_get_n_table_rows (form);

  for (guint row = 0; row < n_rows; row++)
    {
      const GArray *cells = nb_form_get_table_row (form, row);

      for (guint i = 0; i < cells->len; i++)
        {
          const NbTableCell *cell = &g_array_index (cells, NbTableCell, i);

          if (cell->kind == NB_TABLE_HEADING)
            g_hash_table_add (headings, nb_width_fold_label (cell->words));
        }
    }
  return headings;
}
