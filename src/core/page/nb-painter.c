/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-painter-private.h"

/* Light enough that the report is read through it, dark enough that no copier loses it. */
#define DRAFT_GREY 0.86

NbPainter *
nb_painter_new (void)
{
  NbPainter *painter = g_new0 (NbPainter, 1);

  painter->map = pango_cairo_font_map_new ();
  /* A point of type is a unit of the cairo_t. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (painter->map), 72.0);
  painter->context = pango_font_map_create_context (painter->map);
  painter->attributes = pango_attr_list_new ();
  painter->options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (painter->options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (painter->options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (painter->context, painter->options);
  pango_context_set_round_glyph_positions (painter->context, FALSE);
  /* Paper is Chinese whatever the language of the computer. */
  pango_context_set_language (painter->context, pango_language_from_string ("zh-cn"));
  painter->fonts = nb_painter_fonts_new (painter->context);
  painter->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  painter->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  return painter;
}

void
nb_painter_free (NbPainter *painter)
{
  g_array_unref (painter->glyphs);
  g_array_unref (painter->clusters);
  nb_painter_fonts_free (painter->fonts);
  cairo_font_options_destroy (painter->options);
  pango_attr_list_unref (painter->attributes);
  g_object_unref (painter->context);
  g_object_unref (painter->map);
  g_free (painter);
}

const char *
nb_painter_get_family (NbPainter *painter, const char *face)
{
  return nb_painter_fonts_get_family (painter->fonts, face);
}

static void
draw_box (NbPainter *painter, const NbPageBox *box, const NbMetrics *metrics, cairo_t *cr)
{
  double grey = box->draft ? DRAFT_GREY : 0;

  cairo_set_source_rgb (cr, grey, grey, grey);
  if (box->kind == NB_PAGE_TEXT)
    {
      nb_painter_draw_run (painter, box, metrics, cr);
      return;
    }
  if (box->kind == NB_PAGE_CODE)
    {
      nb_painter_draw_code (box, cr);
      return;
    }
  cairo_rectangle (cr, NB_POINTS (box->rect.x), NB_POINTS (box->rect.y),
                   NB_POINTS (box->rect.width), NB_POINTS (box->rect.height));
  cairo_fill (cr);
}

void
nb_painter_draw (NbPainter *painter, NbPageList *list, guint page, cairo_t *cr)
{
  const NbMetrics *metrics = nb_page_list_get_metrics (list);

  cairo_save (cr);
  for (guint i = 0; i < nb_page_list_get_n_boxes (list, page); i++)
    draw_box (painter, nb_page_list_get_box (list, page, i), metrics, cr);
  cairo_restore (cr);
}
