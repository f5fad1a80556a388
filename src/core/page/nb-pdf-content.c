/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-pdf-content.h"

#include <math.h>
#include <string.h>

#include "nb-pdf-font.h"

struct _NbPdfContent
{
  NbInk ink;
  NbPdfFile *file;
  GString *out;
  double height;     /* of the page, points */
  double spread;     /* that is in force */
  GPtrArray *fonts;  /* of NbPdfFont, in the order of their use */
  GHashTable *known; /* NbFont -> NbPdfFont */
  GPtrArray *marks;  /* of const char: those of the fonts */
  char *digest;
};

static NbPdfFont *
take_font (NbPdfContent *content, NbFont *font)
{
  NbPdfFont *used = g_hash_table_lookup (content->known, font);

  if (used == NULL)
    {
      used = nb_pdf_font_new (font, content->fonts->len, content->file);
      g_ptr_array_add (content->fonts, used);
      g_ptr_array_add (content->marks, (char *) nb_font_get_mark (font));
      g_hash_table_insert (content->known, font, used);
    }
  return used;
}

/* A matrix to the sheet, y up there: the first four numbers are scales, which want more decimals. With @up the
 * y of what is placed goes up as well (text), else down. */
static void
append_matrix (NbPdfContent *content, const cairo_matrix_t *m, gboolean up)
{
  const double scales[] = { m->xx, -m->yx, up ? -m->xy : m->xy, up ? m->yy : -m->yy };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      nb_pdf_append_number (content->out, scales[i], 7);
      g_string_append_c (content->out, ' ');
    }
  nb_pdf_append_number (content->out, m->x0, 3);
  g_string_append_c (content->out, ' ');
  nb_pdf_append_number (content->out, content->height - m->y0, 3);
}

/* The glyphs from @first on that stand on one line in one font of the resources; where the font's own
 * widths do not lead to a glyph's place, the way is corrected in thousandths of the em. Returns the one
 * behind them; @at is the place in the text. */
static guint
append_glyphs (
    NbPdfContent *content, NbPdfFont *font, const NbInkText *text, guint first, const char **at)
{
  const NbInkGlyph *start = &text->glyphs[first];
  GString *out = content->out;
  cairo_matrix_t place;
  guint part = 0;
  double pen = 0;
  guint i;

  for (i = first; i < text->n_glyphs && text->glyphs[i].y == start->y; i++)
    {
      const NbInkGlyph *glyph = &text->glyphs[i];
      guint code = nb_pdf_font_get_code (font, glyph->glyph, *at, glyph->n_bytes);
      long back = lround (pen - (glyph->x - start->x) * 1000 / text->size);

      if (i == first)
        {
          part = nb_pdf_font_get_part (font, code);
          nb_pdf_font_append_name (font, part, out);
          g_string_append_c (out, ' ');
          nb_pdf_append_number (out, text->size, 3);
          g_string_append (out, " Tf\n");
          place = *text->place;
          cairo_matrix_translate (&place, start->x, start->y);
          append_matrix (content, &place, TRUE);
          g_string_append (out, " Tm\n[<");
        }
      else if (nb_pdf_font_get_part (font, code) != part)
        break;
      else if (back != 0)
        g_string_append_printf (out, ">%ld<", back);
      nb_pdf_font_append_code (font, code, out);
      pen +=
          nb_pdf_font_get_width (font, code) + content->spread * 1000 / text->size - (double) back;
      *at += glyph->n_bytes;
    }
  g_string_append (out, ">]TJ\n");
  return i;
}

/* The text operators take it up to the third decimal. */
static void
set_spread (NbPdfContent *content, double spread)
{
  spread = round (spread * 1000) / 1000;
  if (spread == content->spread)
    return;
  content->spread = spread;
  nb_pdf_append_number (content->out, spread, 3);
  g_string_append (content->out, " Tc\n");
}

