/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-grid.h"

#include "nb-page-rows.h"

/* A grid on its way down the sheets. A slice is a row, or what of it stands on one sheet; the last one
 * is held back, because a cell over several rows may still need it higher. */
typedef struct
{
  NbPageFlow *flow;
  GArray *rows;
  NbPageRow *slice;
  int slice_y;
  int slice_height;
  GPtrArray *open; /* NbPageCell over several rows that the present one is among */
} Placer;

static NbPageRow *
get_row (const Placer *placer, guint index)
{
  return &g_array_index (placer->rows, NbPageRow, index);
}

static NbPageCell *
get_cell (const NbPageRow *row, guint index)
{
  return &g_array_index (row->cells, NbPageCell, index);
}

static gboolean
is_fresh (const Placer *placer)
{
  return placer->flow->y <= placer->flow->top;
}

static void
draw_cell (Placer *placer, const NbPageCell *cell, int y, int height)
{
  NbRect rect = { placer->flow->left + cell->x, y, cell->width, height };

  nb_page_cell_draw (cell, &placer->flow->canvas, rect);
}

static void
draw_slice (Placer *placer)
{
  for (guint i = 0; placer->slice != NULL && i < placer->slice->cells->len; i++)
    {
      const NbPageCell *cell = get_cell (placer->slice, i);

      if (cell->def->row_span == 1)
        draw_cell (placer, cell, placer->slice_y, placer->slice_height);
    }
  placer->slice = NULL;
}

static void
push_slice (Placer *placer, NbPageRow *row, int height)
{
  draw_slice (placer);
  placer->slice = row;
  placer->slice_y = placer->flow->y;
  placer->slice_height = height;
  placer->flow->y += height;
}

static void
push_whole (Placer *placer, NbPageRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    nb_page_cell_show (get_cell (row, i), get_cell (row, i)->content);
  push_slice (placer, row, row->height);
}

/* The cells over several rows whose part ends here: those that end with @row, or at the end of a sheet
 * (@all) every one. The last slice grows until the part holds what stands in it. */
static void
end_parts (Placer *placer, guint row, gboolean all)
{
  for (guint i = 0; i < placer->open->len; i++)
    {
      NbPageCell *cell = placer->open->pdata[i];
      int missing;

      if (!all && cell->last_row != row)
        continue;
      nb_page_cell_show (cell, nb_page_cell_get_part (cell));
      missing = cell->top + nb_page_cell_get_height (cell, cell->shown) - placer->flow->y;
      if (missing > 0 && placer->flow->y > cell->top)
        {
          placer->slice_height += missing;
          placer->flow->y += missing;
        }
    }
  for (guint i = placer->open->len; i-- > 0;)
    {
      NbPageCell *cell = placer->open->pdata[i];

      if (!all && cell->last_row != row)
        continue;
      if (placer->flow->y > cell->top)
        draw_cell (placer, cell, cell->top, placer->flow->y - cell->top);
      if (!all)
        g_ptr_array_remove_index (placer->open, i);
    }
}

static void
begin_parts (Placer *placer, const NbPageRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      NbPageCell *cell = get_cell (row, i);

      if (cell->def->row_span == 1)
        continue;
      cell->top = placer->slice_y;
      g_ptr_array_add (placer->open, cell);
    }
}

/* A new sheet before, or inside, the row @index. */
static void
break_sheet (Placer *placer, guint index)
{
  end_parts (placer, index, TRUE);
  draw_slice (placer);
  nb_page_flow_begin_sheet (placer->flow);
  for (guint i = 0; i < index; i++)
    if (get_row (placer, i)->def->repeat)
      push_whole (placer, get_row (placer, i));
  draw_slice (placer);
  placer->flow->top = placer->flow->y;
  for (guint i = 0; i < placer->open->len; i++)
    {
      NbPageCell *cell = placer->open->pdata[i];

      cell->top = placer->flow->y;
      cell->goes_on = TRUE;
    }
}

/* The room on a fresh sheet, under the rows that repeat. */
static int
get_fresh_room (const Placer *placer, guint index)
{
  int room = nb_page_flow_get_full_room (placer->flow);

  for (guint i = 0; i < index; i++)
    if (get_row (placer, i)->def->repeat)
      room -= get_row (placer, i)->height;
  return room;
}

static gboolean
may_split (const NbPageRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (get_cell (row, i)->def->split)
      return !row->def->keep;
  return FALSE;
}

/* Shows of @cell what fits into @room; FALSE where that is less than looks well at the end of a
 * sheet: nothing of it, the first of several lines alone, half a label. */
static gboolean
show_part (NbPageCell *cell, int room, gboolean force)
{
  guint n_pieces = nb_page_content_get_n_pieces (cell->content);

  if (cell->next >= n_pieces && cell->goes_on)
    {
      nb_page_cell_show (cell, cell->again);
      return nb_page_cell_get_height (cell, cell->again) <= room;
    }
  cell->shown = cell->content;
  cell->from = cell->next;
  cell->to = nb_page_content_fit (cell->content, cell->from, room - 2 * cell->def->padding, force);
  return cell->to == n_pieces || (cell->def->split && cell->to >= cell->from + 2);
}

