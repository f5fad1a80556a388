/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-flow.h"

/* Heads and feet come last: they hold the number of all sheets. */
static void
add_margin_box (
    const NbPageSource *source, NbPageList *list, NbSheet *sheet, const NbBoxDef *box, NbCopy copy)
{
  const NbBoxDef *page = sheet->page;
  gboolean head = box->place == NB_PLACE_HEAD;
  int room = head ? page->margin_top : page->margin_bottom;
  int y = head ? 0 : page->height - room;
  g_autoptr (NbPageContent) content =
      nb_page_content_new (source, nb_page_list_get_metrics (list), box, NULL, copy, NB_CONTENT_ALL,
                           nb_page_get_type_width (page));
  guint n_pieces = nb_page_content_get_n_pieces (content);
  int height = nb_page_content_get_height (content, 0, n_pieces);
  NbPageCanvas canvas;

  if (box->align_block == NB_ALIGN_CENTRE)
    y += (room - height) / 2;
  else if (box->align_block == NB_ALIGN_END)
    y += room - height;
  nb_page_canvas_begin (&canvas, sheet);
  nb_page_content_draw (content, 0, n_pieces, &canvas,
                        nb_page_get_type_left (page, source->sheet - 1), y);
  nb_page_canvas_end (&canvas);
}

static void
add_margin_boxes (NbPageSource *source, NbPageList *list, NbCopy copy)
{
  source->n_sheets = list->sheets->len;
  for (guint i = 0; i < list->sheets->len; i++)
    {
      NbSheet *sheet = &g_array_index (list->sheets, NbSheet, i);

      source->sheet = i + 1;
      for (guint j = 0; j < sheet->page->children->len; j++)
        {
          const NbBoxDef *box = sheet->page->children->pdata[j];

          if (box->place != NB_PLACE_FLOW && (box->copies & (guint) copy) != 0)
            add_margin_box (source, list, sheet, box, copy);
        }
    }
}

NbPageList *
nb_page_layout (const NbReportData *data, const NbRegistry *registry, NbCopy copy, gboolean draft)
{
  const NbPageDef *pages = nb_form_get_pages (nb_report_data_get_form (data));
  NbPageList *list = nb_page_list_new (data);
  NbPageSource source = { .data = data, .registry = registry };

  for (guint i = 0; i < pages->pages->len; i++)
    {
      NbPageFlow flow = { .source = &source,
                          .list = list,
                          .page = pages->pages->pdata[i],
                          .copy = copy,
                          .draft = draft };

      if ((flow.page->copies & (guint) copy) != 0)
        nb_page_flow_run (&flow);
    }
  add_margin_boxes (&source, list, copy);
  return list;
}
