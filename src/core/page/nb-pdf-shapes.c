/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-pdf-font-private.h"

#include <math.h>

/* The shape of a glyph as it is taken down: units of the em, y up, as in the font. */
typedef struct
{
  GString *path;
  double left, bottom, right, top;
  gboolean empty;
} Shape;

/* The box of all glyphs of a font. */
typedef struct
{
  int left, bottom, right, top;
} Bounds;

static void
append_point (Shape *shape, double x, double y)
{
  nb_pdf_append_number (shape->path, x, 3);
  g_string_append_c (shape->path, ' ');
  nb_pdf_append_number (shape->path, y, 3);
  g_string_append_c (shape->path, ' ');
  shape->left = shape->empty ? x : MIN (shape->left, x);
  shape->right = shape->empty ? x : MAX (shape->right, x);
  shape->bottom = shape->empty ? y : MIN (shape->bottom, y);
  shape->top = shape->empty ? y : MAX (shape->top, y);
  shape->empty = FALSE;
}

static void
move_to (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
  append_point (data, x, y);
  g_string_append (((Shape *) data)->path, "m\n");
}

static void
line_to (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
  append_point (data, x, y);
  g_string_append (((Shape *) data)->path, "l\n");
}

static void
cubic_to (hb_draw_funcs_t *funcs,
          void *data,
          hb_draw_state_t *state,
          float x1,
          float y1,
          float x2,
          float y2,
          float x,
          float y,
          void *user)
{
  append_point (data, x1, y1);
  append_point (data, x2, y2);
  append_point (data, x, y);
  g_string_append (((Shape *) data)->path, "c\n");
}

static void
close_path (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
  g_string_append (((Shape *) data)->path, "h\n");
}

/* A curve of the second degree, as TrueType has them, comes as one of the third: HarfBuzz sees to it. */
static hb_draw_funcs_t *
make_funcs (void)
{
  hb_draw_funcs_t *funcs = hb_draw_funcs_create ();

  hb_draw_funcs_set_move_to_func (funcs, move_to, NULL, NULL);
  hb_draw_funcs_set_line_to_func (funcs, line_to, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func (funcs, cubic_to, NULL, NULL);
  hb_draw_funcs_set_close_path_func (funcs, close_path, NULL, NULL);
  return funcs;
}

/* A glyph without colour of its own (d1), whose box must be said. */
static guint
write_glyph (const NbPdfFont *font, guint glyph, hb_draw_funcs_t *funcs, Bounds *bounds)
{
  Shape shape = { .path = g_string_new (NULL), .empty = TRUE };
  g_autoptr (GString) content = g_string_new (NULL);
  guint object = nb_pdf_file_reserve (font->file);
  Bounds box;

  hb_font_get_glyph_shape (nb_font_get_shaper (font->font), glyph, funcs, &shape);
  nb_pdf_append_number (content,
                        hb_font_get_glyph_h_advance (nb_font_get_shaper (font->font), glyph), 0);
  box = (Bounds){ (int) floor (shape.left), (int) floor (shape.bottom), (int) ceil (shape.right),
                  (int) ceil (shape.top) };
  g_string_append_printf (content, " 0 %d %d %d %d d1\n", box.left, box.bottom, box.right, box.top);
  bounds->left = MIN (bounds->left, box.left);
  bounds->bottom = MIN (bounds->bottom, box.bottom);
  bounds->right = MAX (bounds->right, box.right);
  bounds->top = MAX (bounds->top, box.top);
  if (!shape.empty)
    g_string_append_printf (content, "%sf\n", shape.path->str);
  nb_pdf_file_add_stream (font->file, object, "", content->str, content->len);
  g_string_free (shape.path, TRUE);
  return object;
}

void
nb_pdf_font_write_shapes (const NbPdfFont *font, guint first, guint n_codes, guint object)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) widths = g_string_new (NULL);
  hb_draw_funcs_t *funcs = make_funcs ();
  Bounds bounds = { 0, 0, 0, 0 };

  g_string_append (body, "<</Type/Font/Subtype/Type3/FontMatrix[");
  for (guint i = 0; i < 4; i++)
    {
      nb_pdf_append_number (body, i % 3 == 0 ? 1.0 / nb_font_get_units (font->font) : 0, 9);
      g_string_append_c (body, ' ');
    }
  g_string_append (body, "0 0]/Resources<<>>/CharProcs<<");
  for (guint i = 0; i < n_codes; i++)
    {
      const NbPdfCode *code = &g_array_index (font->codes, NbPdfCode, first + i);

      g_string_append_printf (body, "/g%u %u 0 R", i,
                              write_glyph (font, code->glyph, funcs, &bounds));
      g_string_append_printf (names, "/g%u", i);
      nb_pdf_append_number (
          widths, hb_font_get_glyph_h_advance (nb_font_get_shaper (font->font), code->glyph), 0);
      g_string_append_c (widths, ' ');
    }
  g_string_append_printf (
      body,
      ">>/FontBBox[%d %d %d %d]/Encoding<</Type/Encoding/Differences[0%s]>>/FirstChar 0/LastChar %u"
      "/Widths[%s]/ToUnicode %u 0 R>>",
      bounds.left, bounds.bottom, bounds.right, bounds.top, names->str, n_codes - 1, widths->str,
      nb_pdf_font_write_map (font, first, n_codes, 2));
  nb_pdf_file_add (font->file, object, body->str);
  hb_draw_funcs_destroy (funcs);
}
