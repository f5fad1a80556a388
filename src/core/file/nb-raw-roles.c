/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-raw-roles.h"

#include "nb-raw-label.h"
#include "nb-value.h"

/* A label that stands above its value. */
typedef struct
{
  const NbFieldDef *field;
  guint column;
} Pending;

typedef struct
{
  guint row;
  guint cell;
} Location;

typedef struct
{
  NbRawTable *table;
  const NbForm *form;
  GHashTable *headings;
  GPtrArray *found;   /* of NbFieldDef: labels seen */
  GHashTable *values; /* NbFieldDef -> Location */
  GArray *pending;    /* of Pending, from the row before */
  guint row;
  int last; /* the last row that had a cell, -1 for none */
} Assigning;

static gboolean
has_label (const Assigning *assigning, const NbRawCell *cell)
{
  return nb_raw_label_lookup (assigning->table, cell, assigning->form, NULL) != NULL;
}

static gboolean
is_heading (const Assigning *assigning, const NbRawCell *cell)
{
  return nb_raw_label_is_heading (assigning->table, cell, assigning->form, assigning->headings);
}

/* A glued cell can be told from a value that begins like one only where a figure follows. */
static gboolean
has_glued_figure (const Assigning *assigning, const NbRawCell *cell)
{
  gsize label_end, value_start;
  gboolean official;
  const NbFieldDef *def = nb_raw_label_lookup_glued (assigning->table, cell, assigning->form,
                                                     &label_end, &value_start, &official);
  g_autofree char *text = NULL;
  g_auto (NbValue) value = { 0 };

  if (def == NULL || (def->type != NB_FIELD_COUNT && def->type != NB_FIELD_MONEY)
      || cell->end - value_start > 100)
    return FALSE;
  text = g_strndup (assigning->table->text + value_start, cell->end - value_start);
  nb_value_parse (def, text, &value);
  return value.state == NB_VALUE_READ;
}

static gboolean
can_be_value (const Assigning *assigning, const NbRawCell *cell)
{
  return !nb_raw_cell_is_empty (cell) && !has_label (assigning, cell)
         && !is_heading (assigning, cell) && !has_glued_figure (assigning, cell);
}

static void
set_label (Assigning *assigning, NbRawCell *cell, const NbFieldDef *field, gboolean official)
{
  cell->role = NB_RAW_LABEL;
  cell->field = field;
  cell->official = official;
  if (!g_ptr_array_find (assigning->found, field, NULL))
    g_ptr_array_add (assigning->found, (gpointer) field);
}

/* The first value of a field counts, and a filled one before an empty one. */
static void
set_value (Assigning *assigning, guint index, const NbFieldDef *field)
{
  NbRawRow *row = nb_raw_table_get_row (assigning->table, assigning->row);
  NbRawCell *cell = nb_raw_row_get_cell (row, index);
  Location *location = g_hash_table_lookup (assigning->values, field);

  if (location != NULL)
    {
      NbRawRow *earlier_row = nb_raw_table_get_row (assigning->table, location->row);
      NbRawCell *earlier = nb_raw_row_get_cell (earlier_row, location->cell);

      if (nb_raw_cell_is_empty (cell))
        return;
      if (!nb_raw_cell_is_empty (earlier))
        {
          cell->role = NB_RAW_REPEATED;
          cell->field = field;
          return;
        }
      earlier->role = NB_RAW_WORDS;
    }
  cell->role = NB_RAW_VALUE;
  cell->field = field;
  location = g_new (Location, 1);
  *location = (Location){ assigning->row, index };
  g_hash_table_insert (assigning->values, (gpointer) field, location);
}

/* How many labels stand side by side from @index on; marks them. */
static guint
set_label_run (Assigning *assigning, NbRawRow *row, guint index)
{
  guint n = 0;

  while (index + n < row->cells->len)
    {
      NbRawCell *cell = nb_raw_row_get_cell (row, index + n);
      gboolean official = FALSE;
      const NbFieldDef *def =
          nb_raw_label_lookup (assigning->table, cell, assigning->form, &official);

      if (def == NULL)
        break;
      set_label (assigning, cell, def, official);
      n++;
    }
  return n;
}

/* The cell beside a label at which its value stands: the next one, or one behind the empty cells that
 * a merged cell leaves. The number of cells where there is none. */
static guint
find_value (const Assigning *assigning, const NbRawRow *row, guint index)
{
  for (guint i = index; i < row->cells->len; i++)
    {
      const NbRawCell *cell = nb_raw_row_get_cell (row, i);

      if (can_be_value (assigning, cell))
        return i;
      if (!nb_raw_cell_is_empty (cell))
        break;
    }
  if (index < row->cells->len && nb_raw_cell_is_empty (nb_raw_row_get_cell (row, index)))
    return index;
  return row->cells->len;
}

static void
add_pending (Assigning *assigning, const NbRawRow *row, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      Pending pending = { nb_raw_row_get_cell (row, i)->field, i };

      g_array_append_val (assigning->pending, pending);
    }
}

/* One label and its value beside it, or labels whose values stand below them. Returns where to go on. */
static guint
scan_labels (Assigning *assigning, NbRawRow *row, guint index, guint n_labels)
{
  guint next = index + n_labels;
  guint value = find_value (assigning, row, next);

  if (value == row->cells->len && (n_labels > 1 || next == row->cells->len))
    add_pending (assigning, row, index, next);
  if (value == row->cells->len)
    return next;
  if (n_labels > 1 && nb_raw_cell_is_empty (nb_raw_row_get_cell (row, next)))
    {
      add_pending (assigning, row, index, next);
      return next;
    }
  set_value (assigning, value, nb_raw_row_get_cell (row, next - 1)->field);
  return value + 1;
}

