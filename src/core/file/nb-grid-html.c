/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-grid.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "nb-grid-words.h"
#include "nb-xml-limits.h"

/* A table that is open, and its cell. */
typedef struct
{
  NbGrid *grid;       /* NULL: the words outside of tables */
  NbGridWords *words; /* of the cell, or outside */
  gboolean in_cell;
  guint n_columns;
  guint n_rows;
} Level;

typedef struct
{
  xmlParserCtxt *parser;
  GPtrArray *grids;
  GArray *levels; /* of Level; the first is outside of tables */
  NbGrid *outside;
  guint depth;
  guint n_elements;
  guint unseen; /* so many open elements hide what is in them */
  GError *error;
} Reading;

static const char *const hidden_elements[] = { "head",     "script",   "style",
                                               "title",    "noscript", "template",
                                               "textarea", "select",   NULL };
static const char *const blocks[] = { "p",          "div",     "li",      "ul",     "ol",
                                      "h1",         "h2",      "h3",      "h4",     "h5",
                                      "h6",         "dl",      "dt",      "dd",     "pre",
                                      "blockquote", "section", "article", "header", "footer",
                                      "center",     "hr",      "caption", NULL };

static Level *
get_level (Reading *reading)
{
  return &g_array_index (reading->levels, Level, reading->levels->len - 1);
}

static void
stop (Reading *reading)
{
  xmlStopParser (reading->parser);
}

static void
refuse (Reading *reading, const char *sentence)
{
  nb_error_set (&reading->error, NB_ERROR_REFUSED,
                (NbPlace){ (guint) MAX (xmlSAX2GetLineNumber (reading->parser), 0), 0 }, "%s",
                sentence);
  stop (reading);
}

static void
push_level (Reading *reading, NbGrid *grid)
{
  Level level = { .grid = grid, .words = nb_grid_words_new () };

  g_array_append_val (reading->levels, level);
}

static guint
get_line (Reading *reading)
{
  return (guint) MAX (xmlSAX2GetLineNumber (reading->parser), 0);
}

static void
close_cell (Reading *reading)
{
  Level *level = get_level (reading);
  g_autofree char *text = nb_grid_words_take (level->words);

  if (!level->in_cell)
    return;
  level->in_cell = FALSE;
  if (reading->error == NULL
      && !nb_grid_add_cell (level->grid, text, level->n_columns, level->n_rows, &reading->error))
    stop (reading);
}

/* A row of its own for each paragraph outside of tables. */
static void
close_outside (Reading *reading)
{
  Level *level = &g_array_index (reading->levels, Level, 0);
  g_autofree char *text = nb_grid_words_take (level->words);
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      if (**paragraph == '\0' || reading->error != NULL)
        continue;
      nb_grid_begin_row (reading->outside, 0);
      if (!nb_grid_add_cell (reading->outside, *paragraph, 1, 1, &reading->error))
        stop (reading);
    }
}

static guint
get_span (const xmlChar **attributes, const char *name)
{
  guint64 span = 1;

  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (attributes[i + 1] != NULL && strcmp ((const char *) attributes[i], name) == 0)
      span = g_ascii_strtoull ((const char *) attributes[i + 1], NULL, 10);
  /* As browsers do: no more than a thousand, and nothing for nonsense. */
  return (guint) CLAMP (span, 1, 1000);
}

