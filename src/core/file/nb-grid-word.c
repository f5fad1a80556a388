/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-grid.h"

#include <string.h>

#include "nb-office-xml.h"
#include "nb-word-numbering.h"

/* A word processor's document (ECMA-376, part 1, 17). */
typedef struct
{
  GPtrArray *grids;
  NbWordNumbering *numbering;
  gboolean begun; /* the cell has a paragraph already */
  GError *error;
} Reading;

/* The number in attribute val of the child @name of a node's properties. */
static guint
get_number (const xmlNode *properties, const char *name, guint otherwise)
{
  const xmlNode *child = properties != NULL ? nb_office_xml_lookup (properties, name) : NULL;

  return child != NULL ? MIN (nb_office_xml_get_number (child, "val", otherwise), 1000) : otherwise;
}

/* What is not part of the text as it is read: deleted text, instructions, drawings, and the second of two
 * ways to say the same. */
static gboolean
is_left_out (const xmlNode *node)
{
  static const char *const names[] = {
    "del",    "moveFrom", "instrText", "delText",           "Fallback",      "drawing", "pict",
    "object", "pPr",      "rPr",       "footnoteReference", "annotationRef", NULL
  };

  return g_strv_contains (names, (const char *) node->name);
}

static void
append_runs (GString *text, const xmlNode *node)
{
  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    if (is_left_out (child))
      continue;
    else if (nb_office_xml_is (child, "t"))
      {
        g_autofree char *words = nb_xml_dup_text (child);

        g_string_append (text, words);
      }
    else if (nb_office_xml_is (child, "tab"))
      g_string_append_c (text, '\t');
    else if (nb_office_xml_is (child, "br") || nb_office_xml_is (child, "cr"))
      g_string_append_c (text, '\n');
    else if (nb_office_xml_is (child, "noBreakHyphen"))
      g_string_append_c (text, '-');
    else
      append_runs (text, child);
}

static void
append_paragraph (Reading *reading, GString *text, const xmlNode *paragraph)
{
  const xmlNode *properties = nb_office_xml_lookup (paragraph, "pPr");
  const xmlNode *list = properties != NULL ? nb_office_xml_lookup (properties, "numPr") : NULL;

  if (reading->begun)
    g_string_append_c (text, '\n');
  reading->begun = TRUE;
  if (list != NULL)
    {
      g_autofree char *number = nb_word_numbering_next (
          reading->numbering, get_number (list, "numId", 0), get_number (list, "ilvl", 0));

      g_string_append (text, number);
    }
  append_runs (text, paragraph);
}

static void read_table (Reading *reading, const xmlNode *table);

/* The paragraphs of a cell or of the body; a table in it is one of its own. */
static void
append_blocks (Reading *reading, GString *text, const xmlNode *node)
{
  for (const xmlNode *child = nb_xml_get_first (node); child != NULL && reading->error == NULL;
       child = nb_xml_get_next (child))
    if (nb_office_xml_is (child, "p"))
      append_paragraph (reading, text, child);
    else if (nb_office_xml_is (child, "tbl"))
      read_table (reading, child);
    else if (!is_left_out (child))
      append_blocks (reading, text, child);
}

static gboolean
read_cell (Reading *reading, NbGrid *grid, const xmlNode *cell)
{
  const xmlNode *properties = nb_office_xml_lookup (cell, "tcPr");
  const xmlNode *merge = properties != NULL ? nb_office_xml_lookup (properties, "vMerge") : NULL;
  g_autofree char *merge_value = merge != NULL ? nb_office_xml_dup_attribute (merge, "val") : NULL;
  guint n_columns = MAX (get_number (properties, "gridSpan", 1), 1);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean begun_outside = reading->begun;

  /* A cell that goes on from above. */
  if (merge != NULL && g_strcmp0 (merge_value, "restart") != 0)
    return nb_grid_skip (grid, n_columns, &reading->error);
  reading->begun = FALSE;
  append_blocks (reading, text, cell);
  reading->begun = begun_outside;
  return reading->error == NULL
         && nb_grid_add_cell (grid, text->str, n_columns, 1, &reading->error);
}

/* Cells and rows stand also inside of wrappers (content controls, insertions). */
static gboolean
read_cells (Reading *reading, NbGrid *grid, const xmlNode *node)
{
  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    if (nb_office_xml_is (child, "tc") ? !read_cell (reading, grid, child)
                                       : !is_left_out (child) && !nb_office_xml_is (child, "trPr")
                                             && !read_cells (reading, grid, child))
      return FALSE;
  return TRUE;
}

static gboolean
read_rows (Reading *reading, NbGrid *grid, const xmlNode *node)
{
  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    if (nb_office_xml_is (child, "tr"))
      {
        guint n_before = get_number (nb_office_xml_lookup (child, "trPr"), "gridBefore", 0);

        nb_grid_begin_row (grid, 0);
        if (!nb_grid_skip (grid, n_before, &reading->error) || !read_cells (reading, grid, child))
          return FALSE;
      }
    else if (!nb_office_xml_is (child, "tblPr") && !nb_office_xml_is (child, "tblGrid")
             && !read_rows (reading, grid, child))
      return FALSE;
  return TRUE;
}

static void
read_table (Reading *reading, const xmlNode *table)
{
  NbGrid *grid = nb_grid_new ();

  g_ptr_array_add (reading->grids, grid);
  read_rows (reading, grid, table);
}

/* A row of its own for each paragraph outside of tables. */
static NbGrid *
make_outside (Reading *reading, const char *text)
{
  NbGrid *grid = nb_grid_new ();
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (char **paragraph = paragraphs; *paragraph != NULL && reading->error == NULL; paragraph++)
    if (**paragraph != '\0')
      {
        nb_grid_begin_row (grid, 0);
        nb_grid_add_cell (grid, *paragraph, 1, 1, &reading->error);
      }
  return grid;
}

GPtrArray *
nb_grid_read_word (GBytes *document, GBytes *numbering, GError **error)
{
  g_autoptr (xmlDoc) doc = nb_xml_parse (document, NB_XML_OFFICE, error);
  g_autoptr (NbWordNumbering) list_numbers = NULL;
  g_autoptr (GPtrArray) grids = NULL;
  g_autoptr (GString) text = NULL;
  Reading reading = { NULL };

  if (doc == NULL)
    return NULL;
  list_numbers = nb_word_numbering_new (numbering, error);
  if (list_numbers == NULL)
    return NULL;
  grids = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_grid_free);
  text = g_string_new (NULL);
  reading = (Reading){ .grids = grids, .numbering = list_numbers };
  append_blocks (&reading, text, xmlDocGetRootElement (doc));
  g_ptr_array_add (grids, make_outside (&reading, text->str));
  if (reading.error != NULL)
    {
      g_propagate_error (error, reading.error);
      return NULL;
    }
  return g_steal_pointer (&grids);
}
