/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-content.h"

#include "nb-page-break.h"

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
  const char *about; /* the field that printed words are about, or NULL */
  gboolean value;    /* not only by its label */
  NbPieceKind kind;
  char *payload; /* of a code, owned */
} Piece;

struct _NbPageContent
{
  const NbMetrics *metrics;
  NbContentPart part;
  guint sheet; /* from 1, 0 where it is not known yet */
  int width;
  const char *field; /* that it is about, or NULL */
  gboolean value;
  gboolean loose; /* stands in no cell: its lines are areas by themselves */
  GArray *pieces;
  GPtrArray *texts; /* keep the pieces' paragraphs */
};

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_clear_pointer (&piece->inside, nb_page_content_free);
  g_clear_pointer (&piece->payload, g_free);
}

void
nb_page_content_free (NbPageContent *content)
{
  g_array_unref (content->pieces);
  g_ptr_array_unref (content->texts);
  g_free (content);
}

int
nb_page_align (NbAlign align, guint sheet, int room, int size)
{
  /* The first sheet is a right-hand page, bound at its left. */
  NbAlign end = sheet % 2 == 1 ? NB_ALIGN_OUTER : NB_ALIGN_INNER;

  if (align == NB_ALIGN_CENTRE)
    return (room - size) / 2;
  return align == NB_ALIGN_END || align == end ? room - size : 0;
}

static int
place (const NbPageContent *content, const NbBoxDef *def, int room, int size)
{
  return nb_page_align (def->align, content->sheet, room, size);
}

/* How far the spaces go that somebody typed for an indent. */
static int
get_typed_indent (const NbPageContent *content, const NbBoxDef *def, const NbParagraph *paragraph)
{
  gint64 advance = 0;

  for (const char *at = paragraph->text; *at == ' ' || g_utf8_get_char (at) == 0x3000;
       at = g_utf8_next_char (at))
    advance += nb_metrics_get_advance (content->metrics, g_utf8_get_char (at));
  return (int) MIN (advance * def->size / 1000, def->indent);
}

/* One line alone is no paragraph of running text, and typed spaces are an indent, or part of one, already. */
static int
get_indent (const NbPageContent *content, const NbBoxDef *def, const NbText *text, guint index)
{
  const NbParagraph *paragraph = nb_text_get_paragraph (text, index);
  gboolean alone = nb_text_get_n_paragraphs (text) == 1
                   && paragraph->length < (guint) (content->width / def->size);

  return alone ? 0 : def->indent - get_typed_indent (content, def, paragraph);
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
  if (field != NULL && nb_page_break_is_heading (piece.paragraph))
    piece.kind = NB_PIECE_HEADING;
  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0 && piece.kind != NB_PIECE_HEADING)
        piece.kind = NB_PIECE_NEXT;
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

/* What @content is about, and its pieces from @from on, which are the lines of @def. */
static void
note_field (NbPageContent *content, const NbPageSource *source, const NbBoxDef *def, guint from)
{
  gboolean value;
  const char *field =
      nb_page_words_find_field (nb_report_data_get_form (source->data), def, &value);

  if (content->field == NULL || (value && !content->value))
    {
      content->field = field;
      content->value = value;
    }
  for (guint i = from; i < content->pieces->len; i++)
    {
      g_array_index (content->pieces, Piece, i).about = field;
      g_array_index (content->pieces, Piece, i).value = value;
    }
}

static void
add_text (NbPageContent *content, const NbPageSource *source, const NbBoxDef *def)
{
  gboolean continued = content->part == NB_CONTENT_REPEATED;
  guint from = content->pieces->len;
  const char *field;
  NbText *text = nb_page_words_fill (source, def, continued, &field);

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
  note_field (content, source, def, from);
}

static void
add_box (NbPageContent *content, const NbPageSource *source, const NbBoxDef *def)
{
  Piece piece = { .def = def, .kind = NB_PIECE_BOX };
  int height;

  piece.inside = nb_page_content_new (source, content->metrics, def, NULL, NB_CONTENT_ALL,
                                      def->width != 0 ? def->width : content->width);
  height =
      nb_page_content_get_height (piece.inside, 0, nb_page_content_get_n_pieces (piece.inside));
  piece.height = MAX (height, def->height);
  g_array_append_val (content->pieces, piece);
}

/* A rule; or a code, whose room is there without a fingerprint too. */
static void
add_mark (NbPageContent *content, const NbPageSource *source, const NbBoxDef *def)
{
  gboolean code = def->type == NB_BOX_CODE;
  Piece piece = {
    .def = def,
    .height = code ? def->width : def->height,
    .payload = code ? g_strdup (source->payload) : NULL,
  };

  g_array_append_val (content->pieces, piece);
}

static void
add_child (NbPageContent *content, const NbPageSource *source, const NbBoxDef *child)
{
  if ((child->copies & (guint) source->options->copy) == 0 || child->place != NB_PLACE_FLOW)
    return;
  if (child->type == NB_BOX_TEXT)
    {
      if (content->part == NB_CONTENT_ALL || child->repeat)
        add_text (content, source, child);
    }
  else if (content->part == NB_CONTENT_REPEATED)
    return;
  else if (child->type == NB_BOX_BOX)
    add_box (content, source, child);
  else
    add_mark (content, source, child);
}

