/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-font.h"

#include <cairo-ft.h>
#include <gio/gio.h>
#include <hb-ot.h>

#include "nb-print-resource.h"

#define RESOURCES "/io/github/nianbao/Nianbao/print"

struct _NbFont
{
  hb_font_t *shaper;
  hb_buffer_t *column;  /* a character that is looked up for a column */
  hb_blob_t *outlines;  /* of a cut font */
  PangoFont *installed; /* whose face it borrows */
  cairo_font_face_t *face;
  char *family;
  char *name;
  char *mark;
  guint units;
};

/* What Cairo draws from; a scaled font that it keeps may outlive the painter. */
typedef struct
{
  FT_Library library;
  FT_Face face;
  GBytes *bytes;
} Outlines;

static const cairo_user_data_key_t outlines_key;

static void
outlines_free (void *pointer)
{
  Outlines *outlines = pointer;

  FT_Done_Face (outlines->face);
  FT_Done_FreeType (outlines->library);
  g_bytes_unref (outlines->bytes);
  g_free (outlines);
}

/* What is built in cannot be damaged, so that what fails here is a defect of the build. */
static cairo_font_face_t *
make_face (GBytes *bytes)
{
  Outlines *outlines = g_new0 (Outlines, 1);
  cairo_font_face_t *face;
  gsize size;
  const FT_Byte *data = g_bytes_get_data (bytes, &size);

  outlines->bytes = g_bytes_ref (bytes);
  if (FT_Init_FreeType (&outlines->library) != 0
      || FT_New_Memory_Face (outlines->library, data, (FT_Long) size, 0, &outlines->face) != 0)
    g_error ("the print font is no font");
  face = cairo_ft_font_face_create_for_ft_face (outlines->face, FT_LOAD_NO_HINTING);
  cairo_font_face_set_user_data (face, &outlines_key, outlines, outlines_free);
  return face;
}

static char *
dup_name (hb_face_t *face, hb_ot_name_id_t id)
{
  char name[128] = "";
  guint size = sizeof name;

  hb_ot_name_get_utf8 (face, id, hb_language_from_string ("en", -1), &size, name);
  return g_strdup (name);
}

static char *
make_mark (hb_font_t *font)
{
  hb_face_t *face = hb_font_get_face (font);
  hb_blob_t *head = hb_face_reference_table (face, HB_TAG ('h', 'e', 'a', 'd'));
  guint size, n_coordinates;
  const guint8 *data = (const guint8 *) hb_blob_get_data (head, &size);
  const int *coordinates = hb_font_get_var_coords_normalized (font, &n_coordinates);
  g_autoptr (GString) mark = g_string_new (NULL);

  for (guint i = 8; i < 12 && i < size; i++)
    g_string_append_printf (mark, "%02x", data[i]);
  g_string_append_printf (mark, "-%u", hb_face_get_glyph_count (face));
  for (guint i = 0; i < n_coordinates; i++)
    g_string_append_printf (mark, ",%d", coordinates[i]);
  hb_blob_destroy (head);
  return g_string_free (g_steal_pointer (&mark), FALSE);
}

static NbFont *
font_new (hb_face_t *face)
{
  NbFont *font = g_new0 (NbFont, 1);

  font->shaper = hb_font_create (face);
  font->column = hb_buffer_create ();
  font->name = dup_name (face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
  font->units = hb_face_get_upem (face);
  return font;
}

NbFont *
nb_font_new_print (const char *name)
{
  g_autofree char *path = g_strdup_printf (RESOURCES "/%s.otf", name);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (nb_print_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  hb_blob_t *blob = hb_blob_create (data, (guint) size, HB_MEMORY_MODE_READONLY,
                                    g_bytes_ref (bytes), (hb_destroy_func_t) g_bytes_unref);
  hb_face_t *face = hb_face_create (blob, 0);
  NbFont *font = font_new (face);

  font->outlines = hb_face_reference_table (face, HB_TAG ('C', 'F', 'F', ' '));
  font->face = make_face (bytes);
  font->family = dup_name (face, HB_OT_NAME_ID_FONT_FAMILY);
  font->mark = make_mark (font->shaper);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  return font;
}

NbFont *
nb_font_new_installed (PangoFont *installed)
{
  hb_font_t *pango = pango_font_get_hb_font (installed);
  NbFont *font = font_new (hb_font_get_face (pango));
  PangoFontDescription *description = pango_font_describe (installed);
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (installed));
  guint n_coordinates;
  const int *coordinates = hb_font_get_var_coords_normalized (pango, &n_coordinates);

  hb_font_set_var_coords_normalized (font->shaper, coordinates, n_coordinates);
  font->installed = g_object_ref (installed);
  font->face = cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled));
  font->family = g_strdup (pango_font_description_get_family (description));
  font->mark = make_mark (font->shaper);
  pango_font_description_free (description);
  return font;
}

