/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-content.h"

/* Where the baseline lies in the em of a CJK face, per mille from its top. */
#define ASCENT 880

/* The most lines of a text that are made of one length. */
#define MAXIMUM_BALANCED 4

typedef struct
{
  const NbBoxDef *def;
  int height;
  NbPageContent *inside; /* of a box, owned */
  /* A line of text: */
  const NbParagraph *paragraph;
  guint index; /* of the paragraph */
  NbLine line;
  int indent;
  gboolean closes; /* the paragraph */
  const char *field;
} Piece;

struct _NbPageContent
{
  const NbPageSource *source;
  const NbMetrics *metrics;
  NbCopy copy;
  NbContentPart part;
  int width;
  GArray *pieces;
  GPtrArray *texts; /* keep the pieces' paragraphs */
};

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_clear_pointer (&piece->inside, nb_page_content_free);
}

void
nb_page_content_free (NbPageContent *content)
{
  g_array_unref (content->pieces);
  g_ptr_array_unref (content->texts);
  g_free (content);
}

static int
align (NbAlign align, int room, int size)
{
  if (align == NB_ALIGN_CENTRE)
    return (room - size) / 2;
  return align == NB_ALIGN_END ? room - size : 0;
}

/* One line alone is no paragraph of running text, and a typed space of an em is an indent already. */
static int
get_indent (const NbPageContent *content, const NbBoxDef *def, const NbText *text, guint index)
{
  const NbParagraph *paragraph = nb_text_get_paragraph (text, index);
  gboolean alone = nb_text_get_n_paragraphs (text) == 1
                   && paragraph->length < (guint) (content->width / def->size);

  return alone || g_utf8_get_char (paragraph->text) == 0x3000 ? 0 : def->indent;
}

/* Labels and other centred texts of a few lines are broken into lines of nearly one length. */
static void
balance (const NbPageContent *content,
         const NbBoxDef *def,
         const NbParagraph *paragraph,
         GArray *lines)
{
  guint n_lines = lines->len;
  int total = 0;

  if (def->align != NB_ALIGN_CENTRE || n_lines < 2 || n_lines > MAXIMUM_BALANCED)
    return;
  for (guint i = 0; i < n_lines; i++)
    total += g_array_index (lines, NbLine, i).width;
  for (int width = total / (int) n_lines; width < content->width; width += def->size / 2)
    {
      g_array_set_size (lines, 0);
      nb_text_break_lines (paragraph, content->metrics, def->size, width, 0, lines);
      if (lines->len == n_lines)
        return;
    }
  g_array_set_size (lines, 0);
  nb_text_break_lines (paragraph, content->metrics, def->size, content->width, 0, lines);
}

static void
add_paragraph (NbPageContent *content,
               const NbBoxDef *def,
               const NbText *text,
               guint index,
               const char *field,
               GArray *lines)
{
  int indent = get_indent (content, def, text, index);
  Piece piece = {
    .def = def,
    .height = def->leading,
    .paragraph = nb_text_get_paragraph (text, index),
    .index = index,
    .field = field,
  };

  g_array_set_size (lines, 0);
  nb_text_break_lines (piece.paragraph, content->metrics, def->size, content->width, indent, lines);
  if (indent == 0)
    balance (content, def, piece.paragraph, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      piece.line = g_array_index (lines, NbLine, i);
      piece.indent = i == 0 ? indent : 0;
      piece.closes = i + 1 == lines->len;
      g_array_append_val (content->pieces, piece);
    }
}

/* Vertical text is one piece, whatever its length: no value may stand in it. */
static void
add_vertical (NbPageContent *content, const NbBoxDef *def, const NbText *text)
{
  Piece piece = { .def = def, .paragraph = nb_text_get_paragraph (text, 0) };

  piece.height = def->size * (int) piece.paragraph->length;
  g_array_append_val (content->pieces, piece);
}

static void
add_text (NbPageContent *content, const NbBoxDef *def)
{
  gboolean continued = content->part == NB_CONTENT_REPEATED;
  const char *field;
  NbText *text = nb_page_words_fill (content->source, def, continued, &field);

  if (text == NULL)
    return;
  g_ptr_array_add (content->texts, text);
  if (def->vertical)
    add_vertical (content, def, text);
  else
    {
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (NbLine));

      for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
        add_paragraph (content, def, text, i, field, lines);
    }
}

static void
add_box (NbPageContent *content, const NbBoxDef *def)
{
  Piece piece = { .def = def };
  int height;

  piece.inside =
      nb_page_content_new (content->source, content->metrics, def, NULL, content->copy,
                           NB_CONTENT_ALL, def->width != 0 ? def->width : content->width);
  height =
      nb_page_content_get_height (piece.inside, 0, nb_page_content_get_n_pieces (piece.inside));
  piece.height = MAX (height, def->height);
  g_array_append_val (content->pieces, piece);
}

static void
add_child (NbPageContent *content, const NbBoxDef *child)
{
  if ((child->copies & (guint) content->copy) == 0 || child->place != NB_PLACE_FLOW)
    return;
  if (child->type == NB_BOX_TEXT)
    {
      if (content->part == NB_CONTENT_ALL || child->repeat)
        add_text (content, child);
    }
  else if (content->part == NB_CONTENT_REPEATED)
    return;
  else if (child->type == NB_BOX_BOX)
    add_box (content, child);
  else
    {
      Piece piece = { .def = child, .height = child->height };

      g_array_append_val (content->pieces, piece);
    }
}

