/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-cff.h"

#include <string.h>

/* Operators of a top dictionary. */
enum
{
  FONT_BBOX = 5,
  CHARSET = 15,
  CHAR_STRINGS = 17,
  PRIVATE = 18,
  ESCAPE = 12,
  ROS = ESCAPE << 8 | 30,
  CID_COUNT = ESCAPE << 8 | 34,
  FD_ARRAY = ESCAPE << 8 | 36,
  FD_SELECT = ESCAPE << 8 | 37,
};

/* Strings that a font adds are numbered behind the standard ones. */
#define FIRST_STRING 391

typedef struct
{
  const guint8 *at;
  guint size;
} Piece;

struct _NbCff
{
  Piece *glyphs;
  guint n_glyphs;
  guint8 *dictionaries; /* of each glyph */
  Piece *privates;      /* of each font dictionary */
  guint n_privates;
};

static guint
read_number (const guint8 *at, guint n_bytes)
{
  guint number = 0;

  while (n_bytes-- > 0)
    number = number << 8 | *at++;
  return number;
}

/* The pieces of the INDEX at @at; behind it, with @end. Free with g_free(). */
static Piece *
read_index (const guint8 *at, guint *n_pieces, const guint8 **end)
{
  guint n = read_number (at, 2);
  guint size = n > 0 ? at[2] : 0;
  const guint8 *offsets = at + 3;
  const guint8 *data = offsets + (gsize) (n + 1) * size - 1;
  Piece *pieces = g_new (Piece, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint from = read_number (offsets + (gsize) i * size, size);

      pieces[i].at = data + from;
      pieces[i].size = read_number (offsets + (gsize) (i + 1) * size, size) - from;
    }
  *n_pieces = n;
  if (end != NULL)
    *end = n > 0 ? pieces[n - 1].at + pieces[n - 1].size : at + 2;
  return pieces;
}

/* One operand; a real number, of which nothing is asked here, is passed over. */
static const guint8 *
read_operand (const guint8 *at, int *number)
{
  guint first = *at;

  if (first == 28)
    {
      *number = (gint16) read_number (at + 1, 2);
      return at + 3;
    }
  if (first == 29)
    {
      *number = (gint32) read_number (at + 1, 4);
      return at + 5;
    }
  if (first == 30)
    {
      *number = 0;
      do
        at++;
      while ((*at & 0x0F) != 0x0F && *at >> 4 != 0x0F);
      return at + 1;
    }
  if (first <= 246)
    *number = (int) first - 139;
  else if (first <= 250)
    *number = ((int) first - 247) * 256 + at[1] + 108;
  else
    *number = -((int) first - 251) * 256 - at[1] - 108;
  return at + (first <= 246 ? 1 : 2);
}

/* The operands of @wanted in the dictionary @dict. */
static guint
lookup (Piece dict, guint wanted, int *operands, guint n_wanted)
{
  const guint8 *at = dict.at;
  int numbers[48];
  guint n = 0;

  while (at < dict.at + dict.size)
    {
      guint op = *at;

      if (op > 21)
        {
          g_assert (n < G_N_ELEMENTS (numbers));
          at = read_operand (at, &numbers[n++]);
          continue;
        }
      if (*at++ == ESCAPE)
        op = ESCAPE << 8 | *at++;
      if (op == wanted)
        {
          g_assert (n >= n_wanted);
          memcpy (operands, numbers, n_wanted * sizeof *numbers);
          return n;
        }
      n = 0;
    }
  return 0;
}

static const guint8 *
follow (const guint8 *data, Piece top, guint op)
{
  int offset = 0;

  lookup (top, op, &offset, 1);
  g_assert (offset > 0);
  return data + offset;
}

static void
read_dictionaries (NbCff *cff, const guint8 *select)
{
  cff->dictionaries = g_new0 (guint8, cff->n_glyphs);
  if (*select == 0)
    {
      memcpy (cff->dictionaries, select + 1, cff->n_glyphs);
      return;
    }
  g_assert (*select == 3);
  for (guint n = read_number (select + 1, 2), i = 0; i < n; i++)
    {
      const guint8 *range = select + 3 + 3 * i;

      memset (cff->dictionaries + read_number (range, 2), range[2],
              read_number (range + 3, 2) - read_number (range, 2));
    }
}

static void
read_privates (NbCff *cff, const guint8 *data, const guint8 *array)
{
  g_autofree Piece *fonts = read_index (array, &cff->n_privates, NULL);

  cff->privates = g_new (Piece, cff->n_privates);
  for (guint i = 0; i < cff->n_privates; i++)
    {
      int place[2] = { 0, 0 };

      lookup (fonts[i], PRIVATE, place, 2);
      cff->privates[i] = (Piece){ data + place[1], (guint) place[0] };
    }
}

NbCff *
nb_cff_new (const guint8 *data, gsize size)
{
  NbCff *cff = g_new0 (NbCff, 1);
  const guint8 *at = data + data[2];
  g_autofree Piece *names = NULL;
  g_autofree Piece *tops = NULL;
  guint n;

  names = read_index (at, &n, &at);
  tops = read_index (at, &n, &at);
  cff->glyphs = read_index (follow (data, tops[0], CHAR_STRINGS), &cff->n_glyphs, NULL);
  read_dictionaries (cff, follow (data, tops[0], FD_SELECT));
  read_privates (cff, data, follow (data, tops[0], FD_ARRAY));
  return cff;
}

void
nb_cff_free (NbCff *cff)
{
  g_free (cff->glyphs);
  g_free (cff->dictionaries);
  g_free (cff->privates);
  g_free (cff);
}