static gboolean
split_glued (Assigning *assigning, NbRawRow *row, guint index)
{
  NbRawCell *cell = nb_raw_row_get_cell (row, index);
  NbRawCell value = *cell;
  gsize label_end, value_start;
  gboolean official = FALSE;
  const NbFieldDef *def = nb_raw_label_lookup_glued (assigning->table, cell, assigning->form,
                                                     &label_end, &value_start, &official);

  if (def == NULL)
    return FALSE;
  cell->end = label_end;
  cell->glued = TRUE;
  set_label (assigning, cell, def, official);
  value.start = value_start;
  g_array_insert_val (row->cells, index + 1, value);
  set_value (assigning, index + 1, def);
  return TRUE;
}

static void
scan_row (Assigning *assigning, NbRawRow *row)
{
  guint index = 0;

  while (index < row->cells->len)
    {
      NbRawCell *cell = nb_raw_row_get_cell (row, index);
      guint n_labels;

      if (nb_raw_cell_is_empty (cell))
        {
          index++;
          continue;
        }
      n_labels = set_label_run (assigning, row, index);
      if (n_labels > 0)
        {
          index = scan_labels (assigning, row, index, n_labels);
          continue;
        }
      if (split_glued (assigning, row, index))
        {
          index += 2;
          continue;
        }
      if (is_heading (assigning, cell))
        cell->role = NB_RAW_HEADING;
      index++;
    }
}

static guint
count_filled (const NbRawRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    n += !nb_raw_cell_is_empty (nb_raw_row_get_cell (row, i));
  return n;
}

/* The values below the labels of the row before: one for each in order, else by column. FALSE where
 * the row is not of that kind. */
static gboolean
take_pending (Assigning *assigning, NbRawRow *row)
{
  GArray *pending = assigning->pending;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < row->cells->len; i++)
    {
      NbRawCell *cell = nb_raw_row_get_cell (row, i);

      if (nb_raw_cell_is_empty (cell))
        continue;
      if (has_label (assigning, cell) || has_glued_figure (assigning, cell))
        return FALSE;
      if (is_heading (assigning, cell))
        cell->role = NB_RAW_HEADING;
      else
        g_array_append_val (values, i);
    }
  if (values->len == 0)
    return FALSE;

  for (guint i = 0; i < pending->len; i++)
    {
      const Pending *label = &g_array_index (pending, Pending, i);

      if (values->len == pending->len || (pending->len == 1 && i < values->len))
        set_value (assigning, g_array_index (values, guint, i), label->field);
      else if (label->column < row->cells->len)
        set_value (assigning, label->column, label->field);
    }
  g_array_set_size (pending, 0);
  return TRUE;
}

/* The only filled cell of the row, NULL for another number of them. In pipe text it stands at the
 * line's beginning; in tab text blank cells before it are an indent. */
static NbRawCell *
get_only_cell (const Assigning *assigning, NbRawRow *row)
{
  if (count_filled (row) != 1)
    return NULL;
  for (guint i = 0; i < row->cells->len; i++)
    {
      NbRawCell *cell = nb_raw_row_get_cell (row, i);

      if (!nb_raw_cell_is_empty (cell))
        return i == 0 || assigning->table->separator == '\t' ? cell : NULL;
    }
  return NULL;
}

/* A line that goes on with the long text of the row before. */
static gboolean
join_line (Assigning *assigning, NbRawRow *row)
{
  NbRawCell *cell = get_only_cell (assigning, row);
  NbRawCell *before;
  NbRawRow *open;
  gsize label_end, value_start;
  gboolean official;

  if (cell == NULL || assigning->last < 0)
    return FALSE;
  open = nb_raw_table_get_row (assigning->table, assigning->last);
  before = nb_raw_row_get_cell (open, open->cells->len - 1);
  if (!open->open || before->role != NB_RAW_VALUE || before->field->type != NB_FIELD_LONG)
    return FALSE;
  if (has_label (assigning, cell) || is_heading (assigning, cell)
      || nb_raw_label_lookup_glued (assigning->table, cell, assigning->form, &label_end,
                                    &value_start, &official)
             != NULL)
    return FALSE;

  before->end = cell->end;
  open->open = row->open;
  open->end = row->end;
  for (guint i = assigning->last + 1; i <= assigning->row; i++)
    nb_raw_table_get_row (assigning->table, i)->joined = TRUE;
  return TRUE;
}

GPtrArray *
nb_raw_table_assign_roles (NbRawTable *table, const NbForm *form)
{
  g_autoptr (GHashTable) headings = nb_raw_label_list_headings (form);
  g_autoptr (GHashTable) values = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  Assigning assigning = { table, form, headings, g_ptr_array_new (), values, pending, 0, -1 };

  for (; assigning.row < table->rows->len; assigning.row++)
    {
      NbRawRow *row = nb_raw_table_get_row (table, assigning.row);

      if (count_filled (row) == 0)
        continue;
      if (pending->len > 0 && take_pending (&assigning, row))
        {
          assigning.last = assigning.row;
          continue;
        }
      g_array_set_size (pending, 0);
      if (join_line (&assigning, row))
        continue;
      scan_row (&assigning, row);
      assigning.last = assigning.row;
    }
  return assigning.found;
}
