/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-report-data.h"

G_BEGIN_DECLS

/* Pages as immutable boxes in whole micrometres from the top left corner of the sheet; computed without any
 * font. Atomically counted. */
typedef struct _NbPageList NbPageList;

typedef struct
{
  int x, y, width, height; /* µm */
} NbRect;

typedef struct
{
  enum
  {
    NB_PAGE_RULE, /* a filled line */
    NB_PAGE_TEXT, /* one run of text on one line */
  } kind;
  NbRect rect;
  /* text only: */
  char *text;        /* UTF-8, without line break */
  const char *face;  /* "song" "hei" "kai" "fang" */
  int size;          /* em, µm */
  int baseline;      /* y of the baseline, µm */
  gboolean vertical; /* set from top to bottom */
  gboolean draft;    /* the 草稿 across the page */
  const char *field; /* whose value it is, or NULL */
  guint paragraph;   /* place in the field */
  guint start;
} NbPageBox;

/* Lays @data out. @draft: 草稿 stands on it. @phrases: the registry for pre-printed sentences. */
NbPageList *
nb_page_layout (const NbReportData *data, const NbRegistry *registry, NbCopy copy, gboolean draft);
NbPageList *nb_page_list_ref (NbPageList *list);
void nb_page_list_unref (NbPageList *list);

guint nb_page_list_get_n_pages (const NbPageList *list);
/* The sheet's size, µm. */
void nb_page_list_get_size (const NbPageList *list, guint page, int *width, int *height);
guint nb_page_list_get_n_boxes (const NbPageList *list, guint page);
const NbPageBox *nb_page_list_get_box (const NbPageList *list, guint page, guint index);
const char *
nb_page_list_get_title (const NbPageList *list); /* for the PDF: report title, name, year */

/* The page list as lines of text, for golden tests. Free with g_free(). */
char *nb_page_list_dump (const NbPageList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPageList, nb_page_list_unref)

G_END_DECLS
