/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-code.h"
#include "nb-page-flow.h"

static void
add_margin_box (const NbPageSource *source, NbPageList *list, NbSheet *sheet, const NbBoxDef *box)
{
  const NbBoxDef *page = sheet->page;
  gboolean head = box->place == NB_PLACE_HEAD;
  int margin = head ? page->margin_top : page->margin_bottom;
  int room = box->height != 0 ? box->height : margin;
  int type_width = nb_page_get_type_width (page);
  int width = box->width != 0 ? box->width : type_width;
  int x = nb_page_get_type_left (page, source->sheet - 1)
          + nb_page_align (box->align, source->sheet, type_width, width);
  int y = head ? margin - room : page->height - margin; /* next to the type area */
  g_autoptr (NbPageContent) content = nb_page_content_new (source, nb_page_list_get_metrics (list),
                                                           box, NULL, NB_CONTENT_ALL, width);
  guint n_pieces = nb_page_content_get_n_pieces (content);
  int height = nb_page_content_get_height (content, 0, n_pieces);
  NbPageCanvas canvas;

  y += nb_page_align (box->align_block, source->sheet, room, height);
  nb_page_canvas_begin (&canvas, sheet);
  nb_page_content_draw (content, 0, n_pieces, &canvas, x, y);
  nb_page_canvas_end (&canvas);
}

static void
add_margin_boxes (const NbPageSource *source, NbPageList *list, NbSheet *sheet, NbPlacement place)
{
  for (guint i = 0; i < sheet->page->children->len; i++)
    {
      const NbBoxDef *box = sheet->page->children->pdata[i];

      if (box->place == place && (box->copies & (guint) source->options->copy) != 0)
        add_margin_box (source, list, sheet, box);
    }
}

/* The foot of the sheet, with the fingerprint of all that stands above it. */
static void
add_foot (NbPageSource *source, NbPageList *list, NbSheet *sheet, NbPagePayload *payload, guint key)
{
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;

  if (payload != NULL)
    {
      text = nb_page_list_dup_text (list, source->sheet - 1);
      sheet->code =
          nb_page_code_new (source->options->digest, source->sheet, source->n_sheets, text, key);
      payload->page = source->sheet;
      payload->n_pages = source->n_sheets;
      g_strlcpy (payload->code, sheet->code, sizeof payload->code);
      said = nb_page_payload_format (payload);
    }
  source->code = sheet->code;
  source->payload = said;
  add_margin_boxes (source, list, sheet, NB_PLACE_FOOT);
  source->payload = NULL;
}

/* Heads and feet come last: they hold the number of all sheets. */
static void
add_margins (NbPageSource *source, NbPageList *list)
{
  const char *digest = source->options->digest;
  g_autoptr (NbPagePayload) payload =
      digest != NULL ? nb_page_payload_new (source->data, digest) : NULL;
  guint key = nb_page_code_get_key (source->data);

  source->n_sheets = list->sheets->len;
  for (guint i = 0; i < list->sheets->len; i++)
    {
      NbSheet *sheet = &g_array_index (list->sheets, NbSheet, i);

      source->sheet = i + 1;
      add_margin_boxes (source, list, sheet, NB_PLACE_HEAD);
      add_foot (source, list, sheet, payload, key);
    }
}

static NbReportData *
make_empty (const NbReportData *data)
{
  return nb_report_data_builder_finish (
      nb_report_data_builder_new (nb_report_data_get_form (data)));
}

NbPageList *
nb_page_layout (const NbReportData *data, const NbPageOptions *options)
{
  const NbPageDef *pages = nb_form_get_pages (nb_report_data_get_form (data));
  g_autoptr (NbReportData) shown = options->copy == NB_COPY_BLANK
                                       ? make_empty (data)
                                       : nb_report_data_ref ((NbReportData *) data);
  NbPageList *list = nb_page_list_new (shown);
  NbPageSource source = { .data = shown, .options = options };

  for (guint i = 0; i < pages->pages->len; i++)
    {
      NbPageFlow flow = { .source = &source, .list = list, .page = pages->pages->pdata[i] };

      if ((flow.page->copies & (guint) options->copy) != 0)
        nb_page_flow_run (&flow);
    }
  add_margins (&source, list);
  return list;
}
