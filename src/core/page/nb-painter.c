/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-painter-private.h"

/* As zlib's usual level: the outlines, nearly all of a PDF, get no smaller at a higher one. */
#define COMPRESSION 6

NbPainter *
nb_painter_new (void)
{
  NbPainter *painter = g_new0 (NbPainter, 1);

  painter->choice = nb_font_choice_new ();
  painter->buffer = hb_buffer_create ();
  painter->glyphs = g_array_new (FALSE, FALSE, sizeof (NbInkGlyph));
  painter->text = g_string_new (NULL);
  painter->compressor = libdeflate_alloc_compressor (COMPRESSION);
  return painter;
}

void
nb_painter_free (NbPainter *painter)
{
  libdeflate_free_compressor (painter->compressor);
  g_string_free (painter->text, TRUE);
  g_array_unref (painter->glyphs);
  hb_buffer_destroy (painter->buffer);
  nb_font_choice_free (painter->choice);
  g_free (painter->missing);
  g_free (painter);
}

gboolean
nb_painter_set_font (NbPainter *painter, const char *family)
{
  const char *wanted = family != NULL && *family != '\0' ? family : NULL;
  gboolean found = nb_font_choice_set_family (painter->choice, wanted) || wanted == NULL;

  g_free (painter->missing);
  painter->missing = found ? NULL : g_strdup (wanted);
  return found;
}

const char *
nb_painter_get_family (NbPainter *painter, const char *face)
{
  return nb_font_get_family (nb_font_choice_get_own (painter->choice, face));
}

void
nb_painter_draw_page (NbPainter *painter, NbPageList *list, guint page, NbInk *ink)
{
  const NbMetrics *metrics = nb_page_list_get_metrics (list);

  for (guint i = 0; i < nb_page_list_get_n_boxes (list, page); i++)
    {
      const NbPageBox *box = nb_page_list_get_box (list, page, i);

      switch (box->kind)
        {
        case NB_PAGE_TEXT:
          nb_painter_draw_run (painter, box, metrics, ink);
          break;
        case NB_PAGE_CODE:
          nb_painter_draw_code (box, ink);
          break;
        default:
          ink->fill (ink, &box->rect);
        }
    }
}

typedef struct
{
  NbInk ink;
  cairo_t *cr;
  cairo_font_options_t *options;
  GArray *glyphs;   /* of cairo_glyph_t */
  GArray *clusters; /* of cairo_text_cluster_t */
} CairoInk;

static void
show (NbInk *pointer, const NbInkText *text)
{
  CairoInk *ink = (CairoInk *) pointer;
  gsize n_bytes = 0;

  g_array_set_size (ink->glyphs, 0);
  g_array_set_size (ink->clusters, 0);
  for (guint i = 0; i < text->n_glyphs; i++)
    {
      const NbInkGlyph *glyph = &text->glyphs[i];
      const cairo_glyph_t drawn = { glyph->glyph, glyph->x, glyph->y };
      const cairo_text_cluster_t cluster = { (int) glyph->n_bytes, 1 };

      g_array_append_val (ink->glyphs, drawn);
      if (glyph->n_bytes > 0)
        g_array_append_val (ink->clusters, cluster);
      else
        g_array_index (ink->clusters, cairo_text_cluster_t, ink->clusters->len - 1).num_glyphs++;
      n_bytes += glyph->n_bytes;
    }
  cairo_save (ink->cr);
  cairo_transform (ink->cr, text->place);
  cairo_set_source_rgb (ink->cr, text->grey, text->grey, text->grey);
  cairo_set_font_face (ink->cr, nb_font_get_face (text->font));
  cairo_set_font_size (ink->cr, text->size);
  cairo_set_font_options (ink->cr, ink->options);
  cairo_show_text_glyphs (ink->cr, text->text, (int) n_bytes, (cairo_glyph_t *) ink->glyphs->data,
                          (int) ink->glyphs->len, (cairo_text_cluster_t *) ink->clusters->data,
                          (int) ink->clusters->len, 0);
  cairo_restore (ink->cr);
}

static void
fill (NbInk *pointer, const NbRect *rect)
{
  CairoInk *ink = (CairoInk *) pointer;

  cairo_set_source_rgb (ink->cr, 0, 0, 0);
  cairo_rectangle (ink->cr, NB_POINTS (rect->x), NB_POINTS (rect->y), NB_POINTS (rect->width),
                   NB_POINTS (rect->height));
  cairo_fill (ink->cr);
}

/* A pixel for each module. */
static cairo_surface_t *
make_mask (const guint8 *modules, int width)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, width, width);
  int stride = cairo_image_surface_get_stride (mask);
  unsigned char *data = cairo_image_surface_get_data (mask);

  for (int y = 0; y < width; y++)
    for (int x = 0; x < width; x++)
      data[y * stride + x] = (modules[y * width + x] & 1) != 0 ? 255 : 0;
  cairo_surface_mark_dirty (mask);
  return mask;
}

static void
stencil (NbInk *pointer, const cairo_matrix_t *place, const guint8 *modules, int width)
{
  CairoInk *ink = (CairoInk *) pointer;
  cairo_surface_t *mask = make_mask (modules, width);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (mask);

  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_save (ink->cr);
  cairo_transform (ink->cr, place);
  cairo_set_source_rgb (ink->cr, 0, 0, 0);
  cairo_mask (ink->cr, pattern);
  cairo_restore (ink->cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (mask);
}

void
nb_painter_draw (NbPainter *painter, NbPageList *list, guint page, cairo_t *cr)
{
  CairoInk ink = {
    .ink = { show, fill, stencil },
    .cr = cr,
    .options = cairo_font_options_create (),
    .glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)),
    .clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t)),
  };

  cairo_font_options_set_hint_style (ink.options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (ink.options, CAIRO_HINT_METRICS_OFF);
  cairo_save (cr);
  nb_painter_draw_page (painter, list, page, &ink.ink);
  cairo_restore (cr);
  g_array_unref (ink.clusters);
  g_array_unref (ink.glyphs);
  cairo_font_options_destroy (ink.options);
}