NbPageContent *
nb_page_content_new (const NbPageSource *source,
                     const NbMetrics *metrics,
                     const NbBoxDef *container,
                     const NbBoxDef *only,
                     NbCopy copy,
                     NbContentPart part,
                     int width)
{
  NbPageContent *content = g_new0 (NbPageContent, 1);

  content->source = source;
  content->metrics = metrics;
  content->copy = copy;
  content->part = part;
  content->width = width;
  content->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (content->pieces, piece_clear);
  content->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_text_unref);
  if (only != NULL)
    add_child (content, only);
  else
    for (guint i = 0; i < container->children->len; i++)
      add_child (content, container->children->pdata[i]);
  return content;
}

guint
nb_page_content_get_n_pieces (const NbPageContent *content)
{
  return content->pieces->len;
}

int
nb_page_content_get_height (const NbPageContent *content, guint from, guint to)
{
  int height = 0;

  for (guint i = from; i < to; i++)
    {
      int piece = g_array_index (content->pieces, Piece, i).height;

      /* A text of a million lines is higher than any sheet, and no number need say by how much. */
      if (height > G_MAXINT / 2)
        break;
      height += piece;
    }
  return height;
}

/* A better place to end than @to, where there is one. */
static guint
find_good_end (const NbPageContent *content, guint from, guint to)
{
  guint end = to;

  /* The last line does not go over alone. */
  if (content->pieces->len - end == 1 && end - from > 2)
    end--;
  /* A free box, such as a seal's, belongs to what stands under it. */
  while (end > from && g_array_index (content->pieces, Piece, end - 1).inside != NULL)
    end--;
  return end > from ? end : to;
}

guint
nb_page_content_fit (const NbPageContent *content, guint from, int height)
{
  guint to = from;

  while (to < content->pieces->len)
    {
      height -= g_array_index (content->pieces, Piece, to).height;
      if (height < 0)
        break;
      to++;
    }
  return to == from || to == content->pieces->len ? to : find_good_end (content, from, to);
}

static void
draw_vertical (const NbPageContent *content, const Piece *piece, NbPageCanvas *canvas, int x, int y)
{
  const NbBoxDef *def = piece->def;
  NbPageBox box = {
    .kind = NB_PAGE_TEXT,
    .rect = { x + align (def->align, content->width, def->size), y, def->size, piece->height },
    .text = g_strdup (piece->paragraph->text),
    .face = def->face,
    .size = def->size,
    .baseline = y,
    .vertical = TRUE,
  };

  nb_page_canvas_take_text (canvas, &box);
}

/* The width that a line is drawn in: a justified one is spread over the whole width, unless a word
 * too long for its end left it so short that the spreading would show. */
static int
get_drawn_width (const Piece *piece, int room)
{
  int spare = room - piece->line.width;

  if (piece->def->align != NB_ALIGN_JUSTIFY || piece->closes || spare > 2 * piece->def->size)
    return piece->line.width;
  return room;
}

static void
draw_line (const NbPageContent *content, const Piece *piece, NbPageCanvas *canvas, int x, int y)
{
  const NbBoxDef *def = piece->def;
  int room = content->width - piece->indent;
  int width = get_drawn_width (piece, room);
  int top = y + (def->leading - def->size) / 2;
  NbPageBox box = {
    .kind = NB_PAGE_TEXT,
    .rect = { x + piece->indent + align (def->align, room, width), top, width, def->size },
    .text =
        g_strndup (piece->paragraph->text + piece->line.from, piece->line.to - piece->line.from),
    .face = def->face,
    .size = def->size,
    .baseline = top + def->size * ASCENT / 1000,
    .field = piece->field,
    .paragraph = piece->field != NULL ? piece->index : 0,
    .start = piece->field != NULL ? piece->line.start : 0,
  };

  nb_page_canvas_take_text (canvas, &box);
}

static void
draw_box (const NbPageContent *content, const Piece *piece, NbPageCanvas *canvas, int x, int y)
{
  const NbPageContent *inside = piece->inside;
  guint n_pieces = nb_page_content_get_n_pieces (inside);
  int height = nb_page_content_get_height (inside, 0, n_pieces);

  x += align (piece->def->align, content->width, inside->width);
  if (piece->def->frame)
    nb_page_canvas_add_frame (canvas, (NbRect){ x, y, inside->width, piece->height },
                              piece->def->rule);
  nb_page_content_draw (inside, 0, n_pieces, canvas, x,
                        y + align (piece->def->align_block, piece->height, height));
}

void
nb_page_content_draw (
    const NbPageContent *content, guint from, guint to, NbPageCanvas *canvas, int x, int y)
{
  for (guint i = from; i < to; i++)
    {
      const Piece *piece = &g_array_index (content->pieces, Piece, i);

      if (piece->inside != NULL)
        draw_box (content, piece, canvas, x, y);
      else if (piece->def->type == NB_BOX_LINE)
        {
          int width = piece->def->width != 0 ? piece->def->width : content->width;

          nb_page_canvas_add_rule (canvas,
                                   (NbRect){ x + align (piece->def->align, content->width, width),
                                             y, width, piece->height });
        }
      else if (piece->def->vertical)
        draw_vertical (content, piece, canvas, x, y);
      else if (piece->line.to > piece->line.from)
        draw_line (content, piece, canvas, x, y);
      y += piece->height;
    }
}