void
nb_font_free (NbFont *font)
{
  if (font == NULL)
    return;
  cairo_font_face_destroy (font->face);
  hb_buffer_destroy (font->column);
  hb_font_destroy (font->shaper);
  g_clear_pointer (&font->outlines, hb_blob_destroy);
  g_clear_object (&font->installed);
  g_free (font->family);
  g_free (font->name);
  g_free (font->mark);
  g_free (font);
}

const char *
nb_font_get_family (const NbFont *font)
{
  return font->family;
}

const char *
nb_font_get_name (const NbFont *font)
{
  return font->name;
}

const char *
nb_font_get_mark (const NbFont *font)
{
  return font->mark;
}

hb_font_t *
nb_font_get_shaper (const NbFont *font)
{
  return font->shaper;
}

guint
nb_font_get_units (const NbFont *font)
{
  return font->units;
}

cairo_font_face_t *
nb_font_get_face (const NbFont *font)
{
  return font->face;
}

const guint8 *
nb_font_get_outlines (const NbFont *font, gsize *size)
{
  guint length = 0;
  const guint8 *data = NULL;

  if (font->outlines != NULL)
    data = (const guint8 *) hb_blob_get_data (font->outlines, &length);
  *size = length;
  return data;
}

gboolean
nb_font_has (const NbFont *font, gunichar c, guint *glyph)
{
  hb_codepoint_t found;

  if (!hb_font_get_nominal_glyph (font->shaper, c, &found))
    return FALSE;
  if (glyph != NULL)
    *glyph = found;
  return TRUE;
}

static void
count_move (
    hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user_data)
{
  ++*(guint *) data;
}

gboolean
nb_font_draws (const NbFont *font, guint glyph)
{
  hb_draw_funcs_t *funcs = hb_draw_funcs_create ();
  guint n_contours = 0;

  hb_draw_funcs_set_move_to_func (funcs, count_move, NULL, NULL);
  hb_font_get_glyph_shape (font->shaper, glyph, funcs, &n_contours);
  hb_draw_funcs_destroy (funcs);
  return n_contours > 0;
}

gboolean
nb_font_get_column_glyph (NbFont *font, gunichar c, guint *glyph)
{
  hb_codepoint_t character = c, upright;
  guint n_glyphs;
  const hb_glyph_info_t *infos;

  hb_buffer_reset (font->column);
  hb_buffer_add_utf32 (font->column, &character, 1, 0, 1);
  hb_buffer_set_direction (font->column, HB_DIRECTION_TTB);
  hb_buffer_set_script (font->column, HB_SCRIPT_HAN);
  hb_shape (font->shaper, font->column, NULL, 0);
  infos = hb_buffer_get_glyph_infos (font->column, &n_glyphs);
  g_return_val_if_fail (n_glyphs == 1, FALSE);
  *glyph = infos[0].codepoint;
  return hb_font_get_nominal_glyph (font->shaper, c, &upright) && upright != infos[0].codepoint;
}

double
nb_font_get_advance (const NbFont *font, guint glyph)
{
  return (double) hb_font_get_glyph_h_advance (font->shaper, glyph) / font->units;
}
