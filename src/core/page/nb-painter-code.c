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

void
nb_painter_draw_code (const NbPageBox *box, NbInk *ink)
{
  QRcode *code = encode (box->text);
  cairo_matrix_t place;
  double module;

  g_return_if_fail (code != NULL);
  module = NB_POINTS (box->rect.width) / (code->width + 2 * QUIET);
  cairo_matrix_init_translate (&place, NB_POINTS (box->rect.x) + QUIET * module,
                               NB_POINTS (box->rect.y) + QUIET * module);
  cairo_matrix_scale (&place, module, module);
  ink->stencil (ink, &place, code->data, code->width);
  QRcode_free (code);
}
