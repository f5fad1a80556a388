/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-flow.h"

#include "nb-page-grid.h"

int
nb_page_get_type_width (const NbBoxDef *page)
{
  return page->width - page->margin_inner - page->margin_outer;
}

int
nb_page_get_type_left (const NbBoxDef *page, guint index)
{
  return index % 2 == 0 ? page->margin_inner : page->margin_outer;
}

int
nb_page_flow_get_room (const NbPageFlow *flow)
{
  return flow->bottom - flow->y;
}

int
nb_page_flow_get_full_room (const NbPageFlow *flow)
{
  return flow->bottom - flow->page->margin_top;
}

/* Across the middle of the sheet; the painter turns it. */
static void
add_draft_mark (NbPageFlow *flow)
{
  const NbPageDef *pages = nb_form_get_pages (nb_report_data_get_form (flow->source->data));
  int width = pages->draft_size * (int) g_utf8_strlen (pages->draft, -1);
  int top = (flow->page->height - pages->draft_size) / 2;
  NbPageBox box = {
    .kind = NB_PAGE_TEXT,
    .rect = { (flow->page->width - width) / 2, top, width, pages->draft_size },
    .text = g_strdup (pages->draft),
    .face = pages->draft_face,
    .size = pages->draft_size,
    .baseline = top + pages->draft_size / 100 * 88,
    .draft = TRUE,
  };

  nb_page_canvas_take_box (&flow->canvas, &box);
}

static void
end_sheet (NbPageFlow *flow)
{
  if (flow->canvas.sheet != NULL)
    nb_page_canvas_end (&flow->canvas);
  flow->canvas.sheet = NULL;
}

void
nb_page_flow_begin_sheet (NbPageFlow *flow)
{
  guint index = nb_page_list_get_n_pages (flow->list);

  end_sheet (flow);
  nb_page_canvas_begin (&flow->canvas, nb_page_list_add_sheet (flow->list, flow->page));
  flow->left = nb_page_get_type_left (flow->page, index);
  flow->top = flow->page->margin_top;
  flow->bottom = flow->page->height - flow->page->margin_bottom;
  flow->y = flow->top;
  if (flow->source->options->draft)
    add_draft_mark (flow);
}

/* Texts, rules and boxes of the page itself: piece by piece. */
static void
place_content (NbPageFlow *flow, const NbBoxDef *child)
{
  g_autoptr (NbPageContent) content =
      nb_page_content_new (flow->source, nb_page_list_get_metrics (flow->list), flow->page, child,
                           NB_CONTENT_ALL, nb_page_get_type_width (flow->page));
  guint n_pieces = nb_page_content_get_n_pieces (content);

  for (guint from = 0; from < n_pieces;)
    {
      guint to =
          nb_page_content_fit (content, from, nb_page_flow_get_room (flow), flow->y <= flow->top);

      if (to == from)
        {
          nb_page_flow_begin_sheet (flow);
          continue;
        }
      nb_page_content_draw (content, from, to, &flow->canvas, flow->left, flow->y);
      flow->y += nb_page_content_get_height (content, from, to);
      from = to;
    }
}

void
nb_page_flow_run (NbPageFlow *flow)
{
  nb_page_flow_begin_sheet (flow);
  for (guint i = 0; i < flow->page->children->len; i++)
    {
      const NbBoxDef *child = flow->page->children->pdata[i];

      if ((child->copies & (guint) flow->source->options->copy) == 0)
        continue;
      if (child->type == NB_BOX_GRID)
        nb_page_grid_place (flow, child);
      else
        place_content (flow, child);
    }
  end_sheet (flow);
}