static gboolean
is_hidden (const char *name, const xmlChar **attributes)
{
  if (g_strv_contains (hidden_elements, name))
    return TRUE;
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      const char *attribute = (const char *) attributes[i];
      g_autofree char *style = NULL;

      if (strcmp (attribute, "hidden") == 0)
        return TRUE;
      if (strcmp (attribute, "style") != 0 || attributes[i + 1] == NULL)
        continue;
      style = g_strdup ((const char *) attributes[i + 1]);
      if (strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL
          || strstr (style, "mso-hide:all") != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
begin_table (Reading *reading)
{
  NbGrid *grid = nb_grid_new ();

  g_ptr_array_add (reading->grids, grid);
  push_level (reading, grid);
}

static void
begin_cell (Reading *reading, const xmlChar **attributes)
{
  Level *level = get_level (reading);

  close_cell (reading);
  /* A cell without a row is in one all the same. */
  if (nb_grid_get_n_rows (level->grid) == 0)
    nb_grid_begin_row (level->grid, get_line (reading));
  level->in_cell = TRUE;
  level->n_columns = get_span (attributes, "colspan");
  level->n_rows = get_span (attributes, "rowspan");
}

static void
start_element (void *data, const xmlChar *xml_name, const xmlChar **attributes)
{
  Reading *reading = data;
  const char *name = (const char *) xml_name;
  Level *level = get_level (reading);
  gboolean in_table = level->grid != NULL;

  if (reading->error != NULL)
    return;
  if (++reading->n_elements > NB_LIMIT_ELEMENTS)
    return refuse (reading, _ ("The page has more than 300,000 elements. Copy the table alone."));
  if (++reading->depth > NB_LIMIT_HTML_DEPTH)
    return refuse (reading, _ ("The elements of the page are nested more than 256 deep. Copy the "
                               "table alone."));
  if (reading->unseen > 0 || is_hidden (name, attributes))
    reading->unseen++;
  else if (strcmp (name, "table") == 0)
    begin_table (reading);
  else if (strcmp (name, "tr") == 0 && in_table)
    {
      close_cell (reading);
      nb_grid_begin_row (level->grid, get_line (reading));
    }
  else if ((strcmp (name, "td") == 0 || strcmp (name, "th") == 0) && in_table)
    begin_cell (reading, attributes);
  else if (strcmp (name, "br") == 0)
    nb_grid_words_break (level->words, TRUE);
  else if (g_strv_contains (blocks, name))
    nb_grid_words_break (level->words, FALSE);
}

static void
end_table (Reading *reading)
{
  close_cell (reading);
  nb_grid_words_free (get_level (reading)->words);
  g_array_set_size (reading->levels, reading->levels->len - 1);
}

static void
end_element (void *data, const xmlChar *xml_name)
{
  Reading *reading = data;
  const char *name = (const char *) xml_name;
  Level *level = get_level (reading);

  if (reading->depth > 0)
    reading->depth--;
  if (reading->unseen > 0)
    reading->unseen--;
  else if (strcmp (name, "table") == 0 && reading->levels->len > 1)
    end_table (reading);
  else if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0 || strcmp (name, "tr") == 0)
    close_cell (reading);
  else if (g_strv_contains (blocks, name))
    nb_grid_words_break (level->words, FALSE);
}

static void
characters (void *data, const xmlChar *text, int length)
{
  Reading *reading = data;
  Level *level = get_level (reading);

  /* Between the cells of a table nothing is said. */
  if (reading->unseen == 0 && (level->grid == NULL || level->in_cell))
    nb_grid_words_add (level->words, (const char *) text, (gsize) length);
}

static void
read_all (Reading *reading, const char *text, gsize size)
{
  htmlSAXHandler handler = {
    .startElement = start_element,
    .endElement = end_element,
    .characters = characters,
    .ignorableWhitespace = characters,
  };

  reading->parser = htmlCreateMemoryParserCtxt (text, (int) size);
  if (reading->parser == NULL)
    return;
  *reading->parser->sax = handler;
  reading->parser->userData = reading;
  htmlCtxtUseOptions (reading->parser, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                                           | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (reading->parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument (reading->parser);
  htmlFreeParserCtxt (reading->parser);
}

GPtrArray *
nb_grid_read_html (const char *text, gsize size, GError **error)
{
  Reading reading = {
    .grids = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_grid_free),
    .levels = g_array_new (FALSE, FALSE, sizeof (Level)),
    .outside = nb_grid_new (),
  };

  push_level (&reading, NULL);
  read_all (&reading, text, size);
  while (reading.levels->len > 1)
    end_table (&reading);
  close_outside (&reading);
  nb_grid_words_free (get_level (&reading)->words);
  g_array_unref (reading.levels);
  g_ptr_array_add (reading.grids, reading.outside);
  if (reading.error != NULL)
    {
      g_propagate_error (error, reading.error);
      g_clear_pointer (&reading.grids, g_ptr_array_unref);
    }
  return reading.grids;
}
