/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-office-archive.h"

#define DOCUMENT  "word/document.xml"
#define NUMBERING "word/numbering.xml"
#define STRINGS   "xl/sharedStrings.xml"
#define SHEETS    "xl/worksheets/"

/* Sheets in the order of their numbers: 2 before 10. */
static int
compare_sheets (const void *a, const void *b)
{
  const char *one = *(const char *const *) a;
  const char *other = *(const char *const *) b;
  gsize length = strlen (one);
  gsize other_length = strlen (other);

  if (length != other_length)
    return length < other_length ? -1 : 1;
  return strcmp (one, other);
}

static GPtrArray *
read_sheets (GHashTable *members, GError **error)
{
  g_autoptr (GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_grid_free);
  g_autofree char **names = (char **) g_hash_table_get_keys_as_array (members, NULL);

  qsort (names, g_strv_length (names), sizeof (char *), compare_sheets);
  for (char **name = names; *name != NULL; name++)
    {
      NbGrid *grid;

      if (!g_str_has_prefix (*name, SHEETS) || !g_str_has_suffix (*name, ".xml"))
        continue;
      grid = nb_grid_read_sheet (g_hash_table_lookup (members, *name),
                                 g_hash_table_lookup (members, STRINGS), error);
      if (grid == NULL)
        return NULL;
      g_ptr_array_add (grids, grid);
    }
  g_ptr_array_add (grids, nb_grid_new ());
  return g_steal_pointer (&grids);
}

GPtrArray *
nb_grid_read_office (GBytes *bytes, GError **error)
{
  static const char *const names[] = { DOCUMENT, NUMBERING, STRINGS, SHEETS, NULL };
  g_autoptr (GHashTable) members = nb_office_archive_read (bytes, names, error);
  GError *fault = NULL;
  GPtrArray *grids;
  GBytes *document;

  if (members == NULL)
    return NULL;
  if (g_hash_table_size (members) == 0)
    {
      nb_error_set (
          error, NB_ERROR_INVALID, (NbPlace){ 0, 0 },
          _ ("This is an archive, or a document of another kind than .docx and .xlsx. Open "
             "it in the program that made it, copy its table and save the copy as text."));
      return NULL;
    }
  document = g_hash_table_lookup (members, DOCUMENT);
  grids = document != NULL
              ? nb_grid_read_word (document, g_hash_table_lookup (members, NUMBERING), &fault)
              : read_sheets (members, &fault);
  if (grids == NULL)
    {
      /* Faults inside a part are at no place that a person could look at. */
      nb_error_set (
          error, fault->code, (NbPlace){ 0, 0 },
          _ ("The office document cannot be read: %s Open it in the program that made it, "
             "copy its table and save the copy as text."),
          fault->message);
      g_error_free (fault);
    }
  return grids;
}
