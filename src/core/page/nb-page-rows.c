/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-rows.h"

static void
cell_clear (gpointer data)
{
  NbPageCell *cell = data;

  nb_page_content_free (cell->content);
  nb_page_content_free (cell->again);
}

static void
row_clear (gpointer data)
{
  NbPageRow *row = data;

  g_array_unref (row->cells);
}

int
nb_page_cell_get_height (const NbPageCell *cell, const NbPageContent *content)
{
  guint n_pieces = nb_page_content_get_n_pieces (content);

  return nb_page_content_get_height (content, 0, n_pieces) + 2 * cell->def->padding;
}

const NbPageContent *
nb_page_cell_get_part (const NbPageCell *cell)
{
  return cell->goes_on ? cell->again : cell->content;
}

static NbPageContent *
make_content (const NbPageFlow *flow,
              const NbPageSource *source,
              const NbPageCell *cell,
              NbContentPart part)
{
  return nb_page_content_new (source, nb_page_list_get_metrics (flow->list), cell->def, NULL, part,
                              cell->width - 2 * cell->def->padding);
}

/* Lays the cells of one row, filled from @source, over the columns that no cell from above reaches into; @reach counts for
 * each column the rows that it is still taken. The definition was checked to fill them all. */
static void
add_row (const NbPageFlow *flow,
         const NbPageSource *source,
         const NbBoxDef *grid,
         const NbBoxDef *def,
         guint *reach,
         GArray *rows)
{
  NbPageRow row = { def, g_array_new (FALSE, FALSE, sizeof (NbPageCell)), def->height };
  guint column = 0;
  int x = 0;

  g_array_set_clear_func (row.cells, cell_clear);
  for (guint i = 0; i < def->children->len; i++)
    {
      NbPageCell cell = { .def = def->children->pdata[i] };

      if ((cell.def->copies & (guint) source->options->copy) == 0)
        continue;
      for (; reach[column] > 0; column++)
        x += grid->columns[column];
      cell.x = x;
      for (guint j = 0; j < cell.def->column_span; j++, column++)
        {
          cell.width += grid->columns[column];
          reach[column] = cell.def->row_span;
        }
      x += cell.width;
      cell.last_row = rows->len + cell.def->row_span - 1;
      cell.content = make_content (flow, source, &cell, NB_CONTENT_ALL);
      cell.again = make_content (flow, source, &cell, NB_CONTENT_REPEATED);
      if (cell.def->row_span == 1)
        row.height = MAX (row.height, nb_page_cell_get_height (&cell, cell.content));
      g_array_append_val (row.cells, cell);
    }
  for (guint i = 0; i < grid->n_columns; i++)
    reach[i]--;
  g_array_append_val (rows, row);
}

/* A row for each finding. */
static void
add_notes (
    const NbPageFlow *flow, const NbBoxDef *grid, const NbBoxDef *def, guint *reach, GArray *rows)
{
  const GPtrArray *notes = flow->source->options->notes;
  NbPageSource source = *flow->source;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      source.note = notes->pdata[i];
      source.note_number = i + 1;
      add_row (flow, &source, grid, def, reach, rows);
    }
}

GArray *
nb_page_rows_new (const NbPageFlow *flow, const NbBoxDef *grid)
{
  g_autofree guint *reach = g_new0 (guint, grid->n_columns);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (NbPageRow));

  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; i < grid->children->len; i++)
    {
      const NbBoxDef *def = grid->children->pdata[i];

      if ((def->copies & (guint) flow->source->options->copy) == 0)
        continue;
      if (def->each)
        add_notes (flow, grid, def, reach, rows);
      else
        add_row (flow, flow->source, grid, def, reach, rows);
    }
  return rows;
}

void
nb_page_cell_show (NbPageCell *cell, const NbPageContent *content)
{
  cell->shown = content;
  cell->from = 0;
  cell->to = nb_page_content_get_n_pieces (content);
}

void
nb_page_cell_draw (const NbPageCell *cell, NbPageCanvas *canvas, NbRect rect)
{
  int padding = cell->def->padding;
  int spare =
      rect.height - 2 * padding - nb_page_content_get_height (cell->shown, cell->from, cell->to);
  gboolean whole = cell->from == 0 && cell->to == nb_page_content_get_n_pieces (cell->shown);
  int y = rect.y + padding;
  const char *field;
  gboolean value;

  /* What goes on over sheets begins at the top of each. */
  if (whole && cell->def->align_block == NB_ALIGN_CENTRE)
    y += spare / 2;
  else if (whole && cell->def->align_block == NB_ALIGN_END)
    y += spare;
  nb_page_content_draw (cell->shown, cell->from, cell->to, canvas, rect.x + padding, y);
  field = nb_page_content_get_field (cell->content, &value);
  nb_page_canvas_add_area (canvas, rect, field, value);
  if (cell->def->frame)
    nb_page_canvas_add_frame (canvas, rect, cell->def->rule);
}
