/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-pdf-file.h"

#include <math.h>
#include <string.h>

/* Where an object is: so many bytes into the file, or behind so many others in a stream of objects. */
typedef struct
{
  guint stream; /* object number, 0: none */
  gsize place;
} Entry;

struct _NbPdfFile
{
  struct libdeflate_compressor *compressor;
  GByteArray *bytes;
  GArray *entries; /* of Entry, by object number */
  guint packing;   /* the stream of objects that is filled, 0: none */
  guint n_packed;
  GString *packed;  /* objects */
  GString *numbers; /* of them, each with its place in @packed */
};

/* Readers unpack a stream whole: it must not grow too long. */
#define MAXIMUM_PACKED 100

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

  file->compressor = compressor;
  file->bytes = g_byte_array_new ();
  file->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  /* There is no object 0. */
  g_array_set_size (file->entries, 1);
  file->packed = g_string_new (NULL);
  file->numbers = g_string_new (NULL);
  append (file, HEADER);
  return file;
}

void
nb_pdf_file_free (NbPdfFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer (&file->bytes, g_byte_array_unref);
  g_array_unref (file->entries);
  g_string_free (file->packed, TRUE);
  g_string_free (file->numbers, TRUE);
  g_free (file);
}

guint
nb_pdf_file_reserve (NbPdfFile *file)
{
  g_array_set_size (file->entries, file->entries->len + 1);
  return file->entries->len - 1;
}

void
nb_pdf_file_add_stream (
    NbPdfFile *file, guint number, const char *entries, const void *data, gsize size)
{
  gsize bound = libdeflate_zlib_compress_bound (file->compressor, size);
  g_autofree guint8 *deflated = g_malloc (bound);
  gsize length = libdeflate_zlib_compress (file->compressor, data, size, deflated, bound);

  g_array_index (file->entries, Entry, number) = (Entry){ 0, file->bytes->len };
  append_printf (file, "%u 0 obj\n<<%s/Length %" G_GSIZE_FORMAT "/Filter/FlateDecode>>\nstream\n",
                 number, entries, length);
  g_byte_array_append (file->bytes, deflated, (guint) length);
  append (file, "\nendstream\nendobj\n");
}

static void
write_packed (NbPdfFile *file)
{
  g_autofree char *entries = g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT,
                                              file->n_packed, file->numbers->len);

  g_string_append_len (file->numbers, file->packed->str, (gssize) file->packed->len);
  nb_pdf_file_add_stream (file, file->packing, entries, file->numbers->str, file->numbers->len);
  g_string_truncate (file->packed, 0);
  g_string_truncate (file->numbers, 0);
  file->n_packed = 0;
  file->packing = 0;
}

void
nb_pdf_file_add (NbPdfFile *file, guint number, const char *body)
{
  if (file->packing == 0)
    file->packing = nb_pdf_file_reserve (file);
  g_array_index (file->entries, Entry, number) = (Entry){ file->packing, file->n_packed };
  g_string_append_printf (file->numbers, "%u %" G_GSIZE_FORMAT " ", number, file->packed->len);
  g_string_append (file->packed, body);
  g_string_append_c (file->packed, '\n');
  if (++file->n_packed == MAXIMUM_PACKED)
    write_packed (file);
}

static void
put_number (GByteArray *out, gsize number, guint n_bytes)
{
  while (n_bytes-- > 0)
    {
      guint8 byte = (guint8) (number >> (8 * n_bytes));

      g_byte_array_append (out, &byte, 1);
    }
}

/* The table of all places (7.5.8), itself last among them. */
static GByteArray *
make_table (const NbPdfFile *file)
{
  GByteArray *table = g_byte_array_new ();

  for (guint i = 0; i < file->entries->len; i++)
    {
      const Entry *entry = &g_array_index (file->entries, Entry, i);

      put_number (table, i == 0 ? 0 : entry->stream > 0 ? 2 : 1, 1);
      put_number (table, entry->stream > 0 ? entry->stream : entry->place, 4);
      put_number (table, i == 0 ? 0xFFFF : entry->stream > 0 ? entry->place : 0, 2);
    }
  return table;
}

GBytes *
nb_pdf_file_finish (NbPdfFile *file, guint catalog, guint info)
{
  g_autofree char *id = NULL;
  g_autofree char *entries = NULL;
  g_autoptr (GByteArray) table = NULL;
  guint object;
  gsize place;
  GBytes *bytes;

  if (file->n_packed > 0)
    write_packed (file);
  object = nb_pdf_file_reserve (file);
  place = file->bytes->len;
  g_array_index (file->entries, Entry, object).place = place;
  id = g_compute_checksum_for_data (G_CHECKSUM_MD5, file->bytes->data, file->bytes->len);
  entries = g_strdup_printf ("/Type/XRef/W[1 4 2]/Size %u/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]",
                             file->entries->len, catalog, info, id, id);
  table = make_table (file);
  nb_pdf_file_add_stream (file, object, entries, table->data, table->len);
  append_printf (file, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", place);
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
