/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-raw-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

NbPlace
nb_raw_decode_find_place (const char *text, gsize at)
{
  NbPlace place = { 1, 1 };

  for (gsize i = 0; i < at; i++)
    {
      place.column++;
      if (text[i] == '\n')
        place = (NbPlace){ place.line + 1, 1 };
    }
  return place;
}

static void
set_unknown (const char *text, gsize at, GError **error)
{
  nb_error_set (error, NB_ERROR_INVALID, nb_raw_decode_find_place (text, at),
                _ ("The text is neither UTF-8 nor GB 18030. Open it in an editor, look whether the "
                   "characters are right, and save it as UTF-8."));
}

/* The text as UTF-16, whose end is put in @end; NULL and where the fault is. No byte of GB 18030 makes more than
 * one unit. */
static UChar *
convert_gb18030 (const char *text, gsize size, UChar **end, gsize *fault)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open ("gb18030", &status);
  g_autofree UChar *wide = g_new (UChar, size + 1);
  const char *source = text;

  *end = wide;
  ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  ucnv_toUnicode (converter, end, wide + size + 1, &source, text + size, NULL, TRUE, &status);
  ucnv_close (converter);
  *fault = source > text ? (gsize) (source - text) - 1 : 0;
  return U_SUCCESS (status) ? g_steal_pointer (&wide) : NULL;
}

static GBytes *
decode_gb18030 (const char *text, gsize size, GError **error)
{
  UChar *end;
  gsize fault;
  g_autofree UChar *wide = convert_gb18030 (text, size, &end, &fault);
  char *utf8 = NULL;
  glong written;

  if (wide != NULL)
    utf8 = g_utf16_to_utf8 ((const gunichar2 *) wide, end - wide, NULL, &written, NULL);
  if (utf8 == NULL)
    {
      set_unknown (text, fault, error);
      return NULL;
    }
  return g_bytes_new_take (utf8, (gsize) written);
}

static GBytes *
decode_utf16 (const char *text, gsize size, const char *from, GError **error)
{
  gsize read;
  gsize written;
  char *utf8 = g_convert (text, (gssize) size, "UTF-8", from, &read, &written, NULL);

  if (utf8 == NULL)
    {
      set_unknown (text, MIN (read, size), error);
      return NULL;
    }
  return g_bytes_new_take (utf8, written);
}

GBytes *
nb_raw_decode (GBytes *bytes, const char **encoding, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  *encoding = NULL;
  if (size >= 2 && (memcmp (text, "\xFF\xFE", 2) == 0 || memcmp (text, "\xFE\xFF", 2) == 0))
    {
      *encoding = "UTF-16";
      return decode_utf16 (text + 2, size - 2, text[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE", error);
    }
  if (size == 0 || g_utf8_validate_len (text, size, NULL))
    return g_bytes_ref (bytes);
  /* No text has zero bytes: what has is left to the reader, which says so. */
  if (memchr (text, '\0', size) != NULL)
    return g_bytes_ref (bytes);
  *encoding = "GB 18030";
  return decode_gb18030 (text, size, error);
}
