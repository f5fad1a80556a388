/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-pdf-font-private.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

#include "nb-cff.h"

static void
code_clear (void *pointer)
{
  NbPdfCode *code = pointer;

  g_free (code->text);
}

NbPdfFont *
nb_pdf_font_new (NbFont *font, guint number, NbPdfFile *file)
{
  NbPdfFont *used = g_new0 (NbPdfFont, 1);
  gsize size;

  used->font = font;
  used->number = number;
  used->file = file;
  used->cut = nb_font_get_outlines (font, &size) != NULL;
  used->codes = g_array_new (FALSE, TRUE, sizeof (NbPdfCode));
  g_array_set_clear_func (used->codes, code_clear);
  used->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (used->cut)
    {
      hb_face_t *face = hb_font_get_face (nb_font_get_shaper (font));

      /* Code 0 is .notdef. */
      g_array_set_size (used->codes, 1);
      used->first = g_new0 (guint16, hb_face_get_glyph_count (face));
    }
  return used;
}

void
nb_pdf_font_free (NbPdfFont *font)
{
  g_array_unref (font->codes);
  g_hash_table_unref (font->others);
  g_free (font->first);
  g_free (font);
}

static NbPdfCode *
get_code (const NbPdfFont *font, guint code)
{
  return &g_array_index (font->codes, NbPdfCode, code);
}

static guint
add_code (NbPdfFont *font, guint glyph, const char *text, guint n_bytes)
{
  const NbPdfCode code = { glyph, g_strndup (text, n_bytes) };

  g_array_append_val (font->codes, code);
  return font->codes->len - 1;
}

guint
nb_pdf_font_get_code (NbPdfFont *font, guint glyph, const char *text, guint n_bytes)
{
  g_autofree char *key = NULL;
  gpointer code;

  if (font->first != NULL && font->first[glyph] == 0)
    return font->first[glyph] = (guint16) add_code (font, glyph, text, n_bytes);
  if (font->first != NULL)
    {
      const char *known = get_code (font, font->first[glyph])->text;

      if (strncmp (known, text, n_bytes) == 0 && known[n_bytes] == '\0')
        return font->first[glyph];
    }
  key = g_strdup_printf ("%u %.*s", glyph, (int) n_bytes, text);
  code = g_hash_table_lookup (font->others, key);
  if (code == NULL)
    {
      code = GUINT_TO_POINTER (add_code (font, glyph, text, n_bytes) + 1);
      g_hash_table_insert (font->others, g_steal_pointer (&key), code);
    }
  return GPOINTER_TO_UINT (code) - 1;
}

double
nb_pdf_font_get_width (const NbPdfFont *font, guint code)
{
  double width = nb_font_get_advance (font->font, get_code (font, code)->glyph) * 1000;

  return font->cut ? round (width) : width;
}

guint
nb_pdf_font_get_part (const NbPdfFont *font, guint code)
{
  return font->cut ? 0 : code / NB_PDF_SHAPES;
}

void
nb_pdf_font_append_name (const NbPdfFont *font, guint part, GString *out)
{
  g_string_append_printf (out, part > 0 ? "/F%ux%u" : "/F%u", font->number, part);
}

void
nb_pdf_font_append_code (const NbPdfFont *font, guint code, GString *out)
{
  static const char digits[] = "0123456789ABCDEF";

  if (font->cut)
    {
      g_string_append_c (out, digits[code >> 12 & 15]);
      g_string_append_c (out, digits[code >> 8 & 15]);
    }
  g_string_append_c (out, digits[code >> 4 & 15]);
  g_string_append_c (out, digits[code & 15]);
}

static void
append_unicode (GString *out, const char *text)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);

  g_string_append_c (out, '<');
  for (const gunichar2 *unit = units; unit != NULL && *unit != 0; unit++)
    g_string_append_printf (out, "%04X", *unit);
  g_string_append_c (out, '>');
}

static void
append_range (const NbPdfFont *font, guint first, guint end, guint n_digits, GString *map)
{
  guint mask = font->cut ? 0xFFFF : 0xFF;

  g_string_append_printf (map, "1 beginbfrange\n<%0*X><%0*X>[", (int) n_digits, first & mask,
                          (int) n_digits, (end - 1) & mask);
  for (guint i = first; i < end; i++)
    append_unicode (map, get_code (font, i)->text);
  g_string_append (map, "]\nendbfrange\n");
}

