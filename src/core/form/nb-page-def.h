/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The paper of an edition, as page.xml says it: boxes only, every length in whole micrometres. */
typedef enum
{
  NB_COPY_FILING = 1 << 0,
  NB_COPY_PUBLICATION = 1 << 1,
  NB_COPY_REVIEW = 1 << 2,
  NB_COPY_BLANK = 1 << 3,
} NbCopy;

typedef enum
{
  NB_BOX_PAGE, /* a sheet: size, margins; children are laid down its type area */
  NB_BOX_GRID, /* columns of fixed width; children are rows */
  NB_BOX_ROW,
  NB_BOX_CELL, /* spans columns and rows of its grid; framed; may split over pages */
  NB_BOX_BOX,  /* free space of a height, kept whole, framed or not; children inside */
  NB_BOX_LINE, /* a rule */
  NB_BOX_TEXT, /* printed words and field values */
  NB_BOX_CODE, /* the sheet's fingerprint as a QR code, square */
} NbBoxType;

typedef enum
{
  NB_ALIGN_START,
  NB_ALIGN_CENTRE,
  NB_ALIGN_END,
  NB_ALIGN_INNER, /* towards the bound edge: in the head or foot of a sheet only */
  NB_ALIGN_OUTER,
  NB_ALIGN_JUSTIFY, /* texts only */
} NbAlign;

/* What of a field's value a text shows. */
typedef enum
{
  NB_PART_ALL,
  NB_PART_FIRST, /* the first name: without further ones in brackets at the end */
} NbValuePart;

/* Where a box of a page stands. */
typedef enum
{
  NB_PLACE_FLOW, /* one after the other down the type area */
  NB_PLACE_HEAD, /* in the top margin of every sheet of the page */
  NB_PLACE_FOOT, /* in the bottom margin of every sheet of the page */
} NbPlacement;

typedef struct _NbBoxDef NbBoxDef;

/* One box; which members count depends on its type (data/forms/README.md). Owned by its NbPageDef. */
struct _NbBoxDef
{
  NbBoxType type;
  guint copies;        /* NbCopy mask in which it stands */
  GPtrArray *children; /* of NbBoxDef */

  int width, height;             /* µm; 0: as needed; of a line, height is its thickness */
  int margin_top, margin_bottom; /* page */
  int margin_inner, margin_outer;
  int *columns; /* grid: n_columns widths */
  guint n_columns;
  guint column_span, row_span; /* cell, at least 1 */
  NbPlacement place;           /* box of a page */
  gboolean frame;              /* rules round it */
  int rule;                    /* µm, thickness of those rules */
  gboolean split;              /* cell: may go on over pages, repeated texts beside it */
  gboolean keep;               /* row: begins a new sheet rather than be divided */
  gboolean keep_next;          /* row: stands on the sheet on which the next one begins */
  gboolean each;               /* row: once for each finding */
  gboolean repeat;             /* row or text: again on each page that goes on */
  NbAlign align;               /* across */
  NbAlign align_block;         /* down: start, centre, end */
  int padding;                 /* cell: µm, all sides */

  /* Text. */
  int size;             /* em, µm */
  int leading;          /* line pitch, µm */
  int indent;           /* of a paragraph's first line, µm */
  guint blank;          /* em of space for the pen where a value in words is empty */
  gboolean vertical;    /* set from top to bottom */
  const char *face;     /* "song" "hei" "kai" "fang" */
  const char *words;    /* printed words, see nb_page_words_next(), or NULL */
  const char *label_of; /* the label of this field, or NULL */
  const char *value_of; /* the value of this field, or NULL */
  NbValuePart part;     /* of that value */
  const char *phrase;   /* a registry's phrase of this id, or NULL; beside words: where they
                           come to nothing */
  guint line;           /* in page.xml, for messages */
};

/* A listed width of the metric table. */
typedef struct
{
  const char *characters;
  guint per_mille;
} NbAdvanceDef;

typedef struct
{
  guint revision;
  const char *line_start;   /* characters that may not begin a line */
  const char *line_end;     /* characters that may not end one */
  const char *blank_before; /* marks whose em is empty in its first half */
  const char *blank_after;  /* or in its second */
  const char *units;        /* words that stay with the figure before them, divided by spaces */
  GArray *advances;         /* of NbAdvanceDef */
  const char *continued;    /* put after texts that are repeated: （续） */
  const char *draft;        /* words across each page of a draft: 草稿 */
  const char *draft_face;
  int draft_size;   /* em, µm */
  GPtrArray *pages; /* of NbBoxDef, type page */
} NbPageDef;

/* Printed words are literal text with names: $field-id is a value, $page and $pages are the number
 * of the sheet and of all sheets, $code is its fingerprint to be read aloud, $opinion-sentence,
 * $opinion-person and $opinion-date the sponsor's review, $finding-… the finding that a row stands for,
 * $finding-count how many there are, $$ is a dollar. Reads the next part at @at and moves on: literal text, or with @is_name a
 * name without its dollar (empty for a dollar that begins none). FALSE at the end. */
gboolean nb_page_words_next (const char **at, const char **start, gsize *length, gboolean *is_name);

G_END_DECLS