NbPageContent *
nb_page_content_new (const NbPageSource *source,
                     const NbMetrics *metrics,
                     const NbBoxDef *container,
                     const NbBoxDef *only,
                     NbContentPart part,
                     int width)
{
  NbPageContent *content = g_new0 (NbPageContent, 1);

  content->metrics = metrics;
  content->part = part;
  content->sheet = source->sheet;
  content->width = width;
  content->loose = container->type != NB_BOX_CELL;
  content->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (content->pieces, piece_clear);
  content->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_text_unref);
  if (only != NULL)
    add_child (content, source, only);
  else
    for (guint i = 0; i < container->children->len; i++)
      add_child (content, source, container->children->pdata[i]);
  return content;
}

guint
nb_page_content_get_n_pieces (const NbPageContent *content)
{
  return content->pieces->len;
}

const char *
nb_page_content_get_field (const NbPageContent *content, gboolean *value)
{
  *value = content->value;
  return content->field;
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

static NbPieceKind
get_kind (gconstpointer content, guint index)
{
  return g_array_index (((const NbPageContent *) content)->pieces, Piece, index).kind;
}

guint
nb_page_content_fit (const NbPageContent *content, guint from, int height, gboolean force)
{
  guint to = from;
  guint end;

  while (to < content->pieces->len)
    {
      height -= g_array_index (content->pieces, Piece, to).height;
      if (height < 0)
        break;
      to++;
    }
  if (to == content->pieces->len)
    return to;
  end = nb_page_break_find (get_kind, content, content->pieces->len, from, to);
  if (!force || end > from)
    return end;
  return MAX (to, from + 1);
}

static void
draw_vertical (const NbPageContent *content, const Piece *piece, NbPageCanvas *canvas, int x, int y)
{
  const NbBoxDef *def = piece->def;
  NbPageBox box = {
    .kind = NB_PAGE_TEXT,
    .rect = { x + place (content, def, content->width, def->size), y, def->size, piece->height },
    .text = g_strdup (piece->paragraph->text),
    .face = def->face,
    .size = def->size,
    .baseline = y,
    .vertical = TRUE,
  };

  nb_page_canvas_take_box (canvas, &box);
}

/* The width that a line is drawn in: a justified one is spread over the whole width, unless what did not
 * fit at its end left it so short that the spreading would tear it apart. */
static int
get_drawn_width (const Piece *piece, int room)
{
  int spare = room - piece->line.width;

  if (piece->def->align != NB_ALIGN_JUSTIFY || piece->closes || spare > room / 6)
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
    .rect = { x + piece->indent + place (content, def, room, width), top, width, def->size },
    .text =
        g_strndup (piece->paragraph->text + piece->line.from, piece->line.to - piece->line.from),
    .face = def->face,
    .size = def->size,
    .baseline = top + def->size * ASCENT / 1000,
    .field = piece->field,
    .paragraph = piece->field != NULL ? piece->index : 0,
    .start = piece->field != NULL ? piece->line.start : 0,
  };

  nb_page_canvas_take_box (canvas, &box);
}

static void
draw_box (const NbPageContent *content, const Piece *piece, NbPageCanvas *canvas, int x, int y)
{
  const NbPageContent *inside = piece->inside;
  guint n_pieces = nb_page_content_get_n_pieces (inside);
  int height = nb_page_content_get_height (inside, 0, n_pieces);

  x += place (content, piece->def, content->width, inside->width);
  if (piece->def->frame)
    nb_page_canvas_add_frame (canvas, (NbRect){ x, y, inside->width, piece->height },
                              piece->def->rule);
  nb_page_content_draw (inside, 0, n_pieces, canvas, x,
                        y + nb_page_align (piece->def->align_block, 0, piece->height, height));
}

/* A rule or a code. */
static void
draw_mark (const NbPageContent *content, const Piece *piece, NbPageCanvas *canvas, int x, int y)
{
  int width = piece->def->width != 0 ? piece->def->width : content->width;
  NbPageBox box = {
    .kind = NB_PAGE_CODE,
    .rect = { x + place (content, piece->def, content->width, width), y, width, piece->height },
  };

  if (piece->def->type == NB_BOX_LINE)
    nb_page_canvas_add_rule (canvas, box.rect);
  else if (piece->payload != NULL)
    {
      box.text = g_strdup (piece->payload);
      nb_page_canvas_take_box (canvas, &box);
    }
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
      else if (piece->def->type != NB_BOX_TEXT)
        draw_mark (content, piece, canvas, x, y);
      else if (piece->def->vertical)
        draw_vertical (content, piece, canvas, x, y);
      else if (piece->line.to > piece->line.from)
        draw_line (content, piece, canvas, x, y);
      if (content->loose)
        nb_page_canvas_add_area (canvas, (NbRect){ x, y, content->width, piece->height },
                                 piece->about, piece->value);
      y += piece->height;
    }
}