static void
put_number (GByteArray *out, guint number, guint n_bytes)
{
  while (n_bytes-- > 0)
    {
      guint8 byte = (guint8) (number >> (8 * n_bytes));

      g_byte_array_append (out, &byte, 1);
    }
}

/* Always of five bytes, so that a dictionary has one length before and after its offsets are known. */
static void
put_operand (GByteArray *out, int number)
{
  put_number (out, 29, 1);
  put_number (out, (guint) number, 4);
}

/* Of two bytes; FreeType reads a negative one of four wrongly. */
static void
put_short (GByteArray *out, int number)
{
  put_number (out, 28, 1);
  put_number (out, (guint16) number, 2);
}

static void
put_operator (GByteArray *out, guint op)
{
  put_number (out, op, op > 0xFF ? 2 : 1);
}

static void
put_entry (GByteArray *out, int number, guint op)
{
  put_operand (out, number);
  put_operator (out, op);
}

static void
put_index (GByteArray *out, const Piece *pieces, guint n_pieces)
{
  guint offset = 1, total = 1, size;

  for (guint i = 0; i < n_pieces; i++)
    total += pieces[i].size;
  size = total < 1 << 8 ? 1 : total < 1 << 16 ? 2 : total < 1 << 24 ? 3 : 4;
  put_number (out, n_pieces, 2);
  if (n_pieces == 0)
    return;
  put_number (out, size, 1);
  put_number (out, offset, size);
  for (guint i = 0; i < n_pieces; i++)
    put_number (out, offset += pieces[i].size, size);
  for (guint i = 0; i < n_pieces; i++)
    g_byte_array_append (out, pieces[i].at, pieces[i].size);
}

typedef struct
{
  int charset, select, char_strings, fonts;
} Offsets;

static void
put_top (GByteArray *out, guint n_glyphs, const Offsets *offsets)
{
  g_autoptr (GByteArray) top = g_byte_array_new ();
  Piece piece;

  put_operand (top, FIRST_STRING);
  put_operand (top, FIRST_STRING + 1);
  put_entry (top, 0, ROS);
  put_short (top, NB_CFF_LEFT);
  put_short (top, NB_CFF_BOTTOM);
  put_short (top, NB_CFF_RIGHT);
  put_short (top, NB_CFF_TOP);
  put_operator (top, FONT_BBOX);
  put_entry (top, (int) n_glyphs, CID_COUNT);
  put_entry (top, offsets->charset, CHARSET);
  put_entry (top, offsets->select, FD_SELECT);
  put_entry (top, offsets->char_strings, CHAR_STRINGS);
  put_entry (top, offsets->fonts, FD_ARRAY);
  piece = (Piece){ top->data, top->len };
  put_index (out, &piece, 1);
}

static void
put_head (GByteArray *out, guint n_glyphs, const char *name, const Offsets *offsets)
{
  static const guint8 header[] = { 1, 0, 4, 4 };
  const Piece names = { (const guint8 *) name, (guint) strlen (name) };
  const Piece strings[] = { { (const guint8 *) "Adobe", 5 }, { (const guint8 *) "Identity", 8 } };

  g_byte_array_set_size (out, 0);
  g_byte_array_append (out, header, sizeof header);
  put_index (out, &names, 1);
  put_top (out, n_glyphs, offsets);
  put_index (out, strings, G_N_ELEMENTS (strings));
  put_index (out, NULL, 0);
}

/* One font dictionary after the other, each with the place of its private one before it. */
static int
put_fonts (GByteArray *out, const NbCff *cff)
{
  g_autoptr (GByteArray) dictionaries = g_byte_array_new ();
  g_autofree Piece *pieces = g_new (Piece, cff->n_privates);
  g_autofree guint *starts = g_new (guint, cff->n_privates);
  int offset;

  for (guint i = 0; i < cff->n_privates; i++)
    {
      starts[i] = dictionaries->len;
      put_operand (dictionaries, (int) cff->privates[i].size);
      put_entry (dictionaries, (int) out->len, PRIVATE);
      g_byte_array_append (out, cff->privates[i].at, cff->privates[i].size);
    }
  for (guint i = 0; i < cff->n_privates; i++)
    pieces[i] =
        (Piece){ dictionaries->data + starts[i],
                 (i + 1 < cff->n_privates ? starts[i + 1] : dictionaries->len) - starts[i] };
  offset = (int) out->len;
  put_index (out, pieces, cff->n_privates);
  return offset;
}

GByteArray *
nb_cff_subset (const NbCff *cff, const guint *glyphs, guint n_glyphs, const char *name)
{
  GByteArray *out = g_byte_array_new ();
  g_autofree Piece *pieces = g_new (Piece, n_glyphs);
  g_autoptr (GByteArray) head = g_byte_array_new ();
  Offsets offsets = { 0 };

  put_head (out, n_glyphs, name, &offsets);
  offsets.charset = (int) out->len;
  put_number (out, 2, 1);
  if (n_glyphs > 1)
    {
      put_number (out, 1, 2);
      put_number (out, n_glyphs - 2, 2);
    }
  offsets.select = (int) out->len;
  put_number (out, 0, 1);
  for (guint i = 0; i < n_glyphs; i++)
    {
      g_byte_array_append (out, &cff->dictionaries[glyphs[i]], 1);
      pieces[i] = cff->glyphs[glyphs[i]];
    }
  offsets.char_strings = (int) out->len;
  put_index (out, pieces, n_glyphs);
  offsets.fonts = put_fonts (out, cff);

  put_head (head, n_glyphs, name, &offsets);
  memcpy (out->data, head->data, head->len);
  return out;
}
