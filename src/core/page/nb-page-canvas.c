/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-canvas.h"

/* A stretch of a rule: at @at across, from @from to @to along it. */
typedef struct
{
  gboolean upright;
  int thickness;
  int at;
  int from;
  int to;
} Edge;

void
nb_page_canvas_begin (NbPageCanvas *canvas, NbSheet *sheet)
{
  canvas->sheet = sheet;
  canvas->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
}

void
nb_page_canvas_take_box (NbPageCanvas *canvas, const NbPageBox *box)
{
  g_array_append_val (canvas->sheet->boxes, *box);
}

void
nb_page_canvas_add_area (NbPageCanvas *canvas, NbRect rect, const char *field, gboolean value)
{
  NbPageArea area = { rect, field, value };

  if (field != NULL)
    g_array_append_val (canvas->sheet->areas, area);
}

void
nb_page_canvas_add_rule (NbPageCanvas *canvas, NbRect rect)
{
  NbPageBox box = { NB_PAGE_RULE, rect };

  g_array_append_val (canvas->sheet->boxes, box);
}

void
nb_page_canvas_add_frame (NbPageCanvas *canvas, NbRect rect, int thickness)
{
  int right = rect.x + rect.width;
  int below = rect.y + rect.height;
  const Edge edges[] = {
    { FALSE, thickness, rect.y, rect.x, right },
    { FALSE, thickness, below, rect.x, right },
    { TRUE, thickness, rect.x, rect.y, below },
    { TRUE, thickness, right, rect.y, below },
  };

  g_array_append_vals (canvas->edges, edges, G_N_ELEMENTS (edges));
}

static int
compare_edges (gconstpointer first, gconstpointer second)
{
  const Edge *a = first;
  const Edge *b = second;

  if (a->upright != b->upright)
    return a->upright - b->upright;
  if (a->at != b->at)
    return a->at < b->at ? -1 : 1;
  if (a->thickness != b->thickness)
    return a->thickness < b->thickness ? -1 : 1;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return 0;
}

static gboolean
continues (const Edge *edge, const Edge *next)
{
  return edge->upright == next->upright && edge->at == next->at
         && edge->thickness == next->thickness && next->from <= edge->to;
}

static void
add_edge (NbPageCanvas *canvas, const Edge *edge)
{
  int half = edge->thickness / 2;
  /* Longer by half a rule at both ends: corners are filled. */
  int length = edge->to - edge->from + edge->thickness;
  NbRect rect = edge->upright
                    ? (NbRect){ edge->at - half, edge->from - half, edge->thickness, length }
                    : (NbRect){ edge->from - half, edge->at - half, length, edge->thickness };

  nb_page_canvas_add_rule (canvas, rect);
}

void
nb_page_canvas_end (NbPageCanvas *canvas)
{
  Edge *edges = (Edge *) (gpointer) canvas->edges->data;
  guint n_edges = canvas->edges->len;

  g_array_sort (canvas->edges, compare_edges);
  for (guint i = 0; i < n_edges;)
    {
      Edge edge = edges[i++];

      for (; i < n_edges && continues (&edge, &edges[i]); i++)
        edge.to = MAX (edge.to, edges[i].to);
      add_edge (canvas, &edge);
    }
  g_clear_pointer (&canvas->edges, g_array_unref);
}
