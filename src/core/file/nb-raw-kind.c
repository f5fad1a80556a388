/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-raw-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-xml-limits.h"

/* How files that clerks take for the table begin. */
static const struct
{
  const char *start;
  gsize size;
  const char *sentence;
} kinds[] = {
  { "\xFF\xD8\xFF", 3,
    N_ ("This is a picture (JPEG), not a table as text. A picture cannot be imported: copy the "
        "text "
        "of the table from the page on which it was published.") },
  { "\x89PNG", 4,
    N_ ("This is a picture (PNG), not a table as text. A picture cannot be imported: copy the text "
        "of the table from the page on which it was published.") },
  { "%PDF", 4,
    N_ ("This is a PDF file, not a table as text. Open it, copy the table, and save the copy as a "
        "text file.") },
  { "\xD0\xCF\x11\xE0", 4,
    N_ ("This is an office document of the old kind (.doc, .xls), or one with a password. Open it "
        "in "
        "the program that made it, copy its table and save the copy as text.") },
};

static gboolean
refuse (GError **error, NbErrorCode code, const char *sentence)
{
  nb_error_set (error, code, (NbPlace){ 0, 0 }, "%s", sentence);
  return FALSE;
}

gboolean
nb_raw_kind_check (GBytes *bytes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size > NB_LIMIT_FILE)
    return refuse (error, NB_ERROR_REFUSED,
                   _ ("The file is larger than 64 MiB. It cannot be a published report."));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (size >= kinds[i].size && memcmp (text, kinds[i].start, kinds[i].size) == 0)
      return refuse (error, NB_ERROR_INVALID, _ (kinds[i].sentence));
  return TRUE;
}

gboolean
nb_raw_kind_is_office (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return size >= 4 && memcmp (text, "PK\x03\x04", 4) == 0;
}

static gsize
skip_blanks (const char *text, gsize size)
{
  gsize start = size >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  while (start < size && g_ascii_isspace (text[start]))
    start++;
  return start;
}

/* The page that a program put on the Windows clipboard has lines before it that say where it begins. */
static gsize
skip_clipboard_head (const char *text, gsize size)
{
  const char *start;

  if (size < 8 || memcmp (text, "Version:", 8) != 0)
    return 0;
  start = memchr (text, '<', MIN (size, 1000));
  return start != NULL ? (gsize) (start - text) : 0;
}

NbRawText
nb_raw_kind_of_text (const char *text, gsize size, gsize *start)
{
  gsize begin = skip_blanks (text, size);
  g_autofree char *head = NULL;

  *start = 0;
  if (begin == size)
    return NB_RAW_TEXT_EMPTY;
  begin += skip_clipboard_head (text + begin, size - begin);
  if (text[begin] != '<')
    return NB_RAW_TEXT_TABLE;
  *start = begin;
  head = g_ascii_strdown (text + begin, (gssize) MIN (size - begin, 4000));
  if (strstr (head, "urn:nianbao:report:1") != NULL)
    return NB_RAW_TEXT_REPORT;
  if (strstr (head, "<html") != NULL || strstr (head, "<table") != NULL
      || strstr (head, "<meta") != NULL || strstr (head, "<body") != NULL
      || strstr (head, "<div") != NULL || strstr (head, "<p>") != NULL
      || strstr (head, "<p ") != NULL || strstr (head, "<!doctype html") != NULL
      || strstr (head, "<span") != NULL)
    return NB_RAW_TEXT_HTML;
  return NB_RAW_TEXT_XML;
}
