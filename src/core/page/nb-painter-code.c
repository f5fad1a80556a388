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

/* One path for all, a rectangle for each run of black modules in a row: no viewer leaves hairlines
 * inside. */
void
nb_painter_draw_code (const NbPageBox *box, cairo_t *cr)
{
  QRcode *code = encode (box->text);
  double module;

  g_return_if_fail (code != NULL);
  module = NB_POINTS (box->rect.width) / (code->width + 2 * QUIET);
  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x++)
      {
        const unsigned char *row = code->data + y * code->width;
        int end = x;

        while (end < code->width && (row[end] & 1) != 0)
          end++;
        if (end > x)
          cairo_rectangle (cr, NB_POINTS (box->rect.x) + (x + QUIET) * module,
                           NB_POINTS (box->rect.y) + (y + QUIET) * module, (end - x) * module,
                           module);
        x = end;
      }
  cairo_fill (cr);
  QRcode_free (code);
}
