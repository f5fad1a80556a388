/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-painter-private.h"

#include <string.h>

#include "nb-run-spacing.h"

/* Light enough that the report is read through it, dark enough that no copier loses it. */
#define DRAFT_GREY 0.86

/* From the middle of the em of a CJK face down to its baseline, in em. */
#define COLUMN_SHIFT 0.38

/* No line of text has as many characters, unless most of them have no width; shaping a cluster of a
 * hundred thousand combining marks would take half a minute. */
#define MAXIMUM_PIECE 256

/* A run while it is drawn. */
typedef struct
{
  NbPainter *painter;
  const NbPageBox *box;
  NbInk *ink;
  NbFont *own;
  NbRunSpacing spacing;
  cairo_matrix_t place; /* from the run's beginning, x along it */
} Run;

static gunichar
get_char (const char *at)
{
  return g_utf8_get_char (at);
}

/* Scripts that run from right to left; what else is set so by a control character is put right, so
 * that nobody can print other figures than were signed. */
static gboolean
runs_leftward (gunichar c)
{
  if (c < 0x590 || (c >= 0x900 && c < 0xFB1D))
    return FALSE;
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

/* The glyph of @c; white space of any kind is the font's own space. */
static gboolean
look_up (const NbFont *font, gunichar c, guint *glyph)
{
  return nb_font_has (font, c, glyph) || (g_unichar_isspace (c) && nb_font_has (font, ' ', glyph));
}

static void
show (Run *run, NbFont *font, cairo_matrix_t *place)
{
  const NbInkText text = {
    .font = font,
    .size = NB_POINTS (run->box->size),
    .spread = nb_run_spacing_get_spread (&run->spacing),
    .grey = run->box->draft ? DRAFT_GREY : 0,
    .place = place,
    .text = run->painter->text->str,
    .glyphs = (const NbInkGlyph *) run->painter->glyphs->data,
    .n_glyphs = run->painter->glyphs->len,
  };

  if (text.n_glyphs > 0)
    run->ink->show (run->ink, &text);
  g_array_set_size (run->painter->glyphs, 0);
  g_string_truncate (run->painter->text, 0);
}

/* The end of the character at @at with the marks that join it. */
static const char *
find_cluster_end (const Run *run, const char *at)
{
  at = g_utf8_next_char (at);
  for (guint i = 1;
       i < MAXIMUM_PIECE && *at != '\0' && nb_run_spacing_joins (&run->spacing, get_char (at)); i++)
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
has_all (const NbFont *font, const char *from, const char *to)
{
  for (; from < to; from = g_utf8_next_char (from))
    if (!nb_font_choice_is_blank (get_char (from)) && !nb_font_has (font, get_char (from), NULL))
      return FALSE;
  return TRUE;
}

/* The font that draws a character with its marks: the face's own, or one that has them all. */
static NbFont *
choose_font (const Run *run, const char *from, const char *to)
{
  NbFont *first = NULL;

  if (has_all (run->own, from, to))
    return run->own;
  for (const char *at = from; at < to; at = g_utf8_next_char (at))
    {
      gunichar c = get_char (at);
      NbFont *font = nb_font_choice_is_blank (c)
                         ? NULL
                         : nb_font_choice_get_substitute (run->painter->choice, run->box->face, c);

      if (font != NULL && has_all (font, from, to))
        return font;
      if (first == NULL)
        first = font;
    }
  return first != NULL ? first : run->own;
}

static void
add_glyph (Run *run, guint glyph, double x, double y, const char *text, guint n_bytes)
{
  const NbInkGlyph added = { glyph, x, y, n_bytes };

  g_array_append_val (run->painter->glyphs, added);
  g_string_append_len (run->painter->text, text, n_bytes);
}

/* The characters from @at on that are each one glyph of the face's own font, in one go: nearly all of a
 * report. */
static const char *
draw_plain (Run *run, const char *at)
{
  double size = NB_POINTS (run->box->size);
  guint glyph;

  while (*at != '\0' && look_up (run->own, get_char (at), &glyph))
    {
      const char *next = g_utf8_next_char (at);
      double place, room;

      if (*next != '\0' && nb_run_spacing_joins (&run->spacing, get_char (next)))
        break;
      place = nb_run_spacing_get_place (&run->spacing, get_char (at));
      nb_run_spacing_pass (&run->spacing, at, next);
      room = nb_run_spacing_get_place (&run->spacing, 0) - place;
      add_glyph (run, glyph, place + (room - nb_font_get_advance (run->own, glyph) * size) / 2, 0,
                 at, (guint) (next - at));
      at = next;
    }
  show (run, run->own, &run->place);
  return at;
}

/* Shapes the text; its clusters stand in the buffer as they are read. */
static void
shape (NbPainter *painter, NbFont *font, const char *from, const char *to)
{
  hb_buffer_reset (painter->buffer);
  hb_buffer_add_utf8 (painter->buffer, from, (int) (to - from), 0, (int) (to - from));
  hb_buffer_guess_segment_properties (painter->buffer);
  hb_buffer_set_direction (painter->buffer,
                           runs_leftward (get_char (from)) ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_shape (nb_font_get_shaper (font), painter->buffer, NULL, 0);
  if (runs_leftward (get_char (from)))
    hb_buffer_reverse_clusters (painter->buffer);
}

/* Adds the glyphs @first to @last of what was shaped from @from, in the middle of @room. */
static void
add_cluster (Run *run,
             const NbFont *font,
             guint first,
             guint last,
             double place,
             double room,
             const char *text,
             guint n_bytes)
{
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (run->painter->buffer, NULL);
  const hb_glyph_position_t *places = hb_buffer_get_glyph_positions (run->painter->buffer, NULL);
  double unit = NB_POINTS (run->box->size) / nb_font_get_units (font);
  double width = 0;

  for (guint i = first; i < last; i++)
    width += places[i].x_advance * unit;
  place += (room - width) / 2;
  for (guint i = first; i < last; i++)
    {
      guint glyph = infos[i].codepoint;

      /* A control character shows nothing, least of all the sign for what is missing. */
      if (glyph == 0 && nb_font_choice_is_blank (get_char (text)))
        nb_font_has (font, ' ', &glyph);
      add_glyph (run, glyph, place + places[i].x_offset * unit, -places[i].y_offset * unit, text,
                 i == first ? n_bytes : 0);
      place += places[i].x_advance * unit;
    }
}

/* Text of one font that must be shaped; text of a script that runs leftward is mirrored in its room. */
static void
draw_shaped (Run *run, NbFont *font, const char *from, const char *to)
{
  gboolean leftward = runs_leftward (get_char (from));
  NbRunSpacing whole = run->spacing;
  double start = nb_run_spacing_get_place (&run->spacing, get_char (from));
  double end;
  const hb_glyph_info_t *infos;
  guint n_glyphs;

  nb_run_spacing_pass (&whole, from, to);
  end = nb_run_spacing_get_place (&whole, 0);
  shape (run->painter, font, from, to);
  infos = hb_buffer_get_glyph_infos (run->painter->buffer, &n_glyphs);
  for (guint first = 0, last; first < n_glyphs; first = last)
    {
      const char *text = from + infos[first].cluster;
      const char *next;
      double place = nb_run_spacing_get_place (&run->spacing, get_char (text));
      double room;

      for (last = first + 1; last < n_glyphs && infos[last].cluster == infos[first].cluster;)
        last++;
      next = last < n_glyphs ? from + infos[last].cluster : to;
      nb_run_spacing_pass (&run->spacing, text, next);
      room = nb_run_spacing_get_place (&run->spacing, 0) - place;
      add_cluster (run, font, first, last, leftward ? start + end - place - room : place, room,
                   text, (guint) (next - text));
    }
  show (run, font, &run->place);
}

/* From the character at @at on, what one font must shape. */
static const char *
draw_stretch (Run *run, const char *at)
{
  const char *end = find_cluster_end (run, at);
  NbFont *font = choose_font (run, at, end);
  gboolean leftward = runs_leftward (get_char (at));

  while (*end != '\0' && end - at < MAXIMUM_PIECE)
    {
      const char *next = find_cluster_end (run, end);

      if (runs_leftward (get_char (end)) != leftward || choose_font (run, end, next) != font
          || (font == run->own && next == g_utf8_next_char (end)))
        break;
      end = next;
    }
  draw_shaped (run, font, at, end);
  return end;
}

static void
draw_line (Run *run)
{
  const char *at = run->box->text;

  while (*at != '\0')
    {
      const char *end = draw_plain (run, at);

      at = end > at || *at == '\0' ? end : draw_stretch (run, at);
    }
}

/* Whether @c stands upright in a column whose font has no shape of its own for it there. */
static gboolean
stands_upright (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
      return FALSE;
    default:
      return g_unichar_iswide (c);
    }
}

/* One character with its marks in a column, which runs along x with the page turned: signs and Han stand
 * upright in the middle, letters, figures and brackets lie. */
static void
draw_in_column (Run *run, const char *at, const char *end)
{
  NbFont *font = choose_font (run, at, end);
  gunichar c = get_char (at);
  double size = NB_POINTS (run->box->size);
  double place = nb_run_spacing_get_place (&run->spacing, c);
  cairo_matrix_t matrix = run->place;
  gboolean stands = stands_upright (c);
  double room;

  nb_run_spacing_pass (&run->spacing, at, end);
  room = nb_run_spacing_get_place (&run->spacing, 0) - place;
  shape (run->painter, font, at, end);
  if (hb_buffer_get_length (run->painter->buffer) == 1)
    {
      hb_glyph_info_t *info = hb_buffer_get_glyph_infos (run->painter->buffer, NULL);
      guint glyph;

      if (nb_font_has (font, c, NULL) && nb_font_get_column_glyph (font, c, &glyph))
        {
          info->codepoint = glyph;
          stands = TRUE;
        }
    }
  if (stands)
    {
      cairo_matrix_translate (&matrix, place + room / 2, 0);
      cairo_matrix_rotate (&matrix, -G_PI / 2);
      cairo_matrix_translate (&matrix, -room / 2, size * COLUMN_SHIFT);
      place = 0;
    }
  else
    cairo_matrix_translate (&matrix, 0, size * COLUMN_SHIFT);
  add_cluster (run, font, 0, hb_buffer_get_length (run->painter->buffer), place, room, at,
               (guint) (end - at));
  show (run, font, &matrix);
}

static void
draw_column (Run *run)
{
  for (const char *at = run->box->text; *at != '\0';)
    {
      const char *end = find_cluster_end (run, at);

      draw_in_column (run, at, end);
      at = end;
    }
}

/* To the run's beginning: its baseline's left end, or for a column the top of its middle line, with the
 * page turned so that the run goes down. */
static void
init_place (const NbPageBox *box, cairo_matrix_t *place)
{
  const NbRect *rect = &box->rect;

  if (box->vertical)
    {
      cairo_matrix_init_translate (place, NB_POINTS (rect->x + rect->width / 2),
                                   NB_POINTS (rect->y));
      cairo_matrix_rotate (place, G_PI / 2);
    }
  else if (box->draft)
    {
      /* From bottom left to top right, round the box's middle. */
      cairo_matrix_init_translate (place, NB_POINTS (rect->x + rect->width / 2),
                                   NB_POINTS (rect->y + rect->height / 2));
      cairo_matrix_rotate (place, -G_PI / 4);
      cairo_matrix_translate (place, -NB_POINTS (rect->width / 2),
                              NB_POINTS (box->baseline - rect->y - rect->height / 2));
    }
  else
    cairo_matrix_init_translate (place, NB_POINTS (rect->x), NB_POINTS (box->baseline));
}

void
nb_painter_draw_run (NbPainter *painter, const NbPageBox *box, const NbMetrics *metrics, NbInk *ink)
{
  Run run = {
    .painter = painter,
    .box = box,
    .ink = ink,
    .own = nb_font_choice_get_own (painter->choice, box->face),
  };

  nb_run_spacing_init (&run.spacing, box, metrics);
  init_place (box, &run.place);
  if (box->vertical)
    draw_column (&run);
  else
    draw_line (&run);
}
