/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-def-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names that words may hold beside the ids of fields. */
static const char *const sheet_names[] = { "page", "pages" };
static const char *const opinion_names[] = { "opinion-sentence", "opinion-person", "opinion-date",
                                             "finding-count" };
static const char *const finding_names[] = { "finding-number",  "finding-severity",
                                             "finding-field",   "finding-excerpt",
                                             "finding-message", "finding-authority",
                                             "finding-answer" };

/* Narrower no scanner reads a fingerprint from a copier's paper; its quiet zone included. */
#define MINIMUM_CODE 22000 /* µm */

/* What surrounds a box. */
typedef struct
{
  const NbPageParser *parser;
  const NbBoxDef *page;
  int width;        /* µm that there are for it, of every column of its grid */
  int height;       /* µm of the sheet's type area */
  gboolean values;  /* whether values, which may be long, may stand here */
  gboolean sheet;   /* whether the number of the sheet may */
  gboolean foot;    /* whether its fingerprint may */
  gboolean finding; /* whether the words of a finding may */
} Room;

static gboolean check_children (const Room *room, const NbBoxDef *box, GError **error);

static const xmlNode *
get_node (const Room *room, const NbBoxDef *box)
{
  return g_hash_table_lookup (room->parser->nodes, box);
}

#define fail(room, box, error, ...)                                                                \
  nb_definition_fail ((room)->parser->definition, get_node (room, box), error, __VA_ARGS__)

