/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-painter-private.h"

#include <glib/gi18n-lib.h>

/* Light enough that the report is read through it, dark enough that no copier loses it. */
#define DRAFT_GREY 0.86

NbPainter *
nb_painter_new (void)
{
  NbPainter *painter = g_new0 (NbPainter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  painter->map = pango_cairo_font_map_new ();
  /* A point of type is a unit of the cairo_t. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (painter->map), 72.0);
  painter->context = pango_font_map_create_context (painter->map);
  painter->attributes = pango_attr_list_new ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (painter->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (painter->context, FALSE);
  /* Paper is Chinese whatever the language of the computer. */
  pango_context_set_language (painter->context, pango_language_from_string ("zh-cn"));
  painter->fonts = nb_painter_fonts_new (painter->context);
  return painter;
}

void
nb_painter_free (NbPainter *painter)
{
  nb_painter_fonts_free (painter->fonts);
  pango_attr_list_unref (painter->attributes);
  g_object_unref (painter->context);
  g_object_unref (painter->map);
  g_free (painter);
}

const char *
nb_painter_get_family (NbPainter *painter, const char *face)
{
  return nb_painter_fonts_get_family (painter->fonts, face);
}

/* Spaces and what only says how to write draw nothing. */
static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_isspace (c) || type == G_UNICODE_FORMAT || type == G_UNICODE_CONTROL
         || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static gboolean
refuse (const NbPageBox *box, gunichar c, NbForm *form, GError **error)
{
  char character[7] = "";
  const NbFieldDef *field = box->field != NULL ? nb_form_lookup_field (form, box->field) : NULL;

  g_unichar_to_utf8 (c, character);
  if (field != NULL)
    nb_error_set (error, NB_ERROR_GLYPH, (NbPlace){ 0, 0 },
                  _ ("No font on this computer has the character “%s” (U+%04X) in “%s”. Install a "
                     "font that has it, or write the character in another way."),
                  character, c, field->label);
  else
    nb_error_set (error, NB_ERROR_GLYPH, (NbPlace){ 0, 0 },
                  _ ("No font on this computer has the character “%s” (U+%04X) of the printed line "
                     "“%s”. Install a font that has it."),
                  character, c, box->text);
  return FALSE;
}

static gboolean
check_box (NbPainter *painter, const NbPageBox *box, NbForm *form, GError **error)
{
  for (const char *at = box->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_invisible (c) && !nb_painter_fonts_has (painter->fonts, box->face, c))
        return refuse (box, c, form, error);
    }
  return TRUE;
}

gboolean
nb_painter_check (NbPainter *painter, NbPageList *list, NbForm *form, GError **error)
{
  for (guint i = 0; i < nb_page_list_get_n_pages (list); i++)
    for (guint j = 0; j < nb_page_list_get_n_boxes (list, i); j++)
      {
        const NbPageBox *box = nb_page_list_get_box (list, i, j);

        if (box->kind == NB_PAGE_TEXT && !check_box (painter, box, form, error))
          return FALSE;
      }
  return TRUE;
}

static void
draw_box (NbPainter *painter, const NbPageBox *box, const NbMetrics *metrics, cairo_t *cr)
{
  double grey = box->draft ? DRAFT_GREY : 0;

  cairo_set_source_rgb (cr, grey, grey, grey);
  if (box->kind == NB_PAGE_TEXT)
    {
      nb_painter_draw_run (painter, box, metrics, cr);
      return;
    }
  cairo_rectangle (cr, NB_POINTS (box->rect.x), NB_POINTS (box->rect.y),
                   NB_POINTS (box->rect.width), NB_POINTS (box->rect.height));
  cairo_fill (cr);
}

void
nb_painter_draw (NbPainter *painter, NbPageList *list, guint page, cairo_t *cr)
{
  const NbMetrics *metrics = nb_page_list_get_metrics (list);

  cairo_save (cr);
  pango_cairo_update_context (cr, painter->context);
  for (guint i = 0; i < nb_page_list_get_n_boxes (list, page); i++)
    draw_box (painter, nb_page_list_get_box (list, page, i), metrics, cr);
  cairo_restore (cr);
}