static void
show (NbInk *pointer, const NbInkText *text)
{
  NbPdfContent *content = (NbPdfContent *) pointer;
  NbPdfFont *font = take_font (content, text->font);
  const char *at = text->text;

  if (text->grey > 0)
    {
      nb_pdf_append_number (content->out, text->grey, 3);
      g_string_append (content->out, " g\n");
    }
  g_string_append (content->out, "BT\n");
  set_spread (content, text->spread);
  for (guint i = 0; i < text->n_glyphs;)
    i = append_glyphs (content, font, text, i, &at);
  g_string_append (content->out, "ET\n");
  if (text->grey > 0)
    g_string_append (content->out, "0 g\n");
}

static void
fill (NbInk *pointer, const NbRect *rect)
{
  NbPdfContent *content = (NbPdfContent *) pointer;
  const double numbers[] = { NB_POINTS (rect->x),
                             content->height - NB_POINTS (rect->y + rect->height),
                             NB_POINTS (rect->width), NB_POINTS (rect->height) };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      nb_pdf_append_number (content->out, numbers[i], 3);
      g_string_append_c (content->out, ' ');
    }
  g_string_append (content->out, "re f\n");
}

/* An image of one bit a module, in hexadecimal digits: a path of its modules would be five times as long. */
static void
stencil (NbInk *pointer, const cairo_matrix_t *place, const guint8 *modules, int width)
{
  NbPdfContent *content = (NbPdfContent *) pointer;
  cairo_matrix_t square = *place;

  /* An image fills the unit square from its lower left corner. */
  cairo_matrix_translate (&square, 0, width);
  cairo_matrix_scale (&square, width, -width);
  g_string_append (content->out, "q ");
  append_matrix (content, &square, FALSE);
  g_string_append_printf (content->out, " cm\nBI/W %d/H %d/BPC 1/IM true/D[1 0]/F/AHx ID\n", width,
                          width);
  for (int y = 0; y < width; y++)
    for (int x = 0; x < width; x += 8)
      {
        guint byte = 0;

        for (int i = 0; i < 8 && x + i < width; i++)
          byte |= (modules[y * width + x + i] & 1u) << (7 - i);
        g_string_append_printf (content->out, "%02X", byte);
      }
  g_string_append (content->out, ">\nEI Q\n");
}

NbPdfContent *
nb_pdf_content_new (NbPdfFile *file)
{
  NbPdfContent *content = g_new0 (NbPdfContent, 1);

  content->ink = (NbInk){ show, fill, stencil };
  content->file = file;
  content->out = g_string_new (NULL);
  content->fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_pdf_font_free);
  content->known = g_hash_table_new (NULL, NULL);
  content->marks = g_ptr_array_new ();
  return content;
}

void
nb_pdf_content_free (NbPdfContent *content)
{
  g_string_free (content->out, TRUE);
  g_ptr_array_unref (content->fonts);
  g_ptr_array_unref (content->marks);
  g_hash_table_unref (content->known);
  g_free (content->digest);
  g_free (content);
}

void
nb_pdf_content_begin (NbPdfContent *content, double height)
{
  g_string_truncate (content->out, 0);
  content->height = height;
  content->spread = 0;
}

NbInk *
nb_pdf_content_get_ink (NbPdfContent *content)
{
  return &content->ink;
}

const GString *
nb_pdf_content_end (NbPdfContent *content)
{
  return content->out;
}

char *
nb_pdf_content_write_fonts (NbPdfContent *content)
{
  GString *resources = g_string_new (NULL);

  for (guint i = 0; i < content->fonts->len; i++)
    nb_pdf_font_write (g_ptr_array_index (content->fonts, i), resources);
  return g_string_free (resources, FALSE);
}

static int
compare_marks (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char *
nb_pdf_content_get_font_digest (NbPdfContent *content)
{
  g_autofree char *joined = NULL;

  g_ptr_array_sort (content->marks, compare_marks);
  g_ptr_array_add (content->marks, NULL);
  joined = g_strjoinv (" ", (char **) content->marks->pdata);
  g_ptr_array_set_size (content->marks, (int) content->marks->len - 1);
  g_free (content->digest);
  content->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);
  return content->digest;
}