static gboolean
is_one_of (const char *name, const char *const *names, guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_name (const Room *room, const NbBoxDef *text, const char *name, GError **error)
{
  if (is_one_of (name, sheet_names, G_N_ELEMENTS (sheet_names)))
    return room->sheet
           || fail (room, text, error,
                    _ ("the number of a sheet may only stand in its head or foot"));
  if (strcmp (name, "code") == 0)
    return room->foot
           || fail (room, text, error, _ ("the fingerprint of a sheet may only stand in its foot"));
  if (is_one_of (name, finding_names, G_N_ELEMENTS (finding_names)))
    return room->finding
           || fail (room, text, error,
                    _ ("the words of a finding may only stand in a row for each finding"));
  if (!is_one_of (name, opinion_names, G_N_ELEMENTS (opinion_names))
      && nb_form_lookup_field (room->parser->form, name) == NULL)
    return fail (room, text, error, _ ("the words name the unknown value “$%s”"), name);
  return room->values
         || fail (room, text, error,
                  _ ("a value may not stand here, where nothing can go on over pages"));
}

static gboolean
check_words (const Room *room, const NbBoxDef *text, GError **error)
{
  const char *at = text->words;
  const char *start;
  gsize length;
  gboolean is_name;

  while (nb_page_words_next (&at, &start, &length, &is_name))
    {
      g_autofree char *name = is_name ? g_strndup (start, length) : NULL;

      if (is_name && !check_name (room, text, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_text_room (const Room *room, const NbBoxDef *text, GError **error)
{
  if (text->size <= 0 || text->leading < text->size)
    return fail (room, text, error, _ ("“leading” must be at least “size”"));
  if (text->vertical)
    {
      glong length = text->words != NULL ? g_utf8_strlen (text->words, -1) : 0;

      if (text->words == NULL || strchr (text->words, '$') != NULL)
        return fail (room, text, error, _ ("vertical text must be printed words without values"));
      /* The mark of continuation may follow. */
      return (text->size <= room->width && text->size * (length + 4) <= room->height)
             || fail (room, text, error, _ ("the vertical text is larger than the room for it"));
    }
  if (room->width < text->indent + 2 * text->size)
    return fail (room, text, error, _ ("there is no room for two characters on a line"));
  return text->leading <= room->height
         || fail (room, text, error, _ ("a line does not fit on the page"));
}

/* Which edge is bound is known where the sheet is. */
static gboolean
check_align (const Room *room, const NbBoxDef *box, GError **error)
{
  return room->sheet || (box->align != NB_ALIGN_INNER && box->align != NB_ALIGN_OUTER)
         || fail (room, box, error,
                  _ ("“inner” and “outer” may only stand in the head or foot of a sheet"));
}

static gboolean
check_code (const Room *room, const NbBoxDef *code, GError **error)
{
  if (!room->foot)
    return fail (room, code, error, _ ("the fingerprint of a sheet may only stand in its foot"));
  if (code->width < MINIMUM_CODE)
    return fail (room, code, error, _ ("a fingerprint is at least 22mm wide"));
  return (code->width <= room->width && code->width <= room->height)
         || fail (room, code, error, _ ("the fingerprint is larger than the room for it"));
}

static gboolean
check_text (const Room *room, const NbBoxDef *text, GError **error)
{
  gboolean value = text->value_of != NULL || text->phrase != NULL;
  guint sources = (text->words != NULL || text->phrase != NULL) + (text->label_of != NULL)
                  + (text->value_of != NULL);

  if (sources != 1)
    return fail (
        room, text, error,
        _ ("a text has one of “words”, “label”, “value” and “phrase” (or “words” with “phrase”)"));
  if (value && (!room->values || text->repeat))
    return fail (room, text, error,
                 _ ("a value may not stand here, where nothing can go on over pages"));
  if (text->part != NB_PART_ALL
      && (text->value_of == NULL
          || nb_form_lookup_field (room->parser->form, text->value_of)->type != NB_FIELD_LINE))
    return fail (room, text, error, _ ("only a value of type “line” has a first part"));
  if (text->words != NULL && !check_words (room, text, error))
    return FALSE;
  return check_text_room (room, text, error);
}

/* The height of the lines that a box, where no value stands, must hold is known before any report. */
static gboolean
check_box (const Room *room, const NbBoxDef *box, GError **error)
{
  Room inside = *room;

  inside.width = box->width != 0 ? box->width : room->width;
  inside.values = FALSE;
  inside.sheet = inside.sheet || box->place != NB_PLACE_FLOW;
  inside.foot = box->place == NB_PLACE_FOOT;
  if (box->place != NB_PLACE_FLOW)
    inside.height = inside.foot ? room->page->margin_bottom : room->page->margin_top;

  if (box->width > room->width || box->height > inside.height)
    return fail (room, box, error, _ ("the box is larger than the room for it"));
  if (box->place != NB_PLACE_FLOW && get_node (room, box)->parent != NULL
      && !nb_xml_is (get_node (room, box)->parent, NB_XML_FORM, "page"))
    return fail (room, box, error, _ ("only a box of the page itself may be its head or foot"));
  return check_align (&inside, box, error) && check_children (&inside, box, error);
}

static gboolean
has_value (const NbBoxDef *box)
{
  if (box->value_of != NULL || box->phrase != NULL
      || (box->words != NULL && strchr (box->words, '$') != NULL))
    return TRUE;
  for (guint i = 0; i < box->children->len; i++)
    if (has_value (box->children->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
check_cell (
    const Room *room, const NbBoxDef *grid, guint column, const NbBoxDef *cell, GError **error)
{
  Room inside = *room;

  inside.width = -2 * cell->padding;
  inside.height -= 2 * cell->padding;
  for (guint i = 0; i < cell->column_span; i++)
    inside.width += grid->columns[column + i];
  if (cell->row_span > 1 && has_value (cell))
    return fail (room, cell, error, _ ("a cell over several rows may not hold a value"));
  return check_children (&inside, cell, error);
}

/* Lays one row over the columns that cells above do not reach into; @reach says for each column how
 * many more rows it is taken. */
static gboolean
check_row (const Room *room,
           const NbBoxDef *grid,
           const NbBoxDef *row,
           guint copy,
           guint *reach,
           GError **error)
{
  guint column = 0;

  for (guint i = 0; i < row->children->len; i++)
    {
      const NbBoxDef *cell = row->children->pdata[i];

      if ((cell->copies & copy) == 0)
        continue;
      while (column < grid->n_columns && reach[column] > 0)
        column++;
      if (cell->column_span < 1 || cell->row_span < 1 || cell->column_span > grid->n_columns
          || column + cell->column_span > grid->n_columns)
        return fail (room, cell, error, _ ("the cells of the row are wider than its columns"));
      for (guint j = 0; j < cell->column_span; j++)
        {
          if (reach[column + j] > 0)
            return fail (room, cell, error, _ ("the cell lies over one of a row above"));
          reach[column + j] = cell->row_span;
        }
      if (!check_cell (room, grid, column, cell, error))
        return FALSE;
      column += cell->column_span;
    }
  for (guint i = 0; i < grid->n_columns; i++)
    if (reach[i]-- == 0)
      return fail (room, row, error, _ ("the cells of the row do not fill its columns"));
  return TRUE;
}

/* Whether a cell reaches below the row that was checked last. */
static gboolean
reaches (const NbBoxDef *grid, const guint *reach)
{
  for (guint i = 0; i < grid->n_columns; i++)
    if (reach[i] > 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_grid_of_copy (const Room *room, const NbBoxDef *grid, guint copy, GError **error)
{
  g_autofree guint *reach = g_new0 (guint, grid->n_columns);
  Room inside = *room;

  for (guint i = 0; i < grid->children->len; i++)
    {
      const NbBoxDef *row = grid->children->pdata[i];

      if ((row->copies & copy) == 0)
        continue;
      inside.finding = row->each;
      if (row->height > room->height)
        return fail (room, row, error, _ ("the row does not fit on a page"));
      if (row->each && (row->repeat || reaches (grid, reach)))
        return fail (room, row, error,
                     _ ("a row for each finding stands for itself: it is not repeated, and no cell "
                        "reaches into it or out of it"));
      /* Repeated rows and a further one share a sheet. */
      if (row->repeat && (has_value (row) || row->height > room->height / 4))
        return fail (room, row, error,
                     _ ("a repeated row holds no value and is at most a quarter of a page high"));
      if (!check_row (&inside, grid, row, copy, reach, error))
        return FALSE;
      if (row->each && reaches (grid, reach))
        return fail (room, row, error,
                     _ ("a row for each finding stands for itself: it is not repeated, and no cell "
                        "reaches into it or out of it"));
    }
  return !reaches (grid, reach)
         || fail (room, grid, error, _ ("a cell reaches below the last row"));
}

static gboolean
check_grid (const Room *room, const NbBoxDef *grid, GError **error)
{
  int width = 0;

  for (guint i = 0; i < grid->n_columns; i++)
    width += grid->columns[i];
  if (width > room->width)
    return fail (room, grid, error, _ ("the columns are wider than the page"));
  for (guint copy = NB_COPY_FILING; copy <= NB_COPY_BLANK; copy <<= 1)
    if ((grid->copies & copy) != 0 && !check_grid_of_copy (room, grid, copy, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_children (const Room *room, const NbBoxDef *box, GError **error)
{
  for (guint i = 0; i < box->children->len; i++)
    {
      const NbBoxDef *child = box->children->pdata[i];
      gboolean good = TRUE;

      if (child->type == NB_BOX_GRID)
        good = check_grid (room, child, error);
      else if (child->type == NB_BOX_BOX)
        good = check_box (room, child, error);
      else if (child->type == NB_BOX_TEXT)
        good = check_align (room, child, error) && check_text (room, child, error);
      else if (child->type == NB_BOX_CODE)
        good = check_code (room, child, error);
      else if (child->width > room->width)
        good = fail (room, child, error, _ ("the line is longer than the room for it"));
      else
        good = check_align (room, child, error);
      if (!good)
        return FALSE;
    }
  return TRUE;
}

gboolean
nb_page_def_check (const NbPageParser *parser,
                   const NbPageDef *pages,
                   const NbBoxDef *page,
                   GError **error)
{
  Room room = { parser, page, page->width - page->margin_inner - page->margin_outer,
                page->height - page->margin_top - page->margin_bottom, TRUE };

  if (room.width <= 0 || room.height <= 0)
    return fail (&room, page, error, _ ("the margins leave no room on the sheet"));
  if (pages->draft_size <= 0 || pages->draft_size * g_utf8_strlen (pages->draft, -1) > page->width)
    return fail (&room, page, error, _ ("the draft mark is wider than the sheet"));
  return check_children (&room, page, error);
}
