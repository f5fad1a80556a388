/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-painter-private.h"

#include <string.h>

/* The glyph of @c in the print font; white space of any kind is the font's own space. */
static gboolean
look_up (const NbPrintFont *font, gunichar c, guint *glyph)
{
  return nb_print_font_has (font, c, glyph)
         || (g_unichar_isspace (c) && nb_print_font_has (font, ' ', glyph));
}

/* How far, from @from on, the print font draws; a character with marks on it is left to Pango. */
static const char *
find_end (const NbPrintFont *font, const NbRunSpacing *spacing, const char *from)
{
  const char *at = from;

  while (*at != '\0' && look_up (font, g_utf8_get_char (at), NULL))
    {
      const char *next = g_utf8_next_char (at);

      if (*next != '\0' && nb_run_spacing_joins (spacing, g_utf8_get_char (next)))
        break;
      at = next;
    }
  return at;
}

/* How far, from @from on, it does not. */
static const char *
find_stranger_end (const NbPrintFont *font, const NbRunSpacing *spacing, const char *from)
{
  while (*from != '\0' && find_end (font, spacing, from) == from)
    {
      from = g_utf8_next_char (from);
      while (*from != '\0' && nb_run_spacing_joins (spacing, g_utf8_get_char (from)))
        from = g_utf8_next_char (from);
    }
  return from;
}

/* Puts the glyph of the character at @at into the middle of its room, which @spacing passes. */
static cairo_glyph_t
place_glyph (const NbPrintFont *font, NbRunSpacing *spacing, const char *at)
{
  double size = NB_POINTS (spacing->box->size);
  gunichar c = g_utf8_get_char (at);
  double place = nb_run_spacing_get_place (spacing, c);
  guint glyph = 0;
  double room;

  look_up (font, c, &glyph);
  nb_run_spacing_pass (spacing, at, g_utf8_next_char (at));
  room = nb_run_spacing_get_place (spacing, 0) - place;
  return (cairo_glyph_t){ glyph,
                          place + (room - nb_print_font_get_advance (font, glyph) * size) / 2, 0 };
}

static void
draw_line (NbPainter *painter, NbRunSpacing *spacing, const char *from, const char *to, cairo_t *cr)
{
  const NbPrintFont *font = nb_painter_fonts_get_print (painter->fonts, spacing->box->face);

  g_array_set_size (painter->glyphs, 0);
  g_array_set_size (painter->clusters, 0);
  for (const char *at = from; at < to; at = g_utf8_next_char (at))
    {
      cairo_glyph_t glyph = place_glyph (font, spacing, at);
      cairo_text_cluster_t cluster = { (int) (g_utf8_next_char (at) - at), 1 };

      g_array_append_val (painter->glyphs, glyph);
      g_array_append_val (painter->clusters, cluster);
    }
  cairo_show_text_glyphs (cr, from, (int) (to - from), (cairo_glyph_t *) painter->glyphs->data,
                          (int) painter->glyphs->len,
                          (cairo_text_cluster_t *) painter->clusters->data,
                          (int) painter->clusters->len, 0);
}

/* In a column, which runs along x with the page turned, signs and Han stand upright in the middle,
 * letters and figures lie. */
static void
draw_column_glyph (NbPrintFont *font, NbRunSpacing *spacing, const char *at, cairo_t *cr)
{
  gunichar c = g_utf8_get_char (at);
  double size = NB_POINTS (spacing->box->size);
  double place = nb_run_spacing_get_place (spacing, c);
  cairo_text_cluster_t cluster = { (int) (g_utf8_next_char (at) - at), 1 };
  cairo_glyph_t glyph = place_glyph (font, spacing, at);
  guint upright;
  gboolean stands = nb_print_font_get_column_glyph (font, c, &upright) || g_unichar_iswide (c);

  cairo_save (cr);
  glyph.y = size * NB_COLUMN_SHIFT;
  if (stands)
    {
      cairo_translate (cr, (place + nb_run_spacing_get_place (spacing, 0)) / 2, 0);
      cairo_rotate (cr, -G_PI / 2);
      glyph.index = upright;
      glyph.x = -nb_print_font_get_advance (font, upright) * size / 2;
    }
  cairo_show_text_glyphs (cr, at, cluster.num_bytes, &glyph, 1, &cluster, 1, 0);
  cairo_restore (cr);
}

static void
draw_printed (
    NbPainter *painter, NbRunSpacing *spacing, const char *from, const char *to, cairo_t *cr)
{
  NbPrintFont *font = nb_painter_fonts_get_print (painter->fonts, spacing->box->face);

  cairo_set_font_face (cr, nb_print_font_get_face (font));
  cairo_set_font_size (cr, NB_POINTS (spacing->box->size));
  cairo_set_font_options (cr, painter->options);
  if (!spacing->box->vertical)
    draw_line (painter, spacing, from, to, cr);
  else
    for (; from < to; from = g_utf8_next_char (from))
      draw_column_glyph (font, spacing, from, cr);
}

/* Moves to the run's beginning: its baseline's left end, or for a vertical one the top of the column's
 * middle line, with the page turned so that the run goes down. */
static void
move_to_start (const NbPageBox *box, cairo_t *cr)
{
  if (box->vertical)
    {
      cairo_translate (cr, NB_POINTS (box->rect.x + box->rect.width / 2), NB_POINTS (box->rect.y));
      cairo_rotate (cr, G_PI / 2);
    }
  else if (box->draft)
    {
      /* From bottom left to top right, round the box's middle. */
      cairo_translate (cr, NB_POINTS (box->rect.x + box->rect.width / 2),
                       NB_POINTS (box->rect.y + box->rect.height / 2));
      cairo_rotate (cr, -G_PI / 4);
      cairo_translate (cr, -NB_POINTS (box->rect.width / 2),
                       NB_POINTS (box->baseline - box->rect.y - box->rect.height / 2));
    }
  else
    cairo_translate (cr, NB_POINTS (box->rect.x), NB_POINTS (box->baseline));
}

void
nb_painter_draw_run (NbPainter *painter,
                     const NbPageBox *box,
                     const NbMetrics *metrics,
                     cairo_t *cr)
{
  const NbPrintFont *font = nb_painter_fonts_get_print (painter->fonts, box->face);
  NbRunSpacing spacing;
  const char *at = box->text;

  nb_run_spacing_init (&spacing, box, metrics);
  cairo_save (cr);
  move_to_start (box, cr);
  while (*at != '\0')
    {
      const char *end = font != NULL ? find_end (font, &spacing, at) : at;

      if (end > at)
        draw_printed (painter, &spacing, at, end, cr);
      else
        {
          end = font != NULL ? find_stranger_end (font, &spacing, at) : at + strlen (at);
          nb_painter_draw_shaped (painter, &spacing, at, end, cr);
        }
      at = end;
    }
  cairo_restore (cr);
}
