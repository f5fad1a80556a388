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

/* From the middle of the em of a CJK face down to its baseline, in em. */
#define TURNED_SHIFT 0.38

/* No line of text has as many characters, unless most of them have no width; a cluster of a hundred
 * thousand combining marks would keep Pango and Cairo busy for half a minute. */
#define MAXIMUM_PIECE 256

/* How far each character goes, and what is spread between them so that the run fills its box. */
typedef struct
{
  const NbPageBox *box;
  const NbMetrics *metrics;
  int spare;       /* µm over the characters' own widths */
  guint n_gaps;    /* it goes into */
  guint gap;       /* the next one */
  gint64 placed;   /* per mille of an em that the characters before take */
  gunichar before; /* the last of them */
} Spacing;

static guint
get_advance (const Spacing *spacing, gunichar c)
{
  return spacing->box->vertical ? 1000 : nb_metrics_get_advance (spacing->metrics, c);
}

/* How far a mark begins inside the one before it. */
static guint
get_overlap (const Spacing *spacing, gunichar before, gunichar after)
{
  if (spacing->box->vertical || before == 0)
    return 0;
  return nb_metrics_get_overlap (spacing->metrics, before, after);
}

static void
spacing_init (Spacing *spacing, const NbPageBox *box, const NbMetrics *metrics)
{
  gint64 width = 0;
  guint n_characters = 0;
  gsize length = strlen (box->text);
  gunichar before = 0;

  *spacing = (Spacing){ .box = box, .metrics = metrics };
  /* Spaces at the end hang out of the box. */
  while (length > 0 && box->text[length - 1] == ' ')
    length--;
  for (const char *at = box->text; at < box->text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint advance = get_advance (spacing, c);

      width += advance;
      width -= get_overlap (spacing, before, c);
      n_characters += advance > 0;
      before = c;
    }
  spacing->spare =
      (box->vertical ? box->rect.height : box->rect.width) - (int) (width * box->size / 1000);
  /* The empty half of a mark at the end hangs out as well. */
  if (spacing->spare < 0 && before != 0 && nb_metrics_get_blank_after (metrics, before) > 0)
    spacing->spare = 0;
  spacing->n_gaps = n_characters > 1 ? n_characters - 1 : 0;
}

/* Per mille of an em of the run's size, in Pango's units. */
static int
to_units (const Spacing *spacing, gint64 per_mille, double more)
{
  return pango_units_from_double (
      NB_POINTS ((double) per_mille * spacing->box->size / 1000 + more));
}

/* Where the next character, @c, goes, in Pango's units from the run's beginning; with 0 the end of what
 * is placed. */
static int
spacing_get_place (const Spacing *spacing, gunichar c)
{
  guint gaps = MIN (spacing->gap, spacing->n_gaps);
  double spread = spacing->n_gaps > 0 ? (double) spacing->spare * gaps / spacing->n_gaps : 0;
  guint overlap = c != 0 ? get_overlap (spacing, spacing->before, c) : 0;

  return to_units (spacing, spacing->placed - overlap, spread);
}

static void
spacing_pass (Spacing *spacing, const char *from, const char *to)
{
  for (; from < to; from = g_utf8_next_char (from))
    {
      gunichar c = g_utf8_get_char (from);
      guint advance = get_advance (spacing, c);

      spacing->placed += advance;
      spacing->placed -= get_overlap (spacing, spacing->before, c);
      spacing->gap += advance > 0;
      spacing->before = c;
    }
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
place_glyphs (PangoGlyphItem *item, const char *text, Spacing *spacing)
{
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      const char *start = text + iter.start_index;
      const char *end = text + iter.end_index;
      int place = spacing_get_place (spacing, g_utf8_get_char (start));

      spacing_pass (spacing, start, end);
      place_cluster (item->glyphs, iter.start_glyph, iter.end_glyph,
                     spacing_get_place (spacing, 0) - place,
                     spacing_get_place (spacing, g_utf8_get_char (end)) - place);
    }
}

static void
draw_item (PangoItem *item, const char *text, Spacing *spacing, cairo_t *cr)
{
  const NbPageBox *box = spacing->box;
  PangoGlyphItem run = { .item = item, .glyphs = pango_glyph_string_new () };
  double x, y;

  if (!runs_leftward (g_utf8_get_char (text + item->offset)))
    item->analysis.level = 0;
  pango_shape_full (text + item->offset, item->length, text, -1, &item->analysis, run.glyphs);
  place_glyphs (&run, text, spacing);
  cairo_get_current_point (cr, &x, &y);
  /* In a column upright characters hang on its middle line, turned ones (brackets) stand on it. */
  if (box->vertical && item->analysis.gravity != PANGO_GRAVITY_EAST)
    cairo_rel_move_to (cr, 0, NB_POINTS (box->size) * TURNED_SHIFT);
  pango_cairo_show_glyph_item (cr, text, &run);
  cairo_move_to (cr, x + pango_units_to_double (pango_glyph_string_get_width (run.glyphs)), y);
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

/* Moves to the run's beginning: its baseline's left end, or for a vertical one the top of the column's
 * middle line, with the page turned so that the run goes down. */
static void
move_to_start (const NbPageBox *box, cairo_t *cr)
{
  if (box->vertical)
    {
      cairo_translate (cr, NB_POINTS (box->rect.x + box->rect.width / 2), NB_POINTS (box->rect.y));
      cairo_rotate (cr, G_PI / 2);
      cairo_move_to (cr, 0, 0);
    }
  else if (box->draft)
    {
      /* From bottom left to top right, round the box's middle. */
      cairo_translate (cr, NB_POINTS (box->rect.x + box->rect.width / 2),
                       NB_POINTS (box->rect.y + box->rect.height / 2));
      cairo_rotate (cr, -G_PI / 4);
      cairo_move_to (cr, -NB_POINTS (box->rect.width / 2),
                     NB_POINTS (box->baseline - box->rect.y - box->rect.height / 2));
    }
  else
    cairo_move_to (cr, NB_POINTS (box->rect.x), NB_POINTS (box->baseline));
}

static void
draw_piece (NbPainter *painter, const char *text, Spacing *spacing, cairo_t *cr)
{
  GList *items = pango_itemize_with_base_dir (painter->context, PANGO_DIRECTION_LTR, text, 0,
                                              (int) strlen (text), painter->attributes, NULL);

  for (GList *item = items; item != NULL; item = item->next)
    draw_item (item->data, text, spacing, cr);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
}

void
nb_painter_draw_run (NbPainter *painter,
                     const NbPageBox *box,
                     const NbMetrics *metrics,
                     cairo_t *cr)
{
  Spacing spacing;
  const char *at = box->text;

  spacing_init (&spacing, box, metrics);
  set_font (painter, box);
  cairo_save (cr);
  move_to_start (box, cr);
  while (*at != '\0')
    {
      const char *end = at;
      g_autofree char *piece = NULL;

      for (guint i = 0; i < MAXIMUM_PIECE && *end != '\0'; i++)
        end = g_utf8_next_char (end);
      piece = g_strndup (at, (gsize) (end - at));
      draw_piece (painter, piece, &spacing, cr);
      at = end;
    }
  cairo_restore (cr);
}
