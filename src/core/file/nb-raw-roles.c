/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-raw-roles.h"

#include "nb-raw-label.h"
#include "nb-value.h"

typedef struct
{
  guint row;
  guint cell;
} Location;

/* A label that stands above its value, and where. */
typedef struct
{
  const NbFieldDef *field;
  Location at;
} Pending;

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
set_value (Assigning *assigning, Location at, const NbFieldDef *field)
{
  NbRawRow *row = nb_raw_table_get_row (assigning->table, at.row);
  NbRawCell *cell = nb_raw_row_get_cell (row, at.cell);
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
  *location = at;
  g_hash_table_insert (assigning->values, (gpointer) field, location);
}

static gboolean
is_empty_at (const NbRawRow *row, guint index)
{
  return index < row->cells->len && nb_raw_cell_is_empty (nb_raw_row_get_cell (row, index));
}

/* Marks the label at @index and those that follow with nothing but empty cells between. Returns where the
 * last one stands. */
static guint
set_label_run (Assigning *assigning, NbRawRow *row, guint index)
{
  guint last = index;

  for (guint i = index; i < row->cells->len; i++)
    {
      NbRawCell *cell = nb_raw_row_get_cell (row, i);
      gboolean official = FALSE;
      const NbFieldDef *def =
          nb_raw_label_lookup (assigning->table, cell, assigning->form, &official);

      if (def != NULL)
        set_label (assigning, cell, def, official);
      else if (!nb_raw_cell_is_empty (cell))
        break;
      if (def != NULL)
        last = i;
    }
  return last;
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

/* What becomes of the labels from @index to @last. */
static void
set_run_values (Assigning *assigning, const NbRawRow *row, guint index, guint last, gboolean below)
{
  for (guint i = index; i <= last; i++)
    {
      const NbRawCell *cell = nb_raw_row_get_cell (row, i);
      Pending pending = { cell->field, { assigning->row, i } };

      if (cell->role != NB_RAW_LABEL)
        continue;
      if (below)
        g_array_append_val (assigning->pending, pending);
      else if (is_empty_at (row, i + 1))
        set_value (assigning, (Location){ assigning->row, i + 1 }, cell->field);
    }
}

/* Labels and the value beside the last of them, or labels whose values stand below them. Returns where to
 * go on. */
static guint
scan_labels (Assigning *assigning, NbRawRow *row, guint index)
{
  guint last = set_label_run (assigning, row, index);
  guint next = last + 1;
  guint value = find_value (assigning, row, next);
  gboolean filled = value < row->cells->len && !is_empty_at (row, value);

  if (last == index && value == row->cells->len)
    {
      /* Alone in its row it stands above its value; before other words it has none. */
      if (next == row->cells->len)
        set_run_values (assigning, row, index, last, TRUE);
      return next;
    }
  /* Of two labels with nothing between them the second has no value behind an empty cell. */
  if (last > index
      && (!filled
          || (is_empty_at (row, next)
              && nb_raw_row_get_cell (row, last - 1)->role == NB_RAW_LABEL)))
    {
      set_run_values (assigning, row, index, last, TRUE);
      return next;
    }
  if (last > index)
    set_run_values (assigning, row, index, last - 1, FALSE);
  set_value (assigning, (Location){ assigning->row, value },
             nb_raw_row_get_cell (row, last)->field);
  return value + 1;
}

/* Of what a cell says in paragraphs, the part from byte @start of its text on. */
static const char *
skip_said (const NbRawTable *table, const NbRawCell *cell, gsize start)
{
  const char *said = cell->value;
  glong n = g_utf8_strlen (table->text + cell->start, (gssize) (start - cell->start));

  if (said == NULL)
    return NULL;
  for (; n > 0 && *said != '\0'; said = g_utf8_next_char (said))
    n -= *said != '\n';
  while (*said == '\n')
    said++;
  return said;
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
  value.value = skip_said (assigning->table, cell, value_start);
  cell->end = label_end;
  cell->value = cell->cleaned = NULL;
  cell->glued = TRUE;
  set_label (assigning, cell, def, official);
  value.start = value_start;
  g_array_insert_val (row->cells, index + 1, value);
  set_value (assigning, (Location){ assigning->row, index + 1 }, def);
  return TRUE;
}

static void
scan_row (Assigning *assigning, NbRawRow *row)
{
  guint index = 0;

  while (index < row->cells->len)
    {
      NbRawCell *cell = nb_raw_row_get_cell (row, index);

      if (nb_raw_cell_is_empty (cell))
        {
          index++;
          continue;
        }
      if (has_label (assigning, cell))
        {
          index = scan_labels (assigning, row, index);
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
      Location at = { assigning->row, label->at.cell };

      if (values->len == pending->len || (pending->len == 1 && i < values->len))
        at.cell = g_array_index (values, guint, i);
      if (at.cell < row->cells->len)
        set_value (assigning, at, label->field);
    }
  g_array_set_size (pending, 0);
  return TRUE;
}

/* No values came below: those labels have empty ones beside them. */
static void
drop_pending (Assigning *assigning)
{
  for (guint i = 0; i < assigning->pending->len; i++)
    {
      const Pending *label = &g_array_index (assigning->pending, Pending, i);
      Location beside = { label->at.row, label->at.cell + 1 };

      if (is_empty_at (nb_raw_table_get_row (assigning->table, beside.row), beside.cell))
        set_value (assigning, beside, label->field);
    }
  g_array_set_size (assigning->pending, 0);
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
      drop_pending (&assigning);
      if (join_line (&assigning, row))
        continue;
      scan_row (&assigning, row);
      assigning.last = assigning.row;
    }
  drop_pending (&assigning);
  return assigning.found;
}