guint
nb_pdf_font_write_map (const NbPdfFont *font, guint first, guint n_codes, guint n_digits)
{
  g_autoptr (GString) map = g_string_new (NULL);
  guint object = nb_pdf_file_reserve (font->file);

  g_string_append_printf (map,
                          "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                          "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                          "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                          "1 begincodespacerange\n<%0*X><%.*s>\nendcodespacerange\n",
                          (int) n_digits, 0, (int) n_digits, "FFFF");
  for (guint i = first, end; i < first + n_codes; i = end)
    {
      /* In a range only the last byte changes. */
      end = MIN (i / 256 * 256 + 256, first + n_codes);
      append_range (font, i, end, n_digits, map);
    }
  g_string_append (map, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
  nb_pdf_file_add_stream (font->file, object, "", map->str, map->len);
  return object;
}

/* What a part of a font is called (9.6.4): six letters that say which part, and its name. */
static char *
make_name (const NbPdfFont *font, const guint *glyphs, guint n_glyphs)
{
  g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) glyphs,
                                                         n_glyphs * sizeof *glyphs);
  char tag[7] = "";

  for (guint i = 0; i < 6; i++)
    tag[i] = (char) ('A' + g_ascii_xdigit_value (digest[i]));
  return g_strdup_printf ("%s+%s", tag, nb_font_get_name (font->font));
}

static guint
write_program (const NbPdfFont *font, const guint *glyphs, const char *name)
{
  gsize size;
  const guint8 *data = nb_font_get_outlines (font->font, &size);
  g_autoptr (NbCff) cff = nb_cff_new (data, size);
  g_autoptr (GByteArray) program = nb_cff_subset (cff, glyphs, font->codes->len, name);
  guint object = nb_pdf_file_reserve (font->file);

  nb_pdf_file_add_stream (font->file, object, "/Subtype/CIDFontType0C", program->data,
                          program->len);
  return object;
}

/* The em box of the CJK faces that are cut stands 0.88 over the baseline. */
static guint
write_descriptor (const NbPdfFont *font, const char *name, guint program)
{
  hb_font_t *shaper = nb_font_get_shaper (font->font);
  hb_position_t height = 0;
  g_autofree char *body = NULL;
  guint object = nb_pdf_file_reserve (font->file);

  hb_ot_metrics_get_position (shaper, HB_OT_METRICS_TAG_CAP_HEIGHT, &height);
  body = g_strdup_printf ("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]"
                          "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight %d/StemV 80"
                          "/FontFile3 %u 0 R>>",
                          name, NB_CFF_LEFT, NB_CFF_BOTTOM, NB_CFF_RIGHT, NB_CFF_TOP,
                          height * 1000 / (int) nb_font_get_units (font->font), program);
  nb_pdf_file_add (font->file, object, body);
  return object;
}

/* Han are an em wide, which is said once. */
static void
append_widths (const NbPdfFont *font, GString *out)
{
  g_string_append (out, "/DW 1000/W[");
  for (guint i = 1; i < font->codes->len; i++)
    if (nb_pdf_font_get_width (font, i) != 1000)
      g_string_append_printf (out, "%u[%d]", i, (int) nb_pdf_font_get_width (font, i));
  g_string_append_c (out, ']');
}

static void
write_cut (NbPdfFont *font, guint object)
{
  g_autofree guint *glyphs = g_new (guint, font->codes->len);
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;
  g_autoptr (GString) descendant = g_string_new (NULL);
  guint number = nb_pdf_file_reserve (font->file);
  guint program;

  for (guint i = 0; i < font->codes->len; i++)
    glyphs[i] = get_code (font, i)->glyph;
  name = make_name (font, glyphs, font->codes->len);
  program = write_program (font, glyphs, name);
  g_string_append_printf (descendant,
                          "<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo"
                          "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                          "/FontDescriptor %u 0 R",
                          name, write_descriptor (font, name, program));
  append_widths (font, descendant);
  g_string_append (descendant, ">>");
  nb_pdf_file_add (font->file, number, descendant->str);
  body = g_strdup_printf ("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
                          "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R>>",
                          name, number, nb_pdf_font_write_map (font, 1, font->codes->len - 1, 4));
  nb_pdf_file_add (font->file, object, body);
}

void
nb_pdf_font_write (NbPdfFont *font, GString *resources)
{
  guint step = font->cut ? font->codes->len : NB_PDF_SHAPES;

  for (guint first = 0; first < font->codes->len; first += step)
    {
      guint object = nb_pdf_file_reserve (font->file);

      nb_pdf_font_append_name (font, nb_pdf_font_get_part (font, first), resources);
      g_string_append_printf (resources, " %u 0 R", object);
      if (font->cut)
        write_cut (font, object);
      else
        nb_pdf_font_write_shapes (font, first, MIN (step, font->codes->len - first), object);
    }
}
