/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <libxml/parser.h>

#include "nb-grid.h"

/* The parts of office documents, without the archive round them, which would hide them from a fuzzer: the first byte
 * says which part the others are. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) part = NULL;
  g_autoptr (GPtrArray) grids = NULL;
  g_autoptr (NbGrid) grid = NULL;

  if (size == 0)
    return 0;
  xmlInitParser ();
  part = g_bytes_new_static (data + 1, size - 1);
  switch (data[0] % 4)
    {
    case 0:
      grids = nb_grid_read_word (part, NULL, NULL);
      break;
    case 1:
      /* A part of lists, for a document that has one of each. */
      {
        static const char document[] =
            "<d><tbl><tr><tc><p><pPr><numPr><ilvl val='0'/><numId val='1'/></numPr></pPr></p>"
            "<p><pPr><numPr><ilvl val='1'/><numId val='2'/></numPr></pPr></p></tc></tr></tbl></d>";
        g_autoptr (GBytes) bytes = g_bytes_new_static (document, sizeof document - 1);

        grids = nb_grid_read_word (bytes, part, NULL);
        break;
      }
    case 2:
      grid = nb_grid_read_sheet (part, NULL, NULL);
      break;
    default:
      {
        static const char sheet[] =
            "<s><sheetData><row><c t='s'><v>0</v></c></row></sheetData></s>";
        g_autoptr (GBytes) bytes = g_bytes_new_static (sheet, sizeof sheet - 1);

        grid = nb_grid_read_sheet (bytes, part, NULL);
      }
    }
  return 0;
}