/* Shows of every cell of @row what fits on the sheet; with @force at least a piece of each, whatever it
 * looks like. @ends: the row ends here. */
static gboolean
show_parts (Placer *placer, NbPageRow *row, gboolean force, gboolean *ends)
{
  int room = nb_page_flow_get_room (placer->flow);
  gboolean good = TRUE;

  *ends = TRUE;
  for (guint i = 0; i < row->cells->len; i++)
    {
      NbPageCell *cell = get_cell (row, i);
      guint n_pieces = nb_page_content_get_n_pieces (cell->content);

      if (cell->def->row_span > 1)
        continue;
      good = show_part (cell, room, force) && good;
      if (cell->shown == cell->content && cell->to < n_pieces)
        *ends = FALSE;
    }
  return good || force;
}

static int
get_shown_height (const NbPageRow *row)
{
  int height = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const NbPageCell *cell = get_cell (row, i);

      if (cell->def->row_span == 1)
        height = MAX (height, nb_page_content_get_height (cell->shown, cell->from, cell->to)
                                  + 2 * cell->def->padding);
    }
  return height;
}

static void
move_on (NbPageRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      NbPageCell *cell = get_cell (row, i);

      if (cell->def->row_span > 1)
        continue;
      if (cell->shown == cell->content)
        cell->next = cell->to;
      cell->goes_on = TRUE;
    }
}

/* A row over as many sheets as it needs. */
static void
place_split (Placer *placer, guint index)
{
  NbPageRow *row = get_row (placer, index);
  gboolean first = TRUE;
  gboolean ends = FALSE;

  while (!ends)
    {
      int height;

      if (!show_parts (placer, row, is_fresh (placer), &ends))
        {
          ends = FALSE;
          break_sheet (placer, index);
          continue;
        }
      height = get_shown_height (row);
      /* A part that goes on reaches to the end of the sheet, as the frame of a long cell does. */
      if (!ends)
        height = MAX (height, nb_page_flow_get_room (placer->flow));
      push_slice (placer, row, height);
      if (first)
        begin_parts (placer, row);
      first = FALSE;
      move_on (row);
      if (!ends)
        break_sheet (placer, index);
    }
}

/* The height that cells over several rows that begin in @row need on the sheet where they begin. */
static int
get_needed (const NbPageRow *row)
{
  int needed = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const NbPageCell *cell = get_cell (row, i);

      if (cell->def->row_span > 1)
        needed = MAX (needed, nb_page_cell_get_height (cell, cell->content));
    }
  return needed;
}

static void
place_row (Placer *placer, guint index)
{
  NbPageRow *row = get_row (placer, index);
  int room = nb_page_flow_get_room (placer->flow);
  /* What needs no more than its least height is not worth dividing. */
  gboolean whole = (!may_split (row) || row->height <= row->def->height)
                   && row->height <= get_fresh_room (placer, index);

  if (!is_fresh (placer) && (room < get_needed (row) || (whole && room < row->height)))
    {
      break_sheet (placer, index);
      room = nb_page_flow_get_room (placer->flow);
    }
  if (row->height <= room)
    {
      push_whole (placer, row);
      begin_parts (placer, row);
    }
  else
    place_split (placer, index);
  end_parts (placer, index, FALSE);
}

/* The rows from @first on that cells over several rows join, or that are kept with the next one: the
 * index after the last. Their last rows grow until these cells have room. */
static guint
find_band (Placer *placer, guint first)
{
  guint end = first + 1;

  for (guint i = first; i < end; i++)
    {
      if (get_row (placer, i)->def->keep_next && i + 1 < placer->rows->len)
        end = MAX (end, i + 2);
      for (guint j = 0; j < get_row (placer, i)->cells->len; j++)
        {
          const NbPageCell *cell = get_cell (get_row (placer, i), j);
          int missing = nb_page_cell_get_height (cell, cell->content);

          end = MAX (end, cell->last_row + 1);
          for (guint k = i; cell->def->row_span > 1 && k <= cell->last_row && missing > 0; k++)
            missing -= MIN (missing, get_row (placer, k)->height);
          if (cell->def->row_span > 1)
            get_row (placer, cell->last_row)->height += missing;
        }
    }
  return end;
}

/* Whether the rows [@first, @end) should begin a sheet in order not to be divided. */
static gboolean
wants_sheet (const Placer *placer, guint first, guint end)
{
  gint64 height = 0;

  if (is_fresh (placer) || end - first == 1)
    return FALSE;
  for (guint i = first; i < end; i++)
    height += get_row (placer, i)->height;
  return height > nb_page_flow_get_room (placer->flow) && height <= get_fresh_room (placer, first);
}

void
nb_page_grid_place (NbPageFlow *flow, const NbBoxDef *grid)
{
  g_autoptr (GArray) rows = nb_page_rows_new (flow, grid);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Placer placer = { .flow = flow, .rows = rows, .open = open };

  for (guint first = 0; first < rows->len;)
    {
      guint end = find_band (&placer, first);

      if (wants_sheet (&placer, first, end))
        break_sheet (&placer, first);
      for (; first < end; first++)
        place_row (&placer, first);
    }
  draw_slice (&placer);
}
