/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-print-font.h"

#include <cairo-ft.h>
#include <gio/gio.h>
#include <hb-ot.h>

#include "nb-print-resource.h"

#define RESOURCES "/io/github/nianbao/Nianbao/print"

struct _NbPrintFont
{
  hb_font_t *font;
  hb_buffer_t *column; /* a character that is looked up for a column */
  cairo_font_face_t *face;
  char *family;
  char *mark;
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
dup_family (hb_face_t *face)
{
  char name[128];
  guint size = sizeof name;

  hb_ot_name_get_utf8 (face, HB_OT_NAME_ID_FONT_FAMILY, hb_language_from_string ("en", -1), &size,
                       name);
  return g_strdup (name);
}

static char *
make_mark (hb_face_t *face)
{
  hb_blob_t *head = hb_face_reference_table (face, HB_TAG ('h', 'e', 'a', 'd'));
  guint size;
  const guint8 *data = (const guint8 *) hb_blob_get_data (head, &size);
  char *mark;

  g_assert (size >= 12);
  mark = g_strdup_printf ("%02x%02x%02x%02x-%u", data[8], data[9], data[10], data[11],
                          hb_face_get_glyph_count (face));
  hb_blob_destroy (head);
  return mark;
}

NbPrintFont *
nb_print_font_new (const char *name)
{
  NbPrintFont *font = g_new0 (NbPrintFont, 1);
  g_autofree char *path = g_strdup_printf (RESOURCES "/%s.otf", name);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (nb_print_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  hb_blob_t *blob = hb_blob_create (data, (guint) size, HB_MEMORY_MODE_READONLY,
                                    g_bytes_ref (bytes), (hb_destroy_func_t) g_bytes_unref);
  hb_face_t *face = hb_face_create (blob, 0);

  font->font = hb_font_create (face);
  font->column = hb_buffer_create ();
  font->face = make_face (bytes);
  font->family = dup_family (face);
  font->mark = make_mark (face);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  return font;
}

void
nb_print_font_free (NbPrintFont *font)
{
  if (font == NULL)
    return;
  cairo_font_face_destroy (font->face);
  hb_buffer_destroy (font->column);
  hb_font_destroy (font->font);
  g_free (font->family);
  g_free (font->mark);
  g_free (font);
}

const char *
nb_print_font_get_family (const NbPrintFont *font)
{
  return font->family;
}

const char *
nb_print_font_get_mark (const NbPrintFont *font)
{
  return font->mark;
}

cairo_font_face_t *
nb_print_font_get_face (const NbPrintFont *font)
{
  return font->face;
}

gboolean
nb_print_font_has (const NbPrintFont *font, gunichar c, guint *glyph)
{
  hb_codepoint_t found;

  if (!hb_font_get_nominal_glyph (font->font, c, &found))
    return FALSE;
  if (glyph != NULL)
    *glyph = found;
  return TRUE;
}

gboolean
nb_print_font_get_column_glyph (NbPrintFont *font, gunichar c, guint *glyph)
{
  hb_codepoint_t character = c, upright;
  guint n_glyphs;
  const hb_glyph_info_t *infos;

  hb_buffer_reset (font->column);
  hb_buffer_add_utf32 (font->column, &character, 1, 0, 1);
  hb_buffer_set_direction (font->column, HB_DIRECTION_TTB);
  hb_buffer_set_script (font->column, HB_SCRIPT_HAN);
  hb_shape (font->font, font->column, NULL, 0);
  infos = hb_buffer_get_glyph_infos (font->column, &n_glyphs);
  g_return_val_if_fail (n_glyphs == 1, FALSE);
  *glyph = infos[0].codepoint;
  return hb_font_get_nominal_glyph (font->font, c, &upright) && upright != infos[0].codepoint;
}

double
nb_print_font_get_advance (const NbPrintFont *font, guint glyph)
{
  return (double) hb_font_get_glyph_h_advance (font->font, glyph)
         / hb_face_get_upem (hb_font_get_face (font->font));
}
