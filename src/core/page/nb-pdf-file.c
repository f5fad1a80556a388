/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-pdf-file.h"

#include <math.h>
#include <string.h>

struct _NbPdfFile
{
  struct libdeflate_compressor *compressor;
  GByteArray *bytes;
  GArray *offsets; /* of gsize: where the object with the number of its place begins */
};

/* The second line tells programs that the file is not text. */
#define HEADER "%PDF-1.7\n%\xE5\xB9\xB4\xE6\x8A\xA5\n"

static void
append (NbPdfFile *file, const char *text)
{
  g_byte_array_append (file->bytes, (const guint8 *) text, (guint) strlen (text));
}

static void G_GNUC_PRINTF (2, 3) append_printf (NbPdfFile *file, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  append (file, text);
}

NbPdfFile *
nb_pdf_file_new (struct libdeflate_compressor *compressor)
{
  NbPdfFile *file = g_new0 (NbPdfFile, 1);
  const gsize none = 0;

  file->compressor = compressor;
  file->bytes = g_byte_array_new ();
  file->offsets = g_array_new (FALSE, TRUE, sizeof (gsize));
  g_array_append_val (file->offsets, none);
  append (file, HEADER);
  return file;
}

void
nb_pdf_file_free (NbPdfFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer (&file->bytes, g_byte_array_unref);
  g_array_unref (file->offsets);
  g_free (file);
}

guint
nb_pdf_file_reserve (NbPdfFile *file)
{
  g_array_set_size (file->offsets, file->offsets->len + 1);
  return file->offsets->len - 1;
}

static void
begin (NbPdfFile *file, guint number)
{
  g_array_index (file->offsets, gsize, number) = file->bytes->len;
  append_printf (file, "%u 0 obj\n", number);
}

void
nb_pdf_file_add (NbPdfFile *file, guint number, const char *body)
{
  begin (file, number);
  append (file, body);
  append (file, "\nendobj\n");
}

void
nb_pdf_file_add_stream (
    NbPdfFile *file, guint number, const char *entries, const void *data, gsize size)
{
  gsize bound = libdeflate_zlib_compress_bound (file->compressor, size);
  g_autofree guint8 *deflated = g_malloc (bound);
  gsize length = libdeflate_zlib_compress (file->compressor, data, size, deflated, bound);

  begin (file, number);
  append_printf (file, "<<%s/Length %" G_GSIZE_FORMAT "/Filter/FlateDecode>>\nstream\n", entries,
                 length);
  g_byte_array_append (file->bytes, deflated, (guint) length);
  append (file, "\nendstream\nendobj\n");
}

GBytes *
nb_pdf_file_finish (NbPdfFile *file, guint catalog, guint info)
{
  g_autofree char *id =
      g_compute_checksum_for_data (G_CHECKSUM_MD5, file->bytes->data, file->bytes->len);
  gsize table = file->bytes->len;
  GBytes *bytes;

  append_printf (file, "xref\n0 %u\n0000000000 65535 f \n", file->offsets->len);
  for (guint i = 1; i < file->offsets->len; i++)
    append_printf (file, "%010" G_GSIZE_FORMAT " 00000 n \n",
                   g_array_index (file->offsets, gsize, i));
  append_printf (file,
                 "trailer\n<</Size %u/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]>>\n"
                 "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                 file->offsets->len, catalog, info, id, id, table);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&file->bytes));
  nb_pdf_file_free (file);
  return bytes;
}

void
nb_pdf_append_text (GString *out, const char *text)
{
  g_string_append (out, "<FEFF");
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c > 0xFFFF)
        g_string_append_printf (out, "%04X%04X", 0xD7C0 + (c >> 10), 0xDC00 + (c & 0x3FF));
      else
        g_string_append_printf (out, "%04X", c);
    }
  g_string_append_c (out, '>');
}

void
nb_pdf_append_date (GString *out, NbDate date)
{
  g_string_append_printf (out, "(D:%04d%02d%02d000000Z)", date.year, date.month, date.day);
}

/* Not by printf(), whose decimal sign is the locale's. */
void
nb_pdf_append_number (GString *out, double number, guint n_decimals)
{
  gint64 scale = 1, scaled;
  char digits[48];
  guint length;

  for (guint i = 0; i < n_decimals; i++)
    scale *= 10;
  scaled = llround (number * (double) scale);
  if (scaled < 0)
    {
      g_string_append_c (out, '-');
      scaled = -scaled;
    }
  length = (guint) g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, scaled / scale);
  if (scaled % scale != 0)
    {
      length += (guint) g_snprintf (digits + length, sizeof digits - length, ".%0*" G_GINT64_FORMAT,
                                    (int) n_decimals, scaled % scale);
      while (digits[length - 1] == '0')
        length--;
    }
  g_string_append_len (out, digits, length);
}
