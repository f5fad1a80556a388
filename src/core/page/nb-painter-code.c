/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <qrencode.h>
#include <string.h>

#include "nb-painter-private.h"

/* Modules round the code that stay white. */
#define QUIET 4

static QRcode *
encode (const char *text)
{
  QRinput *input = QRinput_new2 (0, QR_ECLEVEL_M);
  QRcode *code = NULL;

  if (QRinput_append (input, QR_MODE_AN, (int) strlen (text), (const unsigned char *) text) == 0)
    code = QRcode_encodeInput (input);
  QRinput_free (input);
  return code;
}

/* A pixel for each module. */
static cairo_surface_t *
make_mask (const QRcode *code)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, code->width, code->width);
  int stride = cairo_image_surface_get_stride (mask);
  unsigned char *data = cairo_image_surface_get_data (mask);

  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x++)
      data[y * stride + x] = (code->data[y * code->width + x] & 1) != 0 ? 255 : 0;
  cairo_surface_mark_dirty (mask);
  return mask;
}

/* In a PDF a stencil of some hundred bytes, where a path of its modules would take four thousand. */
void
nb_painter_draw_code (const NbPageBox *box, cairo_t *cr)
{
  QRcode *code = encode (box->text);
  cairo_surface_t *mask;
  cairo_pattern_t *pattern;
  double module;

  g_return_if_fail (code != NULL);
  mask = make_mask (code);
  pattern = cairo_pattern_create_for_surface (mask);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  module = NB_POINTS (box->rect.width) / (code->width + 2 * QUIET);
  cairo_save (cr);
  cairo_translate (cr, NB_POINTS (box->rect.x) + QUIET * module,
                   NB_POINTS (box->rect.y) + QUIET * module);
  cairo_scale (cr, module, module);
  cairo_mask (cr, pattern);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (mask);
  QRcode_free (code);
}
