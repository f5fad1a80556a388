/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-grid.h"

#include <stdlib.h>
#include <string.h>

#include "nb-office-xml.h"
#include "nb-xml-limits.h"

#define MAX_COLUMNS 16384

/* A spreadsheet's worksheet (ECMA-376, part 1, 18). */
typedef struct
{
  NbGrid *grid;
  GPtrArray *strings;  /* of char: the shared strings */
  GHashTable *covered; /* row * MAX_COLUMNS + column of places that merged cells cover */
  guint64 row;         /* from 0 */
} Reading;

/* Rich text is runs of text; the reading aids of East Asian text are not part of it. */
static void
append_rich (GString *text, const xmlNode *node)
{
  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    if (nb_office_xml_is (child, "t"))
      {
        g_autofree char *words = nb_xml_dup_text (child);

        g_string_append (text, words);
      }
    else if (nb_office_xml_is (child, "r"))
      append_rich (text, child);
}

static char *
dup_rich (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  append_rich (text, node);
  return g_string_free (text, FALSE);
}

static GPtrArray *
read_strings (GBytes *part, GError **error)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (xmlDoc) doc = NULL;
  const xmlNode *root;

  if (part == NULL)
    return g_steal_pointer (&strings);
  doc = nb_xml_parse (part, NB_XML_OFFICE, error);
  if (doc == NULL)
    return NULL;
  root = xmlDocGetRootElement (doc);
  for (const xmlNode *node = nb_xml_get_first (root); node != NULL; node = nb_xml_get_next (node))
    if (nb_office_xml_is (node, "si"))
      g_ptr_array_add (strings, dup_rich (node));
  return g_steal_pointer (&strings);
}

/* "AB12" to column 27 and row 11; FALSE for what is no such name. */
static gboolean
parse_name (const char *name, guint64 *column, guint64 *row, const char **end)
{
  const char *digits = name;

  *column = 0;
  for (; *digits >= 'A' && *digits <= 'Z' && digits < name + 3; digits++)
    *column = *column * 26 + (guint64) (*digits - 'A' + 1);
  if (digits == name || !g_ascii_isdigit (*digits))
    return FALSE;
  *row = g_ascii_strtoull (digits, (char **) end, 10);
  if (*row == 0 || *row > 1048576 || *column > MAX_COLUMNS)
    return FALSE;
  (*column)--;
  (*row)--;
  return TRUE;
}

static void *
make_key (guint64 row, guint64 column)
{
  return GSIZE_TO_POINTER (row * MAX_COLUMNS + column + 1);
}

static void
cover (Reading *reading, const char *range)
{
  guint64 left, top, right, bottom;
  const char *end;

  if (!parse_name (range, &left, &top, &end) || *end != ':'
      || !parse_name (end + 1, &right, &bottom, &end) || right < left || bottom < top)
    return;
  /* Whole columns merged are beyond any report. */
  if ((right - left + 1) * (bottom - top + 1) + g_hash_table_size (reading->covered)
      > NB_LIMIT_TABLE)
    return;
  for (guint64 row = top; row <= bottom; row++)
    for (guint64 column = left; column <= right; column++)
      if (row != top || column != left)
        g_hash_table_add (reading->covered, make_key (row, column));
}

static void
read_merges (Reading *reading, const xmlNode *sheet)
{
  const xmlNode *merges = nb_office_xml_lookup (sheet, "mergeCells");

  for (const xmlNode *node = merges != NULL ? nb_xml_get_first (merges) : NULL; node != NULL;
       node = nb_xml_get_next (node))
    {
      g_autofree char *range = nb_office_xml_dup_attribute (node, "ref");

      if (range != NULL)
        cover (reading, range);
    }
}

/* Binary fractions carry a tail that nobody typed: 14.919999999999999 is 14.92. */
static char *
dup_number (const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);
  char shown[G_ASCII_DTOSTR_BUF_SIZE];

  if (*end != '\0' || end == text || strlen (text) < 16)
    return g_strdup (text);
  return g_strdup (g_ascii_formatd (shown, sizeof shown, "%.15g", number));
}

static char *
dup_cell (const Reading *reading, const xmlNode *cell)
{
  g_autofree char *type = nb_office_xml_dup_attribute (cell, "t");
  const xmlNode *inside = nb_office_xml_lookup (cell, "is");
  const xmlNode *value_node = nb_office_xml_lookup (cell, "v");
  g_autofree char *value = NULL;

  if (g_strcmp0 (type, "inlineStr") == 0)
    return inside != NULL ? dup_rich (inside) : g_strdup ("");
  if (value_node == NULL)
    return g_strdup ("");
  value = nb_xml_dup_text (value_node);
  if (g_strcmp0 (type, "s") == 0)
    {
      guint64 index = g_ascii_strtoull (value, NULL, 10);

      return g_strdup (index < reading->strings->len ? g_ptr_array_index (reading->strings, index)
                                                     : "");
    }
  if (type == NULL || strcmp (type, "n") == 0)
    return dup_number (value);
  return g_steal_pointer (&value);
}

static gboolean
read_cell (Reading *reading, const xmlNode *cell, guint64 *next, GError **error)
{
  g_autofree char *name = nb_office_xml_dup_attribute (cell, "r");
  g_autofree char *text = NULL;
  guint64 column = *next;
  guint64 row;
  const char *end;

  if (name != NULL && parse_name (name, &column, &row, &end) && column < *next)
    return TRUE; /* out of order: a damaged file */
  if (!nb_grid_skip (reading->grid, (guint) (column - *next), error))
    return FALSE;
  *next = column + 1;
  if (g_hash_table_contains (reading->covered, make_key (reading->row, column)))
    return nb_grid_skip (reading->grid, 1, error);
  text = dup_cell (reading, cell);
  return nb_grid_add_cell (reading->grid, text, 1, 1, error);
}

static gboolean
read_row (Reading *reading, const xmlNode *node, GError **error)
{
  guint number = nb_office_xml_get_number (node, "r", 0);
  guint64 next = 0;

  reading->row = number > 0 ? number - 1 : reading->row + 1;
  nb_grid_begin_row (reading->grid, number);
  for (const xmlNode *cell = nb_xml_get_first (node); cell != NULL; cell = nb_xml_get_next (cell))
    if (nb_office_xml_is (cell, "c") && next < MAX_COLUMNS
        && !read_cell (reading, cell, &next, error))
      return FALSE;
  return TRUE;
}

NbGrid *
nb_grid_read_sheet (GBytes *sheet, GBytes *strings, GError **error)
{
  g_autoptr (xmlDoc) doc = nb_xml_parse (sheet, NB_XML_OFFICE, error);
  g_autoptr (GPtrArray) shared = doc != NULL ? read_strings (strings, error) : NULL;
  g_autoptr (GHashTable) covered = g_hash_table_new (NULL, NULL);
  g_autoptr (NbGrid) grid = NULL;
  const xmlNode *data;
  Reading reading;

  if (shared == NULL)
    return NULL;
  grid = nb_grid_new ();
  reading = (Reading){ grid, shared, covered, (guint64) -1 };
  read_merges (&reading, xmlDocGetRootElement (doc));
  data = nb_office_xml_lookup (xmlDocGetRootElement (doc), "sheetData");
  for (const xmlNode *row = data != NULL ? nb_xml_get_first (data) : NULL; row != NULL;
       row = nb_xml_get_next (row))
    if (nb_office_xml_is (row, "row") && !read_row (&reading, row, error))
      return NULL;
  return g_steal_pointer (&grid);
}
