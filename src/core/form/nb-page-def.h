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
} NbBoxType;

typedef enum
{
  NB_ALIGN_START,
  NB_ALIGN_CENTRE,
  NB_ALIGN_END,
  NB_ALIGN_JUSTIFY,
} NbAlign;

typedef struct _NbBoxDef NbBoxDef;

/* One box; which members count depends on its type (data/forms/README.md). Owned by its NbPageDef. */
struct _NbBoxDef
{
  NbBoxType type;
  guint copies;                                              /* NbCopy mask in which it stands */
  GPtrArray *children;                                       /* of NbBoxDef */
  int width, height;                                         /* µm; 0: as needed */
  int margin_top, margin_bottom, margin_inner, margin_outer; /* page */
  int *columns;                                              /* grid: n_columns widths */
  guint n_columns;
  guint column_span, row_span; /* cell, at least 1 */
  gboolean frame;              /* rules round it */
  gboolean split;              /* cell: may go on over pages, label repeated with （续） */
  gboolean keep;               /* never divided over pages */
  gboolean vertical;           /* text set from top to bottom */
  gboolean repeat;             /* row or text: again on each page that goes on */
  NbAlign align;               /* across */
  NbAlign align_block;         /* down: start, centre, end */
  int padding;                 /* µm, all sides */
  int size;                    /* text: em in µm */
  int leading;                 /* text: line pitch in µm */
  int indent;                  /* text: paragraph indent in µm */
  const char *face;            /* text: "song" "hei" "kai" "fang" */
  const char
      *words; /* text: printed words, with $field-id for values and $$ for a dollar, or NULL */
  const char *label_of; /* text: the label of this field, or NULL */
  const char *value_of; /* text: the value of this field, or NULL */
  const char *phrase;   /* text: a registry's phrase of this id, or NULL */
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
  const char *line_start; /* characters that may not begin a line */
  const char *line_end;   /* characters that may not end one */
  GArray *advances;       /* of NbAdvanceDef */
  GPtrArray *pages;       /* of NbBoxDef, type page */
} NbPageDef;

G_END_DECLS
