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
  { "PK\x03\x04", 4,
    N_ ("This is an office document or an archive, not a table as text. Open it in the program "
        "that "
        "made it, and save the table as text.") },
  { "\xD0\xCF\x11\xE0", 4,
    N_ ("This is an office document of the old kind (.doc, .xls), not a table as text. Open it in "
        "the program that made it, and save the table as text.") },
  { "\xFF\xFE", 2, N_ ("This text is UTF-16. Open it in an editor and save it as UTF-8.") },
  { "\xFE\xFF", 2, N_ ("This text is UTF-16. Open it in an editor and save it as UTF-8.") },
};

static gboolean
refuse (GError **error, NbErrorCode code, NbPlace place, const char *sentence)
{
  nb_error_set (error, code, place, "%s", sentence);
  return FALSE;
}

static NbPlace
find_place (const char *text, gsize at)
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

gboolean
nb_raw_kind_check (const char *text, gsize size, GError **error)
{
  const NbPlace nowhere = { 0, 0 };
  gsize start = 0;
  const char *fault;

  if (size > NB_LIMIT_FILE)
    return refuse (error, NB_ERROR_REFUSED, nowhere,
                   _ ("The file is larger than 64 MiB. It cannot be a published report."));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (size >= kinds[i].size && memcmp (text, kinds[i].start, kinds[i].size) == 0)
      return refuse (error, NB_ERROR_INVALID, nowhere, _ (kinds[i].sentence));

  if (size >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    start = 3;
  while (start < size && strchr (" \t\r\n", text[start]) != NULL && text[start] != '\0')
    start++;
  if (start == size)
    return refuse (error, NB_ERROR_INVALID, nowhere,
                   _ ("The file is empty. Save the published table in it as text, one row a line, "
                      "with | or tabs between the cells."));
  if (text[start] == '<')
    return refuse (
        error, NB_ERROR_INVALID, find_place (text, start),
        _ ("This is an XML or HTML file, not a table as text. A report file is opened, not "
           "imported; from a web page, copy the table and save the copy as text."));
  if (memchr (text, '\0', size) != NULL)
    return refuse (error, NB_ERROR_INVALID,
                   find_place (text, (const char *) memchr (text, '\0', size) - text),
                   _ ("The file is no text: it holds bytes that text never has. Save the table as "
                      "text (UTF-8)."));
  if (!g_utf8_validate_len (text, size, &fault))
    return refuse (
        error, NB_ERROR_INVALID, find_place (text, fault - text),
        _ ("The text is not UTF-8. Open it in an editor, look whether the characters are "
           "right, and save it as UTF-8."));
  return TRUE;
}
