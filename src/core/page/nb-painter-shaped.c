/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-painter-private.h"

#include <string.h>

/* Scripts that run from right to left; what else is set so by a control character is put right, so
 * that nobody can print other figures than were signed. */
static gboolean
runs_leftward (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return TRUE;
    default:
      return FALSE;
    }
}

/* No line of text has as many characters, unless most of them have no width; a cluster of a hundred
 * thousand combining marks would keep Pango and Cairo busy for half a minute. */
#define MAXIMUM_PIECE 256

static int
get_place (const NbRunSpacing *spacing, gunichar c)
{
  return pango_units_from_double (nb_run_spacing_get_place (spacing, c));
}

/* Gives one cluster of glyphs @room, in the middle of it; the next one follows after @step. */
static void
place_cluster (PangoGlyphString *glyphs, int start, int end, int room, int step)
{
  int first = MIN (start, end + 1);
  int last = MAX (start + 1, end);
  int width = 0;

  for (int i = first; i < last; i++)
    width += glyphs->glyphs[i].geometry.width;
  for (int i = first; i < last; i++)
    glyphs->glyphs[i].geometry.x_offset += (room - width) / 2;
  glyphs->glyphs[last - 1].geometry.width += step - width;
}

static void
place_glyphs (PangoGlyphItem *item, const char *text, NbRunSpacing *spacing)
{
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      const char *start = text + iter.start_index;
      const char *end = text + iter.end_index;
      int place = get_place (spacing, g_utf8_get_char (start));

      nb_run_spacing_pass (spacing, start, end);
      place_cluster (item->glyphs, iter.start_glyph, iter.end_glyph, get_place (spacing, 0) - place,
                     get_place (spacing, g_utf8_get_char (end)) - place);
    }
}

static void
draw_item (PangoItem *item, const char *text, NbRunSpacing *spacing, cairo_t *cr)
{
  const NbPageBox *box = spacing->box;
  PangoGlyphItem run = { .item = item, .glyphs = pango_glyph_string_new () };
  /* In a column upright characters hang on its middle line, turned ones (brackets) stand on it. */
  gboolean turned = box->vertical && item->analysis.gravity != PANGO_GRAVITY_EAST;

  if (!runs_leftward (g_utf8_get_char (text + item->offset)))
    item->analysis.level = 0;
  cairo_move_to (cr, nb_run_spacing_get_place (spacing, g_utf8_get_char (text + item->offset)),
                 turned ? NB_POINTS (box->size) * NB_COLUMN_SHIFT : 0);
  pango_shape_full (text + item->offset, item->length, text, -1, &item->analysis, run.glyphs);
  place_glyphs (&run, text, spacing);
  pango_cairo_show_glyph_item (cr, text, &run);
  pango_glyph_string_free (run.glyphs);
}

static void
set_font (NbPainter *painter, const NbPageBox *box)
{
  PangoFontDescription *description = pango_font_description_copy_static (
      nb_painter_fonts_get_description (painter->fonts, box->face));

  pango_font_description_set_absolute_size (description, NB_POINTS (box->size) * PANGO_SCALE);
  pango_context_set_font_description (painter->context, description);
  pango_font_description_free (description);
  pango_context_set_base_gravity (painter->context,
                                  box->vertical ? PANGO_GRAVITY_EAST : PANGO_GRAVITY_SOUTH);
}

static void
draw_piece (NbPainter *painter, const char *text, NbRunSpacing *spacing, cairo_t *cr)
{
  GList *items = pango_itemize_with_base_dir (painter->context, PANGO_DIRECTION_LTR, text, 0,
                                              (int) strlen (text), painter->attributes, NULL);

  for (GList *item = items; item != NULL; item = item->next)
    draw_item (item->data, text, spacing, cr);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
}

void
nb_painter_draw_shaped (
    NbPainter *painter, NbRunSpacing *spacing, const char *from, const char *to, cairo_t *cr)
{
  pango_cairo_update_context (cr, painter->context);
  set_font (painter, spacing->box);
  while (from < to)
    {
      const char *end = from;
      g_autofree char *piece = NULL;

      for (guint i = 0; i < MAXIMUM_PIECE && end < to; i++)
        end = g_utf8_next_char (end);
      piece = g_strndup (from, (gsize) (end - from));
      draw_piece (painter, piece, spacing, cr);
      from = end;
    }
}
